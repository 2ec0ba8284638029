import Content
import Graph

/// The list of all reports by year, or of the newest ones if years have their own pages.
struct ReportListPage: SitePage {
  static let definition = PageDefinition(
    "reports", "the list of reports",
    fields: [
      .text(.list, "The path to the list of all reports, on the page of a year; absent on the list itself."),
      .html(.contents, "Links to the years; absent if there is only one."),
      .html(
        .reports,
        "Reports by year: all of them, or the newest ones if each year has its own page; on the page of a year, the reports of that year."
      ),
    ], picture: .report, switch: .lists, address: "reports", menu: MenuPlace(.reports))

  static func pages(of site: SiteLayout) -> [any SitePage] {
    if site.graph.reports.isEmpty { return [] }
    let years = site.years.havePages ? site.years.years : []
    return [ReportListPage()] + years.map { ReportYearPage(year: $0.key) as any SitePage }
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(site.layout.years.anchors)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.reports))
    let years = site.layout.years
    let page = draft.page
    guard !years.years.isEmpty else { return draft.values }
    if years.years.count > 1 { draft.html(.contents) { years.writeContents(on: page, into: &$0) } }
    draft.html(.reports) {
      years.write(on: page, into: &$0) { NameListWriter(page: page).reports($0, summaries: true, into: &$1) }
    }
    return draft.values
  }
}

/// The reports of one year, if the list of all reports is too long.
struct ReportYearPage: SitePage {
  static var definition: PageDefinition { ReportListPage.definition }

  let year: YearKey

  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  func address(in site: SiteLayout) -> String { site.years.address(of: year) }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func values(_ site: PageRenderer) -> TemplateValues {
    let years = site.layout.years
    var draft = years.draft(of: year, Self.definition, site)
    let page = draft.page
    draft.list(ReportListPage.address)
    draft.html(.reports) {
      NameListWriter(page: page).reports(years.elements(of: year), summaries: true, into: &$0)
    }
    return draft.values
  }
}

extension PageSwitch {
  static let lists = PageSwitch("lists", "the lists of reports, issues and parties")
}
