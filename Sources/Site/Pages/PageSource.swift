import Graph

/// What a page of the site is made from.
enum PageSource: Sendable, Hashable {
  case home
  case report(ID<ReportEntry>)
  case issue(ID<Issue>)
  /// Earlier positions of one year on an issue.
  case issueYear(ID<Issue>, YearKey)
  case party(ID<Party>)
  case partyYear(ID<Party>, YearKey)
  case matrix
  /// Index into the matrix's parts.
  case matrixPart(Int)
  /// The map of issues.
  case map
  case options
  case tensions
  /// The cards of a report's positions.
  case cards(ID<ReportEntry>)
  case coverage
  case reports
  /// The reports of one year.
  case reportYear(YearKey)
  case issues
  case parties
  /// The list of pairs.
  case pairs
  /// Two parties held against each other.
  case pair(PartyPair)
  case page(ID<PageEntry>)
  /// The list of what changed between editions.
  case changes
  /// What changed between two neighbouring editions: index into the history's differences.
  case change(Int)
  case data(DataFile)
  /// A comparison as CSV.
  case table(ID<Comparison>)
  case metadata(MetadataFile)
  case notFound
  /// An old address: index into the redirects.
  case redirect(Int)
  /// Rules for the site's host.
  case rules(HostFile)
  /// Index into the theme's assets.
  case asset(Int)

  /// The template that frames it; nil for files that have none.
  var kind: PageKind? {
    switch self {
    case .home: .home
    case .report: .report
    case .issue: .issue
    case .issueYear: .issueYear
    case .party: .party
    case .partyYear: .partyYear
    case .matrix, .matrixPart: .matrix
    case .map: .map
    case .options: .options
    case .tensions: .tensions
    case .cards: .cards
    case .coverage: .coverage
    case .reports, .reportYear: .reports
    case .issues: .issues
    case .parties: .parties
    case .pairs: .pairs
    case .pair: .pair
    case .page: .page
    case .changes: .changes
    case .change: .change
    case .notFound: .notFound
    case .asset, .data, .table, .metadata, .redirect, .rules: nil
    }
  }
}
