import Content
import Editions
import Graph

/// What is computed from a graph once, before its pages are listed.
struct SiteLayout: Sendable {
  /// The graph whose standings know what editions and the published site remember.
  private(set) var graph: IssueGraph
  let matrix: MatrixParts
  let years: YearSections<ID<ReportEntry>>
  let history: EditionHistory
  let pairs: PartyPairs
  let feeds: SiteFeeds
  /// nil: the site does not show gaps and due reviews.
  private(set) var coverage: Coverage?
  /// The sources; nil: the site has no pages of sources.
  private(set) var sources: SourceShelf?
  private let publishedSources: PublishedSources
  /// nil: the site has no map.
  let map: MapOfIssues?
  let redirects: [Redirect]
  /// The old addresses of single cells: those that `redirects:` gives, and those of relocated cells.
  let cellRedirects: [CellRedirect]
  /// The published addresses that lead to something else now, or to nothing.
  let brokenCitations: [BrokenCitation]
  /// The published pages of issues and parties that are those of others now.
  let changedPages: [ChangedPage]
  /// The published addresses that no position has now; see `RetiredAddresses.rows`.
  let retiredAddresses: [[String]]
  /// Whether editions show that cards were published on pages of their own.
  let hasFormerCardPages: Bool
  let corrections: CorrectionList
  /// The positions of the graph, and those that editions remember.
  private(set) var record: RecordHistory
  /// The same, with those that only the published site showed.
  private(set) var wholeRecord: RecordHistory
  /// What changed at each position of pairs whose issue has a page for each year, so that not every page reads it again.
  private(set) var longHistories: [PartyOnIssue: [RecordedPosition: RecordedStep]]
  /// What only the published site showed in cells that newer positions have now.
  let publishedMemory: [RememberedPosition]
  private(set) var moves: SiteMoves
  private(set) var editions: EditionShelf
  /// The date of the newest change to any report; nil: all are undated.
  private(set) var newestChange: PartialDate?

  /// - Parameters:
  ///   - archive: the site's editions.
  ///   - today: the date of the build; nil: due reviews are not shown.
  ///   - map: the map of issues; nil: the site has none.
  init(_ graph: IssueGraph, archive: EditionArchive, today: PartialDate?, map: MapOfIssues?) {
    let kinds = graph.settings.pageKinds
    newestChange = Self.newestChange(of: graph)
    history = EditionHistory(archive, graph: graph, showsChanges: kinds[.changes])
    record = RecordHistory(graph, memory: history.memory)
    publishedMemory = Self.publishedMemory(archive, besides: history.memory, graph)
    wholeRecord = RecordHistory(graph, memory: history.memory + publishedMemory)
    let graph = wholeRecord.graph
    self.graph = graph
    longHistories = wholeRecord.longHistories
    matrix = MatrixParts(graph)
    years = YearSections(reportsOf: graph)
    pairs = kinds[.pairs] ? PartyPairs(graph) : PartyPairs()
    feeds = SiteFeeds(graph)
    coverage = kinds[.coverage] ? today.map { Coverage(graph, today: $0) } : nil
    publishedSources = PublishedSources(
      graph.settings, editions: kinds[.sources] ? archive.publicEditions : [])
    sources = kinds[.sources] ? SourceShelf(wholeRecord, published: publishedSources) : nil
    self.map = map
    // What the record of a day leaves out is not missing.
    let published = graph.settings.recordDay == nil ? archive.publicEditions + archive.published : []
    retiredAddresses = RetiredAddresses.rows(of: published, in: wholeRecord)
    hasFormerCardPages = published.contains { !$0.positions.isEmpty }
    let citations = PublishedCitations(
      of: published, in: graph, withheld: archive.withheld, memory: history.memory,
      redirects: graph.cellRedirects)
    brokenCitations = citations.broken.filter { $0.moved == nil }
    changedPages = citations.changedPages
    cellRedirects = graph.cellRedirects + citations.relocated
    redirects = graph.redirects(of: cellRedirects) + (sources?.redirects ?? [])
    corrections = CorrectionList(graph, history)
    moves = SiteMoves(kinds[.moves] ? MoveList(record) : .none, in: record)
    editions = EditionShelf(
      kinds[.editions] ? archive : EditionArchive(), memories: history.memories, record: wholeRecord,
      redirects: cellRedirects)
  }

  private static func publishedMemory(
    _ archive: EditionArchive, besides memory: [RememberedPosition], _ graph: IssueGraph
  ) -> [RememberedPosition] {
    if archive.published.isEmpty { return [] }
    let now = Edition(
      freezing: graph, name: EditionHistory.now, date: PartialDate(year: 9999), withheld: archive.withheld)
    return archive.publishedMemory(of: now, besides: memory)
  }

  /// The same layout for a graph with the same lists, of which only texts and stances differ.
  ///
  /// - Returns: nil if the site has other pages now.
  func updating(_ graph: IssueGraph) -> SiteLayout? {
    var next = self
    next.newestChange = Self.newestChange(of: graph)
    next.record = RecordHistory(graph, memory: history.memory)
    next.wholeRecord = RecordHistory(graph, memory: history.memory + publishedMemory)
    let graph = next.wholeRecord.graph
    next.graph = graph
    next.longHistories = next.wholeRecord.longHistories
    next.editions = editions.updating(next.wholeRecord, redirects: cellRedirects)
    if graph.settings.pageKinds[.sources] {
      next.sources = SourceShelf(next.wholeRecord, published: publishedSources)
      guard next.sources?.items.map(\.page) == sources?.items.map(\.page) else { return nil }
    }
    let changed = zip(self.graph.positions, graph.positions).filter { $0.stance != $1.stance }.map(\.1)
    if changed.isEmpty { return next }
    next.coverage = coverage?.updatingSides(of: graph)
    guard graph.settings.pageKinds[.moves] else { return next }
    let pairs = Set(changed.map { PartyOnIssue($0.party, on: $0.issue) })
    next.moves = SiteMoves(moves.list.updating(pairs, in: next.record), in: next.record)
    return next.moves.hasSamePages(as: moves)
      && next.moves.hasFeed(graph.settings) == moves.hasFeed(graph.settings)
      ? next : nil
  }

  private static func newestChange(of graph: IssueGraph) -> PartialDate? {
    graph.reports.lazy.compactMap(\.report.lastChange).max()
  }
}
