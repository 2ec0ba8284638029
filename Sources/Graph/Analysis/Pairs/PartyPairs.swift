import Content
import Diagnostics

/// The pairs of parties that a site compares: those in `pairs:`, otherwise all that share a table.
///
/// Diagnostics: `unknown-name` and `invalid-value`, at the names in `site.yml`.
package struct PartyPairs: Sendable {
  /// The largest number of parties with positions for which all pairs that share a table are compared.
  package static let mostParties = Limit.pairedParties.value

  /// Without duplicates; named pairs in the author's order, otherwise by parties.
  package private(set) var pairs: [PartyPair] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// The pairs by their parties, in both orders.
  private var pairsByParties: [PartyPair: PartyPair] = [:]

  /// No pairs.
  package init() {}

  package init(_ graph: IssueGraph) {
    if let named = graph.settings.pairs {
      let names = SubjectNames(graph)
      let most = graph.settings.limits[.comparedPairs]
      for pair in named.prefix(most) { add(pair, names) }
      if let next = named.dropFirst(most).first { reportTooMany(named.count, most, from: next) }
    } else if graph.parties.count(where: { !graph.positionsOfParty[$0.id].isEmpty }) <= Self.mostParties {
      for pair in Self.sharing(graph) { add(pair) }
    }
  }

  private mutating func reportTooMany(_ count: Int, _ most: Int, from next: AuthoredPair) {
    diagnostics.append(
      Diagnostic(
        .tooManyPairs, at: Place(path: next.sourcePath, range: next.first.range),
        "“pairs:” names \(count) pairs; those after the first \(most) are not compared",
        suggestion: Suggestion(
          "leave some out, or raise the limit with “limits: {\(Limit.comparedPairs.name): …}” in site.yml")))
  }

  private mutating func add(_ pair: PartyPair) {
    guard pairsByParties[pair] == nil else { return }
    pairs.append(pair)
    pairsByParties[pair] = pair
    pairsByParties[PartyPair(pair.second, pair.first)] = pair
  }

  /// The pairs that include `party`.
  package func pairs(of party: ID<Party>) -> [PartyPair] {
    pairs.filter { $0.other(than: party) != nil }
  }

  /// The pair of two parties, whichever is on the left; nil: they are not compared.
  package func pair(of one: ID<Party>, _ other: ID<Party>) -> PartyPair? {
    pairsByParties[PartyPair(one, other)]
  }

  private mutating func add(_ pair: AuthoredPair, _ names: SubjectNames) {
    let found = [pair.first, pair.second].map { name in
      let party = names.party(name.text)
      if party == nil { report(name, of: pair, names) }
      return party
    }
    guard let first = found[0], let second = found[1] else { return }
    guard first != second else {
      diagnostics.append(
        Diagnostic(
          .invalidValue, at: Place(path: pair.sourcePath, range: pair.second.range),
          "“\(pair.first.text)” and “\(pair.second.text)” are the same party; a party cannot be compared with itself"
        ))
      return
    }
    add(PartyPair(first, second))
  }

  private mutating func report(_ name: AuthoredName, of pair: AuthoredPair, _ names: SubjectNames) {
    diagnostics.append(
      Diagnostic(
        .unknownName, at: Place(path: pair.sourcePath, range: name.range),
        "unknown party “\(name.text)”",
        suggestion: names.partyName(near: name.text).map {
          Suggestion("did you mean “\($0)”?", replacement: $0)
        }))
  }

  /// The pairs whose parties both have a column (or row) in one table, by parties.
  private static func sharing(_ graph: IssueGraph) -> [PartyPair] {
    var shared: Set<PartyPair> = []
    for comparison in graph.comparisons {
      let parties = Set(
        (comparison.columns + comparison.rows).compactMap {
          if case .party(let party) = $0 { party } else { nil }
        }
      ).filter { !graph.positionsOfParty[$0].isEmpty }.sorted()
      for (place, first) in parties.enumerated() {
        for second in parties[(place + 1)...] { shared.insert(PartyPair(first, second)) }
      }
    }
    return shared.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
