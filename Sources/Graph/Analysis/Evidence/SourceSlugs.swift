import Content
import Text

/// Gives each source the last part of the address of its page, which is also the key of an entry for it; no two have the same.
package struct SourceSlugs: Sendable {
  /// The slugs that were published.
  private let published: Set<String>
  private var taken: Set<String> = []

  package init(published: Set<String> = []) { self.published = published }

  /// The slug of a key or of an address as `SourceAddress` compares it. One that had to be told apart from another when it was
  /// published stays as it is.
  package mutating func slug(of text: String) -> String {
    let slug = Slug.of(text)
    let other = String(slug.prefix(80)) + "-" + StableHash(Array(text.utf8)).digits.prefix(8)
    // Pages of the list have addresses such as `sources/page-2`.
    let isOfList = slug.hasPrefix("page-") && slug.dropFirst(5).allSatisfy(\.isNumber)
    if !isOfList, !published.contains(other), taken.insert(slug).inserted { return slug }
    taken.insert(other)
    return other
  }

  /// The slugs that the page of an address may have had.
  package static func candidates(for text: String) -> [String] {
    var slugs = SourceSlugs()
    return [slugs.slug(of: text), slugs.slug(of: text)]
  }
}
