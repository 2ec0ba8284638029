import Content

/// The issues or parties of two states whose files exchanged their names: the file of A now says B, and that of B says A.
/// Reports name them by their names, so each is still the one with its name, not the one at its address.
package struct SwappedNames: Sendable, Hashable {
  /// The slugs in the later state, by those in the earlier one.
  package private(set) var slugs: [String: String] = [:]

  /// - Parameters:
  ///   - before: the slugs and names in the earlier state.
  ///   - after: those in the later state.
  package init(_ before: [(slug: String, name: String)], _ after: [(slug: String, name: String)]) {
    let names = Dictionary(after.map { ($0.slug, $0.name) }) { first, _ in first }
    let renamed = before.filter { old in
      names[old.slug].map { $0 != old.name && NameKey($0) != NameKey(old.name) } ?? false
    }
    if renamed.count < 2 { return }
    let old = Dictionary(renamed.map { ($0.slug, NameKey($0.name)) }) { first, _ in first }
    let places = Dictionary(after.map { (NameKey($0.name), $0.slug) }) { first, _ in first }
    for start in old.keys where slugs[start] == nil {
      var ring: [(from: String, to: String)] = []
      var slug = start
      while ring.count < old.count, let name = old[slug], let next = places[name], old[next] != nil {
        ring.append((slug, next))
        slug = next
        if slug == start { break }
      }
      if slug == start, ring.count > 1 { for step in ring { slugs[step.from] = step.to } }
    }
  }
}
