/// Pandoc's implicit figures: an image with a description or a title, alone in its paragraph.
enum Figure {
  /// Whether the paragraph at `block`, the last block of the list, is a figure.
  static func isFigure(_ list: NodeList, _ block: Int) -> Bool {
    let image = block + 1
    guard image < list.count, list[block].kind == .paragraph, list[image].kind == .image else { return false }
    return Int(list[image].end) == list.count && (list.count > image + 1 || !list[image].extra.isEmpty)
  }
}

extension HTMLRenderer {
  /// Opens a figure.
  mutating func openFigure() {
    startLine()
    write("<figure>")
  }

  /// Writes the caption and closes the figure. The caption is the image's title if it has one, otherwise its
  /// description.
  mutating func closeFigure(_ figure: OpenNode) {
    write("<figcaption>")
    let title = document.nodes[figure.index + 1].extra
    if title.isEmpty { renderChildren(of: figure.index + 1) } else { writeText(title) }
    write("</figcaption></figure>\n")
  }
}
