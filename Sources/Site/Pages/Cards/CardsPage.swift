import Content
import Graph

/// The cards of a report's positions, ready to be cited.
struct CardsPage: SitePage {
  static let definition = PageDefinition(
    "cards", "the citation pages",
    fields: [
      .text(.list, "The path to the list of all reports; absent if lists are switched off."),
      .text(.name, "The report's title."),
      .text(.address, "The path to the report's page."),
      .html(.date, "The report's date as a time element; absent for an undated report."),
      .html(.citations, "The citation of the whole report."),
      .html(.cards, "The card of each position of the report, in order."),
    ], picture: .report, switch: .cards)

  let report: ID<ReportEntry>

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.reports.filter { site.graph.hasPositions($0.id) }.map { CardsPage(report: $0.id) }
  }

  func address(in site: SiteLayout) -> String { site.graph.reports[report.index].address + "/positions" }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.graph.reports[report.index].report.lastChange }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(positions(in: site.graph).map { site.graph.anchor(of: $0) })
      .union(site.site.earlierCells.anchors(on: report))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let entry = site.graph.reports[report.index]
    let words = site.words
    var draft = site.draft(
      Self.definition, address: address(in: site.layout),
      title: words.text(.positionsIn, entry.report.header.title))
    let page = draft.page
    draft.list(ReportListPage.address)
    draft.text(.name, entry.report.header.title)
    draft.text(.address, page.path(to: entry.address))
    if let date = entry.report.date { draft.html(.date) { words.dates.time(date, into: &$0) } }
    draft.html(.citations) {
      CardWriter(page: page).citations(
        Citation(entry, settings: site.settings, words: words), title: .citeReport, into: &$0)
    }
    draft.html(.cards) { output in
      let positions = positions(in: page.site.graph)
      site.writeLegend(positions, into: &output)
      let writer = CardWriter(page: page)
      if let first = positions.first {
        let facts = Citation(site.graph.positions[first.index], in: site.graph, words: words).facts
        let shared = SharedCitationFacts(facts)
        writer.sharedFacts(shared, into: &output)
        for position in positions { writer.whole(position, besides: shared, into: &output) }
      }
      let earlier = page.site.graph.comparisonsOfReport[report].flatMap { page.site.earlierCells[$0] }
      EarlierCellsWriter(page: page).write(earlier, of: report, into: &output)
    }
    return draft.values
  }

  private func positions(in graph: IssueGraph) -> [ID<Position>] {
    graph.comparisonsOfReport[report].flatMap { graph.positionsOfComparison[$0] }
  }
}

extension PageSwitch {
  static let cards = PageSwitch("cards", "the citation pages")
}

extension TemplateName {
  static let cards = TemplateName("cards")
}
