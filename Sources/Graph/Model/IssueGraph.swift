import Content
import Markdown

/// Everything that the site knows, as one value: who holds which position on what, since when, and on what
/// evidence.
///
/// Lists have a stable order that does not depend on the order of files. Edges can be followed in both
/// directions.
package struct IssueGraph: Sendable {
  package let settings: SiteSettings
  /// By date (undated first), then path. Without withheld reports.
  package internal(set) var reports: [ReportEntry] = []
  /// `pages/*.md`, by path.
  package internal(set) var pages: [PageEntry] = []
  /// `index.md`; nil if there is none.
  package internal(set) var home: PageEntry?
  /// By name, in alphabetical order for readers (match key, then slug).
  package internal(set) var issues: [Issue] = []
  /// By name, like issues.
  package internal(set) var parties: [Party] = []
  /// By report, then place in the report.
  package internal(set) var comparisons: [Comparison] = []
  /// By comparison, then row, then column.
  package internal(set) var positions: [Position] = []
  /// Cells that record no position, in the order of positions.
  package internal(set) var silentCells: [SilentCell] = []
  /// The names under which cells were published, besides those that they have now.
  var formerNames = FormerNames()
  /// The slugs that pages had in published states, besides those that they have now.
  package internal(set) var formerSlugs = FormerSlugs()
  /// By comparison, then row.
  package internal(set) var options: [Option] = []
  /// By report, then place; from reports only.
  package internal(set) var mentions: [Mention] = []
  /// By report, then place.
  package internal(set) var tensions: [Tension] = []

  /// The positions on an issue: newest first (by date, then report, then place), undated last.
  package internal(set) var positionsOfIssue = Edges<Issue, Position>([])
  /// The positions of a party, in the same order.
  package internal(set) var positionsOfParty = Edges<Party, Position>([])
  package internal(set) var comparisonsOfReport = Edges<ReportEntry, Comparison>([])
  package internal(set) var positionsOfComparison = Edges<Comparison, Position>([])
  package internal(set) var optionsOfComparison = Edges<Comparison, Option>([])
  /// Options that belong to an issue, newest report first; within a report, in the order of its rows.
  package internal(set) var optionsOfIssue = Edges<Issue, Option>([])
  /// Mentions of an issue, newest report first.
  package internal(set) var mentionsOfIssue = Edges<Issue, Mention>([])
  /// Mentions of a party, newest report first.
  package internal(set) var mentionsOfParty = Edges<Party, Mention>([])
  package internal(set) var mentionsOfReport = Edges<ReportEntry, Mention>([])
  /// Issues with a row in a report, in order of first appearance there.
  package internal(set) var issuesOfReport = Edges<ReportEntry, Issue>([])
  /// Parties with a column in a report, in order of first appearance there.
  package internal(set) var partiesOfReport = Edges<ReportEntry, Party>([])
  /// Reports in which a party has a column, newest first.
  package internal(set) var reportsOfParty = Edges<Party, ReportEntry>([])
  /// Reports in which an issue has a row, newest first.
  package internal(set) var reportsOfIssue = Edges<Issue, ReportEntry>([])
  /// The standing of each party on each issue; the cells of the matrix.
  package internal(set) var standings = Standings.none
  /// The sentences of the issues that had another one before; issues without a history are left out.
  var reworded: [ID<Issue>: Propositions] = [:]
  /// Whether a party follows another one (`succeeds:`).
  var hasSuccessions = false
  /// The issues with their own feed (`feeds:` in site.yml), in the order of `issues`, without duplicates.
  package internal(set) var feedIssues: [ID<Issue>] = []
  /// The parties with their own feed, in the order of `parties`, without duplicates.
  package internal(set) var feedParties: [ID<Party>] = []
  /// The places where `feeds:` names `feedIssues` and `feedParties`, in the author's order.
  package internal(set) var feedOccurrences: [(subject: MentionSubject, occurrence: NameOccurrence)] = []
  /// What each table is and why: by report, then in the order of the report's tables.
  package internal(set) var tableDecisions: [[TableDecision]] = []
  /// Links of all files that only the plan of the site can check, by file, then place.
  package internal(set) var openLinks: [OpenLink] = []

  /// A graph without files.
  init(settings: SiteSettings) { self.settings = settings }
}

extension IssueGraph {
  /// The time in which each party exists or is in office.
  package var lifetimes: PartyLifetimes { standings.lifetimes }

  /// The 1-based line of a position in the file of its report.
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
  /// The text of a position as plain text: its cell without mark, markup, and leading and trailing white
  /// space.
  package func text(of id: ID<Position>) -> String {
    let position = positions[id.index]
    return reports[position.report.index].report.header.document.words(ofCell: position.cell)
  }

  /// The passages of a position's cell that are the party's own words, in order; see `VerbatimPassages`.
  package func verbatim(of id: ID<Position>) -> [String] {
    let position = positions[id.index]
    let document = reports[position.report.index].report.header.document
    return VerbatimPassages(language: settings.language).passages(of: position.cell, in: document)
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
