import Content

/// For each position, the nearest ones of the same party on the same issue with an earlier and with a later date.
package struct PositionNeighbours: Sendable {
  /// By index of the position; nil: there is none.
  private var before: [ID<Position>?]
  private var after: [ID<Position>?]

  package init(_ graph: IssueGraph) {
    before = Array(repeating: nil, count: graph.positions.count)
    after = before
    for issue in graph.issues {
      // Newest first.
      var dated: [ID<Party>: [ID<Position>]] = [:]
      for id in graph.positionsOfIssue[issue.id] where graph.positions[id.index].interval != nil {
        dated[graph.positions[id.index].party, default: []].append(id)
      }
      for positions in dated.values where positions.count > 1 { connect(positions, graph) }
    }
  }

  /// The nearest position with an earlier date: one whose last day is before the first day of `position`; nil: there is none.
  package func earlier(than position: ID<Position>) -> ID<Position>? { before[position.index] }

  /// The nearest position with a later date; nil: there is none.
  package func later(than position: ID<Position>) -> ID<Position>? { after[position.index] }

  /// - Parameter positions: newest first.
  private mutating func connect(_ positions: [ID<Position>], _ graph: IssueGraph) {
    // One position for each date, because many may have the same one.
    var dates: [(interval: DayInterval, first: ID<Position>)] = []
    var places: [Int] = []
    for id in positions {
      guard let interval = graph.positions[id.index].interval else { continue }
      if dates.last?.interval != interval { dates.append((interval, id)) }
      places.append(dates.count - 1)
    }
    for (id, place) in zip(positions, places) {
      let own = dates[place].interval
      before[id.index] = dates[(place + 1)...].first { $0.interval.last < own.first }?.first
      after[id.index] = dates[..<place].last { $0.interval.first > own.last }?.first
    }
  }
}
