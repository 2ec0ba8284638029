/// What the search index takes from a page: its language, its filters, and the element with the text that is searched.
/// Two pages with the same searched text give the same index.
struct SearchedText: Equatable {
  private let bytes: [UInt8]

  /// nil if the page has no element with the attribute `data-pagefind-body`.
  init?(_ page: [UInt8]) {
    guard let start = page.firstRange(of: Self.attribute)?.lowerBound else { return nil }
    let end = page[start...].firstRange(of: Self.end)?.upperBound ?? page.count
    var bytes = Self.tags("<html", in: page[..<start]) + Self.tags("<meta name=\"search-", in: page[..<start])
    var rest = page[start..<end]
    while let script = rest.firstRange(of: Self.script) {
      bytes += rest[..<script.lowerBound]
      let after = rest[script.upperBound...]
      rest = after[(after.firstRange(of: Self.scriptEnd)?.upperBound ?? after.endIndex)...]
    }
    self.bytes = bytes + rest
  }

  /// Whether a page has searched text.
  static func isIn(_ page: [UInt8]) -> Bool { page.firstRange(of: attribute) != nil }

  private static let attribute = Array("data-pagefind-body".utf8)
  private static let end = Array("</main>".utf8)
  private static let script = Array("<script".utf8)
  private static let scriptEnd = Array("</script>".utf8)

  /// The tags that begin with `start`.
  private static func tags(_ start: String, in bytes: ArraySlice<UInt8>) -> [UInt8] {
    var tags: [UInt8] = []
    var rest = bytes
    while let found = rest.firstRange(of: Array(start.utf8)) {
      let tag = rest[found.lowerBound...].prefix { $0 != UInt8(ascii: ">") }
      tags += tag
      rest = rest[tag.endIndex...]
    }
    return tags
  }
}
