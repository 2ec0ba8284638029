import Markdown

/// The words of a document that a page shows: text, code, stance marks and list numbers.
enum ShownWords {
  static func of(_ document: Document) -> [String] {
    var text = ""
    var numbers: [(end: Int32, next: Int32)] = []
    for (index, node) in document.nodes.enumerated() {
      while let last = numbers.last, index >= Int(last.end) { numbers.removeLast() }
      if !joins(node.kind) { text += " " }
      switch node.kind {
      case .orderedList: numbers.append((node.end, node.detail))
      case .bulletList: numbers.append((node.end, -1))
      case .listItem:
        if let last = numbers.last, last.next >= 0 {
          text += "\(last.next) "
          numbers[numbers.count - 1].next += 1
        }
      case .tableCell:
        if !node.text.isEmpty { text += document.string(node.text) + " " }
      case .text, .code, .codeBlock: text += document.string(node.text)
      case .htmlBlock where document.string(node.text).hasPrefix("<!-- standpoint:"): break
      case .htmlInline, .htmlBlock, .wikilink, .image, .footnoteReference: text += " MARKUP "
      default: break
      }
    }
    return WordSequence.of(text)
  }

  private static func joins(_ kind: NodeKind) -> Bool {
    switch kind {
    case .text, .code, .link, .emphasis, .strong, .strikethrough, .highlight: true
    default: false
    }
  }
}
