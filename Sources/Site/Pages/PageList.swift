import Graph

/// Finds out which pages a site has.
struct PageList {
  /// In a stable order, every path once.
  private(set) var pages: [SitePlan.Page] = []
  private var claims: Set<String> = []
  private let graph: IssueGraph
  private let layout: SiteLayout

  /// - Parameter copied: paths of the files that are copied as they are.
  init(
    _ graph: IssueGraph, _ layout: SiteLayout, theme: Theme, hasMap: Bool, hasSearch: Bool, copied: [String]
  ) {
    self.graph = graph
    self.layout = layout
    addSubjects()
    addOverviews(hasMap: hasMap)
    for page in graph.pages { add(.page(page.id)) }
    addChanges()
    addData(authored: Set(copied))
    for (index, redirect) in layout.redirects.enumerated() { claim(redirect.file, .redirect(index)) }
    for file in HostFile.files(of: graph.settings) { claim(file.path, .rules(file)) }
    if graph.settings.pageKinds[.notFound] { claim("404.html", .notFound) }
    for (index, asset) in theme.assets.enumerated()
    where hasSearch || !SearchFacets.isAsset(asset.path) { claim(asset.path, .asset(index)) }
  }

  private mutating func addSubjects() {
    add(.home)
    for report in graph.reports { add(.report(report.id)) }
    for issue in graph.issues { addIssue(issue) }
    for party in graph.parties { addParty(party) }
  }

  private mutating func addOverviews(hasMap: Bool) {
    let kinds = graph.settings.pageKinds
    if kinds[.matrix] {
      add(.matrix)
      for index in layout.matrix.parts.indices { add(.matrixPart(index)) }
    }
    if hasMap { add(.map) }
    if kinds[.options] { add(.options) }
    if kinds[.tensions] { add(.tensions) }
    if kinds[.cards] {
      for report in graph.reports where graph.hasPositions(report.id) { add(.cards(report.id)) }
    }
    if let coverage = layout.coverage, !graph.positions.isEmpty || !coverage.gaps.isEmpty { add(.coverage) }
    if kinds[.lists] {
      for list in [PageSource.reports, .issues, .parties] { add(list) }
      if layout.years.havePages { for year in layout.years.years { add(.reportYear(year.key)) } }
    }
    if !layout.pairs.pairs.isEmpty { add(.pairs) }
    for pair in layout.pairs.pairs { add(.pair(pair)) }
  }

  /// What programs read. Files of the author's take the place of ours.
  private mutating func addData(authored: Set<String>) {
    for file in DataFile.files(of: graph, history: layout.history) { claim(file.path, .data(file)) }
    if ComparisonTable.isEnabled(graph) {
      for comparison in graph.comparisons {
        claim(ComparisonTable.path(of: comparison.id, in: graph), .table(comparison.id))
      }
    }
    let pageCount = pages.count { Sitemap.shows($0.source) }
    for file in MetadataFile.files(of: graph, feeds: layout.feeds, pageCount: pageCount)
    where !authored.contains(file.path(in: graph)) {
      claim(file.path(in: graph), .metadata(file))
    }
  }

  private mutating func add(_ source: PageSource) {
    guard !source.isEmptyList(graph),
      let address = source.address(in: graph, parts: layout.matrix, history: layout.history)
    else { return }
    claim(graph.settings.addresses.file(of: address), source)
  }

  /// The first claim of a path holds; pages of one address are the graph's complaint.
  private mutating func claim(_ path: String, _ source: PageSource) {
    if claims.insert(path.lowercased()).inserted { pages.append(SitePlan.Page(path: path, source: source)) }
  }

  private mutating func addChanges() {
    if layout.history.editions.isEmpty { return }
    add(.changes)
    for index in layout.history.differences.indices { add(.change(index)) }
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
