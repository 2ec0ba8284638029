import Text

/// Renders footnotes the way GitHub does.
extension HTMLRenderer {
  /// Opens the section of footnotes before the first one.
  mutating func openFootnotes(_ index: Int) {
    guard document.nodes[index].detail == 1 else { return }
    startLine()
    write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
  }

  /// Closes the section of footnotes after the last one.
  mutating func closeFootnotes(after node: OpenNode) {
    guard node.kind == .footnoteDefinition, node.end == document.nodes.count else { return }
    write("</ol>\n</section>\n")
  }

  /// Opens a footnote.
  mutating func openFootnote(_ node: Node) {
    write("<li id=\"")
    writeFootnoteID("fn-", node.text, ordinal: 1)
    write("\">\n")
  }

  /// Closes a footnote. If it does not end with a paragraph, its back links follow the last block.
  mutating func closeFootnote(_ node: OpenNode) {
    let children = document.children(of: node.index)
    let last = children.reduce(nil) { $1 as Int? }
    if last.map({ document.nodes[$0].kind != .paragraph }) ?? true {
      writeBackLinks(of: document.nodes[node.index])
      write("\n")
    }
    write("</li>\n")
  }

  /// Writes a reference to a footnote as a raised, linked number.
  mutating func writeFootnoteReference(_ node: Node, _ index: Int) {
    let footnote = document.footnotes[Int(node.detail) - 1]
    let ordinal = footnote.ordinal(of: index)
    write("<sup class=\"footnote-ref\"><a href=\"#")
    writeFootnoteID("fn-", footnote.label, ordinal: 1)
    write("\" id=\"")
    writeFootnoteID("fnref-", footnote.label, ordinal: ordinal)
    write("\" data-footnote-ref>")
    writeNumber(node.detail)
    write("</a></sup>")
  }

  /// Appends the links from the end of a footnote back to each of its references.
  package mutating func writeBackLinks(of definition: Node) {
    let footnote = document.footnotes[Int(definition.detail) - 1]
    for ordinal in 1...max(1, footnote.references.count) {
      if ordinal > 1 { write(" ") }
      write("<a href=\"#")
      writeFootnoteID("fnref-", footnote.label, ordinal: ordinal)
      write("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
      writeOrdinal(definition.detail, ordinal)
      write("\" aria-label=\"Back to reference ")
      writeOrdinal(definition.detail, ordinal)
      write("\">↩")
      if ordinal > 1 {
        write("<sup class=\"footnote-ref\">")
        writeNumber(ordinal)
        write("</sup>")
      }
      write("</a>")
    }
  }

  private mutating func writeOrdinal(_ number: Int32, _ ordinal: Int) {
    writeNumber(number)
    guard ordinal > 1 else { return }
    write("-")
    writeNumber(ordinal)
  }

  private mutating func writeFootnoteID(_ start: StaticString, _ label: ByteRange, ordinal: Int) {
    write(start)
    output.address(footnotePrefix[...])
    output.address(document.text[label.range])
    guard ordinal > 1 else { return }
    write("-")
    writeNumber(ordinal)
  }
}
