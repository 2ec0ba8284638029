import Text

/// Tables as GitHub writes them.
extension HTMLRenderer {
  mutating func openTable(_ node: Node, _ index: Int, in parent: Frame?) {
    switch node.kind {
    case .table:
      startLine()
      write("<table")
      if let id = document.tables[Int(node.detail)].id {
        write(" id=\"")
        HTMLEscape.append(Array(id.utf8)[...], to: &output)
        write("\"")
      }
      write(">\n")
    case .tableCaption: write("<caption>")
    case .tableRow: openRow(node)
    default: openCell(node, index, in: parent)
    }
  }

  private mutating func openRow(_ node: Node) {
    if node.detail == 0 { write("<thead>\n") }
    if node.detail == 1 { write("<tbody>\n") }
    write("<tr>\n")
  }

  private mutating func openCell(_ node: Node, _ index: Int, in row: Frame?) {
    write(isHeader(row) ? "<th" : "<td")
    if let row { writeAlignment(column: Int(node.detail), row: row) }
    write(">")
    writeMark(node, hasContent: Int(node.end) > index + 1)
  }

  /// A stance mark of a cell is shown as written.
  private mutating func writeMark(_ node: Node, hasContent: Bool) {
    guard !node.text.isEmpty else { return }
    write("[")
    writeText(node.text)
    write(hasContent ? "] " : "]")
  }

  /// An attribute of a cell is shown as written.
  private mutating func writeAttribute(_ node: Node, hasContent: Bool) {
    guard !node.extra.isEmpty else { return }
    write(hasContent || !node.text.isEmpty ? " {" : "{")
    writeText(node.extra)
    write("}")
  }

  mutating func closeCell(_ frame: Frame, in row: Frame?) {
    writeAttribute(document.nodes[frame.index], hasContent: frame.end > frame.index + 1)
    write(isHeader(row) ? "</th>\n" : "</td>\n")
  }

  private mutating func writeAlignment(column: Int, row: Frame) {
    guard row.table >= 0 else { return }
    switch document.tables[Int(row.table)].alignments[column] {
    case .none: break
    case .left: write(" align=\"left\"")
    case .center: write(" align=\"center\"")
    case .right: write(" align=\"right\"")
    }
  }

  private func isHeader(_ row: Frame?) -> Bool {
    guard let row else { return false }
    return document.nodes[row.index].kind == .tableRow && document.nodes[row.index].detail == 0
  }

  mutating func closeRow(_ frame: Frame) {
    write("</tr>\n")
    if document.nodes[frame.index].detail == 0 { write("</thead>\n") }
  }

  mutating func closeTable(_ frame: Frame) {
    if document.nodes[frame.index..<frame.end].last(where: { $0.kind == .tableRow })?.detail ?? 0 > 0 {
      write("</tbody>\n")
    }
    write("</table>\n")
  }
}
