import Content
import Graph

/// The list of all parties.
struct PartyListPage: SinglePage {
  static let definition = PageDefinition(
    "parties", "the list of parties", fields: [.html(.parties, "All parties.")], picture: .party,
    switch: .lists, address: "parties", menu: MenuPlace(.parties))

  static func exists(in site: SiteLayout) -> Bool { !site.graph.parties.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.parties))
    let names = NameListWriter(page: draft.page)
    draft.html(.parties) { names.parties(site.graph.parties.map(\.id), counts: true, into: &$0) }
    return draft.values
  }
}
