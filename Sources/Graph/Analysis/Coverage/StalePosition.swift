import Content

/// A newest position of a party on an issue that is due for review.
///
/// Earlier positions are history and never stale; undated ones have no age. The review period comes from the
/// report, otherwise from the issue, otherwise from the site. `reviewed:` in a report restarts the period of
/// all its positions.
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
      for holding in graph.latestPositions[issue.id] {
        if let position = StalePosition(holding.latest, in: graph, today: today) { stale.append(position) }
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
