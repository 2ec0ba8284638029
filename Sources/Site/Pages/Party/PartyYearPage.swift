import Content
import Graph

/// The earlier positions of one year of a party that has too many for its own page.
struct PartyYearPage: SitePage {
  static let definition = PageDefinition(
    "party-year", "the pages of a party’s earlier positions", fields: EarlierPositions.fields,
    picture: .party)

  let id: ID<Party>
  let year: EarlierYear

  /// Empty, because `PartyPage` lists these pages, each after its party.
  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  static func pages(of party: ID<Party>, in graph: IssueGraph) -> [any SitePage] {
    EarlierYear.all(EarlierPositions.years(of: graph.positionsOfParty[party], in: graph)).map {
      PartyYearPage(id: party, year: $0)
    }
  }

  func address(in site: SiteLayout) -> String {
    site.graph.parties[id.index].address + "/" + year.key.address
  }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  func isDraft(in graph: IssueGraph) -> Bool { PartyPage(id: id).isDraft(in: graph) }

  func anchors(_ site: PageRenderer) -> Set<String> {
    list(site, on: PageLinks(site.site, at: ""))
      .anchors(ofYear: site.graph.earlierByIssue(id, in: year.key))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let party = site.graph.parties[id.index]
    var draft = EarlierPositions.draft(
      site, Self.definition, list: PartyListPage.address, name: party.name, address: party.address, year)
    let list = list(site, on: draft.page)
    draft.html(.positions) { output in
      site.writeLegend(site.graph.positionsOfParty[id], into: &output)
      list.writeYear(site.graph.earlierByIssue(id, in: year.key), of: id.index, into: &output)
    }
    return draft.values
  }

  private func list(_ site: PageRenderer, on page: PageLinks) -> PositionListWriter {
    PositionListWriter(page: page, record: site.layout.wholeRecord, side: .party, splitsByYear: true)
  }
}
