import Content
import Diagnostics

/// The gaps of a site: what reports declare but do not compare, and positions that are due for review.
package struct Coverage: Sendable {
  /// By report; issues before parties; each in the author's order.
  package let gaps: [CoverageGap]
  /// By due date, the longest overdue first; then by position.
  package let stale: [StalePosition]
  /// The date to compare with.
  package let today: PartialDate
  /// Indices into `stale`, by issue, by party and by report.
  package let staleOfIssue: Edges<Issue, Position>
  package let staleOfParty: Edges<Party, Position>
  package let staleOfReport: Edges<ReportEntry, Position>
  /// Indices into `gaps`, by report.
  package let gapsOfReport: [Range<Int>]
  /// By issue: whether it is a core issue of a report but has no row in any table.
  package let issueHasNoRow: [Bool]
  /// By party: whether a report declares it as affected but no table has a column for it.
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

extension Coverage {
  /// The kinds of diagnostic that a caller can ask for.
  package enum Concern: String, Sendable, Hashable, CaseIterable {
    case gaps, stale

    /// The diagnostic for this kind.
    package var id: DiagnosticID {
      switch self {
      case .gaps: .coverageGap
      case .stale: .stalePosition
      }
    }
  }

  /// Gaps and stale positions as diagnostics. A build does not report them; only `check --fail-on` does.
  package func diagnostics(_ concerns: Set<Concern>, of graph: IssueGraph) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if concerns.contains(.gaps) { diagnostics += gaps.map { Self.diagnostic($0, graph) } }
    if concerns.contains(.stale) { diagnostics += stale.map { Self.diagnostic($0, graph) } }
    return diagnostics
  }

  private static func diagnostic(_ gap: CoverageGap, _ graph: IssueGraph) -> Diagnostic {
    let header = graph.reports[gap.report.index].report.header
    let place = Place(path: header.sourcePath, range: gap.range)
    let name = graph.name(of: gap.subject)
    switch gap.subject {
    case .issue:
      let others = gap.isNowhere ? ", and neither does any other report" : ""
      return Diagnostic(
        .coverageGap, at: place,
        "“\(name)” is a core issue, but no table in this report has a row for it\(others)",
        suggestion: Suggestion("add a row, or remove the name from “core-issues”"))
    case .party:
      let others = gap.isNowhere ? ", and neither does any other report" : ""
      return Diagnostic(
        .coverageGap, at: place,
        "“\(name)” is listed in “affects”, but no table in this report has a column for it\(others)",
        suggestion: Suggestion("add a column, or remove the name from “affects”"))
    }
  }

  private static func diagnostic(_ stale: StalePosition, _ graph: IssueGraph) -> Diagnostic {
    let position = graph.positions[stale.position.index]
    let header = graph.reports[position.report.index].report.header
    let place = Place(path: header.sourcePath, range: header.document.nodes[position.cell].source.range)
    let party = graph.parties[position.party.index].name
    let issue = graph.issues[position.issue.index].name
    return Diagnostic(
      .stalePosition, at: place,
      "the newest position of “\(party)” on “\(issue)” was due for review on \(stale.due), "
        + "\(stale.period) after \(stale.since)",
      suggestion: Suggestion(
        "add the current position to a newer report, or set “reviewed:” in this one to the date of the review"
      ))
  }
}
