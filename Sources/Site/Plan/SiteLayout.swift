import Content
import Editions
import Graph

/// What is computed from a graph once, before its pages are listed.
struct SiteLayout: Sendable {
  var graph: IssueGraph
  let matrix: MatrixParts
  let years: YearSections<ID<ReportEntry>>
  let history: EditionHistory
  let pairs: PartyPairs
  let feeds: SiteFeeds
  /// nil: the site does not show gaps and due reviews.
  let coverage: Coverage?
  /// nil: the site has no map.
  let map: MapOfIssues?
  let redirects: [Redirect]
  let corrections: CorrectionList
  let editions: EditionShelf

  /// - Parameters:
  ///   - archive: the site's editions.
  ///   - today: the date of the build; nil: due reviews are not shown.
  ///   - map: the map of issues; nil: the site has none.
  init(_ graph: IssueGraph, archive: EditionArchive, today: PartialDate?, map: MapOfIssues?) {
    let kinds = graph.settings.pageKinds
    self.graph = graph
    matrix = MatrixParts(graph)
    years = YearSections(reportsOf: graph)
    history = EditionHistory(kinds[.changes] ? archive : EditionArchive(), graph: graph)
    pairs = kinds[.pairs] ? PartyPairs(graph) : PartyPairs()
    feeds = SiteFeeds(graph)
    coverage = kinds[.coverage] ? today.map { Coverage(graph, today: $0) } : nil
    self.map = map
    redirects = graph.redirects
    corrections = CorrectionList(graph)
    editions = EditionShelf(kinds[.editions] ? archive : EditionArchive(), graph: graph)
  }

  /// The date of the newest change of any report; nil: all are undated.
  var newestChange: PartialDate? { graph.reports.lazy.compactMap(\.report.lastChange).max() }
}
