import Content

/// One table of a report that gives positions or options (CSVW Table).
package struct Comparison: Sendable {
  package let id: ID<Comparison>
  package let report: ID<ReportEntry>
  /// Index into the report's `tables`.
  package let table: Int
  package let kind: TableKind
  /// Its anchor on the report's page: the authored id, else `table-1` …, unique there.
  package let anchor: String
  /// What each column is, the corner's first; empty for options.
  package let columns: [Heading]
  /// What each body row is; empty for options.
  package let rows: [Heading]

  /// What the header of a row or column of a positions table stands for.
  package enum Heading: Sendable, Hashable {
    case issue(ID<Issue>)
    case party(ID<Party>)
    /// The corner, a column that is not a party's, or an empty header.
    case other
  }
}
