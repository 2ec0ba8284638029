/// Links and images.
extension HTMLRenderer {
  mutating func openLink(_ node: Node) -> Bool {
    write("<a href=\"")
    writeAddress(node.text)
    write("\"")
    writeTitle(node.extra)
    write(">")
    return true
  }

  mutating func writeImage(_ node: Node, _ index: Int) {
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

  /// Appends an address, escaped for an attribute; appends nothing if the address has a scheme that is not trusted.
  package mutating func writeAddress(_ address: ByteRange) {
    let bytes = document.text[address.range]
    if trustsLinks || LinkSafety.isSafe(bytes) { output.address(bytes) }
  }

  /// Appends the text of a subtree, escaped, as the `alt` text of an image.
  package mutating func writeDescription(of index: Int) {
    for node in document.nodes[index + 1..<Int(document.nodes[index].end)] {
      switch node.kind {
      case .text, .code, .htmlInline: writeText(node.text)
      case .wikilink: writeWikilink(node)
      case .softBreak, .lineBreak: write(" ")
      default: break
      }
    }
  }
}
