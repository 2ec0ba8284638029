import Graph

/// A list beside the main part of a page: the first elements, and the others folded under their number.
enum FoldedList {
  /// The number of elements in sight.
  static let shown = 5

  /// Writes a list of at most five elements, and one of the others.
  static func write<Elements: Collection>(
    _ elements: Elements, on page: PageLinks, into output: inout HTML,
    list: (Elements.SubSequence, inout HTML) -> Void
  ) {
    // One more takes no more room than the line that it would be folded under.
    let first = elements.count <= shown + 1 ? elements.count : shown
    list(elements.prefix(first), &output)
    if elements.count > first {
      fold(elements.count - first, on: page, into: &output) { list(elements.dropFirst(first), &$0) }
    }
  }

  /// Writes a number of elements, folded.
  static func fold(
    _ count: Int, on page: PageLinks, into output: inout HTML, content: (inout HTML) -> Void
  ) {
    output.raw("<details class=\"folded\">\n<summary>")
    page.site.words.write(.countMore, count: count, into: &output)
    output.raw("</summary>\n")
    content(&output)
    output.raw("</details>\n")
  }
}
