import Content

/// The positions of certain parties up to a certain day, as selected by a live view.
package struct PositionChoice: Sendable {
  private let graph: IssueGraph
  /// By party; nil: all parties.
  private let isChosen: [Bool]?
  /// `.none`: no limit.
  private let limit: PackedDate
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
    let limit = PackedDate(view.asOf).end
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
    _ id: ID<Position>, _ graph: IssueGraph, _ isChosen: [Bool]?, _ limit: PackedDate
  ) -> Bool {
    let position = graph.positions[id.index]
    if let isChosen, !isChosen[position.party.index] { return false }
    return limit == .none || position.packedDate != .none && position.packedDate <= limit
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

  /// The latest selected position of each party on an issue, by party.
  package func latestPositions(on issue: ID<Issue>) -> [LatestPositions.Holding] {
    var latestPositions: [LatestPositions.Holding] = []
    for id in positions(on: issue) {
      let party = graph.positions[id.index].party
      if let place = latestPositions.firstIndex(where: { $0.party == party }) {
        let old = latestPositions[place]
        latestPositions[place] = LatestPositions.Holding(
          party: party, latest: old.latest, count: old.count + 1)
      } else {
        latestPositions.append(LatestPositions.Holding(party: party, latest: id, count: 1))
      }
    }
    return latestPositions.sorted { $0.party < $1.party }
  }
}
