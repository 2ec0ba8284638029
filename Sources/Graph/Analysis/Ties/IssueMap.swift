/// The busiest issues and what ties them together: few enough ties that a picture of them can be read.
///
/// Every relation that the files declare is kept. Of the ties that reports make, those between issues that at least
/// `leastReports` reports treat together are weighed by how seldom the more frequent of the two is treated without the
/// other, so that an issue that is everywhere does not draw all others to it; each issue keeps its strongest
/// `tiesAnIssue`.
package struct IssueMap: Sendable, Hashable {
  /// The most issues that a map shows.
  package static let mostIssues = 200
  /// How many reports have to treat two issues before that ties them: one table says little, two are a pattern.
  package static let leastReports = 2
  /// How many of its ties by reports each issue keeps; more may stay for the sake of the other issue.
  package static let tiesAnIssue = 2

  /// The issues that something ties to another, in the graph's order.
  package let issues: [ID<Issue>]
  /// Both ends are among `issues`: those of the files first, then the strongest.
  package let ties: [IssueTie]
  /// How many issues were left out since others are busier.
  package let omitted: Int

  /// nil: nothing ties any two issues.
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

  /// What the files say, each pair once: a wider issue counts for more than a related one.
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

  /// Two issues, whichever is named first.
  private struct Pair: Hashable {
    let low: ID<Issue>
    let high: ID<Issue>

    init(_ one: ID<Issue>, _ other: ID<Issue>) {
      low = min(one, other)
      high = max(one, other)
    }
  }
}
