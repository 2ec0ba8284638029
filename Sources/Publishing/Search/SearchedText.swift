import Text

/// What the search index takes from a page, as a page for Pagefind: language, title and filters, and the text of the element
/// that is searched, with its headings and the places that results lead to.
///
/// The work of Pagefind grows with the elements of a page, and hardly one in ten matters for the index. Two pages with the same
/// searched text give the same index.
struct SearchedText: Equatable {
  /// A page of HTML.
  let page: [UInt8]

  /// What Pagefind takes from `page`; nil if it has no element with the attribute `data-pagefind-body`.
  ///
  /// A page whose tags do not match, or with other instructions for Pagefind, is taken as a whole.
  init?(_ page: [UInt8]) {
    guard let mark = page.firstRange(of: Self.attribute, in: 0..<page.count) else { return nil }
    self.page = Self.shortened(page, mark) ?? page
  }

  /// Whether a page has searched text.
  static func isIn(_ page: [UInt8]) -> Bool { page.firstRange(of: attribute, in: 0..<page.count) != nil }

  /// nil if the page must be taken as a whole.
  private static func shortened(_ page: [UInt8], _ mark: Range<Int>) -> [UInt8]? {
    guard let start = page[..<mark.lowerBound].lastIndex(of: UInt8(ascii: "<")) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(page.count / 4)
    for (tag, end) in [(language, tagEnd), (title, titleEnd)] {
      guard let found = page.firstRange(of: tag, in: 0..<start),
        let last = page.firstRange(of: end, in: found.upperBound..<start)
      else { continue }
      text += page[found.lowerBound..<last.upperBound]
    }
    var place = 0
    while let found = page.firstRange(of: prefix, in: place..<start) {
      // Filters are tags in the head of the page.
      guard let tag = page[..<found.lowerBound].lastIndex(of: UInt8(ascii: "<")),
        page[tag...].starts(with: filter),
        let end = page.firstRange(of: tagEnd, in: found.upperBound..<start)?.upperBound
      else { return nil }
      text += page[tag..<end]
      place = end
    }
    guard let (body, end) = page.withUnsafeBytes({ PageReduction.body(of: $0, at: start) }),
      page.firstRange(of: prefix, in: end..<page.count) == nil
    else { return nil }
    return text + opening + body + closing
  }

  private static let prefix = Array("data-pagefind-".utf8)
  private static let attribute = Array("data-pagefind-body".utf8)
  private static let language = Array("<html".utf8)
  private static let title = Array("<title".utf8)
  private static let titleEnd = Array("</title>".utf8)
  private static let filter = Array("<meta ".utf8)
  private static let tagEnd = Array(">".utf8)
  private static let opening = Array("<body><main data-pagefind-body>".utf8)
  private static let closing = Array("</main></body></html>\n".utf8)
}
