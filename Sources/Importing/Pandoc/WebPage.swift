/// Prepares a web page for pandoc.
package enum WebPage {
  /// A copy that pandoc reads as a browser does.
  package static func prepared(_ page: [UInt8]) -> [UInt8] {
    WebTables.completing(markingTitle(addingHead(page)))
  }

  /// A copy in which a title without the tags of the head, which HTML allows to be left out, has them: pandoc
  /// takes it for a paragraph of the text.
  package static func addingHead(_ page: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(page)
    var opening: Range<Int>?
    while let token = scanner.next() {
      switch token {
      case .close(let name, let range):
        guard name.lowercased() == "title", let opening else { continue }
        return page[..<opening.lowerBound] + Array("<head>".utf8)
          + page[opening.lowerBound..<range.upperBound]
          + Array("</head>".utf8) + page[range.upperBound...]
      case .open(let tag):
        let name = tag.name.lowercased()
        if name == "title" { opening = tag.range }
        guard name == "title" || metadata.contains(name) else { return page }
        if name == "style" || name == "script" { scanner.skip(toEndOf: name) }
      case .text(let text) where opening == nil:
        guard text.allSatisfy(\.isWhitespace) else { return page }
      default: break
      }
    }
    return page
  }

  /// The elements that may come before the title and do not end the head.
  private static let metadata: Set = ["html", "meta", "link", "base", "style", "script"]

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
