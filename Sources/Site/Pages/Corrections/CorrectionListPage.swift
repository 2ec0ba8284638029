import Content
import Graph

/// The list of all corrections, or of the newest ones if years have their own pages.
struct CorrectionListPage: SitePage {
  static let definition = PageDefinition(
    "corrections", "the list of corrections",
    fields: [
      .text(.list, "The path to the list of corrections, on the page of a year; absent on the list itself."),
      .html(.contents, "Links to the years; absent if there is only one."),
      .html(
        .corrections,
        "Corrections by year, newest first: all of them, or the newest ones if each year has its own page; on the page of a year, the corrections of that year."
      ),
      .text(.correctionsFeed, "The address of the feed of corrections; absent without one."),
    ], texts: StringKey.correctionTexts, picture: .changes, isSearched: true, switch: .corrections,
    address: "corrections",
    menu: MenuPlace(.corrections, in: .changes),
    takesAuthoredText: true)

  static func pages(of site: SiteLayout) -> [any SitePage] {
    let list = site.corrections
    if list.entries.isEmpty { return [] }
    let years = list.years.havePages ? list.years.years : []
    return [CorrectionListPage()] + years.map { CorrectionYearPage(year: $0.key) as any SitePage }
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    site.corrections.entries.first?.date.firstDay
  }

  func anchors(_ site: PageRenderer) -> Set<String> {
    let list = site.layout.corrections
    let years = list.hasSections ? list.years.anchors : []
    return site.anchorsOfAuthoredText(at: Self.address).union(years)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let list = site.layout.corrections
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.corrections))
    let page = draft.page
    draft.facets { _ in SearchFacets(kind: .corrections, dates: list.entries.map(\.date)) }
    if list.years.years.count > 1 { draft.html(.contents) { list.years.writeContents(on: page, into: &$0) } }
    draft.html(.corrections) { list.write(site.layout.history, on: page, into: &$0) }
    if list.hasFeed(site.settings) {
      draft.text(.correctionsFeed, page.root + DataFile.correctionsFeed.path)
    }
    return draft.values
  }
}

/// The corrections of one year, if the list of all corrections is too long.
struct CorrectionYearPage: SitePage {
  static var definition: PageDefinition { CorrectionListPage.definition }

  let year: YearKey

  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  func address(in site: SiteLayout) -> String { site.corrections.years.address(of: year) }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    site.corrections.years.elements(of: year).first?.date.firstDay
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let years = site.layout.corrections.years
    var draft = years.draft(of: year, Self.definition, site)
    let page = draft.page
    draft.text(.list, page.path(to: CorrectionListPage.address))
    draft.html(.corrections) {
      CorrectionWriter(page: page).list(years.elements(of: year), site.layout.history, into: &$0)
    }
    return draft.values
  }
}

extension PageSwitch {
  static let corrections = PageSwitch(
    "corrections", "the list of corrections and its feed; the notes in reports remain")
}

extension TemplateName {
  static let corrections = TemplateName("corrections")
  static let corrected = TemplateName("corrected")
  static let correctionsFeed = TemplateName("corrections-feed")
}
