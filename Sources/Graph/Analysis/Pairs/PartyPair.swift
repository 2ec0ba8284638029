/// Two parties that are compared with each other.
package struct PartyPair: Sendable, Hashable {
  /// The one whose positions stand on the left.
  package let first: ID<Party>
  package let second: ID<Party>

  package init(_ first: ID<Party>, _ second: ID<Party>) {
    self.first = first
    self.second = second
  }

  /// The pair's other party; nil: `party` is not one of the two.
  package func other(than party: ID<Party>) -> ID<Party>? {
    party == first ? second : party == second ? first : nil
  }

  /// The same two parties, whichever of them stands on the left.
  func isSame(as other: PartyPair) -> Bool {
    self == other || PartyPair(second, first) == other
  }
}

extension IssueGraph {
  /// The last part of the address of a pair's page: `russia--united-states`.
  ///
  /// Two hyphens join the slugs, as in anchors: no slug has two in a row or one at an end, so different pairs never
  /// share an address (with a word between them, “x-and-y” against “z” would be “x” against “y-and-z”). The slug that
  /// sorts first comes first, so that swapping a pair in `site.yml` moves no page.
  package func slug(of pair: PartyPair) -> String {
    let slugs = [parties[pair.first.index].slug, parties[pair.second.index].slug].sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return slugs.joined(separator: "--")
  }
}
