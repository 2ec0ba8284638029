import Content
import FileSystem
import Workspace

/// Brings a built site to where it is read.
package struct Publication: Sendable {
  private let folders: SiteFolders
  private let target: PublicationTarget
  private let options: PublicationOptions

  package init(
    _ folders: SiteFolders, to target: PublicationTarget, options: PublicationOptions = PublicationOptions()
  ) {
    self.folders = folders
    self.target = target
    self.options = options
  }

  /// What site.yml says, as far as it can be read; nil: it cannot.
  package static func settings(of folders: SiteFolders) -> SiteSettings? {
    (try? SitePipeline(folders, options: BuildOptions()).settings())?.0
  }

  /// Publishes what lies in the output folder; while a build writes there, waits for it.
  ///
  /// Throws when there is no whole site, when the target contains files that Standpoint did not put there, and what the programs
  /// and the disk refuse. The target is then as it was.
  ///
  /// - Parameter waiting: called once if a build has to be waited for.
  package func run(waiting: (DiskPath) -> Void = { _ in }) async throws -> PublicationReport {
    let output = try OutputFolder(folders)
    guard try FileStatus.of(output.path, followingLinks: false) != nil else {
      throw EnvironmentError(
        "there is no site in “\(folders.output.shown)”", advice: "build it: standpoint build")
    }
    let lock = try await OutputLock.take(output) { waiting(output.path) }
    defer { lock.release() }
    let site = try BuiltSite(output)
    let newer = newer(than: output)
    var report = try await publish(site)
    report.newer = newer
    if !options.isRehearsal { try PublishedPages.add(site.paths, to: folders) }
    return report
  }

  /// What the site does not have yet. What cannot be read, the next build reports.
  private func newer(than output: OutputFolder) -> [String] {
    guard let built = try? FileStatus.of(output.manifest, followingLinks: false),
      let sources = try? SitePipeline(folders, options: BuildOptions()).fingerprint()
    else { return [] }
    return sources.files(after: built.modified).map { DiskPath($0).shown }
  }

  private func publish(_ site: BuiltSite) async throws -> PublicationReport {
    switch target {
    case .folder(let folder):
      return try await FolderPublisher(site, to: OutputFolder(target: folder, of: folders), options).run()
    case .branch(let branch, let remote):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        try await BranchPublisher(site, branch: branch, remote: remote, options, scratch).run(folders.root)
      }
    case .rsync(let destination):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        try await RsyncPublisher(site, to: destination, options, scratch).run()
      }
    }
  }
}
