extension PandocReader {
  /// A table of ours; a head of several rows becomes one, a table without a head takes its first row.
  mutating func table(_ table: PandocTable) -> [DraftBlock] {
    let head = TableGrid(table.head)
    let body = TableGrid(table.body)
    let headRows = head.rows.map { texts(of: $0) }.filter { $0.contains { !$0.isEmpty } }
    var rows = body.rows.map { texts(of: $0) }.filter { $0.contains { !$0.isEmpty } }
    var header = Self.merged(headRows)
    var plainHeader = Self.merged(head.rows.map { plain($0) })
    if headRows.isEmpty {
      guard !rows.isEmpty else { return [] }
      header = rows.removeFirst()
      plainHeader = body.rows.first.map { plain($0) } ?? []
    }
    return made(
      table, header, plainHeader, rows, hasSpans: head.hasSpans || body.hasSpans, hasHead: !headRows.isEmpty)
  }

  private mutating func made(
    _ table: PandocTable, _ header: [String], _ plainHeader: [String], _ rows: [[String]], hasSpans: Bool,
    hasHead: Bool
  ) -> [DraftBlock] {
    let kind = TableKindChoice(header: plainHeader, width: header.count, classifier: classifier)
    var made = DraftTable(directive: kind.directive, header: header, rows: rows)
    let caption = PandocFlatText.text(table.caption.blocks, &writer)
    if !caption.isEmpty { made.caption = caption }
    let corner = plainHeader.first ?? ""
    decide(
      "table “\(corner)” of \(made.header.count) columns and \(rows.count) row\(rows.count == 1 ? "" : "s")"
        + (hasHead ? "" : ": its first row is taken as its header"))
    decide(kind.decision)
    if hasSpans {
      complain(
        "the table “\(corner)” has cells over several rows or columns, so each stands in its first and the others are empty",
        mend: "fill the empty cells in the report")
    }
    if let complaint = kind.complaint { complain(complaint.message, mend: complaint.mend) }
    return [.table(made)]
  }

  private mutating func texts(of row: [PandocTable.Cell?]) -> [String] {
    row.map { cell in cell.map { PandocFlatText.text($0.blocks, &writer, as: .cell) } ?? "" }
  }

  private func plain(_ row: [PandocTable.Cell?]) -> [String] {
    row.map { cell in
      let paragraphs = (cell?.blocks ?? []).compactMap {
        if case .paragraph(let inlines) = $0 { inlines } else { nil }
      }
      return paragraphs.map(writer.plainText).joined(separator: " ")
    }
  }

  /// The rows of a head as one: the texts of each column one after the other.
  private static func merged(_ rows: [[String]]) -> [String] {
    let width = rows.reduce(0) { max($0, $1.count) }
    return (0..<width).map { column in
      rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.joined(separator: " ")
    }
  }
}
