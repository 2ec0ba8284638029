import FileSystem
import Workspace

/// Finds the folders to watch for a site.
enum WatchedFolders {
  /// Absolute paths without duplicates. Unreadable folders are left out; the error is reported when the site is read.
  static func list(_ folders: SiteFolders) -> [String] {
    // A single file may be in a large folder, such as the home folder, so do not watch its subfolders.
    if folders.singleFile != nil { return [folders.root.text] }
    var result = below(folders.content, excluding: excluded(folders), followingLinks: false)
    if let templates = folders.templates { result += below(templates, excluding: [], followingLinks: true) }
    var seen: Set<String> = []
    // Watch the root to notice when Content or Templates itself is created or removed.
    return ([folders.root.text] + result).filter { seen.insert($0).inserted }
  }

  /// Whether a change at `path` can affect the site.
  static func matters(_ path: DiskPath, in folders: SiteFolders) -> Bool {
    if path.name.utf8.first == UInt8(ascii: ".") { return false }
    if excluded(folders).contains(path) { return false }
    if path.isBelow(folders.content) || folders.templates.map(path.isBelow) ?? false { return true }
    return path == folders.content || path == folders.templates || path == folders.root.appending("Templates")
  }

  private static func excluded(_ folders: SiteFolders) -> [DiskPath] {
    folders.isItselfContent ? [folders.root.appending("Public"), folders.output] : []
  }

  private static func below(
    _ folder: DiskPath, excluding excluded: [DiskPath], followingLinks: Bool
  ) -> [String] {
    var result: [String] = []
    var seen: Set<FileStatus.Identity> = []
    var open = [folder]
    while let folder = open.popLast() {
      guard let entries = try? FolderListing.entries(of: folder) else { continue }
      result.append(folder.text)
      for entry in entries where entry.isUTF8 && entry.name.utf8.first != UInt8(ascii: ".") {
        let path = folder.appending(entry.name)
        guard let kind = try? entry.kind(at: path), kind == .folder || (kind == .link && followingLinks),
          !excluded.contains(path)
        else { continue }
        guard let status = try? FileStatus.of(path, followingLinks: true), status.kind == .folder else {
          continue
        }
        if seen.insert(status.identity).inserted { open.append(path) }
      }
    }
    return result
  }
}
