import Text

/// What the search index takes from a page: its language, its filters, and the element with the text that is searched.
/// Two pages with the same searched text give the same index.
struct SearchedText: Equatable {
  private let bytes: [UInt8]

  /// nil if the page has no element with the attribute `data-pagefind-body`.
  init?(_ page: [UInt8]) {
    guard let start = page.firstRange(of: Self.attribute, in: 0..<page.count)?.lowerBound else { return nil }
    let end = page.firstRange(of: Self.end, in: start..<page.count)?.upperBound ?? page.count
    var bytes = Self.tags(Self.language, in: page, until: start)
    bytes += Self.tags(Self.filter, in: page, until: start)
    var place = start
    while let script = page.firstRange(of: Self.script, in: place..<end) {
      bytes += page[place..<script.lowerBound]
      place = page.firstRange(of: Self.scriptEnd, in: script.upperBound..<end)?.upperBound ?? end
    }
    self.bytes = bytes + page[place..<end]
  }

  /// Whether a page has searched text.
  static func isIn(_ page: [UInt8]) -> Bool { page.firstRange(of: attribute, in: 0..<page.count) != nil }

  private static let attribute = Array("data-pagefind-body".utf8)
  private static let end = Array("</main>".utf8)
  private static let script = Array("<script".utf8)
  private static let scriptEnd = Array("</script>".utf8)
  private static let language = Array("<html".utf8)
  private static let filter = Array("<meta name=\"search-".utf8)

  /// The tags before `end` that begin with `start`.
  private static func tags(_ start: [UInt8], in page: [UInt8], until end: Int) -> [UInt8] {
    var tags: [UInt8] = []
    var place = 0
    while let found = page.firstRange(of: start, in: place..<end) {
      let tag = page[found.lowerBound..<end].prefix { $0 != UInt8(ascii: ">") }
      tags += tag
      place = tag.endIndex
    }
    return tags
  }
}
