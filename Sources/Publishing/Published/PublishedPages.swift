import FileSystem
import Workspace

/// All pages that were ever published from a site's folder. Used to report published pages that no longer exist and have no
/// redirect.
///
/// Stored in the text file `.standpoint/published` in the site's folder, in the format of a manifest. A single-file site has
/// none.
enum PublishedPages {
  /// Their paths below the output folder, sorted by bytes.
  static func read(_ folders: SiteFolders) throws(EnvironmentError) -> [String] {
    guard let path = path(folders) else { return [] }
    return try Manifest.read(path)?.paths ?? []
  }

  /// Adds those of `files` that are pages.
  static func add(_ files: [String], to folders: SiteFolders) throws(EnvironmentError) {
    guard let path = path(folders) else { return }
    let known = try Manifest.read(path)
    let pages = files.filter { isPage($0) }
    let all = Manifest((known?.paths ?? []) + pages)
    if all == known { return }
    try FileWriter.makeFolders(path.parent)
    try all.write(to: path)
  }

  /// Whether the file is a page that readers may have bookmarked.
  private static func isPage(_ path: String) -> Bool {
    path.utf8.suffix(5).elementsEqual(".html".utf8) && path != "404.html"
  }

  static func path(_ folders: SiteFolders) -> DiskPath? {
    folders.singleFile == nil ? folders.root.appending(".standpoint/published") : nil
  }
}
