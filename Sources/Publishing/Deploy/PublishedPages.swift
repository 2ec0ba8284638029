import FileSystem
import Workspace

/// The pages that were ever published from a site's folder, so that a page that goes without a redirect is noticed.
///
/// A text file `.standpoint/published` in the site's folder, in the form of a manifest. A site of one file has none.
enum PublishedPages {
  /// Their paths below the output folder, sorted by their bytes.
  static func read(_ folders: SiteFolders) throws(EnvironmentError) -> [String] {
    guard let path = path(folders) else { return [] }
    return try Manifest.read(path)?.paths ?? []
  }

  /// Adds the pages among `files`.
  static func add(_ files: [String], to folders: SiteFolders) throws(EnvironmentError) {
    guard let path = path(folders) else { return }
    let known = try Manifest.read(path)
    let pages = files.filter { isPage($0) }
    let all = Manifest((known?.paths ?? []) + pages)
    if all == known { return }
    try FileWriter.makeFolders(path.parent)
    try all.write(to: path)
  }

  /// Whether people may have kept the address of a file.
  private static func isPage(_ path: String) -> Bool {
    path.utf8.suffix(5).elementsEqual(".html".utf8) && path != "404.html"
  }

  static func path(_ folders: SiteFolders) -> DiskPath? {
    folders.singleFile == nil ? folders.root.appending(".standpoint/published") : nil
  }
}
