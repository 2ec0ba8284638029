import Content
import Text

/// Gives each source the last part of the address of its page, which is also the key of an entry for it; no two have the same.
package struct SourceSlugs: Sendable {
  /// The slugs that were published.
  private let published: Set<String>
  /// The addresses, as `SourceAddress` compares them, of the sources without an entry that were published under slugs.
  private let owners: [String: String]
  private var taken: Set<String> = []

  package init(published: Set<String> = [], owners: [String: String] = [:]) {
    self.published = published
    self.owners = owners
  }

  /// The slug of a key or of an address as `SourceAddress` compares it. One that had to be told apart from another when it was
  /// published stays as it is.
  ///
  /// - Parameter address: that of the source with the key, as `SourceAddress` compares it; nil: it has none. Published slugs of
  ///   other addresses are not given to it.
  package mutating func slug(of text: String, at address: String? = nil) -> String {
    let slug = Slug.of(text)
    let other = String(slug.prefix(80)) + "-" + StableHash(Array(text.utf8)).digits.prefix(8)
    // Pages of the list have addresses such as `sources/page-2`.
    let isOfList = slug.hasPrefix("page-") && slug.dropFirst(5).allSatisfy(\.isNumber)
    let isFree = owners[slug].map { $0 == text || $0 == address } ?? true
    if !isOfList, isFree, !published.contains(other), taken.insert(slug).inserted { return slug }
    taken.insert(other)
    return other
  }

  /// The slugs that the page of an address may have had.
  package static func candidates(for text: String) -> [String] {
    var slugs = SourceSlugs()
    return [slugs.slug(of: text), slugs.slug(of: text)]
  }
}
