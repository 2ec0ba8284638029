import Text

/// Footnotes as GitHub writes them.
extension HTMLRenderer {
  /// Opens the section before the first footnote of the document.
  mutating func openFootnotes(_ index: Int) {
    guard document.nodes[index].detail == 1 else { return }
    startLine()
    write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
  }

  /// Closes the section after the last footnote.
  mutating func closeFootnotes(after frame: Frame) {
    guard frame.kind == .footnoteDefinition, frame.end == document.nodes.count else { return }
    write("</ol>\n</section>\n")
  }

  mutating func openFootnote(_ node: Node) {
    write("<li id=\"")
    writeFootnoteID("fn-", node.text, ordinal: 1)
    write("\">\n")
  }

  mutating func closeFootnote(_ frame: Frame) {
    let children = document.children(of: frame.index)
    let last = children.reduce(nil) { $1 as Int? }
    if last.map({ document.nodes[$0].kind != .paragraph }) ?? true {
      writeBackLinks(of: document.nodes[frame.index])
      write("\n")
    }
    write("</li>\n")
  }

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

  /// Appends the links from a footnote's end to each place that refers to it.
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
    HTMLEscape.appendAddress(footnotePrefix[...], to: &output)
    HTMLEscape.appendAddress(document.text[label.range], to: &output)
    guard ordinal > 1 else { return }
    write("-")
    writeNumber(ordinal)
  }
}
