import Content
import Graph

/// The list of all pairs of parties that are compared.
struct PairListPage: SinglePage {
  static let definition = PageDefinition(
    "pairs", "the list of pairs",
    fields: [
      .html(
        .pairs,
        "A table of parties by parties. Each cell shows the mean distance or the number of equal stances, and links to the page of the pair."
      ),
      .text(.meaning, "What the numbers in the table mean."),
    ], texts: StringKey.compareTexts, picture: .matrix,
    switch: .pairs, address: "compare", menu: MenuPlace(.partyAgainstParty, in: .comparing))

  static func exists(in site: SiteLayout) -> Bool { !site.pairs.pairs.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.partyAgainstParty))
    let page = draft.page
    let grid = PairGridWriter(page: page, pairs: site.layout.pairs)
    draft.html(.pairs) { grid.write(into: &$0) }
    draft.text(.meaning, site.words.text(grid.meaning))
    return draft.values
  }
}

extension PageSwitch {
  static let pairs = PageSwitch("pairs", "the pages that compare two parties")
}

extension TemplateName {
  static let meaning = TemplateName("meaning")
}
