import Content
import Markdown

/// Who holds which position on what, since when, on what evidence: everything the site knows, as one value.
///
/// Lists are in a stable order that does not depend on the order of files; edges can be followed from both ends.
package struct IssueGraph: Sendable {
  package let settings: SiteSettings
  /// By date (undated first), then path. Withheld reports are not among them.
  package internal(set) var reports: [ReportEntry] = []
  /// `pages/*.md`, by path.
  package internal(set) var pages: [PageEntry] = []
  /// `index.md`; nil without one.
  package internal(set) var home: PageEntry?
  /// By name, as a reader would sort them (match key, then slug).
  package internal(set) var issues: [Issue] = []
  /// By name, as issues.
  package internal(set) var parties: [Party] = []
  /// By report, then place in the report.
  package internal(set) var comparisons: [Comparison] = []
  /// By comparison, then row, then column.
  package internal(set) var positions: [Position] = []
  /// By comparison, then row.
  package internal(set) var options: [Option] = []
  /// By report, then place; reports only.
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
  /// Options that touch an issue: options of reports in which the issue has a row or is a core issue, newest report first.
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
  /// The latest position of each party on each issue, newest position and count; the cells of the matrix.
  package internal(set) var latestPositions = LatestPositions.none
  /// The issues that `feeds:` in site.yml gives a feed to, in the order of `issues`, each once.
  package internal(set) var feedIssues: [ID<Issue>] = []
  /// The parties that `feeds:` gives a feed to, in the order of `parties`, each once.
  package internal(set) var feedParties: [ID<Party>] = []
  /// Where `feeds:` names `feedIssues` and `feedParties`, in the author's order.
  package internal(set) var feedOccurrences: [(subject: MentionSubject, occurrence: NameOccurrence)] = []
  /// Links of all files that only the plan of the site can check, by file, then place.
  package internal(set) var openLinks: [OpenLink] = []

  /// A graph without files.
  init(settings: SiteSettings) { self.settings = settings }
}

extension IssueGraph {
  /// The 1-based line of the report's file of a position.
  package func line(of id: ID<Position>) -> Int {
    let position = positions[id.index]
    let table = comparisons[position.comparison.index].table
    return reports[position.report.index].report.tables[table].line + 1 + position.row
  }
}

extension IssueGraph {
  /// What a position says, as plain text: its cell without mark, markup and white space at either end.
  package func quote(of id: ID<Position>) -> String {
    let position = positions[id.index]
    let document = reports[position.report.index].report.header.document
    let text = document.plainText(of: position.cell).unicodeScalars
    guard let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
