import Diagnostics
import Text

/// Aligns the columns of the tables of a document by display width. Nothing outside tables changes, and no cell does.
package struct TableFormatter {
  private struct Edit {
    let range: Range<Int>
    let text: String
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
    var formatter = TableFormatter(source.bytes, document)
    for (index, node) in document.nodes.enumerated() where node.kind == .table { formatter.format(index) }
    return formatter.result
  }

  private init(_ bytes: [UInt8], _ document: Document) {
    self.bytes = bytes
    self.document = document
    lines = LineIndex(bytes)
  }

  private mutating func format(_ table: Int) {
    let rows = document.children(of: table).filter { document.nodes[$0].kind == .tableRow }
      .map { content(document.nodes[$0].source.range) }
    guard let header = rows.first, let delimiter = delimiter(below: header),
      let alignments = TableRow.alignments(bytes, delimiter)
    else { return }
    let cells = rows.map { TableRow.cells(bytes, $0).map { String(decoding: bytes[$0], as: UTF8.self) } }
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

  private var result: [UInt8] {
    var output: [UInt8] = []
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      output += bytes[place..<edit.range.lowerBound]
      output += edit.text.utf8
      place = edit.range.upperBound
    }
    return output + bytes[place...]
  }
}
