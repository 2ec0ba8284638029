import Content
import Markdown

/// Everything that the site knows, as one value: who holds which position on what, since when, and on what
/// evidence.
///
/// Lists have a stable order that does not depend on the order of files. Edges can be followed in both
/// directions. A reference, because it is passed on for every cell of a page: a copy of its lists would count
/// references to each of them.
package final class IssueGraph: Sendable {
  /// The lists as they were gathered; a change to one report starts from them.
  let lists: GraphLists
  package let settings: SiteSettings
  /// By date (undated first), then path. Without withheld reports.
  package let reports: [ReportEntry]
  /// `pages/*.md`, by path.
  package let pages: [PageEntry]
  /// Where the text of each page is that is not a report, by its address.
  let textIndices: [String: TextIndex]
  /// `index.md`; nil if there is none.
  package let home: PageEntry?
  /// By name, in alphabetical order for readers (match key, then slug).
  package let issues: [Issue]
  /// By name, like issues.
  package let parties: [Party]
  /// By report, then place in the report.
  package let comparisons: [Comparison]
  /// By comparison, then row, then column.
  package let positions: [Position]
  /// Cells that record no position, in the order of positions.
  package let silentCells: [SilentCell]
  /// The names under which cells were published, besides those that they have now.
  let formerNames: FormerNames
  /// The slugs that pages had in published states, besides those that they have now.
  package let formerSlugs: FormerSlugs
  /// By comparison, then row.
  package let options: [Option]
  /// By report, then place; from reports only.
  package let mentions: [Mention]
  /// By report, then place.
  package let tensions: [Tension]

  /// The positions on an issue: newest first (by date, then report, then place), undated last.
  package let positionsOfIssue: Edges<Issue, Position>
  /// The positions of a party, in the same order.
  package let positionsOfParty: Edges<Party, Position>
  /// The positions of each party on each issue, in the same order.
  let positionsOfPair: PairPositions
  package let comparisonsOfReport: Edges<ReportEntry, Comparison>
  package let positionsOfComparison: Edges<Comparison, Position>
  package let optionsOfComparison: Edges<Comparison, Option>
  /// Options that belong to an issue, newest report first; within a report, in the order of its rows.
  package let optionsOfIssue: Edges<Issue, Option>
  /// Mentions of an issue, newest report first.
  package let mentionsOfIssue: Edges<Issue, Mention>
  /// Mentions of a party, newest report first.
  package let mentionsOfParty: Edges<Party, Mention>
  package let mentionsOfReport: Edges<ReportEntry, Mention>
  /// Issues with a row in a report, in order of first appearance there.
  package let issuesOfReport: Edges<ReportEntry, Issue>
  /// Parties with a column in a report, in order of first appearance there.
  package let partiesOfReport: Edges<ReportEntry, Party>
  /// Reports in which a party has a column, newest first.
  package let reportsOfParty: Edges<Party, ReportEntry>
  /// Reports in which an issue has a row, newest first.
  package let reportsOfIssue: Edges<Issue, ReportEntry>
  /// The standing of each party on each issue; the cells of the matrix.
  package let standings: Standings
  /// The sentences of the issues that had another one before; issues without a history are left out.
  let reworded: [ID<Issue>: Propositions]
  /// Whether a party follows another one (`succeeds:`).
  package let hasSuccessions: Bool
  /// The issues with their own feed (`feeds:` in site.yml), in the order of `issues`, without duplicates.
  package let feedIssues: [ID<Issue>]
  /// The parties with their own feed, in the order of `parties`, without duplicates.
  package let feedParties: [ID<Party>]
  /// The places where `feeds:` names `feedIssues` and `feedParties`, in the author's order.
  package let feedOccurrences: [(subject: MentionSubject, occurrence: NameOccurrence)]
  /// What each table is and why: by report, then in the order of the report's tables.
  package let tableDecisions: [[TableDecision]]
  /// Links of all files that only the plan of the site can check, by file, then place.
  package let openLinks: [OpenLink]
  /// The places of the tables that reports read from sheets.
  package let sheetPlaces: SheetPlaces

  init(_ lists: GraphLists) {
    self.lists = lists
    settings = lists.settings
    reports = lists.reports
    pages = lists.pages
    textIndices = TextIndex.all(in: lists)
    home = lists.home
    issues = lists.issues
    parties = lists.parties
    comparisons = lists.comparisons
    positions = lists.positions
    silentCells = lists.silentCells
    formerNames = lists.formerNames
    formerSlugs = lists.formerSlugs
    options = lists.options
    mentions = lists.mentions
    tensions = lists.tensions
    positionsOfIssue = lists.positionsOfIssue
    positionsOfParty = lists.positionsOfParty
    positionsOfPair = lists.positionsOfPair
    comparisonsOfReport = lists.comparisonsOfReport
    positionsOfComparison = lists.positionsOfComparison
    optionsOfComparison = lists.optionsOfComparison
    optionsOfIssue = lists.optionsOfIssue
    mentionsOfIssue = lists.mentionsOfIssue
    mentionsOfParty = lists.mentionsOfParty
    mentionsOfReport = lists.mentionsOfReport
    issuesOfReport = lists.issuesOfReport
    partiesOfReport = lists.partiesOfReport
    reportsOfParty = lists.reportsOfParty
    reportsOfIssue = lists.reportsOfIssue
    standings = lists.standings
    reworded = lists.reworded
    hasSuccessions = lists.hasSuccessions
    feedIssues = lists.feedIssues
    feedParties = lists.feedParties
    feedOccurrences = lists.feedOccurrences
    tableDecisions = lists.tableDecisions
    openLinks = lists.openLinks
    sheetPlaces = lists.sheetPlaces
  }
}

extension IssueGraph {
  /// The time in which each party exists or is in office.
  package var lifetimes: PartyLifetimes { standings.lifetimes }

  /// The file with a position: that of its report, or the sheet that the report reads. `path` is below the content folder,
  /// `sourcePath` as messages print it.
  package func file(of id: ID<Position>) -> (path: String, sourcePath: String) {
    let position = positions[id.index]
    let report = reports[position.report.index].report
    if let sheet = report.tables[comparisons[position.comparison.index].table].sheet {
      return (sheet.path, sheet.sourcePath)
    }
    return (report.header.path, report.header.sourcePath)
  }

  /// The 1-based line of a position in its file.
  package func line(of id: ID<Position>) -> Int {
    let position = positions[id.index]
    let table = comparisons[position.comparison.index].table
    let authored = reports[position.report.index].report.tables[table]
    if authored.cellLines.indices.contains(position.row - 1),
      authored.cellLines[position.row - 1].indices.contains(position.column)
    {
      return authored.cellLines[position.row - 1][position.column]
    }
    return authored.line + 1 + position.row
  }
}

extension IssueGraph {
  /// The silent cells of a report, in its order.
  package func silentCells(of report: ID<ReportEntry>) -> ArraySlice<SilentCell> {
    silentCells[silentCells.places(of: report.index) { $0.report }]
  }

  /// The silent cells of a table.
  package func silentCells(of comparison: Comparison) -> ArraySlice<SilentCell> {
    let all = silentCells(of: comparison.report)
    let first = all.partition { $0.comparison >= comparison.id }
    return all[first..<all[first...].partition { $0.comparison > comparison.id }]
  }

  /// The anchor of the first silent cell of each party and issue that have no position in a report: the address that a position in
  /// its place has or had.
  package func anchorsOfSilence(in report: ID<ReportEntry>) -> [ID<SilentCell>: String] {
    var anchors: [ID<SilentCell>: String] = [:]
    var seen: Set<PartyOnIssue> = []
    for cell in silentCells(of: report) where seen.insert(PartyOnIssue(cell.party, on: cell.issue)).inserted {
      let positions = positions(of: cell.party, on: cell.issue)
      if positions.contains(where: { self.positions[$0.index].report == report }) { continue }
      anchors[cell.id] = issues[cell.issue.index].slug + "--" + parties[cell.party.index].slug
    }
    return anchors
  }

  /// The text of a position as plain text: its cell without mark, markup, and leading and trailing white
  /// space.
  package func text(of id: ID<Position>) -> String {
    let position = positions[id.index]
    return reports[position.report.index].report.header.document.words(ofCell: position.cell)
  }

  /// The passages of a position's cell that are the party's own words, in order; see `VerbatimPassages`.
  package func verbatim(of id: ID<Position>) -> [String] {
    let position = positions[id.index]
    let header = reports[position.report.index].report.header
    let language = header.matter.language ?? settings.language
    return VerbatimPassages(language: language).passages(of: position.cell, in: header.document)
  }
}

extension IssueGraph {
  /// The position whose date begins last, the first of several; nil: there are no positions.
  package var newestPosition: ID<Position>? {
    let start = { (id: ID<Position>) in self.positions[id.index].packedDate.start }
    guard let newest = issues.lazy.compactMap({ self.positionsOfIssue[$0.id].first }).map(start).max() else {
      return nil
    }
    return issues.lazy.compactMap { self.positionsOfIssue[$0.id].prefix { start($0) == newest }.min() }.min()
  }
}

extension Document {
  /// The text of a cell as plain text, without leading and trailing white space.
  func words(ofCell cell: Int) -> String {
    let text = plainText(of: cell).unicodeScalars
    guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
