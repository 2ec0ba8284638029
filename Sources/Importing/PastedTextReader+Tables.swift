import Diagnostics

extension PastedTextReader {
  mutating func readTable() -> Bool {
    guard let found = tables.table(at: index) else { return false }
    closeText()
    let columns = found.rows.reduce(0) { max($0, $1.count) }
    decide(
      lines[index].number,
      "table of \(columns) columns and \(found.rows.count - 1) row\(found.rows.count == 2 ? "" : "s") to line \(lines[found.end - 1].number): "
        + found.reason)
    let cells = found.rows.map { $0.map(MarkdownEscape.cell) }
    var table = DraftTable(header: cells[0], rows: Array(cells.dropFirst()))
    let kind = TableKindChoice(header: found.rows[0], width: columns, classifier: classifier)
    table.directive = kind.directive
    blocks.append(.table(table))
    decide(lines[index].number, kind.decision)
    report(found, kind)
    index = found.end
    return true
  }

  private mutating func report(_ table: PastedTable, _ kind: TableKindChoice) {
    let width = table.rows[0].count
    for row in table.ragged {
      let what = row.cells < width ? "the rest is left empty" : "the header is widened by empty cells"
      complain(
        .importTable, at: row.line,
        "this row has \(row.cells == 1 ? "one cell" : "\(row.cells) cells") and the header has \(width), so \(what)",
        mend: row.cells < width
          ? "check that its cells stand under the right columns" : "name the new columns")
    }
    if let complaint = kind.complaint {
      complain(.importTable, at: index, complaint.message, mend: complaint.mend)
    }
  }
}
