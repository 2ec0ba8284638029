import Graph

/// Finds out which pages a site has.
struct PageList {
  /// In a stable order, every path once.
  private(set) var pages: [SitePlan.Page] = []
  private var claims: Set<String> = []
  private let graph: IssueGraph
  private let parts: MatrixParts
  private let history: EditionHistory

  init(
    _ graph: IssueGraph, theme: Theme, parts: MatrixParts, years: ReportYears, history: EditionHistory,
    feeds: SiteFeeds,
    pairs: [PartyPair], hasCoverage: Bool, hasMap: Bool, hasSearch: Bool, redirects: [Redirect],
    copied: [String]
  ) {
    self.graph = graph
    self.parts = parts
    self.history = history
    let kinds = graph.settings.pageKinds
    add(.home)
    for report in graph.reports { add(.report(report.id)) }
    for issue in graph.issues { addIssue(issue) }
    for party in graph.parties { addParty(party) }
    if kinds.matrix { add(.matrix) }
    if kinds.matrix { for index in parts.parts.indices { add(.matrixPart(index)) } }
    if hasMap { add(.map) }
    if kinds.options { add(.options) }
    if kinds.tensions { add(.tensions) }
    if kinds.cards {
      for report in graph.reports where graph.hasPositions(report.id) { add(.cards(report.id)) }
    }
    if hasCoverage { add(.coverage) }
    if kinds.lists { for list in [PageSource.reports, .issues, .parties] { add(list) } }
    if kinds.lists, years.havePages { for year in years.years { add(.reportYear(year.key)) } }
    if !pairs.isEmpty { add(.pairs) }
    for pair in pairs { add(.pair(pair)) }
    for page in graph.pages { add(.page(page.id)) }
    addChanges()
    for file in DataFile.files(of: graph, history: history) { claim(file.path, .data(file)) }
    if ComparisonTable.areWanted(graph) {
      for comparison in graph.comparisons {
        claim(ComparisonTable.path(of: comparison.id, in: graph), .table(comparison.id))
      }
    }
    let pageCount = pages.count { Sitemap.shows($0.source) }
    let authored = Set(copied)
    for file in MetadataFile.files(of: graph, feeds: feeds, pageCount: pageCount)
    where !authored.contains(file.path(in: graph)) {
      claim(file.path(in: graph), .metadata(file))
    }
    for (index, redirect) in redirects.enumerated() { claim(redirect.file, .redirect(index)) }
    for file in HostFile.files(of: graph.settings) { claim(file.path, .rules(file)) }
    if kinds.notFound { claim("404.html", .notFound) }
    for (index, asset) in theme.assets.enumerated()
    where hasSearch || !SearchFacets.isAsset(asset.path) { claim(asset.path, .asset(index)) }
  }

  private mutating func add(_ source: PageSource) {
    guard !source.isEmptyList(graph),
      let address = source.address(in: graph, parts: parts, history: history)
    else { return }
    claim(graph.settings.addresses.file(of: address), source)
  }

  /// The first claim of a path holds; pages of one address are the graph's complaint.
  private mutating func claim(_ path: String, _ source: PageSource) {
    if claims.insert(path.lowercased()).inserted { pages.append(SitePlan.Page(path: path, source: source)) }
  }

  private mutating func addChanges() {
    if history.editions.isEmpty { return }
    add(.changes)
    for index in history.differences.indices { add(.change(index)) }
  }

  private mutating func addIssue(_ issue: Issue) {
    add(.issue(issue.id))
    guard graph.positionsOfIssue[issue.id].count > graph.settings.positionsPerPage else { return }
    for year in years(
      of: graph.positionsOfIssue[issue.id], groups: graph.parties.count, group: { $0.party.index })
    { add(.issueYear(issue.id, year)) }
  }

  private mutating func addParty(_ party: Party) {
    add(.party(party.id))
    guard graph.positionsOfParty[party.id].count > graph.settings.positionsPerPage else { return }
    for year in years(
      of: graph.positionsOfParty[party.id], groups: graph.issues.count, group: { $0.issue.index })
    { add(.partyYear(party.id, year)) }
  }

  /// The years of all but each group's latest position, newest first.
  ///
  /// - Parameter ids: newest first.
  private func years(
    of ids: ArraySlice<ID<Position>>, groups: Int, group: (Position) -> Int
  ) -> [YearKey] {
    let positions = graph.positions
    var hasLatest = [Bool](repeating: false, count: groups)
    var years: [YearKey] = []
    for id in ids {
      let position = positions[id.index]
      guard hasLatest[group(position)] else {
        hasLatest[group(position)] = true
        continue
      }
      // They come in the order of their dates, so that years repeat in a row.
      let year = YearKey(position.date?.year)
      if years.last != year { years.append(year) }
    }
    return Set(years).sorted(by: >)
  }
}
