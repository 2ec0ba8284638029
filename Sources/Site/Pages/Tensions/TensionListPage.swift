import Content
import Editions
import Graph

/// The list of all tensions, those of the newest report first.
struct TensionListPage: SinglePage {
  static let definition = PageDefinition(
    "tensions", "the list of tensions",
    fields: [.html(.tensions, "All tensions, those of the latest report first.")], picture: .matrix,
    isSearched: true, switch: .tensions, address: "tensions", menu: MenuPlace(.tensions, in: .more))

  static func exists(in site: SiteLayout) -> Bool {
    site.graph.tensions.contains(where: site.wholeRecord.isAnswered)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.tensions))
    let page = draft.page
    draft.facets { _ in SearchFacets(kind: .tensions) }
    draft.html(.tensions) { output in
      let newestFirst = page.site.graph.reports.reversed().flatMap { page.site.tensionsOfReport[$0.id] }
      if hasStance(newestFirst, in: page.site.record) { site.words.stances.writeLegend(into: &output) }
      TensionWriter(page: page).list(newestFirst, into: &output)
    }
    return draft.values
  }

  private func hasStance(_ tensions: [ID<Tension>], in record: RecordHistory) -> Bool {
    tensions.map { record.graph.tensions[$0.index] }.contains { tension in
      tension.sides.contains { side in
        record.position(of: side, in: tension.report).flatMap(record.stance) != nil
      }
    }
  }
}

extension PageSwitch {
  static let tensions = PageSwitch("tensions", "the list of tensions")
}
