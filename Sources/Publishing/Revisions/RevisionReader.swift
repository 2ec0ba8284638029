import Content
import Diagnostics
import Editions
import FileSystem
import Workspace

/// Reads the site of a commit from git's objects. The working tree, the index and the branches are not touched.
package struct RevisionReader: Sendable {
  /// The folders of the site in the working tree; those of a commit have the same paths in the repository.
  private let folders: SiteFolders
  private let options: BuildOptions

  package init(_ folders: SiteFolders, options: BuildOptions) {
    self.folders = folders
    self.options = options
  }

  /// The record of a commit.
  package struct State: Sendable {
    /// Empty if the commit has no file of the site.
    package let edition: Edition
    /// With the paths of files in the commit.
    package let diagnostics: DiagnosticList
  }

  /// The record of a commit, as a build of its files would have it.
  ///
  /// - Parameters:
  ///   - commit: a hash.
  ///   - name: the name of the state.
  package func state(of commit: String, named name: String) async throws(EnvironmentError) -> State {
    try await TemporaryDirectory.with { scratch throws(EnvironmentError) in
      let repository = try await GitRepository.holding(folders.root, scratch: scratch, keepsObjects: false)
      let places = try await RepositoryPlaces(folders, in: repository)
      let tree = scratch.appending("tree")
      let objects = try await CommittedFiles(commit, below: places, in: repository)
      if objects.isEmpty { return try empty(name) }
      try await objects.write(to: tree)
      try copyPublished(to: tree.appending(places.root))
      return try await state(of: commit, named: name, in: places.folders(in: tree))
    }
  }

  private func state(
    of commit: String, named name: String, in copy: SiteFolders
  ) async throws(EnvironmentError) -> State {
    var files = ContentFiles(onDisk: copy)
    let content = folders.content
    files.commitDays = { await CommitDays.ofGit(below: content, upTo: commit) }
    do {
      let graphed = try await SitePipeline(copy, options: options, files: files).graph()
      return State(edition: graphed.edition(named: name), diagnostics: graphed.diagnostics)
    } catch let error as EnvironmentError {
      throw error
    } catch {
      throw EnvironmentError("cannot read the commit \(commit.prefix(10)): \(error)")
    }
  }

  private func empty(_ name: String) throws(EnvironmentError) -> State {
    let inputs = try? WorkspaceInputs.read(folders, from: ContentFiles(onDisk: folders), switches: [])
    let today = options.today ?? inputs?.today ?? PartialDate(year: 1970)
    return State(
      edition: Edition(name: name, date: today, origin: nil, records: Edition.Records()),
      diagnostics: DiagnosticList(entries: []))
  }

  /// What was published from the site's folder decides which anchors cells keep, in every state.
  private func copyPublished(to root: DiskPath) throws(EnvironmentError) {
    let own = folders.root.appending(".standpoint")
    guard folders.singleFile == nil, try FileStatus.of(own, followingLinks: true)?.kind == .folder else {
      return
    }
    let copy = root.appending(".standpoint")
    try FileWriter.makeFolders(copy)
    for entry in try FolderListing.entries(of: own)
    where entry.name.hasPrefix("published") && !entry.name.hasSuffix(".lock") {
      guard try entry.kind(at: own.appending(entry.name)) == .regular else { continue }
      try FileWriter.write(FileReader.readAll(own.appending(entry.name)), to: copy.appending(entry.name))
    }
  }
}

/// Where the folders of a site are in its repository: paths below the top folder, empty for the top folder itself.
struct RepositoryPlaces: Sendable {
  let root: String
  let content: String
  private let site: SiteFolders

  init(_ folders: SiteFolders, in repository: GitRepository) async throws(EnvironmentError) {
    guard repository.isOwn else {
      throw EnvironmentError(
        "“\(folders.root.shown)” is not in a git repository", advice: "give editions, or run git init first")
    }
    let top = DiskPath(try await repository.line(["rev-parse", "--show-toplevel"])).resolved
    func place(_ folder: DiskPath) -> String? {
      folder.resolved == top ? "" : folder.resolved.relative(to: top)
    }
    guard let root = place(folders.root), let content = place(folders.content) else {
      throw EnvironmentError("“\(folders.content.shown)” is not in the repository of “\(folders.root.shown)”")
    }
    (self.root, self.content, site) = (root, content, folders)
  }

  /// Whether the record depends on a file of the repository.
  func isNeeded(_ path: String) -> Bool {
    if site.isItselfContent || site.singleFile != nil {
      return Self.is(path, below: root) && !Self.is(path, below: Self.join(root, "Public"))
    }
    return Self.is(path, below: content) || Self.is(path, below: Self.join(root, "Templates/languages"))
      || Self.is(path, below: Self.join(root, ".obsidian"))
  }

  /// The site's folders in a copy of the repository's files.
  func folders(in tree: DiskPath) throws(EnvironmentError) -> SiteFolders {
    let copy = tree.appending(root)
    try FileWriter.makeFolders(copy)
    try FileWriter.makeFolders(tree.appending(content))
    let isUsual = site.isItselfContent || content == Self.join(root, "Content")
    return try SiteFolders(
      SiteFolders.Arguments(
        site: site.singleFile.map(copy.appending)?.text ?? copy.text,
        content: isUsual ? nil : tree.appending(content).text))
  }

  private static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder + "/" + path
  }

  private static func `is`(_ path: String, below folder: String) -> Bool {
    folder.isEmpty || path.utf8.starts(with: (folder + "/").utf8)
  }
}
