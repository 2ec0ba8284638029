import Content

/// The lists of a graph while they are gathered or changed; the properties of `IssueGraph` of the same names
/// say what they hold.
struct GraphLists: Sendable {
  let settings: SiteSettings
  var reports: [ReportEntry] = []
  var pages: [PageEntry] = []
  var home: PageEntry?
  var issues: [Issue] = []
  var parties: [Party] = []
  var comparisons: [Comparison] = []
  var positions: [Position] = []
  var silentCells: [SilentCell] = []
  var formerNames = FormerNames()
  var formerSlugs = FormerSlugs()
  var options: [Option] = []
  var mentions: [Mention] = []
  var tensions: [Tension] = []

  var positionsOfIssue = Edges<Issue, Position>([])
  var positionsOfParty = Edges<Party, Position>([])
  var positionsOfPair = PairPositions.none
  var comparisonsOfReport = Edges<ReportEntry, Comparison>([])
  var positionsOfComparison = Edges<Comparison, Position>([])
  var optionsOfComparison = Edges<Comparison, Option>([])
  var optionsOfIssue = Edges<Issue, Option>([])
  var mentionsOfIssue = Edges<Issue, Mention>([])
  var mentionsOfParty = Edges<Party, Mention>([])
  var mentionsOfReport = Edges<ReportEntry, Mention>([])
  var issuesOfReport = Edges<ReportEntry, Issue>([])
  var partiesOfReport = Edges<ReportEntry, Party>([])
  var reportsOfParty = Edges<Party, ReportEntry>([])
  var reportsOfIssue = Edges<Issue, ReportEntry>([])
  var standings = Standings.none
  var reworded: [ID<Issue>: Propositions] = [:]
  var hasSuccessions = false
  var feedIssues: [ID<Issue>] = []
  var feedParties: [ID<Party>] = []
  var feedOccurrences: [(subject: MentionSubject, occurrence: NameOccurrence)] = []
  var tableDecisions: [[TableDecision]] = []
  var openLinks: [OpenLink] = []
  var sheetPlaces = SheetPlaces([])

  /// A graph without files.
  init(settings: SiteSettings) { self.settings = settings }

  /// Finds the tables that reports read from sheets.
  mutating func findSheets() {
    sheetPlaces = SheetPlaces(reports.lazy.filter { !$0.report.sheets.isEmpty }.map(\.report))
  }
}
