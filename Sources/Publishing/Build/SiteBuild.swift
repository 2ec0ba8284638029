import Diagnostics
import FileSystem

/// One whole build: from the folders to a written site.
package struct SiteBuild: Sendable {
  /// What a build came to.
  package struct Outcome: Sendable {
    package let site: PlannedSite
    /// Nil: the content has errors, and nothing was written.
    package let report: WriteReport?
    /// The output folder was there before the build.
    package let hadOutput: Bool
    /// How long each step took.
    package let times: PhaseTimes
  }

  package let pipeline: SitePipeline

  package init(_ pipeline: SitePipeline) {
    self.pipeline = pipeline
  }

  /// Builds; while another build writes the same folder, waits for it.
  ///
  /// Throws errors of the disk and the folders. In that case, and when the content has errors, the output
  /// folder stays as it was.
  ///
  /// - Parameter waiting: called once if another build has to be waited for.
  package func run(waiting: (DiskPath) -> Void = { _ in }) async throws -> Outcome {
    let output = try OutputFolder(pipeline.folders)
    try output.makeParent()
    // Held from before the first file is read: of two builds, the one that read last also writes last.
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
      contents, pagefind: site.pagefind,
      indexing: { pipeline.progress(BuildProgress(phase: .index, done: 0, total: 0)) },
      advanced: { pipeline.progress(BuildProgress(phase: .write, done: $0, total: contents.count)) })
    times.add(.write, since: start)
    return Outcome(site: site, report: report, hadOutput: hadOutput, times: times)
  }
}
