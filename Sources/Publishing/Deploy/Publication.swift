import Content
import Diagnostics
import Editions
import FileSystem
import Site
import Text
import Workspace

/// Publishes a built site to a branch, folder or server.
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

  /// The settings of site.yml; nil if it cannot be read.
  package static func settings(of folders: SiteFolders) -> SiteSettings? {
    (try? SitePipeline(folders, options: BuildOptions()).settings())?.0
  }

  /// The theme of a site with its interface texts, for commands that write in the language of the site.
  ///
  /// - Parameter settings: of the site; nil: they cannot be read, and the language is English.
  package static func theme(of folders: SiteFolders, _ settings: SiteSettings?) throws(EnvironmentError)
    -> Theme
  {
    let overrides = try SitePipeline(folders, options: BuildOptions()).templates().0
    guard let settings else { return Theme(overrides: overrides) }
    return Theme(
      overrides: overrides, language: settings.language, stanceNames: settings.stanceNames)
  }

  /// Publishes the contents of the output folder. Waits while a build writes there.
  ///
  /// Throws if the site is missing or incomplete, if it was built with `--drafts` or `--preview`, or for another day than today, if the target contains files that Standpoint did not publish, and if a program
  /// or the file system reports an error. The target is then unchanged.
  ///
  /// - Parameter waiting: called once if the call has to wait for a build.
  package func run(waiting: (DiskPath) -> Void = { _ in }) async throws -> PublicationReport {
    let output = try OutputFolder(folders)
    guard try FileStatus.of(output.path, followingLinks: false) != nil else {
      throw EnvironmentError(
        "“\(folders.output.shown)” does not contain a site", advice: "build it first: standpoint build")
    }
    let lock = try await OutputLock.take(output) { waiting(output.path) }
    defer { lock.release() }
    var site = try BuiltSite(output)
    if !options.allowsPreview, let built = site.previewOptions {
      throw EnvironmentError(
        "the site in “\(output.path.shown)” was built with “\(built)”, so it is not what readers should see today",
        advice:
          "build it without these options first: standpoint build; or publish it as it is with --allow-preview"
      )
    }
    let newer = newer(than: output)
    let (broken, state, published) = try await comparison()
    if broken.hasErrors {
      var report = PublicationReport(added: [], changed: [], removed: [], total: site.paths.count)
      report.broken = broken
      return report
    }
    if !options.isRehearsal, let published, let state {
      site = try keepingAddresses(of: published, in: site, output, state)
    }
    var report = try await publish(site)
    report.newer = newer
    if !options.isRehearsal {
      try PublishedPages.add(site.paths, to: folders)
      try PublicationLedger.add(site, state, to: folders)
      try PublishedSourceLedger.add(site, to: folders)
    }
    return report
  }

  /// Compares the target with the content: which addresses of its positions would lead to something else?
  ///
  /// - Returns: the diagnostics; the state of the content, nil if nothing has been published so far; and what the target tells,
  ///   nil if it has no positions.
  private func comparison() async throws -> (
    broken: DiagnosticList, state: Edition?, published: PublishedRecord?
  ) {
    let none = DiagnosticList(entries: [])
    let found = try await target.published(from: folders.root)
    let published = found.flatMap { $0.positions.positions.isEmpty && $0.earlier.isEmpty ? nil : $0 }
    if try published == nil && !PublicationLedger.exists(folders) { return (none, nil, nil) }
    let plan = try await SitePipeline(folders, options: BuildOptions()).plan().plan
    guard let published else { return (none, plan.state, nil) }
    let broken = plan.brokenCitations(
      of: [published.positions], earlier: published.earlier, includesGonePages: false)
    return (none.adding(errors: broken), plan.state, published)
  }

  /// The built site with the addresses that the target has and the site no longer: the next one who compares with the target
  /// has to know them, too.
  private func keepingAddresses(
    of published: PublishedRecord, in site: BuiltSite, _ output: OutputFolder, _ state: Edition
  ) throws(EnvironmentError) -> BuiltSite {
    let path = RetiredAddresses.path
    guard site.paths.contains(PublishedPositions.path) else { return site }
    let table = try FileReader.readAll(site.path(of: PublishedPositions.path))
    let known = site.paths.contains(path) ? try FileReader.readAll(site.path(of: path)) : nil
    let reports = Set(state.reports.map(\.slug))
    guard let retired = published.retiredAddresses(since: table, known: known, reports: reports) else {
      return site
    }
    try FileWriter.write(retired, to: site.path(of: path))
    if known != nil { return site }
    try Manifest(site.paths + [path], previewOptions: site.previewOptions).write(to: output.manifest)
    return try BuiltSite(output)
  }

  /// The source files that changed after the build. Unreadable files are left to the next build to report.
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
    case .rclone(let destination):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        try await RclonePublisher(site, to: destination, options, scratch).run()
      }
    case .rsync(let destination):
      return try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
        try await RsyncPublisher(site, to: destination, options, scratch).run()
      }
    }
  }
}

/// Where a built site is published to.
package enum PublicationTarget: Sendable, Hashable {
  /// A branch of a git repository; `remote` is the name of a remote of the site's own repository, or a URL.
  case branch(String, remote: String)
  /// A folder on this machine.
  case folder(DiskPath)
  /// An rclone destination: `remote:path`.
  case rclone(String)
  /// An rsync destination: `host:folder`, `rsync://host/module/folder` or a folder.
  case rsync(String)
}

extension PublicationTarget {
  /// What the site that is there now tells of its positions; nil: there is none, or it has no data files.
  fileprivate func published(from root: DiskPath) async throws -> PublishedRecord? {
    switch self {
    case .folder(let folder): return try await PublishedSite.folder(folder).record(from: root)
    case .rclone(let target): return try await PublishedSite.rclone(target).record(from: root)
    case .rsync(let target): return try await PublishedSite.rsync(target).record(from: root)
    case .branch(let branch, let remote):
      return try await PublishedSite.remoteBranch(branch, remote: remote).record(from: root)
    }
  }
}

extension EnvironmentError {
  /// The folder of a server contains files that Standpoint did not publish.
  ///
  /// - Parameter names: theirs; the first five are named.
  static func foreignFiles(_ names: [String], at target: String) -> EnvironmentError {
    let shown = names.map { "“\($0)”" }.listed(most: 5)
    return EnvironmentError(
      "“\(target)” contains files that Standpoint did not publish: \(shown)",
      advice:
        "choose another folder, or add --take-over to publish there anyway: files with the same names are replaced"
    )
  }
}

/// Options for publishing a site.
package struct PublicationOptions: Sendable, Hashable {
  /// Only report what would change.
  package var isRehearsal = false
  /// Files at the target that Standpoint did not publish may be replaced.
  package var takesOver = false
  /// A site that was built with `--drafts`, `--as-of` or `--now` may be published.
  package var allowsPreview = false

  package init() {}
}
