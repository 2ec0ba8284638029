import Content

extension IssueGraph {
  /// What a position says, as plain text: its cell without mark, markup and white space at either end.
  package func quote(of id: ID<Position>) -> String {
    let position = positions[id.index]
    let document = reports[position.report.index].report.header.document
    let text = document.plainText(of: position.cell).unicodeScalars
    guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
