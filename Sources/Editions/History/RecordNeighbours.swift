import Content
import Graph
import Synchronization

/// For each position of the site, the nearest ones of the same party on the same issue with an earlier and with a later date,
/// including those that only editions remember.
package final class RecordNeighbours: Sendable {
  /// The nearest positions of one.
  package struct Neighbours: Sendable {
    /// One whose last day is before the first day of the position; nil: there is none.
    package fileprivate(set) var earlier: RecordedPosition?
    /// The first one, as pages list them, of those with the nearest later date; nil: there is none.
    package fileprivate(set) var later: RecordedPosition?
  }

  /// Pairs with at least so many positions are read once and not at each question, so that the work grows with the positions.
  private static let many = 8

  private let record: RecordHistory
  /// For pairs with many positions that were asked for, the neighbours of the positions of each date.
  private let known = Mutex<[PartyOnIssue: [DayInterval: Neighbours]]>([:])

  package init(_ record: RecordHistory) { self.record = record }

  /// The neighbours of a position; none if it has no date.
  package func of(_ id: ID<Position>) -> Neighbours {
    let position = record.graph.positions[id.index]
    guard let own = position.interval else { return Neighbours() }
    let pair = PartyOnIssue(position.party, on: position.issue)
    let present = record.graph.positions(of: pair.party, on: pair.issue)
    if present.count < Self.many {
      let dates = dates(of: pair, present)
      return dates.firstIndex { $0.interval == own }.map { neighbours(at: $0, in: dates) } ?? Neighbours()
    }
    if let found = known.withLock({ $0[pair] }) { return found[own] ?? Neighbours() }
    let dates = dates(of: pair, present)
    let found = Dictionary(
      dates.indices.map { (dates[$0].interval, neighbours(at: $0, in: dates)) },
      uniquingKeysWith: { first, _ in first })
    known.withLock { $0[pair] = found }
    return found[own] ?? Neighbours()
  }

  /// The dates of a pair's positions, newest first, each with the first position that has it, because many may have the same one.
  private func dates(
    of pair: PartyOnIssue, _ present: ArraySlice<ID<Position>>
  ) -> [(interval: DayInterval, first: RecordedPosition)] {
    var dates: [(interval: DayInterval, first: RecordedPosition)] = []
    dates.reserveCapacity(present.count)
    for position in record.merged(Array(present), record.remembered(on: pair.issue, of: pair.party)) {
      guard let interval = record.dates(of: position).held, interval != dates.last?.interval else { continue }
      dates.append((interval, position))
    }
    return dates
  }

  private func neighbours(
    at place: Int, in dates: [(interval: DayInterval, first: RecordedPosition)]
  ) -> Neighbours {
    let own = dates[place].interval
    return Neighbours(
      earlier: dates[(place + 1)...].first { $0.interval.last < own.first }?.first,
      later: dates[..<place].last { $0.interval.first > own.last }?.first)
  }
}
