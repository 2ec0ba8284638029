import Content

/// The kinds of page that a site can have, and what is derived from their definitions.
package enum PageRegistry {
  /// One line per kind, in the order of the menu and the sitemap.
  static let kinds: [any SitePage.Type] = [
    HomePage.self,
    ReportPage.self,
    IssuePage.self,
    IssueYearPage.self,
    PartyPage.self,
    PartyYearPage.self,
    IssueListPage.self,
    PartyListPage.self,
    MatrixPage.self,
    PairListPage.self,
    PairPage.self,
    MoveListPage.self,
    ChangeListPage.self,
    ChangePage.self,
    CorrectionListPage.self,
    ReportListPage.self,
    MapPage.self,
    OptionListPage.self,
    TensionListPage.self,
    SourceListPage.self,
    SourcePage.self,
    CoveragePage.self,
    DataPage.self,
    MethodPage.self,
    EditionListPage.self,
    EditionPage.self,
    AuthoredPage.self,
    FramedPage.self,
    NotFoundPage.self,
    // A page that is there again takes precedence.
    WithdrawnPage.self,
  ]

  static let definitions: [PageDefinition] = kinds.map { $0.definition }

  /// The addresses at which a page of `pages` shows the text of an authored page with the same address.
  static func shared(among pages: [SitePlan.Page]) -> Set<String> {
    Set(
      pages.compactMap { page in
        page.source.page?.definition.takesAuthoredText == true ? page.source.page?.definition.address : nil
      })
  }

  /// The definition of the kind with that key; nil: there is none.
  static func definition(_ key: String) -> PageDefinition? { definitions.first { $0.key == key } }

  /// The templates of all pages and of the parts that they share.
  static let templates: [TemplateDefinition] = definitions.map(\.template) + [.header, .footer]

  /// Everything that `page-kinds` in site.yml can switch off: kinds of page with the addresses that they
  /// reserve, then parts of pages, and files.
  package static let switches: [PageSwitch] = {
    var switches: [PageSwitch] = []
    for pageSwitch in definitions.compactMap(\.pageSwitch)
    where !switches.contains(where: { $0.key == pageSwitch.key }) {
      let own = definitions.filter { $0.pageSwitch?.key == pageSwitch.key }
      switches.append(
        PageSwitch(
          pageSwitch.key, pageSwitch.summary, addresses: own.compactMap(\.address),
          sharedAddresses: own.filter(\.takesAuthoredText).compactMap(\.address)))
    }
    return switches + PageSwitch.parts
  }()
}

extension PageSwitch {
  /// Everything that can be switched off apart from kinds of page.
  fileprivate static let parts: [PageSwitch] = [
    .mentions, .history, .cards, .pictures, .exports, .feeds, .sitemap, .previews, .fingerprints,
  ]

  static let mentions = PageSwitch("mentions", "where reports mention an issue, a party or another report")
  static let history = PageSwitch("history", "what changed from each position to the next on issue pages")
  static let cards = PageSwitch("cards", "the cards of cells on report pages")
  static let pictures = PageSwitch("pictures", "the timeline and the neighbours on issue pages")
  static let exports = PageSwitch("exports", "the data files, and the structured data in pages")
  package static let feeds = PageSwitch("feeds", "the feeds of reports")
  static let sitemap = PageSwitch("sitemap", "the sitemap")
  static let previews = PageSwitch(
    "previews", "the title, summary and picture that other sites show for a link")
  /// Copies of the theme's files under names that change with their contents, which browsers may cache forever.
  package static let fingerprints = PageSwitch(
    "fingerprints", "copies of the theme’s files under names that change with their contents")
}
