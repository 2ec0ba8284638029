import Content
import Diagnostics
import FileSystem

/// The files of a content folder, by what they are; nothing of them is read yet.
struct ContentListing: Sendable {
  /// A Markdown file to be read.
  struct Source: Sendable, Hashable {
    /// Below the content folder.
    let path: String
    let role: InputFile.Role
  }

  /// Sorted by the bytes of their paths.
  var sources: [Source] = []
  /// Files that are copied as they are: paths below the content folder, sorted by their bytes.
  var assets: [String] = []
  /// Some of them are reached by symbolic links.
  var followsLinks = false
  /// What was left out, and why.
  var diagnostics: [Diagnostic] = []
  /// What Markdown files outside of the folders with a meaning are.
  var documents = DocumentKind.reports

  /// Lists what `folders` holds.
  ///
  /// - Parameters:
  ///   - ignore: the patterns of `ignore:`.
  ///   - documents: what `documents:` says.
  static func list(
    _ folders: SiteFolders, ignore: [String], documents: DocumentKind = .reports
  ) throws(EnvironmentError) -> ContentListing {
    if let file = folders.singleFile {
      return ContentListing(sources: [Source(path: file, role: .report)])
    }
    var walk = try ContentWalk(folders, ignore: ignore.map(IgnorePattern.init), documents: documents)
    try walk.run()
    return walk.listing.sorted
  }

  private var sorted: ContentListing {
    ContentListing(
      sources: sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      assets: assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, followsLinks: followsLinks,
      diagnostics: diagnostics, documents: documents)
  }

  /// Sorts a file in by its place.
  mutating func add(_ path: String) {
    switch FileRole(path: path, documents: documents) {
    case .input(.settings), .ownRecord: break
    case .input(let role): sources.append(Source(path: path, role: role))
    case .asset: assets.append(path)
    }
  }
}
