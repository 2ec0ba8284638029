import Content
import Diagnostics

/// The gaps of a site: what reports declare but do not compare, positions that are due for review, and issues with one side.
package struct Coverage: Sendable {
  /// What reports declare and what of it is missing, by report; without those that declare nothing.
  package let declared: [DeclaredCoverage]
  /// The reports that name neither core issues nor affected parties, so that nothing is known to be missing.
  package let undeclared: [ID<ReportEntry>]
  /// Those with the most parties on their side first.
  package private(set) var oneSided: [OneSidedIssue]
  /// The number of issues with current positions on both sides.
  package private(set) var bothSides: Int
  /// By report; issues before parties; each in the author's order.
  package let gaps: [CoverageGap]
  /// By due date, the longest overdue first; then by position.
  package let stale: [StalePosition]
  /// How many current positions there are, and how many of them can become due.
  package let reviews: ReviewCounts
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
    let gaps = graph.reports.map { CoverageGap.gaps(of: $0, in: graph) }
    (declared, undeclared) = Self.declared(gaps, in: graph)
    var end = 0
    gapsOfReport = gaps.map { own in
      defer { end += own.count }
      return end..<(end + own.count)
    }
    self.gaps = gaps.flatMap(\.self)
    var issueHasNoRow = [Bool](repeating: false, count: graph.issues.count)
    var partyHasNoColumn = [Bool](repeating: false, count: graph.parties.count)
    for gap in self.gaps where gap.isNowhere {
      switch gap.subject {
      case .issue(let id): issueHasNoRow[id.index] = true
      case .party(let id): partyHasNoColumn[id.index] = true
      }
    }
    self.issueHasNoRow = issueHasNoRow
    self.partyHasNoColumn = partyHasNoColumn
    (oneSided, bothSides) = OneSidedIssue.all(in: graph)
    let (stale, reviews) = StalePosition.all(in: graph, today: today)
    self.stale = stale
    self.reviews = reviews
    let positions = stale.map { graph.positions[$0.position.index] }
    staleOfIssue = Edges(count: graph.issues.count, pairs: positions.map { ($0.issue, $0.id) })
    staleOfParty = Edges(count: graph.parties.count, pairs: positions.map { ($0.party, $0.id) })
    staleOfReport = Edges(count: graph.reports.count, pairs: positions.map { ($0.report, $0.id) })
  }

  /// The same after stances have changed, and nothing else.
  package func updatingSides(of graph: IssueGraph) -> Coverage {
    var next = self
    (next.oneSided, next.bothSides) = OneSidedIssue.all(in: graph)
    return next
  }

  private static func declared(
    _ gaps: [[CoverageGap]], in graph: IssueGraph
  ) -> (declared: [DeclaredCoverage], undeclared: [ID<ReportEntry>]) {
    var declared: [DeclaredCoverage] = []
    var undeclared: [ID<ReportEntry>] = []
    var silent = graph.silentCells[...]
    for (entry, gaps) in zip(graph.reports, gaps) {
      silent = silent.drop { $0.report < entry.id }
      let own = silent.prefix { $0.report == entry.id }
      if let coverage = DeclaredCoverage(of: entry, gaps: gaps, in: graph, silent: own) {
        declared.append(coverage)
      } else {
        undeclared.append(entry.id)
      }
    }
    return (declared, undeclared)
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
    let others = gap.isNowhere ? ", and no other report has one either" : ""
    switch gap.subject {
    case .issue:
      return Diagnostic(
        .coverageGap, at: place,
        "“\(name)” is a core issue, but no table in this report has a row for it\(others)",
        suggestion: Suggestion("add a row, or remove the name from “core-issues”"))
    case .party:
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
      "the latest position of “\(party)” on “\(issue)” was due for review on \(stale.due), "
        + "\(stale.period) after \(stale.since)",
      suggestion: Suggestion(
        "add the current position to a newer report, or set “reviewed:” in this one to the date of the review"
      ))
  }
}
