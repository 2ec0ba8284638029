import Content

/// A position of a party's standing on an issue that is older than it should be without having been reviewed.
///
/// Superseded positions, and those of parties that have ended, are history and never stale; undated ones cannot be told. How
/// long a position holds, its report says, else its issue, else the site. `reviewed:` of the report counts as a new date for
/// all of its positions.
package struct StalePosition: Sendable, Hashable {
  package let position: ID<Position>
  /// The start of the period: the position's date, or the day of a later review.
  package let since: PartialDate
  /// The first day on which it is due.
  package let due: PartialDate
  package let period: ReviewPeriod

  /// The due positions, the longest overdue first, then by position; and how many there are to look at.
  static func all(in graph: IssueGraph, today: PartialDate) -> (stale: [StalePosition], counts: ReviewCounts)
  {
    let isAskedFor =
      graph.settings.reviewAfter != nil || graph.issues.contains { $0.file?.reviewAfter != nil }
      || graph.reports.contains { $0.report.reviewAfter != nil }
    var stale: [StalePosition] = []
    var counts = ReviewCounts()
    let day = DayInterval(today).last
    for issue in graph.issues {
      for standing in graph.standings[issue.id]
      where graph.lifetimes.end(of: standing.party, by: day) == nil {
        counts.current += standing.positions.count
        for id in isAskedFor ? standing.positions : [] {
          guard let position = StalePosition(id, in: graph) else { continue }
          counts.reviewed += 1
          if position.due <= today { stale.append(position) }
        }
      }
    }
    return (stale.sorted { ($0.due, $0.position) < ($1.due, $1.position) }, counts)
  }

  /// The next day after `today` on which positions become due, and how many do; nil: none ever will.
  package static func next(
    in graph: IssueGraph, after today: PartialDate
  ) -> (day: PartialDate, count: Int)? {
    var next: (day: PartialDate, count: Int)?
    for issue in graph.issues {
      for standing in graph.standings[issue.id] {
        for id in standing.positions {
          guard let due = StalePosition(id, in: graph)?.due, due > today,
            graph.lifetimes.end(of: standing.party, by: DayInterval(due).first) == nil
          else { continue }
          if let known = next, known.day < due { continue }
          next = (due, next?.day == due ? (next?.count ?? 0) + 1 : 1)
        }
      }
    }
    return next
  }

  /// nil: the position has no date, or no review period.
  private init?(_ id: ID<Position>, in graph: IssueGraph) {
    let position = graph.positions[id.index]
    let report = graph.reports[position.report.index].report
    let period =
      report.reviewAfter ?? graph.issues[position.issue.index].file?.reviewAfter ?? graph.settings.reviewAfter
    guard let period, let date = position.date else { return nil }
    let since = report.reviewed.map { max($0, date) } ?? date
    self.position = id
    self.since = since
    due = period.end(after: since)
    self.period = period
  }
}

/// How many positions can become due for review.
package struct ReviewCounts: Sendable, Hashable {
  /// The positions of all standings but those of parties that have ended.
  package internal(set) var current = 0
  /// Those of them with a date and a review period; the others can never become due.
  package internal(set) var reviewed = 0
}
