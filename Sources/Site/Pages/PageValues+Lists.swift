import Content
import Graph

/// The home page, lists, the matrix, authored pages and the page for wrong addresses.
extension PageValues {
  /// How many reports the home page shows.
  private static let latestReports = 50
  /// The most cells of a matrix that the home page shows itself.
  private static let mostCellsAtHome = 60

  func home() -> TemplateValues {
    let header = graph.home?.page.header
    var (values, page) = shared(
      .home, address: "", title: nil, description: graph.home?.page.summary ?? graph.settings.description)
    values.text(.siteDescription, graph.settings.description)
    if graph.settings.baseURL != nil { values.text(.manifest, MetadataFile.webManifest.path(in: graph)) }
    if let header { article(&values, .introduction, header, graph.home?.links, on: page) }
    let names = NameListWriter(page: page)
    let reports = graph.byWeight(graph.reports.reversed().map(\.id)).prefix(Self.latestReports)
    if !reports.isEmpty { values.html(.reports) { names.reports(reports, summaries: true, into: &$0) } }
    if !graph.issues.isEmpty {
      values.html(.issues) { names.issues(site.graph.issues.map(\.id), counts: true, into: &$0) }
    }
    if !graph.parties.isEmpty {
      values.html(.parties) { names.parties(site.graph.parties.map(\.id), counts: true, into: &$0) }
    }
    if graph.settings.pageKinds[.matrix], !parts.issues.isEmpty { smallMatrix(&values, page) }
    if !graph.positions.isEmpty { structuredData(&values, page) { $0.dataset() } }
    return values
  }

  private func smallMatrix(_ values: inout TemplateValues, _ page: PageLinks) {
    let matrix = MatrixWriter(page: page, issues: parts.issues)
    let isSmall = matrix.issues.count * matrix.parties.count <= Self.mostCellsAtHome
    if isSmall { matrixStylesheet(in: &values, page) }
    values.html(.matrix) { output in
      if isSmall { matrix.write(into: &output) }
      output.raw("<p class=\"more\"><a href=\"")
      page.page("matrix", into: &output)
      output.raw("\">")
      page.site.words.write(.allIssuesByParties, into: &output)
      output.raw("</a></p>\n")
    }
  }

  func matrix() -> TemplateValues {
    var (values, page) = shared(
      .matrix, address: "matrix", title: site.words.text(.whoStandsWhere),
      description: nil)
    if site.coverage != nil { values.text(.coverage, page.way(to: "coverage")) }
    if parts.parts.isEmpty {
      guard !parts.issues.isEmpty else { return values }
      matrixStylesheet(in: &values, page)
      values.html(.matrix) { MatrixWriter(page: page, issues: parts.issues).write(into: &$0) }
    } else {
      values.html(.contents) { output in
        output.raw("<ul>\n")
        for part in parts.parts {
          output.raw("<li><a href=\"")
          if graph.settings.addresses == .pretty {
            output.escaped(part.slug)
            output.raw("/")
          } else {
            page.page("matrix/" + part.slug, into: &output)
          }
          output.raw("\">")
          output.escaped(part.title ?? page.site.words.text(.otherIssues))
          output.raw("</a></li>\n")
        }
        output.raw("</ul>\n")
      }
    }
    return values
  }

  func matrixPart(_ part: MatrixParts.Part) -> TemplateValues {
    let group = part.title ?? site.words.text(.otherIssues)
    let title = site.words.text(.labelled, site.words.text(.whoStandsWhere), group)
    var (values, page) = shared(.matrix, address: "matrix/" + part.slug, title: title, description: nil)
    values.text(.group, group)
    values.text(.list, page.way(to: "matrix"))
    matrixStylesheet(in: &values, page)
    values.html(.matrix) {
      MatrixWriter(page: page, issues: part.issues, showsGroups: false).write(into: &$0)
    }
    return values
  }

  func options() -> TemplateValues {
    var (values, page) = shared(
      .options, address: "options", title: site.words.text(.options), description: nil)
    facets(&values) { _ in SearchFacets(kind: .options) }
    if !graph.options.isEmpty { values.html(.optionsHTML) { OptionListWriter(page: page).write(into: &$0) } }
    return values
  }

  func reportList() -> TemplateValues {
    var (values, page) = shared(
      .reports, address: "reports", title: site.words.text(.reports), description: nil)
    guard !years.years.isEmpty else { return values }
    if years.years.count > 1 { values.html(.contents) { years.writeContents(on: page, into: &$0) } }
    values.html(.reports) { years.write(on: page, into: &$0) }
    return values
  }

  /// The page of one year of a long list of reports.
  func reportYear(_ year: YearKey) -> TemplateValues {
    var (values, page) = shared(
      .reports, address: "reports/" + year.address, title: ReportYears.title(year, site.words),
      description: nil)
    list(&values, "reports", from: page)
    values.html(.contents) { years.writeContents(on: page, current: year, into: &$0) }
    values.html(.reports) { years.write(year, on: page, into: &$0) }
    return values
  }

  func issueList() -> TemplateValues {
    var (values, page) = shared(.issues, address: "issues", title: site.words.text(.issues), description: nil)
    if !graph.issues.isEmpty {
      values.html(.issues) { IssueGroupsWriter(page: page).write(into: &$0) }
    }
    return values
  }

  func partyList() -> TemplateValues {
    var (values, page) = shared(
      .parties, address: "parties", title: site.words.text(.parties), description: nil)
    if !graph.parties.isEmpty {
      values.html(.parties) {
        NameListWriter(page: page).parties(site.graph.parties.map(\.id), counts: true, into: &$0)
      }
    }
    return values
  }

  /// A host shows it at any depth: with a base URL its links start at the base path, without one it has none.
  func notFound() -> TemplateValues {
    let settings = graph.settings
    var values = TemplateValues(PageKind.notFound.fields)
    values.text(.language, settings.language)
    values.set(.rightToLeft, .flag(site.direction == .rightToLeft))
    values.text(.kind, PageKind.notFound.rawValue)
    values.text(.siteTitle, settings.title)
    let title = site.words.text(.pageNotFound)
    values.text(.title, title)
    values.text(.pageTitle, site.words.text(.pageTitle, title, settings.title))
    guard let key = Self.notFoundKey(settings) else { return values }
    values.text(.root, key.root)
    values.text(.policy, settings.policyOfPages)
    stylesheets(in: &values, root: key.root)
    values.html(.header) { $0.append(contentsOf: chrome.header(key)) }
    values.html(.footer) { $0.append(contentsOf: chrome.footer(key)) }
    return values
  }

  /// The header's variant for the page for wrong addresses; nil without a base URL.
  static func notFoundKey(_ settings: SiteSettings) -> SiteChrome.Key? {
    guard let base = settings.baseURL else { return nil }
    let scheme = base.firstRange(of: "://")
    let rest = scheme.map { base[$0.upperBound...] } ?? base[...]
    guard let slash = rest.firstIndex(of: "/") else { return SiteChrome.Key(root: "/", current: nil) }
    let path = String(rest[slash...])
    return SiteChrome.Key(root: path.hasSuffix("/") ? path : path + "/", current: nil)
  }
}
