import Content
import Markdown

/// Who holds which position on what, since when, on what evidence: everything the site knows, as one value.
///
/// Lists are in a stable order that does not depend on the order of files; edges can be followed from both ends.
package struct IssueGraph: Sendable {
  package let settings: SiteSettings
  /// By date (undated first), then path. Withheld reports are not among them.
  package internal(set) var reports: [ReportEntry]
  /// `pages/*.md`, by path.
  package let pages: [PageEntry]
  /// `index.md`; nil without one.
  package let home: PageEntry?
  /// By name, as a reader would sort them (match key, then slug).
  package let issues: [Issue]
  /// By name, as issues.
  package let parties: [Party]
  /// By report, then place in the report.
  package let comparisons: [Comparison]
  /// By comparison, then row, then column.
  package internal(set) var positions: [Position]
  /// By comparison, then row.
  package internal(set) var options: [Option]
  /// By report, then place; reports only.
  package internal(set) var mentions: [Mention]
  /// By report, then place.
  package let tensions: [Tension]

  /// The positions on an issue: newest first (by date, then report, then place), undated last.
  package internal(set) var positionsOfIssue: Edges<Issue, Position>
  /// The positions of a party, in the same order.
  package internal(set) var positionsOfParty: Edges<Party, Position>
  package let comparisonsOfReport: Edges<ReportEntry, Comparison>
  package internal(set) var positionsOfComparison: Edges<Comparison, Position>
  package let optionsOfComparison: Edges<Comparison, Option>
  /// Options that touch an issue: options of reports in which the issue has a row or is a core issue, newest report first.
  package let optionsOfIssue: Edges<Issue, Option>
  /// Mentions of an issue, newest report first.
  package internal(set) var mentionsOfIssue: Edges<Issue, Mention>
  /// Mentions of a party, newest report first.
  package internal(set) var mentionsOfParty: Edges<Party, Mention>
  package internal(set) var mentionsOfReport: Edges<ReportEntry, Mention>
  /// Issues with a row in a report, in order of first appearance there.
  package let issuesOfReport: Edges<ReportEntry, Issue>
  /// Parties with a column in a report, in order of first appearance there.
  package let partiesOfReport: Edges<ReportEntry, Party>
  /// Reports in which a party has a column, newest first.
  package let reportsOfParty: Edges<Party, ReportEntry>
  /// Reports in which an issue has a row, newest first.
  package let reportsOfIssue: Edges<Issue, ReportEntry>
  /// What each party holds on each issue, newest position and count; the cells of the matrix.
  package internal(set) var latestPositions: LatestPositions
  /// The issues that `feeds:` in site.yml asks a feed for, in the order of `issues`, each once.
  package let feedIssues: [ID<Issue>]
  /// The parties that `feeds:` asks a feed for, in the order of `parties`, each once.
  package let feedParties: [ID<Party>]
  /// Links of all files that only the plan of the site can check, by file, then place.
  package let openLinks: [OpenLink]
}
