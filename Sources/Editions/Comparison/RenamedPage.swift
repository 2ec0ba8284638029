import Graph

/// The page of an issue or a party that has another address now, because its name changed or was merged with another one.
package struct RenamedPage: Sendable, Hashable {
  /// The old address, such as `parties/north`.
  package let address: String
  /// The present address.
  package let target: String
  /// The present name.
  package let name: String

  /// The renamed ones of the newest published state.
  ///
  /// - Parameter published: the oldest first.
  /// - Returns: issues, then parties, each by their old slugs.
  package static func all(from published: [Edition], to now: Edition) -> [RenamedPage] {
    guard let last = published.last else { return [] }
    let cells = CellComparison(last, now, MatchedSubjects(last, now))
    return pages(
      "issues", last.issues.map(\.slug), now.issues.map { ($0.slug, $0.name) }, cells, \.issue
    ) { cells.subjects.issues.nameNow(ofEarlier: $0)?.slug }
      + pages("parties", last.parties.map(\.slug), now.parties.map { ($0.slug, $0.name) }, cells, \.party) {
        cells.subjects.parties.nameNow(ofEarlier: $0)?.slug
      }
  }

  /// - Parameter matched: the present slug by names and aliases.
  private static func pages(
    _ folder: String, _ before: [String], _ after: [(slug: String, name: String)], _ cells: CellComparison,
    _ slug: (FrozenPosition) -> String, matched: (String) -> String?
  ) -> [RenamedPage] {
    let names = Dictionary(after.map { ($0.slug, $0.name) }) { first, _ in first }
    let gone = before.filter { names[$0] == nil }
    if gone.isEmpty { return [] }
    var moved: [String: Set<String>] = [:]
    for (index, fate) in cells.fates.enumerated() {
      guard case .kept(let new) = fate else { continue }
      moved[slug(cells.before.positions[index]), default: []].insert(slug(cells.after.positions[new]))
    }
    return gone.sorted().compactMap { old in
      guard let new = matched(old) ?? moved[old]?.sorted().first, let name = names[new] else { return nil }
      return RenamedPage(address: "\(folder)/\(old)", target: "\(folder)/\(new)", name: name)
    }
  }
}
