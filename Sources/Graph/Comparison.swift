import Content

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
