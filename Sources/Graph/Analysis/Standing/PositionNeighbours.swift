import Content

/// For each position, the nearest ones of the same party on the same issue with an earlier and with a later date.
package struct PositionNeighbours: Sendable {
  private let graph: IssueGraph

  package init(_ graph: IssueGraph) { self.graph = graph }

  /// The nearest position with an earlier date: one whose last day is before the first day of `position`; nil: there is none.
  package func earlier(than id: ID<Position>) -> ID<Position>? {
    let position = graph.positions[id.index]
    guard let own = position.interval else { return nil }
    let all = graph.positions(of: position.party, on: position.issue)
    return all[end(of: position.packedDate, in: all)...].first {
      graph.positions[$0.index].interval.map { $0.last < own.first } ?? false
    }
  }

  /// The nearest position with a later date; the first one, as pages list them, of those with that date. Nil: there is none.
  package func later(than id: ID<Position>) -> ID<Position>? {
    let position = graph.positions[id.index]
    guard let own = position.interval else { return nil }
    let all = graph.positions(of: position.party, on: position.issue)
    var found: (id: ID<Position>, interval: DayInterval)?
    for id in all[..<start(of: position.packedDate, in: all)].reversed() {
      guard let interval = graph.positions[id.index].interval else { continue }
      if let found, interval != found.interval { break }
      if interval.first > own.last { found = (id, interval) }
    }
    return found?.id
  }

  /// The place of the first position with a date, or a later place of an older one, in a list that begins with the newest.
  private func start(of date: PackedDate, in all: ArraySlice<ID<Position>>) -> Int {
    all.partition { graph.positions[$0.index].packedDate <= date }
  }

  /// The place after the last position with a date. Positions of one date begin on the same day, so none is earlier than another.
  private func end(of date: PackedDate, in all: ArraySlice<ID<Position>>) -> Int {
    all.partition { graph.positions[$0.index].packedDate < date }
  }
}
