import Editions
import Graph

/// A format in which the positions or the issue graph are exported to other programs.
///
/// `all` is the registry: the `export` command with its help, the files of a built site, the downloads in structured
/// data and the media types of the preview derive from it. To add a format, declare it in a file of this folder and add it to `all`.
package struct ExportFormat: Sendable, Hashable {
  /// The value for `--format`, such as `graphml`.
  package let name: String
  /// A description that follows the name in help texts: `a CSV table with one position per row`.
  package let summary: String
  /// The exported data.
  package let file: ExportFile
  /// Further files of a built site that describe `file`.
  var companions: [ExportFile] = []
  /// Whether a built site has the file; the others are made by `export` alone.
  var isPublished = true

  /// Every format, in the order of help texts; the first is the default.
  package static let all: [ExportFormat] = [.csv, .jsonGraph, .graphML]

  /// The format with this name; nil if there is none.
  package static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// Every exported file of a built site, the companions of a format after its file.
  static var files: [ExportFile] {
    all.filter(\.isPublished).flatMap { [$0.file] + $0.companions } + [DataPackage.file]
  }

  /// The media types of the exported files, without parameters, by path below the output folder: `text/csv` for
  /// `positions.csv`.
  package static let mediaTypes = Dictionary(
    (files + all.map(\.file)).map { ($0.path, $0.mediaType) }, uniquingKeysWith: { first, _ in first })
}

/// A file that is generated from the issue graph and what editions remember.
package struct ExportFile: Sendable, Hashable {
  /// Path below the output folder, such as `graph.json`.
  package let path: String
  /// Such as `text/csv`.
  let mediaType: String
  /// Passes the file to `body`, piece by piece.
  let write: @Sendable (_ record: RecordHistory, _ body: (ArraySlice<UInt8>) -> Void) -> Void
  /// Whether its length grows with the number of positions, so that it should not be in memory as a whole.
  let isLong: Bool

  /// A short file.
  init(path: String, mediaType: String, bytes: @escaping @Sendable (RecordHistory) -> [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    write = { record, body in body(bytes(record)[...]) }
    isLong = false
  }

  /// A long file.
  init(
    path: String, mediaType: String,
    write: @escaping @Sendable (RecordHistory, (ArraySlice<UInt8>) -> Void) -> Void
  ) {
    self.path = path
    self.mediaType = mediaType
    self.write = write
    isLong = true
  }

  /// The whole file.
  package func bytes(_ record: RecordHistory) -> [UInt8] {
    var bytes: [UInt8] = []
    write(record) { bytes += $0 }
    return bytes
  }

  package static func == (one: ExportFile, other: ExportFile) -> Bool { one.path == other.path }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
