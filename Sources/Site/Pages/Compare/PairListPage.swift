import Content
import Graph

/// The list of all pairs of parties that are compared.
struct PairListPage: SinglePage {
  static let definition = PageDefinition(
    "pairs", "the list of pairs",
    fields: [.html(.pairs, "All pairs of parties, with the number of issues they share.")], picture: .matrix,
    switch: .pairs, address: "compare", menu: MenuPlace(.partyAgainstParty, in: .comparing))

  static func exists(in site: SiteLayout) -> Bool { !site.pairs.pairs.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.partyAgainstParty))
    let page = draft.page
    let pairs = site.layout.pairs.pairs
    draft.html(.pairs) { PairListWriter(page: page).write(pairs, into: &$0) }
    return draft.values
  }
}

extension PageSwitch {
  static let pairs = PageSwitch("pairs", "the pages that compare two parties")
}
