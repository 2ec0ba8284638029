/// The kinds of page, and of the parts that all pages share; each has a template of its name.
enum PageKind: String, Sendable, CaseIterable {
  case home
  case report
  case issue
  case issueYear = "issue-year"
  case party
  case partyYear = "party-year"
  case matrix
  case map
  case options
  case tensions
  case cards
  case coverage
  case reports
  case issues
  case parties
  case changes
  case change
  case pairs
  case pair
  case page
  case notFound = "not-found"
  case header
  case footer

  /// As messages call it.
  var title: String {
    switch self {
    case .home: "the home page"
    case .report: "report pages"
    case .issue: "issue pages"
    case .issueYear: "the pages of an issue's earlier positions"
    case .party: "party pages"
    case .partyYear: "the pages of a party's earlier positions"
    case .matrix: "the matrix"
    case .map: "the map of issues"
    case .options: "the list of options"
    case .tensions: "the list of tensions"
    case .cards: "the pages of positions to cite"
    case .coverage: "the page of what is missing and due"
    case .reports: "the list of reports"
    case .issues: "the list of issues"
    case .parties: "the list of parties"
    case .changes: "the list of changes"
    case .change: "the pages of what changed between editions"
    case .pairs: "the list of pairs"
    case .pair: "the pages of two parties"
    case .page: "authored pages"
    case .notFound: "the page for wrong addresses"
    case .header: "the header"
    case .footer: "the footer"
    }
  }

  /// Everything that its template may use.
  var fields: [TemplateField] {
    switch self {
    case .home: Self.homeFields
    case .report: Self.reportFields
    case .issue: Self.issueFields
    case .party: Self.partyFields
    case .issueYear, .partyYear: Self.yearFields
    case .matrix: Self.matrixFields
    case .map: Self.mapFields
    case .options: Self.optionsFields
    case .tensions: Self.tensionsFields
    case .cards: Self.cardsFields
    case .coverage: Self.coverageFields
    case .reports: Self.reportListFields
    case .issues: Self.issueListFields
    case .parties: Self.partyListFields
    case .changes: Self.changeListFields
    case .change: Self.changeFields
    case .pairs: Self.pairListFields
    case .pair: Self.pairFields
    case .page: Self.pageFields
    case .notFound: Self.notFoundFields
    case .header: Self.headerFields
    case .footer: Self.footerFields
    }
  }
}
