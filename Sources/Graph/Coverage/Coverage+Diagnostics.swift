import Content
import Diagnostics

extension Coverage {
  /// Which of the two kinds of complaint are wanted.
  package enum Concern: String, Sendable, Hashable, CaseIterable {
    case gaps, stale

    /// The diagnostic that speaks of it.
    package var id: DiagnosticID {
      switch self {
      case .gaps: .coverageGap
      case .stale: .stalePosition
      }
    }
  }

  /// Gaps and stale positions as complaints; a build does not make them, only who asks.
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
        "“\(name)” is a core issue, but no table of this report has a row for it\(others)",
        suggestion: Suggestion("add the row, or take the name out of “core-issues”"))
    case .party:
      let others = gap.isNowhere ? ", and neither does any other report" : ""
      return Diagnostic(
        .coverageGap, at: place,
        "“\(name)” is affected, but no table of this report has a column for it\(others)",
        suggestion: Suggestion("add the column, or take the name out of “affects”"))
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
        "write what it is now in a newer report, or put “reviewed:” with the day into this one"))
  }
}
