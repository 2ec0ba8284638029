import Content
import Graph

/// The list of all tensions, those of the newest report first.
struct TensionListPage: SinglePage {
  static let definition = PageDefinition(
    "tensions", "the list of tensions",
    fields: [.html(.tensions, "All tensions, those of the newest report first.")], picture: .matrix,
    isSearched: true, switch: .tensions, address: "tensions", menu: MenuPlace(.tensions, in: .more))

  static func exists(in site: SiteLayout) -> Bool { !site.graph.tensions.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.tensions))
    let page = draft.page
    draft.facets { _ in SearchFacets(kind: .tensions) }
    draft.html(.tensions) { output in
      let newestFirst = page.site.graph.reports.reversed().flatMap { page.site.tensionsOfReport[$0.id] }
      let positions = newestFirst.map { page.site.graph.tensions[$0.index] }
        .flatMap { [$0.first, $0.second].compactMap(\.self) }
      site.writeLegend(positions, into: &output)
      TensionWriter(page: page).list(newestFirst, into: &output)
    }
    return draft.values
  }
}

extension PageSwitch {
  static let tensions = PageSwitch("tensions", "the list of tensions")
}
