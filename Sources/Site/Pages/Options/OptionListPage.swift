import Content
import Graph

/// The list of all options, by report.
struct OptionListPage: SinglePage {
  static let definition = PageDefinition(
    "options", "the list of options", fields: [.html(.optionsHTML, "All options by report.")],
    picture: .options, switch: .options, address: "options", menu: MenuPlace(.options, in: .more))

  static func exists(in site: SiteLayout) -> Bool { !site.graph.options.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.options))
    let page = draft.page
    draft.facets { _ in SearchFacets(kind: .options) }
    draft.html(.optionsHTML) { OptionListWriter(page: page).write(into: &$0) }
    return draft.values
  }
}

extension PageSwitch {
  static let options = PageSwitch("options", "the list of options, and the options on issue pages")
}
