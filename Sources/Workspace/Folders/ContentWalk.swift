import Content
import Diagnostics
import FileSystem

/// One walk through a content folder, without recursion; follows symbolic links that stay inside it.
struct ContentWalk {
  private(set) var listing: ContentListing

  private let folders: SiteFolders
  private let ignore: IgnorePatterns
  /// The content folder with all symbolic links resolved; links must not leave it.
  private let realContent: DiskPath
  /// Folders inside that are not content: the output and the templates.
  private let excluded: [DiskPath]
  private var open: [Folder] = []
  /// Folders reached through links. They are read last, so that a file is listed at its own path if it has one.
  private var linked: [Folder] = []
  /// What has been read below each followed link, so that circular links end.
  private var seen: [Set<FileStatus.Identity>] = []
  /// The settings of vaults, with the path of each below the content folder; empty for the content folder itself.
  private var vaults: [(folder: String, settings: VaultSettings)] = []

  private struct Folder {
    /// The path below the content folder; empty for the content folder itself.
    let path: String
    /// Index into `seen` of the link through which it was reached; nil: none.
    let link: Int?
  }

  init(
    _ folders: SiteFolders, ignore: IgnorePatterns, documents: DocumentKind
  ) throws(EnvironmentError) {
    listing = ContentListing(documents: documents)
    self.folders = folders
    self.ignore = ignore
    realContent = folders.content.resolved
    excluded =
      folders.isItselfContent
      ? ["Public", "Templates"].map(folders.root.resolved.appending)
        + [folders.output.resolved] + [folders.templates?.resolved].compactMap { $0 }
      : []
  }

  mutating func run() throws(EnvironmentError) {
    open = [Folder(path: "", link: nil)]
    if !folders.isItselfContent, let vault = PrivateFiles.vault(at: folders.root) {
      vaults.append(("", vault.below(folders.content.name)))
    }
    while let folder = open.popLast() ?? linked.popLast() {
      let entries = try FolderListing.entries(of: folders.content.appending(folder.path))
      if entries.contains(where: { $0.name == ".obsidian" }),
        let vault = PrivateFiles.vault(at: folders.content.appending(folder.path))
      {
        vaults.append((folder.path, vault))
      }
      for entry in entries {
        try visit(entry, in: folder)
      }
    }
  }

  private mutating func visit(_ entry: FolderListing.Entry, in folder: Folder) throws(EnvironmentError) {
    let path = folder.path.isEmpty ? entry.name : folder.path + "/" + entry.name
    if entry.name.utf8.first == UInt8(ascii: ".") {
      if entry.name.utf8.starts(with: UnfinishedFile.prefix.utf8) { listing.unfinished.append(path) }
      if PrivateFiles.vaultFolders.contains(entry.name) { leaveOut(path, .vaultSettings, isFolder: true) }
      return
    }
    if ignore.matches(path) { return try ignore(path, entry) }
    guard entry.isUTF8 else {
      return report(
        .invalidFileName, path, "the file name is not valid UTF-8, so the file cannot have an address")
    }
    let disk = folders.content.appending(path)
    guard let kind = try entry.kind(at: disk) else { return }
    switch kind {
    case .regular: add(path)
    case .folder: try enter(Folder(path: path, link: folder.link), disk)
    case .link: try follow(path, disk, from: folder)
    case .special(let what): report(.specialFile, path, "this is \(what) and is ignored")
    }
  }

  private mutating func enter(_ folder: Folder, _ disk: DiskPath) throws(EnvironmentError) {
    if !excluded.isEmpty, excluded.contains(disk.resolved) { return }
    if isTemplate(folder.path) { return try leaveOut(folder: folder.path, .template) }
    if let link = folder.link, let status = try FileStatus.of(disk, followingLinks: true),
      !seen[link].insert(status.identity).inserted
    {
      return
    }
    open.append(folder)
  }

  private mutating func follow(_ path: String, _ disk: DiskPath, from folder: Folder) throws(EnvironmentError)
  {
    listing.followsLinks = true
    let target = disk.resolved
    guard let status = try? FileStatus.of(target, followingLinks: true) else {
      return report(.linkOutOfContent, path, "this symbolic link points to a file that does not exist")
    }
    let isInside = target == realContent || target.isBelow(realContent)
    if !isInside || excluded.contains(where: { target == $0 || target.isBelow($0) }) {
      return report(
        .linkOutOfContent, path, "this symbolic link points outside the content folder, to “\(target.text)”",
        Suggestion("copy the file into the content folder"))
    }
    switch status.kind {
    case .regular: add(path)
    case .folder: followFolder(path, target, status, from: folder)
    case .special(let what): report(.specialFile, path, "this symbolic link points to \(what) and is ignored")
    case .link: break
    }
  }

  private mutating func followFolder(
    _ path: String, _ target: DiskPath, _ status: FileStatus, from folder: Folder
  ) {
    let here = folders.content.appending(folder.path).resolved
    let isKnown = folder.link.map { seen[$0].contains(status.identity) } ?? false
    if isKnown || here == target || here.isBelow(target) {
      return report(
        .linkCycle, path, "this symbolic link points to a folder that is already being read")
    }
    if let link = folder.link {
      seen[link].insert(status.identity)
      open.append(Folder(path: path, link: link))
    } else {
      seen.append([status.identity])
      linked.append(Folder(path: path, link: seen.count - 1))
    }
  }

  // MARK: Files that are left out

  /// The most entries of a folder that is left out whose names are read, so that links to them can be told from broken ones.
  private static let mostNamesRead = 500

  private mutating func add(_ path: String) {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    if let reason = PrivateFiles.reason(name) ?? (isTemplate(path) ? .template : nil) {
      leaveOut(path, reason, isFolder: false)
    } else {
      listing.add(path)
    }
  }

  private func isTemplate(_ path: String) -> Bool {
    vaults.contains { vault in
      if vault.folder.isEmpty { return vault.settings.isTemplate(path) }
      guard path.utf8.starts(with: (vault.folder + "/").utf8) else { return false }
      return vault.settings.isTemplate(String(path.dropFirst(vault.folder.count + 1)))
    }
  }

  private mutating func ignore(_ path: String, _ entry: FolderListing.Entry) throws(EnvironmentError) {
    guard entry.isUTF8, let kind = try entry.kind(at: folders.content.appending(path)) else { return }
    if kind == .folder {
      try leaveOut(folder: path, .ignored)
    } else {
      leaveOut(path, .ignored, isFolder: false)
    }
  }

  private mutating func leaveOut(_ path: String, _ reason: UnpublishedFiles.Reason, isFolder: Bool) {
    listing.unpublished.entries.append(
      UnpublishedFiles.Entry(path: path, isFolder: isFolder, reason: reason))
  }

  /// Leaves out a folder, and reads the names of the notes in it.
  private mutating func leaveOut(
    folder: String, _ reason: UnpublishedFiles.Reason
  ) throws(EnvironmentError) {
    leaveOut(folder, reason, isFolder: true)
    var left = Self.mostNamesRead
    var waiting = [folder]
    while let next = waiting.popLast(), left > 0 {
      guard let entries = try? FolderListing.entries(of: folders.content.appending(next)) else { continue }
      for entry in entries where entry.isUTF8 && entry.name.utf8.first != UInt8(ascii: ".") && left > 0 {
        left -= 1
        let path = next + "/" + entry.name
        if FileRole.isMarkdown(path) {
          listing.unpublished.notes[path] = reason
        } else if (try? entry.kind(at: folders.content.appending(path))) == .folder {
          waiting.append(path)
        }
      }
    }
  }

  private mutating func report(
    _ id: DiagnosticID, _ path: String, _ message: String, _ suggestion: Suggestion? = nil
  ) {
    let place = Place(path: folders.sourcePath(path))
    listing.diagnostics.append(Diagnostic(id, at: place, message, suggestion: suggestion))
  }
}
