import Diagnostics
import Markdown
import Text

/// Finds comparisons whose issues are not in the first column, and puts that column first.
///
/// They are read as the tables that they mean; their cells keep their Markdown and their places.
struct MovedColumn {
  private let document: Document
  private let source: SourceText
  private let words: HeaderWords

  init(_ document: Document, _ source: SourceText, _ words: HeaderWords) {
    self.document = document
    self.source = source
    self.words = words
  }

  /// The tables with the column of issues first, for those that need it.
  func insertions(_ tables: [UndecidedTable]) -> [SheetExpansion.Insertion] { tables.compactMap(moved) }

  private func moved(_ table: UndecidedTable) -> SheetExpansion.Insertion? {
    let (rows, header) = (table.rows, table.header)
    guard header.count >= 4, header.dropFirst().contains(where: { words.isAxis(NameKey($0)) }),
      let column = IssueColumn.index(header: header, rows: rows.dropFirst().map(texts), words),
      let last = rows.last
    else { return nil }
    let body = TableBody(of: table.node, in: document)
    let range = document.nodes[rows[0]].source.range.lowerBound..<document.nodes[last].source.range.upperBound
    guard !body.isOfFacts(words.facts), range.upperBound <= source.bytes.count else { return nil }
    var result = SheetTable()
    for row in rows {
      append(row, isHeader: row == rows[0], first: column, count: header.count, to: &result)
      if row == rows[0] { result.appendRule(columns: header.count) }
      if row != last { result.append("\n") }
    }
    return SheetExpansion.Insertion(replaced: range, sheet: nil, table: result)
  }

  private func texts(of row: Int) -> [String] {
    document.children(of: row).map { document.plainText(of: $0) }
  }

  private func append(_ row: Int, isHeader: Bool, first: Int, count: Int, to table: inout SheetTable) {
    var cells = Array(document.children(of: row))
    if first < cells.count { cells.insert(cells.remove(at: first), at: 0) }
    for place in 0..<count {
      let range = place < cells.count ? document.nodes[cells[place]].source.range : nil
      let text = range.map {
        String(decoding: source.bytes[$0.clamped(to: 0..<source.bytes.count)], as: UTF8.self)
      }
      let words = String((text ?? "").trimmingWhitespace)
      // A column of numbers needs no name; without one, it would be reported.
      let name = isHeader && words.isEmpty && place == 1 ? "#" : words
      table.append(cell: MarkdownLine(authored: name), isFirst: place == 0, at: range)
    }
  }
}
