import Content
import Diagnostics
import FileSystem

/// The files of a content folder, grouped by role. The files have not been read yet.
struct ContentListing: Sendable {
  /// A Markdown file to read.
  struct Source: Sendable, Hashable {
    /// The path below the content folder.
    let path: String
    let role: InputFile.Role
  }

  /// Sorted by the bytes of the paths.
  var sources: [Source] = []
  /// Files that are copied unchanged: paths below the content folder, sorted by bytes.
  var assets: [String] = []
  /// Whether some of them are reached through symbolic links.
  var followsLinks = false
  /// Diagnostics about files that were left out.
  var diagnostics: [Diagnostic] = []
  /// The role of Markdown files outside the special folders.
  var documents = DocumentKind.reports

  /// Lists the content of `folders`.
  ///
  /// - Parameters:
  ///   - ignore: the patterns of `ignore:`.
  ///   - documents: the value of `documents:`.
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

  /// Adds a file to the list that its path belongs to.
  mutating func add(_ path: String) {
    switch FileRole(path: path, documents: documents) {
    case .input(.settings), .ownRecord: break
    case .input(let role): sources.append(Source(path: path, role: role))
    case .asset: assets.append(path)
    }
  }
}
