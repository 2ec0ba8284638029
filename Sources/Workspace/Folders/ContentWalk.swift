import Content
import Diagnostics
import FileSystem

/// One walk through a content folder, without recursion; follows symbolic links that stay inside it.
struct ContentWalk {
  private(set) var listing: ContentListing

  private let folders: SiteFolders
  private let ignore: [IgnorePattern]
  /// The content folder with all symbolic links resolved; links must not leave it.
  private let realContent: DiskPath
  /// Folders inside that are not content: the output and the templates.
  private let excluded: [DiskPath]
  private var open: [Folder] = []
  /// Folders reached through links. They are read last, so that a file is listed at its own path if it has one.
  private var linked: [Folder] = []
  /// What has been read below each followed link, so that circular links end.
  private var seen: [Set<FileStatus.Identity>] = []

  private struct Folder {
    /// The path below the content folder; empty for the content folder itself.
    let path: String
    /// Index into `seen` of the link through which it was reached; nil: none.
    let link: Int?
  }

  init(
    _ folders: SiteFolders, ignore: [IgnorePattern], documents: DocumentKind
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
    while let folder = open.popLast() ?? linked.popLast() {
      for entry in try FolderListing.entries(of: folders.content.appending(folder.path)) {
        try visit(entry, in: folder)
      }
    }
  }

  private mutating func visit(_ entry: FolderListing.Entry, in folder: Folder) throws(EnvironmentError) {
    if entry.name.utf8.first == UInt8(ascii: ".") { return }
    let path = folder.path.isEmpty ? entry.name : folder.path + "/" + entry.name
    if ignore.contains(where: { $0.matches(path) }) { return }
    guard entry.isUTF8 else {
      return report(
        .invalidFileName, path, "the file name is not valid UTF-8, so the file cannot have an address")
    }
    let disk = folders.content.appending(path)
    guard let kind = try entry.kind(at: disk) else { return }
    switch kind {
    case .regular: listing.add(path)
    case .folder: try enter(Folder(path: path, link: folder.link), disk)
    case .link: try follow(path, disk, from: folder)
    case .special(let what): report(.specialFile, path, "this is \(what) and is ignored")
    }
  }

  private mutating func enter(_ folder: Folder, _ disk: DiskPath) throws(EnvironmentError) {
    if !excluded.isEmpty, excluded.contains(disk.resolved) { return }
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
    case .regular: listing.add(path)
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

  private mutating func report(
    _ id: DiagnosticID, _ path: String, _ message: String, _ suggestion: Suggestion? = nil
  ) {
    let place = Place(path: folders.sourcePath(path))
    listing.diagnostics.append(Diagnostic(id, at: place, message, suggestion: suggestion))
  }
}
