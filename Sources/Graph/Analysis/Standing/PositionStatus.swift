import Content

/// Whether a position is what its party holds; raw values are the words in data files.
package enum PositionStatus: String, Sendable, Hashable {
  /// Part of its party's standing on the issue.
  case current
  /// Part of the standing of a party that has ended.
  case heldUntil = "held-until"
  /// A newer position replaced it.
  case superseded
  /// Its date begins after the day of the build.
  case future
}

extension IssueGraph {
  /// The status of each position, by position.
  package func statuses() -> [PositionStatus] {
    var statuses = positions.map { standings.isPossible($0) ? PositionStatus.superseded : .future }
    for issue in issues {
      for standing in standings[issue.id] {
        let status: PositionStatus = standing.heldUntil == nil ? .current : .heldUntil
        for id in standing.positions { statuses[id.index] = status }
      }
    }
    return statuses
  }

  /// The standing of the party of a position on its issue; empty only where all dates begin after the build's day.
  package func standing(ofPairOf id: ID<Position>) -> ArraySlice<ID<Position>> {
    let position = positions[id.index]
    return standings[position.issue, position.party]?.positions ?? []
  }

  /// Whether the date of a position begins after the build's day, so that it is not current yet.
  package func isFuture(_ id: ID<Position>) -> Bool { !standings.isPossible(positions[id.index]) }

  /// When a position was held and reported.
  package func dates(of id: ID<Position>) -> RecordedDates { standings.dates(of: positions[id.index]) }

  /// Those of `ids`, positions of one party on one issue, that none of the others supersedes, in the order of `ids`.
  /// Positions that begin after the build's day have to be left out before.
  package func standing(of ids: some Collection<ID<Position>>) -> [ID<Position>] {
    standings.standing(of: ids, among: positions)
  }

  /// Whether the record of a day has a position; a month or a year means its last day.
  package func isRecorded(_ id: ID<Position>, by day: PartialDate) -> Bool {
    dates(of: id).isRecorded(by: day)
  }

  /// Whether the record of a day has a silent cell.
  package func isRecorded(_ cell: SilentCell, by day: PartialDate) -> Bool {
    RecordedDates(held: cell.interval, reported: reports[cell.report.index].report.interval).isRecorded(
      by: day)
  }
}
