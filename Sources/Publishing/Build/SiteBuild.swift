import Diagnostics
import FileSystem
import Site

/// A complete build, from the source folders to the written site.
package struct SiteBuild: Sendable {
  /// The result of a build.
  package struct Outcome: Sendable {
    /// The site that was built, with its diagnostics.
    package let site: PlannedSite
    /// Nil if the content has errors and nothing was written.
    package let report: WriteReport?
    /// Whether the output folder existed before the build.
    package let hadOutput: Bool
    /// The duration of each step.
    package let times: PhaseTimes
  }

  package let pipeline: SitePipeline

  package init(_ pipeline: SitePipeline) {
    self.pipeline = pipeline
  }

  /// Builds the site. Waits while another build writes the same folder.
  ///
  /// Throws errors of the file system and of the folders. In that case, and if the content has errors, the output
  /// folder is unchanged.
  ///
  /// - Parameter waiting: called once if the call has to wait for another build.
  package func run(waiting: (DiskPath) -> Void = { _ in }) async throws -> Outcome {
    let output = try OutputFolder(pipeline.folders)
    try output.makeParent()
    // Lock before reading the first file: of two builds, the one that reads last also writes last.
    let lock = try await OutputLock.take(output) { waiting(output.path) }
    defer { lock.release() }
    let hadOutput = try FileStatus.of(output.path, followingLinks: false) != nil
    let writer = try SiteWriter(output)
    let site = try await pipeline.plan(searching: true)
    var times = site.times
    if site.diagnostics.hasErrors {
      return Outcome(site: site, report: nil, hadOutput: hadOutput, times: times)
    }
    let start = ContinuousClock.now
    let contents = OutputContents(site)
    let report = try await writer.write(
      contents, pagefind: site.pagefind?.holding(lock),
      indexing: { pipeline.progress(BuildProgress(phase: .index, done: 0, total: 0)) },
      advanced: { pipeline.progress(BuildProgress(phase: .write, done: $0, total: contents.count)) })
    times.add(.write, since: start)
    let heavy = try Self.beyondLimits(site, in: output)
    return Outcome(
      site: site.adding(heavy, pipeline.options), report: report, hadOutput: hadOutput, times: times)
  }

  /// What the host of a site does not take of what was written.
  private static func beyondLimits(
    _ site: PlannedSite, in output: OutputFolder
  ) throws(EnvironmentError) -> [Diagnostic] {
    guard let host = site.settings.host, let manifest = try Manifest.read(output.manifest) else { return [] }
    let kinds = Dictionary(uniqueKeysWithValues: site.plan.pages.map { ($0.path, $0.kind) })
    var files: [HostLimits.File] = []
    for path in manifest.paths {
      let status = try FileStatus.of(output.path.appending(path), followingLinks: false)
      files.append(HostLimits.File(path: path, size: status?.size ?? 0, kind: kinds[path] ?? nil))
    }
    return HostLimits.diagnostics(files, host: host)
  }
}
