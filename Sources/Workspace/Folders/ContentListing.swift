import Content
import Diagnostics
import FileSystem
import Text

/// The files of a content folder by role; none has been read yet.
package struct ContentListing: Sendable {
  /// A Markdown file that is going to be read.
  package struct Source: Sendable, Hashable {
    /// Below the content folder.
    package let path: String
    package let role: InputFile.Role
  }

  /// Sorted by the bytes of their paths.
  package var sources: [Source] = []
  /// Files that are copied as they are: paths below the content folder, sorted by their bytes.
  package var assets: [String] = []
  /// Descriptions of sources: paths below the content folder, sorted by their bytes.
  package var sourceDescriptions: [String] = []
  /// Files and folders that the site leaves out, sorted by the bytes of their paths.
  package var unpublished = UnpublishedFiles()
  /// Files that a command was writing, or has left when it was killed: paths below the content folder.
  package var unfinished: [String] = []
  /// Some of the files are reached through symbolic links.
  package var followsLinks = false
  /// Files that were left out, and why.
  package var diagnostics: [Diagnostic] = []
  /// What Markdown files outside `reports/`, `issues/`, `parties/` and `pages/` are.
  var documents = DocumentKind.reports

  /// Lists the content of `folders`.
  ///
  /// - Parameters:
  ///   - ignore: the patterns of `ignore:`.
  ///   - documents: the setting `documents:`.
  package static func list(
    _ folders: SiteFolders, ignore: [String], documents: DocumentKind = .reports
  ) throws(EnvironmentError) -> ContentListing {
    if let file = folders.singleFile {
      return ContentListing(sources: [Source(path: file, role: .report)])
    }
    var walk = try ContentWalk(folders, ignore: IgnorePatterns(ignore), documents: documents)
    try walk.run()
    return walk.listing.sorted
  }

  private var sorted: ContentListing {
    var unpublished = unpublished
    unpublished.entries.sortByBytes(of: \.path)
    return ContentListing(
      sources: sources.sortedByBytes(of: \.path),
      assets: assets.sortedByBytes(),
      sourceDescriptions: sourceDescriptions.sortedByBytes(),
      unpublished: unpublished, unfinished: unfinished, followsLinks: followsLinks,
      diagnostics: diagnostics, documents: documents)
  }

  /// Adds a file to the list for its role.
  mutating func add(_ path: String) {
    switch FileRole(path: path, documents: documents) {
    case .input(.settings), .ownRecord: break
    case .input(let role): sources.append(Source(path: path, role: role))
    case .sources: sourceDescriptions.append(path)
    case .asset: assets.append(path)
    }
  }
}
