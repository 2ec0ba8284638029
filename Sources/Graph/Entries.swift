import Content
import Markdown

/// A report as part of the graph: the authored report, and what the whole site says about its text.
public struct ReportEntry: Sendable {
  public let id: ID<ReportEntry>
  public let report: Report
  /// `/reports/<slug>/`, without slashes around it: `reports/march-plan`.
  public let address: String
  /// What the document's links, wikilinks and names lead to, and the anchors of its headings.
  public let links: DocumentLinks
}

/// A page of `pages/`, or the home page's introduction, as part of the graph.
public struct PageEntry: Sendable {
  public let id: ID<PageEntry>
  public let page: PageFile
  /// `about` for `pages/about.md`; empty for the home page.
  public let address: String
  public let links: DocumentLinks
}

/// What is contested: the rows of positions tables, over all reports (SKOS Concept).
public struct Issue: Sendable {
  public let id: ID<Issue>
  /// The file's title, else the fullest form that a table uses.
  public let name: String
  public let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  public let aliases: [String]
  /// What its file says; nil without a file.
  public let file: IssueFile?
  /// Links in the file's text; nil without a file.
  public let links: DocumentLinks?
  public let broader: [ID<Issue>]
  public let related: [ID<Issue>]

  /// `issues/nato-expansion`.
  public var address: String { "issues/\(slug)" }
}

/// Who holds positions: the columns of positions tables, over all reports (PROV Agent).
public struct Party: Sendable {
  public let id: ID<Party>
  /// The file's title, else the fullest form that a table uses, without a generic last word.
  public let name: String
  public let slug: String
  /// Other names, authored and from tables, without `name`; sorted.
  public let aliases: [String]
  /// What its file says; nil without a file.
  public let file: PartyFile?
  /// Links in the file's text; nil without a file.
  public let links: DocumentLinks?
  /// For whom it acts; nil: for itself.
  public let actsFor: ID<Party>?
  public let memberOf: [ID<Party>]

  /// `parties/russian-government`.
  public var address: String { "parties/\(slug)" }
}

/// One table of a report that gives positions or options (CSVW Table).
public struct Comparison: Sendable {
  public let id: ID<Comparison>
  public let report: ID<ReportEntry>
  /// Index into the report's `tables`.
  public let table: Int
  public let kind: TableKind
  /// Its anchor on the report's page: the authored id, else `table-1` …, unique there.
  public let anchor: String
  /// What each column is, the corner's first; empty for options.
  public let columns: [Heading]
  /// What each body row is; empty for options.
  public let rows: [Heading]

  /// What the header of a row or column of a positions table stands for.
  public enum Heading: Sendable, Hashable {
    case issue(ID<Issue>)
    case party(ID<Party>)
    /// The corner, a column that is not a party's, or an empty header.
    case other
  }
}

/// What one party holds on one issue according to one report: a cell (schema.org Claim).
public struct Position: Sendable {
  public let id: ID<Position>
  public let issue: ID<Issue>
  public let party: ID<Party>
  public let report: ID<ReportEntry>
  public let comparison: ID<Comparison>
  /// 1-based number of the body row.
  public let row: Int
  /// 0-based column.
  public let column: Int
  /// The cell's node in the report's document.
  public let cell: Int
  /// As marked; nil: unrated.
  public let stance: Stance?
  /// The cell's or table's `as-of`, else the report's date, else its file name's; nil without any.
  public let date: PartialDate?
  public let dateOrigin: DateOrigin
  /// Which position of this pair in this report it is, 1-based; from 2 on it is part of the anchors.
  public let ordinal: Int
}

/// A row of an options table (schema.org Action).
public struct Option: Sendable {
  public let id: ID<Option>
  public let report: ID<ReportEntry>
  public let comparison: ID<Comparison>
  /// The row's node in the report's document.
  public let rowNode: Int
  /// The first cell's text.
  public let name: String
  /// Its anchor on the report's page.
  public let anchor: String
}

/// A place in a report's prose that names an issue or a party, by wikilink or by name.
public struct Mention: Sendable, Hashable {
  public let id: ID<Mention>
  public let report: ID<ReportEntry>
  /// The text or wikilink node in the report's document (the first, for a name across a soft break).
  public let node: Int
  /// Where the name starts in `Document.text`; for a wikilink, the start of what it shows.
  public let start: Int
  public let subject: MentionSubject
}

/// Whom or what a mention names.
public enum MentionSubject: Sendable, Hashable {
  case issue(ID<Issue>)
  case party(ID<Party>)
}

/// Two positions, or a passage and a position, that an author says conflict.
public struct Tension: Sendable {
  public let id: ID<Tension>
  public let report: ID<ReportEntry>
  /// The callout's node in the report's document.
  public let node: Int
  /// The position spoken of.
  public let first: ID<Position>
  /// The other position; nil: the callout's own text stands against the first.
  public let second: ID<Position>?
}
