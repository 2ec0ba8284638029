import Text

/// Two parties that are compared with each other.
package struct PartyPair: Sendable, Hashable {
  /// The one that is shown on the left.
  package let first: ID<Party>
  package let second: ID<Party>

  package init(_ first: ID<Party>, _ second: ID<Party>) {
    self.first = first
    self.second = second
  }

  /// The pair's other party; nil: `party` is not part of the pair.
  package func other(than party: ID<Party>) -> ID<Party>? {
    party == first ? second : party == second ? first : nil
  }
}

extension IssueGraph {
  /// The last part of the address of a pair's page, such as `russia--united-states`.
  ///
  /// Two hyphens join the slugs, as in anchors. No slug contains two in a row or has one at an end, so
  /// different pairs never share an address (with a word between them, “x-and-y” with “z” would be the same
  /// as “x” with “y-and-z”). The slugs are sorted, so that swapping a pair in `site.yml` does not move its
  /// page.
  package func slug(of pair: PartyPair) -> String {
    let slugs = [parties[pair.first.index].slug, parties[pair.second.index].slug].sortedByBytes()
    return slugs.joined(separator: "--")
  }
}
