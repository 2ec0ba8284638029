import Text

/// Callouts, figures and HTML from authors who are not trusted with it.
extension HTMLRenderer {
  mutating func openSiteBlock(_ node: Node, _ index: Int) {
    switch node.kind {
    case .callout: openCallout(node, index)
    case .calloutTitle: write("<p class=\"callout-title\">")
    default:
      startLine()
      write("<figure>")
    }
  }

  private mutating func openCallout(_ node: Node, _ index: Int) {
    startLine()
    write("<aside class=\"callout callout-")
    writeText(node.text)
    write("\">\n")
    if index + 1 < Int(node.end), document.nodes[index + 1].kind == .calloutTitle { return }
    write("<p class=\"callout-title\">")
    let kind = document.text[node.text.range]
    if let letter = kind.first { output.append(letter.isLetter ? letter & 0xDF : letter) }
    HTMLEscape.append(kind.dropFirst(), to: &output)
    write("</p>\n")
  }

  /// Writes the caption: the image's title if it has one, else its description.
  mutating func closeFigure(_ frame: Frame) {
    write("<figcaption>")
    let title = document.nodes[frame.index + 1].extra
    if title.isEmpty { renderChildren(of: frame.index + 1) } else { writeText(title) }
    write("</figcaption></figure>\n")
  }

  // MARK: HTML

  mutating func writeHTMLInline(_ node: Node) {
    let html = document.text[node.text.range]
    if trustsHTML {
      output += html
    } else if let tag = HarmlessHTML.tag(html) {
      output += tag.utf8
    } else if !HarmlessHTML.isComment(html) {
      HTMLEscape.append(html, to: &output)
    }
  }

  mutating func writeHTMLBlock(_ node: Node) -> Bool {
    let html = document.text[node.text.range]
    if trustsHTML {
      startLine()
      output += html
      startLine()
    } else if !HarmlessHTML.isComment(html) {
      startLine()
      writeFiltered(html)
      startLine()
    }
    return false
  }

  /// Appends HTML with the tags of the short list as they are, without comments, and all else escaped.
  private mutating func writeFiltered(_ html: ArraySlice<UInt8>) {
    for piece in HarmlessHTML.pieces(html) {
      switch piece {
      case .tag(let tag): output += tag.utf8
      case .comment: break
      case .other(let range): HTMLEscape.append(html[range], to: &output)
      }
    }
  }
}
