import Diagnostics
import Text

/// Aligns the columns of the tables of a document by display width. Nothing outside tables changes, and no cell does.
package struct TableFormatter {
  /// A line of a table, and its aligned text.
  package struct Edit: Sendable, Hashable {
    /// In the bytes of the file.
    package let range: Range<Int>
    package let text: String
  }

  private let bytes: [UInt8]
  private let document: Document
  private var lines: LineIndex
  private var edits: [Edit] = []

  /// The bytes of `source` with aligned tables.
  ///
  /// - Parameter start: where the Markdown begins, after the front matter.
  package static func formatted(_ source: SourceText, from start: Int) -> [UInt8] {
    let (document, _) = MarkdownParser(profile: .site).parse(source, from: start)
    var output: [UInt8] = []
    var place = 0
    for edit in edits(of: document, source.bytes) {
      output += source.bytes[place..<edit.range.lowerBound]
      output += edit.text.utf8
      place = edit.range.upperBound
    }
    return output + source.bytes[place...]
  }

  /// The lines to replace, in the order of the file; empty if all tables are aligned.
  ///
  /// - Parameters:
  ///   - document: the parsed text of the file.
  ///   - bytes: the whole file.
  package static func edits(of document: Document, _ bytes: [UInt8]) -> [Edit] {
    var formatter = TableFormatter(bytes, document)
    for (index, node) in document.nodes.enumerated() where node.kind == .table { formatter.format(index) }
    return formatter.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The number of cells in a row of a table.
  ///
  /// - Parameters:
  ///   - row: a node of the kind `tableRow`.
  ///   - bytes: the whole file.
  package static func cellCount(of row: Int, in document: Document, _ bytes: [UInt8]) -> Int {
    TableRow.cells(bytes, TableFormatter(bytes, document).content(document.nodes[row].source.range)).count
  }

  private init(_ bytes: [UInt8], _ document: Document) {
    self.bytes = bytes
    self.document = document
    lines = LineIndex(bytes)
  }

  private mutating func format(_ table: Int) {
    let rows = document.children(of: table).filter { document.nodes[$0].kind == .tableRow }
      .map { content(document.nodes[$0].source.range) }
      // A line without a bar is a row by accident: a caption or a text without a blank line above it.
      .filter { bytes[$0].contains(UInt8(ascii: "|")) }
    guard let header = rows.first, let delimiter = delimiter(below: header),
      let alignments = TableRow.alignments(bytes, delimiter)
    else { return }
    let cells = rows.map {
      TableRow.cells(bytes, $0).map { MarkdownLine(authored: String(decoding: bytes[$0], as: UTF8.self)) }
    }
    // A comparison that is written as a list has rows, but they are not lines of a table.
    guard cells[0].count == alignments.count,
      Set(rows.map { lines.lineNumber(of: $0.lowerBound) }).count == rows.count
    else { return }
    let text = PipeTable(
      header: cells[0], rows: Array(cells.dropFirst()), alignments: alignments.map(Self.alignment)
    ).lines
    for (range, line) in zip([header, delimiter] + rows.dropFirst(), text) { replace(range, line) }
  }

  /// A row without the white space at the end of its line.
  private func content(_ row: Range<Int>) -> Range<Int> {
    var end = row.upperBound
    while end > row.lowerBound, bytes[end - 1].isSpace { end -= 1 }
    return row.lowerBound..<end
  }

  /// The delimiter row on the line below a header, without quotation marks and indentation before it; nil: there is none.
  private func delimiter(below header: Range<Int>) -> Range<Int>? {
    let end = lines.line(at: header.lowerBound).upperBound
    guard let next = bytes[end...].firstIndex(of: UInt8(ascii: "\n")), next + 1 < bytes.count else {
      return nil
    }
    let line = lines.line(at: next + 1)
    let start = line.first { !bytes[$0].isSpace && bytes[$0] != ASCII.greater }
    return start.map { content($0..<line.upperBound) }
  }

  private static func alignment(_ alignment: ColumnAlignment) -> PipeTable.Alignment {
    switch alignment {
    case .none: .none
    case .left: .left
    case .center: .center
    case .right: .right
    }
  }

  private mutating func replace(_ range: Range<Int>, _ text: String) {
    if bytes[range].elementsEqual(text.utf8) { return }
    edits.append(Edit(range: range, text: text))
  }
}
