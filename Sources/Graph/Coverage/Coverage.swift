import Content
import Diagnostics

/// What a site leaves open: declared and not compared, and said too long ago.
package struct Coverage: Sendable {
  /// By report, issues before parties, each in the author's order.
  package let gaps: [CoverageGap]
  /// By the day on which they were due, the longest overdue first; then by position.
  package let stale: [StalePosition]
  /// The day that decides.
  package let today: PartialDate
  /// Places in `stale`, by issue, by party and by report.
  package let staleOfIssue: Edges<Issue, Position>
  package let staleOfParty: Edges<Party, Position>
  package let staleOfReport: Edges<ReportEntry, Position>
  /// Places in `gaps` by report.
  package let gapsOfReport: [Range<Int>]
  /// By issue: declared as a core issue, and a row of no table at all.
  package let issueHasNoRow: [Bool]
  /// By party: declared as affected, and a column of no table at all.
  package let partyHasNoColumn: [Bool]

  package init(_ graph: IssueGraph, today: PartialDate) {
    self.today = today
    var gaps: [CoverageGap] = []
    var ranges: [Range<Int>] = []
    var issueHasNoRow = [Bool](repeating: false, count: graph.issues.count)
    var partyHasNoColumn = [Bool](repeating: false, count: graph.parties.count)
    for entry in graph.reports {
      let first = gaps.count
      for gap in CoverageGap.gaps(of: entry, in: graph) {
        gaps.append(gap)
        guard gap.isNowhere else { continue }
        switch gap.subject {
        case .issue(let id): issueHasNoRow[id.index] = true
        case .party(let id): partyHasNoColumn[id.index] = true
        }
      }
      ranges.append(first..<gaps.count)
    }
    self.gaps = gaps
    gapsOfReport = ranges
    self.issueHasNoRow = issueHasNoRow
    self.partyHasNoColumn = partyHasNoColumn
    let stale = StalePosition.all(in: graph, today: today)
    self.stale = stale
    staleOfIssue = Edges(
      count: graph.issues.count, pairs: stale.map { (graph.positions[$0.position.index].issue, $0.position) })
    staleOfParty = Edges(
      count: graph.parties.count, pairs: stale.map { (graph.positions[$0.position.index].party, $0.position) }
    )
    staleOfReport = Edges(
      count: graph.reports.count,
      pairs: stale.map { (graph.positions[$0.position.index].report, $0.position) })
  }
}
