import Text

/// Renders tables the way GitHub does.
extension HTMLRenderer {
  /// Opens a table, its caption, a row or a cell.
  mutating func openTable(_ node: Node, _ index: Int, in parent: OpenNode?) {
    switch node.kind {
    case .table:
      startLine()
      write("<table")
      if let id = document.tables[Int(node.detail)].id {
        write(" id=\"")
        output.escaped(Array(id.utf8)[...])
        write("\"")
      }
      write(">\n")
    case .tableCaption:
      write("<caption")
      writeDirection(of: index)
      write(">")
    case .tableRow: openRow(node)
    default: openCell(node, index, in: parent)
    }
  }

  private mutating func openRow(_ node: Node) {
    if node.detail == 0 { write("<thead>\n") }
    if node.detail == 1 { write("<tbody>\n") }
    write("<tr>\n")
  }

  private mutating func openCell(_ node: Node, _ index: Int, in row: OpenNode?) {
    write(isHeader(row) ? "<th" : "<td")
    if let row { writeAlignment(column: Int(node.detail), row: row) }
    writeDirection(of: index)
    write(">")
    writeMark(node, hasContent: Int(node.end) > index + 1)
  }

  /// Writes a cell's stance mark as the author wrote it.
  private mutating func writeMark(_ node: Node, hasContent: Bool) {
    guard !node.text.isEmpty else { return }
    write("[")
    writeText(node.text)
    write(hasContent ? "] " : "]")
  }

  /// Writes a cell's attribute as the author wrote it.
  private mutating func writeAttribute(_ node: Node, hasContent: Bool) {
    guard !node.extra.isEmpty else { return }
    write(hasContent || !node.text.isEmpty ? " {" : "{")
    writeText(node.extra)
    write("}")
  }

  /// Closes a cell of `row`.
  mutating func closeCell(_ node: OpenNode, in row: OpenNode?) {
    writeAttribute(document.nodes[node.index], hasContent: node.end > node.index + 1)
    write(isHeader(row) ? "</th>\n" : "</td>\n")
  }

  private mutating func writeAlignment(column: Int, row: OpenNode) {
    guard row.table >= 0 else { return }
    switch document.tables[Int(row.table)].alignments[column] {
    case .none: break
    case .left: write(" align=\"left\"")
    case .center: write(" align=\"center\"")
    case .right: write(" align=\"right\"")
    }
  }

  private func isHeader(_ row: OpenNode?) -> Bool {
    guard let row else { return false }
    return document.nodes[row.index].kind == .tableRow && document.nodes[row.index].detail == 0
  }

  /// Closes a row; the header row closes the table head.
  mutating func closeRow(_ node: OpenNode) {
    write("</tr>\n")
    if document.nodes[node.index].detail == 0 { write("</thead>\n") }
  }

  /// Closes a table; a table with body rows closes the table body.
  mutating func closeTable(_ node: OpenNode) {
    if document.nodes[node.index..<node.end].last(where: { $0.kind == .tableRow })?.detail ?? 0 > 0 {
      write("</tbody>\n")
    }
    write("</table>\n")
  }
}
