import Content

/// A position of a party's standing on an issue, older than it should be without having been looked at again.
///
/// Superseded positions are history and never stale; undated ones cannot be told. How long a position holds, its report
/// says, else its issue, else the site. `reviewed:` of the report counts as a new date for all of its positions.
package struct StalePosition: Sendable, Hashable {
  package let position: ID<Position>
  /// The start of the period: the position's date, or the day of a later review.
  package let since: PartialDate
  /// The first day on which it is due.
  package let due: PartialDate
  package let period: ReviewPeriod

  static func all(in graph: IssueGraph, today: PartialDate) -> [StalePosition] {
    let isAskedFor =
      graph.settings.reviewAfter != nil || graph.issues.contains { $0.file?.reviewAfter != nil }
      || graph.reports.contains { $0.report.reviewAfter != nil }
    guard isAskedFor else { return [] }
    var stale: [StalePosition] = []
    for issue in graph.issues {
      for standing in graph.standings[issue.id] {
        for id in standing.positions {
          if let position = StalePosition(id, in: graph, today: today) { stale.append(position) }
        }
      }
    }
    return stale.sorted { ($0.due, $0.position) < ($1.due, $1.position) }
  }

  /// nil: the position is not due, has no date, or has no review period.
  private init?(_ id: ID<Position>, in graph: IssueGraph, today: PartialDate) {
    let position = graph.positions[id.index]
    let report = graph.reports[position.report.index].report
    let period =
      report.reviewAfter ?? graph.issues[position.issue.index].file?.reviewAfter ?? graph.settings.reviewAfter
    guard let period, let date = position.date else { return nil }
    let since = report.reviewed.map { max($0, date) } ?? date
    let due = period.end(after: since)
    guard due <= today else { return nil }
    self.position = id
    self.since = since
    self.due = due
    self.period = period
  }
}
