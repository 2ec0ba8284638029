import Content
import Graph

/// The earlier positions of one year on an issue that has too many for its own page.
struct IssueYearPage: SitePage {
  static let definition = PageDefinition(
    "issue-year", "the pages of an issue’s earlier positions", fields: EarlierPositions.fields,
    picture: .issue)

  let id: ID<Issue>
  let year: EarlierYear

  /// Empty, because `IssuePage` lists these pages, each after its issue.
  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  static func pages(of issue: ID<Issue>, in graph: IssueGraph) -> [any SitePage] {
    EarlierYear.all(EarlierPositions.years(of: graph.positionsOfIssue[issue], in: graph)).map {
      IssueYearPage(id: issue, year: $0)
    }
  }

  func address(in site: SiteLayout) -> String { site.graph.issues[id.index].address + "/" + year.key.address }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func isDraft(in graph: IssueGraph) -> Bool { IssuePage(id: id).isDraft(in: graph) }

  func anchors(_ site: PageRenderer) -> Set<String> {
    list(site, on: PageLinks(site.site, at: "")).anchors(ofYear: site.graph.earlierByParty(id, in: year.key))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let issue = site.graph.issues[id.index]
    var draft = EarlierPositions.draft(
      site, Self.definition, list: IssueListPage.address, name: issue.name, address: issue.address, year)
    let list = list(site, on: draft.page)
    draft.html(.positions) { output in
      site.writeLegend(site.graph.positionsOfIssue[id], into: &output)
      list.writeYear(site.graph.earlierByParty(id, in: year.key), of: id.index, into: &output)
    }
    return draft.values
  }

  private func list(_ site: PageRenderer, on page: PageLinks) -> PositionListWriter {
    PositionListWriter(
      page: page, record: site.layout.wholeRecord, side: .issue, splitsByYear: true,
      showsHistory: page.site.settings.pageKinds[.history],
      longHistories: site.layout.longHistories.steps(on: id))
  }
}
