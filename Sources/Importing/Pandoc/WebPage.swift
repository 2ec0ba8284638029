/// Prepares a web page for pandoc.
package enum WebPage {
  /// A copy in which the title of a document, which word processors on the web write as a paragraph with the class `title`,
  /// is a heading: pandoc drops the classes of paragraphs.
  package static func markingTitle(_ page: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(page)
    var opening: Range<Int>?
    while let token = scanner.next() {
      switch token {
      case .open(let tag) where opening == nil && tag.name.lowercased() == "p":
        let classes = tag["class"]?.split(whereSeparator: \.isWhitespace) ?? []
        if classes.contains("title") || classes.contains("MsoTitle") { opening = tag.range }
      case .close(let name, let range) where name.lowercased() == "p":
        guard let opening else { continue }
        return page[..<opening.lowerBound] + Array("<h1>".utf8) + page[opening.upperBound..<range.lowerBound]
          + Array("</h1>".utf8) + page[range.upperBound...]
      default: break
      }
    }
    return page
  }
}
