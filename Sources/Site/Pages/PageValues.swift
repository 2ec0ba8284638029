import Content
import Graph

/// Gathers what each page gives to its template.
///
/// Gathering is cheap: HTML is only written when the page is put together.
struct PageValues {
  let site: SiteIndex
  let parts: MatrixParts
  let years: ReportYears
  let history: EditionHistory
  let pairs: PartyPairs
  let feeds: SiteFeeds
  let chrome: SiteChrome
  /// nil: the site has none.
  let mapOfIssues: MapOfIssues?
  let assets: AssetNames
  let redirects: [Redirect]

  var graph: IssueGraph { site.graph }

  /// The same for a graph that is the same but for the text of reports.
  func updating(_ graph: IssueGraph) -> PageValues {
    PageValues(
      site: SiteIndex(site, graph: graph), parts: parts, years: years, history: history, pairs: pairs,
      feeds: feeds,
      chrome: chrome, mapOfIssues: mapOfIssues, assets: assets, redirects: redirects)
  }

  /// The values of `source`; nil for files of the theme.
  func values(of source: PageSource) -> TemplateValues? {
    switch source {
    case .home: home()
    case .report(let id): report(graph.reports[id.index])
    case .issue(let id): issue(graph.issues[id.index])
    case .issueYear(let id, let year): issueYear(graph.issues[id.index], year)
    case .party(let id): party(graph.parties[id.index])
    case .partyYear(let id, let year): partyYear(graph.parties[id.index], year)
    case .matrix: matrix()
    case .matrixPart(let index): matrixPart(parts.parts[index])
    case .map: map()
    case .options: options()
    case .tensions: tensions()
    case .cards(let id): cards(graph.reports[id.index])
    case .coverage: coverage()
    case .reports: reportList()
    case .reportYear(let year): reportYear(year)
    case .issues: issueList()
    case .parties: partyList()
    case .pairs: pairList()
    case .pair(let pair): self.pair(pair)
    case .page(let id): page(graph.pages[id.index])
    case .changes: changes()
    case .change(let index): change(index)
    case .notFound: notFound()
    case .asset, .data, .table, .metadata, .redirect, .rules: nil
    }
  }

  /// What all whole pages have; `title` nil: the page's title is the site's.
  func shared(
    _ kind: PageKind, address: String, title: String?, description: String?
  ) -> (values: TemplateValues, page: PageLinks) {
    let settings = site.graph.settings
    let page = PageLinks(site, at: address)
    var values = TemplateValues(kind.fields)
    values.text(.language, settings.language)
    values.set(.rightToLeft, .flag(site.direction == .rightToLeft))
    values.text(.kind, kind.rawValue)
    values.text(.siteTitle, settings.title)
    values.text(.title, title ?? settings.title)
    values.text(.pageTitle, title.map { site.words.text(.pageTitle, $0, settings.title) } ?? settings.title)
    values.text(.description, description)
    if let whole = settings.fullAddress(ofPage: address) {
      values.text(.canonical, whole)
      if settings.pageKinds[.previews] {
        values.text(.picture, settings.fullAddress(kind.picture))
        values.text(.sharingType, kind.sharingType)
      }
    }
    if feeds.hasSite { values.text(.siteFeed, page.root + SiteFeeds.path(of: "")) }
    values.text(.root, page.root)
    values.text(.home, page.home)
    values.text(.policy, settings.policyOfPages)
    stylesheets(in: &values, root: page.root)
    if CellHashes.isEnabled(graph) { values.set(.marksChanges, .flag(true)) }
    if history.hasFeed(graph.settings) { values.text(.feed, page.root + DataFile.changesFeed.path) }
    let key = chrome.key(address: address)
    values.html(.header) { $0.append(contentsOf: chrome.header(key)) }
    values.html(.footer) { $0.append(contentsOf: chrome.footer(key)) }
    return (values, page)
  }

  /// The style sheets of every page.
  func stylesheets(in values: inout TemplateValues, root: String) {
    values.text(.stylesheet, root + assets["assets/site.css"])
    if assets.hasCustomStylesheet {
      values.text(.customStylesheet, root + assets[AssetNames.customStylesheet])
    }
  }

  /// Sets the way to a list page, if there are list pages.
  func list(_ values: inout TemplateValues, _ address: String, from page: PageLinks) {
    if graph.settings.pageKinds[.lists] { values.text(.list, page.way(to: address)) }
  }

  /// The text of an authored file; absent when it says nothing.
  func article(
    _ values: inout TemplateValues, _ name: TemplateName, _ header: FileHeader, _ links: DocumentLinks?,
    on page: PageLinks, prefix: String = "", report: ReportEntry? = nil
  ) {
    let isEmpty = header.document.nodes.count == 1
    if isEmpty { return }
    let links = links ?? DocumentLinks(targets: [], mentions: [], anchors: [])
    let isDense = links.views.contains { LiveViewWriter($0, on: page).isDense }
    if isDense { matrixStylesheet(in: &values, page) }
    values.html(name) { output in
      let writer = DocumentWriter(
        header.document, links: links, on: page, use: .own(prefix: prefix), titleNode: header.titleNode,
        report: report)
      writer.write(into: &output)
    }
  }

  /// For pages with a matrix of the site's own, or with a dense one in their text.
  func matrixStylesheet(in values: inout TemplateValues, _ page: PageLinks) {
    values.text(.matrixStylesheet, page.root + assets["assets/matrix.css"])
  }

  /// What the search can narrow the page down by, where there is a search.
  func facets(_ values: inout TemplateValues, _ make: @escaping (IssueGraph) -> SearchFacets) {
    guard chrome.hasSearch else { return }
    values.html(.facets) { make(graph).write(words: site.words, into: &$0) }
  }

  /// What the page says about itself to machines.
  func structuredData(
    _ values: inout TemplateValues, _ page: PageLinks, _ write: @escaping (StructuredData) -> [UInt8]
  ) {
    guard graph.settings.pageKinds[.exports] else { return }
    let data = StructuredData(graph, words: site.words, root: page.root)
    values.html(.structuredData) { $0.append(contentsOf: write(data)) }
  }
}
