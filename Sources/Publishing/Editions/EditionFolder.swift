import Diagnostics
import Editions
import FileSystem
import Graph
import Text
import Workspace

/// The `editions/` folder in a site's content folder.
package struct EditionFolder: Sendable {
  private static let name = "editions"
  private static let ending = ".json"
  private let folders: SiteFolders

  package init(_ folders: SiteFolders) {
    self.folders = folders
  }

  /// The names of the editions, sorted; empty without the folder.
  package func names() throws(EnvironmentError) -> [String] {
    if folders.singleFile != nil { return [] }
    let folder = folders.content.appending(Self.name)
    guard try FileStatus.of(folder, followingLinks: true)?.kind == .folder else { return [] }
    return try FolderListing.entries(of: folder).filter(\.isUTF8).map(\.name)
      .filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(Self.ending.count)) }
      .sortedByBytes()
  }

  /// The path of the edition `name`, whether or not it exists.
  package func path(of name: String) -> DiskPath { folders.content.appending(Self.path(of: name)) }

  private static func path(of name: String) -> String { "\(Self.name)/\(name)\(ending)" }

  /// The bytes of the edition `name`.
  func bytes(of name: String) throws(EnvironmentError) -> [UInt8] { try FileReader.readAll(path(of: name)) }

  /// Reads the edition `name`. Throws if its file does not exist.
  package func read(_ name: String) throws(EnvironmentError) -> (edition: Edition?, diagnostics: [Diagnostic])
  {
    var reader = EditionReader()
    return try read(name, with: &reader)
  }

  private func read(_ name: String, with reader: inout EditionReader) throws(EnvironmentError) -> (
    edition: Edition?, diagnostics: [Diagnostic]
  ) {
    let bytes = try FileReader.readAll(path(of: name))
    let path = folders.sourcePath(Self.path(of: name))
    let (edition, diagnostics) = reader.read(SourceText(path: path, bytes: bytes))
    guard let edition, edition.name != name else { return (edition, diagnostics) }
    return (
      edition,
      [
        Diagnostic(
          .misnamedEdition, at: Place(path: path),
          "this file contains the edition “\(edition.name)”, but the site calls it “\(name)”, after its file name",
          suggestion: Suggestion("rename the file to “\(edition.name).json”"))
      ]
    )
  }

  /// Reads an edition from any file.
  package static func read(_ path: DiskPath) throws(EnvironmentError) -> (
    edition: Edition?, diagnostics: [Diagnostic]
  ) {
    EditionReader.read(SourceText(path: path.shown, bytes: try FileReader.readAll(path)))
  }

  /// Reads all editions, oldest first (by date, then by name).
  package func readAll() throws(EnvironmentError) -> (editions: [Edition], diagnostics: [Diagnostic]) {
    var editions: [Edition] = []
    var diagnostics: [Diagnostic] = []
    var reader = EditionReader()
    for name in try names() {
      let (edition, found) = try read(name, with: &reader)
      if let edition { editions.append(edition.renamed(name)) }
      diagnostics += found
    }
    diagnostics += EditionReader.unknownWithdrawals(in: editions) { edition in
      (try? bytes(of: edition.name)).map {
        SourceText(path: folders.sourcePath(Self.path(of: edition.name)), bytes: $0)
      }
    }
    return (editions.sorted { ($0.date, $0.name) < ($1.date, $1.name) }, diagnostics)
  }

  /// Writes an edition atomically to the file with its name.
  ///
  /// - Parameter replaces: whether to overwrite an existing edition with the same name.
  /// - Returns: the path of the file.
  package func write(_ edition: Edition, replaces: Bool) throws(EnvironmentError) -> DiskPath {
    let path = path(of: edition.name)
    if !replaces, try FileStatus.of(path, followingLinks: false) != nil {
      throw EnvironmentError(
        "the edition “\(edition.name)” already exists",
        advice: "choose another name, or add --force to replace it")
    }
    try FileWriter.makeFolders(path.parent)
    try FileWriter.write(edition.json, to: path)
    return path
  }
}

extension FrozenWithheldReport {
  init(_ page: WithheldPage) {
    self.init(path: page.path, slug: page.slug, reason: page.reason.reason, redirects: page.redirects)
  }
}
