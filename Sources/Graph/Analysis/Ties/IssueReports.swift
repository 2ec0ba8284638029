/// Which reports treat which issues: those with a row in the report and its core issues.
///
/// The options of a report touch the same issues, so that issues with options in common are treated by one report too.
package struct IssueReports: Sendable {
  /// A report on more issues than this says nothing of how two of them belong together, and counts for none.
  package static let mostIssues = 100

  /// The issues of a report, each once.
  package let issues: Edges<ReportEntry, Issue>
  /// The reports that treat an issue, oldest first.
  package let reports: Edges<Issue, ReportEntry>

  package init(_ graph: IssueGraph) {
    var pairs: [(from: ID<ReportEntry>, to: ID<Issue>)] = []
    for report in graph.reports {
      for issue in Self.issues(of: report, in: graph) { pairs.append((report.id, issue)) }
    }
    issues = Edges(count: graph.reports.count, pairs: pairs)
    reports = Edges(count: graph.issues.count, pairs: pairs.lazy.map { (from: $0.to, to: $0.from) })
  }

  private static func issues(of report: ReportEntry, in graph: IssueGraph) -> [ID<Issue>] {
    let rows = graph.issuesOfReport[report.id]
    if rows.count > mostIssues || report.coreIssues.count > mostIssues { return [] }
    var issues = Array(rows)
    for issue in report.coreIssues where !issues.contains(issue) { issues.append(issue) }
    return issues.count > mostIssues ? [] : issues
  }

  /// An issue that the same reports treat as another one.
  package struct Companion: Sendable, Hashable {
    package let issue: ID<Issue>
    /// How many reports treat both.
    package let reports: Int
  }

  /// The issues that at least `least` reports treat together with `issue`: most reports first, then by name.
  package func companions(of issue: ID<Issue>, least: Int) -> [Companion] {
    var counts: [ID<Issue>: Int] = [:]
    for report in reports[issue] {
      for other in issues[report] where other != issue { counts[other, default: 0] += 1 }
    }
    return counts.filter { $0.value >= least }.map { Companion(issue: $0.key, reports: $0.value) }
      .sorted { ($1.reports, $0.issue) < ($0.reports, $1.issue) }
  }
}
