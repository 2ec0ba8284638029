/// Which reports cover which issues: those with a row in the report, and its core issues.
///
/// The options of a report concern the same issues, so issues with common options are also covered by a
/// common report.
package struct IssueReports: Sendable {
  /// A report on more issues than this says nothing about which of them belong together, and is ignored.
  static let mostIssues = 100

  /// The issues of a report, without duplicates.
  package let issues: Edges<ReportEntry, Issue>
  /// The reports that cover an issue, oldest first.
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

  /// An issue that is covered by the same reports as another.
  package struct Companion: Sendable, Hashable {
    package let issue: ID<Issue>
    /// The number of reports that cover both.
    package let reports: Int
  }

  /// The issues that at least `least` reports cover together with `issue`: most reports first, then by name.
  package func companions(of issue: ID<Issue>, least: Int) -> [Companion] {
    var counts: [ID<Issue>: Int] = [:]
    for report in reports[issue] {
      for other in issues[report] where other != issue { counts[other, default: 0] += 1 }
    }
    return counts.filter { $0.value >= least }.map { Companion(issue: $0.key, reports: $0.value) }
      .sorted { ($1.reports, $0.issue) < ($0.reports, $1.issue) }
  }
}
