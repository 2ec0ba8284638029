import Text

/// The openings of nodes, and the whole of nodes without children.
extension HTMLRenderer {
  /// Writes the opening of a node; false when its children are not to be written (or are written already).
  mutating func open(_ node: Node, _ index: Int, in parent: Frame?) -> Bool {
    switch node.kind {
    case .document: return true
    case .text: writeText(node.text)
    case .softBreak: output.append(ASCII.newline)
    case .lineBreak: write("<br />\n")
    case .code: writeCode(node)
    case .htmlInline: writeHTMLInline(node)
    case .footnoteReference: writeFootnoteReference(node, index)
    case .wikilink: writeText(node.extra.isEmpty ? node.text : node.extra)
    case .image: writeImage(node, index)
    case .emphasis: return opened("<em>")
    case .strong: return opened("<strong>")
    case .strikethrough: return opened("<del>")
    case .link: return openLink(node)
    default: return openBlock(node, index, in: parent)
    }
    return false
  }

  private mutating func opened(_ tag: StaticString) -> Bool {
    write(tag)
    return true
  }

  private mutating func openBlock(_ node: Node, _ index: Int, in parent: Frame?) -> Bool {
    switch node.kind {
    case .paragraph:
      if parent?.kind == .listItem, parent?.isTight == true { return true }
      startLine()
      write("<p>")
    case .heading:
      startLine()
      write("<h")
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: node.detail))
      write(">")
    case .blockQuote:
      startLine()
      write("<blockquote>\n")
    case .codeBlock: return writeCodeBlock(node)
    case .htmlBlock: return writeHTMLBlock(node)
    case .thematicBreak:
      startLine()
      write("<hr />\n")
      return false
    case .bulletList, .orderedList, .listItem: openList(node)
    case .table, .tableCaption, .tableRow, .tableCell: openTable(node, index, in: parent)
    case .callout, .calloutTitle, .figure: openSiteBlock(node, index)
    case .footnoteDefinition: openFootnote(node)
    default: return true
    }
    return true
  }

  private mutating func openList(_ node: Node) {
    startLine()
    switch node.kind {
    case .bulletList: write("<ul>\n")
    case .orderedList where node.detail == 1: write("<ol>\n")
    case .orderedList:
      write("<ol start=\"")
      writeNumber(node.detail)
      write("\">\n")
    default:
      write("<li>")
      if node.detail == 1 { write("<input type=\"checkbox\" disabled=\"\" /> ") }
      if node.detail == 2 { write("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ") }
    }
  }

  private mutating func writeCode(_ node: Node) {
    write("<code>")
    writeText(node.text)
    write("</code>")
  }

  private mutating func writeCodeBlock(_ node: Node) -> Bool {
    startLine()
    write("<pre")
    output += codeBlockAttributes
    write("><code")
    let language = document.text[node.extra.range].prefix { !$0.isSpace }
    if !language.isEmpty {
      write(" class=\"language-")
      HTMLEscape.append(language, to: &output)
      write("\"")
    }
    write(">")
    writeText(node.text)
    write("</code></pre>\n")
    return false
  }

  private mutating func openLink(_ node: Node) -> Bool {
    write("<a href=\"")
    writeAddress(node.text)
    write("\"")
    writeTitle(node.extra)
    write(">")
    return true
  }

  private mutating func writeImage(_ node: Node, _ index: Int) {
    write("<img src=\"")
    writeAddress(node.text)
    write("\" alt=\"")
    writeDescription(of: index)
    write("\"")
    writeTitle(node.extra)
    write(" />")
  }

  private mutating func writeTitle(_ title: ByteRange) {
    guard !title.isEmpty else { return }
    write(" title=\"")
    writeText(title)
    write("\"")
  }

  /// Appends an address for an attribute; nothing when its scheme is not trusted.
  package mutating func writeAddress(_ address: ByteRange) {
    let bytes = document.text[address.range]
    if trustsLinks || LinkSafety.isSafe(bytes) { HTMLEscape.appendAddress(bytes, to: &output) }
  }

  /// Appends the text of a subtree as an image's description has it, escaped.
  package mutating func writeDescription(of index: Int) {
    for node in document.nodes[index + 1..<Int(document.nodes[index].end)] {
      switch node.kind {
      case .text, .code, .htmlInline: writeText(node.text)
      case .wikilink: writeText(node.extra.isEmpty ? node.text : node.extra)
      case .softBreak, .lineBreak: write(" ")
      default: break
      }
    }
  }
}
