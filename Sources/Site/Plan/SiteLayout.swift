import Content
import Editions
import Graph

/// What is computed from a graph once, before its pages are listed.
struct SiteLayout: Sendable {
  /// The graph whose standings know what editions and the published site remember.
  private(set) var graph: IssueGraph
  let matrix: MatrixParts
  /// The most disputed issues, for the home page and for the hues of parties.
  private(set) var disputed: DisputedIssues
  private(set) var hues: PartyHues
  let years: YearSections<ID<ReportEntry>>
  let history: EditionHistory
  let pairs: PartyPairs
  let feeds: SiteFeeds
  /// nil: the site does not show gaps and due reviews.
  private(set) var coverage: Coverage?
  /// The sources; nil: the site has no pages of sources.
  private(set) var sources: SourceShelf?
  /// nil: the site has no pages of sources.
  private var shelfContents: SourceShelf.Contents?
  private let publishedSources: PublishedSources
  /// nil: the site has no map.
  private(set) var map: MapOfIssues?
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
  /// What changed at the positions on issues that have a page for each year.
  private(set) var longHistories: LongHistories
  /// What only the published site showed in cells that newer positions have now.
  let publishedMemory: [RememberedPosition]
  private(set) var moves: SiteMoves
  private(set) var editions: EditionShelf
  /// The date of the newest change to any report; nil: all are undated.
  let newestChange: PartialDate?

  /// - Parameters:
  ///   - archive: the site's editions.
  ///   - today: the date of the build; nil: due reviews are not shown.
  ///   - map: the map of issues; nil: the site has none.
  init(_ graph: IssueGraph, archive: EditionArchive, today: PartialDate?, map: MapOfIssues?) {
    let kinds = graph.settings.pageKinds
    newestChange = graph.reports.lazy.compactMap(\.report.lastChange).max()
    history = EditionHistory(archive, graph: graph, showsChanges: kinds[.changes])
    record = RecordHistory(graph, memory: history.memory)
    publishedMemory = Self.publishedMemory(archive, besides: history.memory, graph)
    wholeRecord = RecordHistory(graph, memory: history.memory + publishedMemory)
    let graph = wholeRecord.graph
    self.graph = graph
    longHistories = LongHistories(wholeRecord)
    matrix = MatrixParts(graph)
    disputed = DisputedIssues(matrix.issues, in: graph)
    hues = PartyHues(graph, disputed: disputed.parties)
    years = YearSections(reportsOf: graph)
    pairs = kinds[.pairs] ? PartyPairs(graph) : PartyPairs()
    feeds = SiteFeeds(graph)
    coverage = kinds[.coverage] ? today.map { Coverage(graph, today: $0) } : nil
    publishedSources = PublishedSources(
      graph.settings, editions: kinds[.sources] ? archive.publicEditions : [])
    shelfContents = kinds[.sources] ? SourceShelf.Contents(graph) : nil
    sources = shelfContents.flatMap { [wholeRecord, publishedSources] contents in
      SourceShelf(contents, wholeRecord, published: publishedSources)
    }
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
}

extension SiteLayout {
  /// The same layout for a graph with the same names, addresses and tables, in which the texts of reports differ, and stances or
  /// positions.
  ///
  /// - Returns: nil if the site has other pages now, or has published states whose positions are compared with those of the graph.
  func updating(_ graph: IssueGraph, after change: GraphChange) -> SiteLayout? {
    guard history.editions.isEmpty, editions.volumes.isEmpty else { return nil }
    var next = self
    next.record = RecordHistory(graph, memory: history.memory)
    next.wholeRecord = RecordHistory(graph, memory: history.memory + publishedMemory)
    let graph = next.wholeRecord.graph
    next.graph = graph
    next.longHistories = LongHistories(next.wholeRecord)
    if let contents = shelfContents?.updating(graph, after: change) {
      next.shelfContents = contents
      next.sources = SourceShelf(contents, next.wholeRecord, published: publishedSources)
      guard next.sources?.items.map(\.page) == sources?.items.map(\.page),
        next.sources?.redirects == sources?.redirects
      else { return nil }
    }
    if change.keepsPositions, change.rerated.isEmpty { return next }
    guard change.keepsPositions || next.hasSamePages(as: self, after: change) else { return nil }
    next.disputed = disputed.updating(matrix.issues, in: graph, on: change.issues)
    next.hues = hues.updating(
      from: self.graph, to: graph, on: change.issues, disputed: next.disputed.parties)
    guard next.hues.own.isEmpty == hues.own.isEmpty else { return nil }
    let map = MapOfIssues(graph)
    guard (map == nil) == (self.map == nil) else { return nil }
    if let map, let old = self.map {
      guard let placed = map.placed(like: old) else { return nil }
      next.map = placed
    }
    next.coverage = coverage.map {
      change.keepsPositions ? $0.updatingSides(of: graph) : Coverage(graph, today: $0.today)
    }
    guard graph.settings.pageKinds[.moves] else { return next }
    return next.movesUpdated(after: change)
  }

  /// The same with the moves of its record; nil: the site has other pages now.
  private func movesUpdated(after change: GraphChange) -> SiteLayout? {
    var next = self
    let pairs = Set(change.rerated.map { PartyOnIssue($0.party, on: $0.issue) })
    let list = change.keepsPositions ? moves.list.updating(pairs, in: record) : MoveList(record)
    next.moves = SiteMoves(list, in: record)
    return next.moves.hasSamePages(as: moves)
      && next.moves.hasFeed(graph.settings) == moves.hasFeed(graph.settings)
      ? next : nil
  }

  /// Whether the site has the same pages as before positions changed, as far as they depend on the positions in the graph; false,
  /// too, if settings name cells, whose addresses would have to be checked again.
  private func hasSamePages(as other: SiteLayout, after change: GraphChange) -> Bool {
    let (old, new) = (other.graph, graph)
    guard !hasFormerCardPages, publishedMemory.isEmpty, cellRedirects.isEmpty, new.settings.withdrawn.isEmpty
    else { return false }
    if !other.matrix.parts.isEmpty, MatrixParts(new).parts != other.matrix.parts { return false }
    let issues = change.issues.allSatisfy { id in
      old.standings.isHeld(id) == new.standings.isHeld(id)
        && EarlierPositions.years(of: old.positionsOfIssue[id], in: old)
          == EarlierPositions.years(of: new.positionsOfIssue[id], in: new)
    }
    return issues
      && change.parties.allSatisfy { id in
        old.positionsOfParty[id].isEmpty == new.positionsOfParty[id].isEmpty
          && EarlierPositions.years(of: old.positionsOfParty[id], in: old)
            == EarlierPositions.years(of: new.positionsOfParty[id], in: new)
      }
  }
}
