import Content
import Diagnostics
import Markdown

// Checks of the headings of a positions table.

extension FileLinker {
  /// Reports empty headings of columns with text, and duplicate headings.
  mutating func checkHeadings(
    of table: AuthoredTable, at place: Int, columns: [Comparison.Heading], rows: [Comparison.Heading],
    lostInColumn: [Bool]
  ) {
    for (column, form) in site.shared.classification.tables[index][place].columns.enumerated()
    where table.headings.isEmpty && form < 0 && column > 0 && lostInColumn[column] {
      guard column < table.header.count else { continue }
      report(
        .emptyHeading, at: table.header[column].range,
        "this column has no header, so its cells give no positions")
    }
    reportRepeated(columns, cells: table.header.map(\.range), id: .duplicateColumn, what: "columns")
    if Set(rows).count < rows.count {
      reportRepeated(rows, cells: document.rowHeadings(of: table.node), id: .duplicateRow, what: "rows")
    }
  }

  private mutating func reportRepeated(
    _ headings: [Comparison.Heading], cells: [Range<Int>], id: DiagnosticID, what: String
  ) {
    var first: [Comparison.Heading: Int] = [:]
    for (place, heading) in headings.enumerated() where heading != .other {
      guard let earlier = first[heading] else {
        first[heading] = place
        continue
      }
      guard place < cells.count, earlier < cells.count else { continue }
      report(
        id, at: cells[place], "two \(what) of this table are for \(name(of: heading))",
        notes: [Note("the first one", at: Place(path: header.sourcePath, range: cells[earlier]))])
    }
  }

  private func name(of heading: Comparison.Heading) -> String {
    switch heading {
    case .issue(let id): "the issue “\(site.issues.members[id.index].name)”"
    case .party(let id): "the party “\(site.parties.members[id.index].name)”"
    case .other: "nothing"
    }
  }

  mutating func reportEmptyRow(_ row: Int) {
    let hasCell = Int(document.nodes[row].end) > row + 1
    guard hasCell, Int(document.nodes[row + 1].end) == row + 2 else { return }
    report(
      .emptyHeading, at: range(of: row + 1), "this row has no header, so its cells give no positions")
  }
}
