import FileSystem
import Importing

/// Converts a document with pandoc.
struct DocumentConversion {
  let format: ImportFormat

  private static let openHeader = Array("<table:table-header-rows>".utf8)
  private static let closeHeader = Array("</table:table-header-rows>".utf8)

  /// The document as pandoc's JSON. Its pictures are written to `BriefingImport.pictureFolder` in `scratch`.
  ///
  /// pandoc runs in its sandbox, so a document cannot make it read other files or fetch anything.
  func json(of bytes: [UInt8], scratch: DiskPath) async throws(EnvironmentError) -> [UInt8] {
    let name = "briefing.\(format.rawValue)"
    try FileWriter.write(
      format == .html ? WebPage.prepared(bytes) : bytes, to: scratch.appending(name))
    if format == .odt { try await keepCells(of: name, scratch: scratch) }
    let arguments = [
      "--sandbox", "--from=\(format.pandocName ?? format.rawValue)", "--to=json",
      "--extract-media=\(BriefingImport.pictureFolder)", name,
    ]
    let pandoc = Programs.pandoc(for: format.rawValue)
    let limit = Self.outputLimit(of: bytes.count)
    guard let outcome = try await pandoc.finishIfShort(arguments, in: scratch, limit: limit) else {
      throw EnvironmentError(
        "pandoc turns this document of \(bytes.count) bytes into more than \(limit / 1_000_000) MB; a merged cell may span too many columns",
        advice: "check colspan= in its tables, or copy its text and import that")
    }
    guard outcome.exitCode == 0 else { throw pandoc.failure(outcome) }
    return outcome.output
  }

  /// What pandoc may write about a document of this size, in bytes: a hundred times as much, because documents are compressed
  /// and JSON is not.
  static func outputLimit(of size: Int) -> Int {
    min(ExternalProgram.outputLimit, max(2_000_000, 100 * size))
  }

  /// Removes the header marks of .odt tables, and marks the cells that merged cells cover and the lists in cells, because pandoc
  /// (2.17 to 3.1) drops header rows, these cells and these lists.
  private func keepCells(of name: String, scratch: DiskPath) async throws(EnvironmentError) {
    let content = try await Programs.unzip.run(["-p", name, "content.xml"], in: scratch)
    let fixed = OpenDocumentText.markingLists(
      OpenDocumentText.markingCoveredCells(
        Self.without(Self.closeHeader, in: Self.without(Self.openHeader, in: content))))
    guard fixed != content else { return }
    try FileWriter.write(fixed, to: scratch.appending("content.xml"))
    _ = try await Programs.zip.run(["-q", "-X", name, "content.xml"], in: scratch)
  }

  private static func without(_ mark: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        index += mark.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
