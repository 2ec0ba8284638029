import Content

/// The positions of certain parties up to a certain day, as selected by a live view.
package struct PositionChoice: Sendable {
  private let graph: IssueGraph
  /// By party; nil: all parties.
  private let isChosen: [Bool]?
  /// nil: no limit.
  private let limit: PartialDate?
  /// The issues to show: those that the view names, otherwise all with a selected position.
  package let issues: [ID<Issue>]
  /// The parties to show: those that the view names, otherwise all with a selected position on one of the
  /// issues.
  package private(set) var parties: [ID<Party>]

  package init(_ view: LiveView, in graph: IssueGraph) {
    self.graph = graph
    var isChosen: [Bool]?
    if let parties = view.parties {
      var chosen = [Bool](repeating: false, count: graph.parties.count)
      for party in parties { chosen[party.index] = true }
      isChosen = chosen
    }
    let limit = view.asOf
    self.isChosen = isChosen
    self.limit = limit
    parties = []
    issues =
      view.issues
      ?? graph.issues.map(\.id).filter { issue in
        graph.positionsOfIssue[issue].contains { Self.fits($0, graph, isChosen, limit) }
      }
    parties = view.parties ?? partiesWithPositions()
  }

  private static func fits(
    _ id: ID<Position>, _ graph: IssueGraph, _ isChosen: [Bool]?, _ limit: PartialDate?
  ) -> Bool {
    let position = graph.positions[id.index]
    if let isChosen, !isChosen[position.party.index] { return false }
    return limit.map { graph.isRecorded(id, by: $0) } ?? true
  }

  private func partiesWithPositions() -> [ID<Party>] {
    var isShown = [Bool](repeating: false, count: graph.parties.count)
    for issue in issues {
      for id in positions(on: issue) { isShown[graph.positions[id.index].party.index] = true }
    }
    return isShown.indices.filter { isShown[$0] }.map { ID($0) }
  }

  /// The selected positions on an issue, newest first.
  package func positions(on issue: ID<Issue>) -> [ID<Position>] {
    graph.positionsOfIssue[issue].filter { Self.fits($0, graph, isChosen, limit) }
  }

  /// The selected positions of one party on an issue, newest first.
  package func positions(on issue: ID<Issue>, of party: ID<Party>) -> [ID<Position>] {
    positions(on: issue).filter { graph.positions[$0.index].party == party }
  }

  /// The standing of each chosen party on an issue on that day, by party.
  package func standings(on issue: ID<Issue>) -> [Standing] {
    var lists: [ID<Party>: [ID<Position>]] = [:]
    for id in positions(on: issue) { lists[graph.positions[id.index].party, default: []].append(id) }
    return lists.compactMap { party, ids in
      Standing(
        party: party, positions: standing(of: ids)[...], count: ids.count, heldUntil: end(of: party))
    }.sorted { $0.party < $1.party }
  }

  /// The `to:` of a party that has ended on that day, or on the build's day; nil: it has not.
  package func end(of party: ID<Party>) -> PartialDate? {
    graph.lifetimes.end(of: party, by: limit.map { DayInterval($0).last })
  }

  /// The standing among the chosen positions of one party on an issue, newest first; empty: it has none.
  package func standing(of ids: [ID<Position>]) -> [ID<Position>] {
    graph.standing(of: ids.filter { !graph.isFuture($0) })
  }
}

extension IssueGraph {
  private struct PartyInReport: Hashable {
    let party: ID<Party>
    let report: ID<ReportEntry>
  }

  /// How many reports some positions are from, by party.
  package func reportCounts(of ids: some Sequence<ID<Position>>) -> [ID<Party>: Int] {
    var seen: Set<PartyInReport> = []
    var counts: [ID<Party>: Int] = [:]
    for id in ids {
      let position = positions[id.index]
      if seen.insert(PartyInReport(party: position.party, report: position.report)).inserted {
        counts[position.party, default: 0] += 1
      }
    }
    return counts
  }
}
