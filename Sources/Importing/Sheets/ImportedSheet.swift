import Diagnostics
import Text

/// A sheet of a spreadsheet, as comma-separated values.
package struct ImportedSheet: Sendable, Hashable {
  /// Cells that are merged into one. Rows and columns count from 0; empty rows count as well.
  package struct MergedCells: Sendable, Hashable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
  }

  /// The name of the sheet; nil if the file has only one.
  package let name: String?
  /// The values.
  package let source: SourceText
  /// The separator of the values; nil: it is found in the values.
  package let separator: Character?
  /// Merged cells; the value is in the first of them.
  package let merges: [MergedCells]
  /// The number of cells with text beyond the limit of rows or columns; they are not among the values.
  package let cellsBeyondLimit: Int

  /// A sheet with its name and values.
  package init(
    name: String?, source: SourceText, separator: Character? = nil, merges: [MergedCells] = [],
    cellsBeyondLimit: Int = 0
  ) {
    self.cellsBeyondLimit = cellsBeyondLimit
    self.name = name
    self.source = source
    self.separator = separator
    self.merges = merges
  }
}

/// The text of a sheet as UTF-8, with a mapping back to its file.
struct SheetText {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// `import-guess` if the file is not UTF-8.
  let diagnostics: [Diagnostic]
  private let path: String
  /// The lines of the file, in order; nil if `bytes` are the bytes of the file.
  private let lines: [PastedTextDecoder.Line]?

  init(_ source: SourceText) {
    path = source.path
    if TextEncoding(of: source.bytes) == .utf8 {
      (bytes, diagnostics, lines) = (source.bytes, [], nil)
      return
    }
    let decoded = PastedTextDecoder.lines(of: source)
    bytes = Array(decoded.lines.map(\.text).joined(separator: "\n").utf8)
    (diagnostics, lines) = (decoded.diagnostics, decoded.lines)
  }

  /// The place in the file of a range of `bytes`. In a decoded text, it is the whole line on which the range starts.
  func place(of range: Range<Int>) -> Place {
    guard let lines else { return Place(path: path, range: range) }
    let line = bytes.prefix(range.lowerBound).count { $0 == UInt8(ascii: "\n") }
    return Place(path: path, range: lines.indices.contains(line) ? lines[line].range : nil)
  }
}
