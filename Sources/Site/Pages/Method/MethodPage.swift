import Content
import Graph

/// What the words of the site mean, and where its positions come from. An authored page at the same address adds to it, or takes its
/// place if the kind is switched off.
struct MethodPage: SinglePage {
  static let definition = PageDefinition(
    "method", "the page about the method",
    fields: [
      .text(.reports, "The number of reports, as text such as “3 reports”."),
      .text(.positions, "The number of positions, as text such as “12 positions”."),
      .text(.corrections, "The path to the list of corrections; absent without one."),
      .text(.moves, "The path to the list of moves; absent without one."),
    ], texts: StringKey.methodTexts, isSearched: true, switch: .method, address: "method",
    menu: MenuPlace(.method, in: .more),
    takesAuthoredText: true)

  static func exists(in site: SiteLayout) -> Bool { exists(in: site.graph) }

  static func exists(in graph: IssueGraph) -> Bool {
    graph.settings.pageKinds[.method] && !graph.positions.isEmpty
  }

  func anchors(_ site: PageRenderer) -> Set<String> { site.anchorsOfAuthoredText(at: Self.address) }

  func values(_ site: PageRenderer) -> TemplateValues {
    let words = site.words
    var draft = site.draft(
      Self.definition, address: Self.address, title: words.text(.method), description: words.text(.methodIs))
    let page = draft.page
    draft.facets { _ in SearchFacets(kind: .method) }
    draft.text(.reports, words.text(.reportCount, count: site.graph.reports.count))
    draft.text(.positions, words.text(.positionCount, count: site.graph.positions.count))
    if !CorrectionListPage.pages(of: site.layout).isEmpty, site.isOn(.corrections) {
      draft.text(.corrections, page.path(to: CorrectionListPage.address))
    }
    if site.isOn(.moves), !MoveListPage.pages(of: site.layout).isEmpty {
      draft.text(.moves, page.path(to: MoveListPage.address))
    }
    return draft.values
  }
}

extension PageSwitch {
  static let method = PageSwitch("method", "the page about the method")
}
