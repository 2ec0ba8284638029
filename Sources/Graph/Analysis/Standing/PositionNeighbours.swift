import Content
import Synchronization

/// For each position, the nearest ones of the same party on the same issue with an earlier and with a later date.
package final class PositionNeighbours: Sendable {
  /// The nearest positions of one.
  private struct Neighbours: Sendable {
    let earlier: ID<Position>?
    let later: ID<Position>?
  }

  /// Pairs with at least so many positions are read once and not at each question, so that the work grows with the positions.
  private static let many = 64

  private let graph: IssueGraph
  /// The neighbours of the positions of pairs with many, as far as they were asked for.
  private let known = Mutex<[PartyOnIssue: [ID<Position>: Neighbours]]>([:])

  package init(_ graph: IssueGraph) { self.graph = graph }

  /// The nearest position with an earlier date: one whose last day is before the first day of `position`; nil: there is none.
  package func earlier(than id: ID<Position>) -> ID<Position>? {
    let position = graph.positions[id.index]
    guard let own = position.interval else { return nil }
    let all = graph.positions(of: position.party, on: position.issue)
    if all.count >= Self.many { return neighbours(of: position, among: all)?.earlier }
    return all[end(of: position.packedDate, in: all)...].first {
      graph.positions[$0.index].interval.map { $0.last < own.first } ?? false
    }
  }

  /// The nearest position with a later date; the first one, as pages list them, of those with that date. Nil: there is none.
  package func later(than id: ID<Position>) -> ID<Position>? {
    let position = graph.positions[id.index]
    guard let own = position.interval else { return nil }
    let all = graph.positions(of: position.party, on: position.issue)
    if all.count >= Self.many { return neighbours(of: position, among: all)?.later }
    var found: (id: ID<Position>, interval: DayInterval)?
    for id in all[..<start(of: position.packedDate, in: all)].reversed() {
      guard let interval = graph.positions[id.index].interval else { continue }
      if let found, interval != found.interval { break }
      if interval.first > own.last { found = (id, interval) }
    }
    return found?.id
  }

  private func neighbours(of position: Position, among all: ArraySlice<ID<Position>>) -> Neighbours? {
    let pair = PartyOnIssue(position.party, on: position.issue)
    if let found = known.withLock({ $0[pair] }) { return found[position.id] }
    let found = neighbours(of: all)
    known.withLock { $0[pair] = found }
    return found[position.id]
  }

  /// The neighbours of each position with a date.
  ///
  /// - Parameter all: the positions of a pair, newest first.
  private func neighbours(of all: ArraySlice<ID<Position>>) -> [ID<Position>: Neighbours] {
    // One position for each date, because many may have the same one.
    var dates: [(interval: DayInterval, first: ID<Position>)] = []
    var places: [(id: ID<Position>, place: Int)] = []
    for id in all {
      guard let interval = graph.positions[id.index].interval else { continue }
      if dates.last?.interval != interval { dates.append((interval, id)) }
      places.append((id, dates.count - 1))
    }
    let perDate = dates.indices.map { place in
      let own = dates[place].interval
      return Neighbours(
        earlier: dates[(place + 1)...].first { $0.interval.last < own.first }?.first,
        later: dates[..<place].last { $0.interval.first > own.last }?.first)
    }
    return Dictionary(places.map { ($0.id, perDate[$0.place]) }, uniquingKeysWith: { first, _ in first })
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
