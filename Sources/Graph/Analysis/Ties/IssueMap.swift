import Diagnostics

/// The busiest issues and the connections between them, few enough that a picture of them is readable.
///
/// All relations that files declare are kept. Reports connect two issues if at least `leastReports` reports
/// cover both. Such a connection is stronger the less often the more frequent of the two issues is covered
/// without the other, so that an issue that is in every report does not attract all others. Each issue keeps
/// its `tiesAnIssue` strongest connections.
package struct IssueMap: Sendable, Hashable {
  /// The largest number of issues on a map.
  static let mostIssues = Limit.mapIssues.value
  /// The number of reports that must cover two issues to connect them: one may be a coincidence, two are a
  /// pattern.
  package static let leastReports = 2
  /// The number of connections by reports that each issue keeps; the other issue may add more.
  static let tiesAnIssue = 2

  /// The connected issues, in the graph's order.
  package let issues: [ID<Issue>]
  /// Connections whose ends are both in `issues`: those that files declare first, then the strongest.
  package let ties: [IssueTie]
  /// The number of issues that were left out because others are busier.
  package let omitted: Int

  /// nil: no two issues are connected.
  package init?(_ graph: IssueGraph, _ reports: IssueReports) {
    let busiest = Self.busiest(graph, reports)
    let counts = PairCounts(busiest, reports, issueCount: graph.issues.count)
    let declared = Self.declared(graph, counts)
    var ties = declared
    let known = Set(declared.map { Pair($0.first, $0.second) })
    for tie in counts.strongest(least: Self.leastReports, anIssue: Self.tiesAnIssue)
    where !known.contains(Pair(tie.first, tie.second)) {
      ties.append(tie)
    }
    if ties.isEmpty { return nil }
    self.ties = ties
    issues = Set(ties.flatMap { [$0.first, $0.second] }).sorted()
    omitted =
      graph.issues.count { !reports.reports[$0.id].isEmpty } - busiest.count { !reports.reports[$0].isEmpty }
  }

  /// In the graph's order.
  private static func busiest(_ graph: IssueGraph, _ reports: IssueReports) -> [ID<Issue>] {
    let sorted = graph.issues.map(\.id).sorted {
      let (left, right) = (graph.positionsOfIssue[$0].count, graph.positionsOfIssue[$1].count)
      if left != right { return left > right }
      let (one, other) = (reports.reports[$0].count, reports.reports[$1].count)
      return one != other ? one > other : $0 < $1
    }
    return sorted.prefix(mostIssues).sorted()
  }

  /// The relations that files declare, each pair once; `broader` takes precedence over `related`.
  private static func declared(_ graph: IssueGraph, _ counts: PairCounts) -> [IssueTie] {
    var ties: [IssueTie] = []
    var known: Set<Pair> = []
    func add(_ first: ID<Issue>, _ second: ID<Issue>, _ relation: IssueTie.Relation) {
      guard let reports = counts.reports(first, second), known.insert(Pair(first, second)).inserted else {
        return
      }
      ties.append(IssueTie(first: first, second: second, relation: relation, reports: reports))
    }
    for issue in graph.issues { for wider in issue.broader { add(wider, issue.id, .broader) } }
    for issue in graph.issues { for other in issue.related { add(issue.id, other, .related) } }
    return ties
  }

  /// Two issues, in either order.
  private struct Pair: Hashable {
    let low: ID<Issue>
    let high: ID<Issue>

    init(_ one: ID<Issue>, _ other: ID<Issue>) {
      low = min(one, other)
      high = max(one, other)
    }
  }
}
