import Content
import Graph

/// The list of all parties.
struct PartyListPage: SinglePage {
  static let definition = PageDefinition(
    "parties", "the list of parties",
    fields: [
      .html(
        .parties,
        "All parties, each with its summary, whom it acts for, when it ended, and its numbers of positions and issues."
      )
    ], picture: .party,
    switch: .lists, address: "parties", menu: MenuPlace(.parties))

  static func exists(in site: SiteLayout) -> Bool { !site.graph.parties.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.parties))
    let writer = DirectoryWriter(page: draft.page)
    draft.html(.parties) { output in
      output.raw("<ul class=\"names directory\">\n")
      for party in site.graph.parties { writer.entry(party.id, into: &output) }
      output.raw("</ul>\n")
    }
    return draft.values
  }
}
