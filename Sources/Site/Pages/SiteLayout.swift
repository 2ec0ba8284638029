import Content
import Graph

/// What is worked out of a graph once, before its pages are listed.
struct SiteLayout: Sendable {
  let matrix: MatrixParts
  let years: ReportYears
  let history: EditionHistory
  let pairs: PartyPairs
  let feeds: SiteFeeds
  /// Nil: the site does not say what is missing and due.
  let coverage: Coverage?
  let redirects: [Redirect]

  /// - Parameters:
  ///   - editions: the site's editions, the oldest first.
  ///   - today: the build's day; nil: what is due is not known.
  init(_ graph: IssueGraph, editions: [Edition], today: PartialDate?) {
    let kinds = graph.settings.pageKinds
    matrix = MatrixParts(graph)
    years = ReportYears(graph)
    history = EditionHistory(kinds[.changes] ? editions : [], graph: graph)
    pairs = kinds[.pairs] ? PartyPairs(graph) : PartyPairs()
    feeds = SiteFeeds(graph)
    coverage = kinds[.coverage] ? today.map { Coverage(graph, today: $0) } : nil
    redirects = graph.redirects
  }
}
