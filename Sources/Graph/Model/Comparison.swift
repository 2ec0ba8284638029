import Content

/// One table of a report that gives positions or options (CSVW Table).
package struct Comparison: Sendable {
  package private(set) var id: ID<Comparison>
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

  /// The same comparison further down in the list of the graph.
  func moved(by offset: Int) -> Comparison {
    var next = self
    next.id = ID(id.index + offset)
    return next
  }
}

/// A row of an options table (schema.org Action).
package struct Option: Sendable {
  package private(set) var id: ID<Option>
  package let report: ID<ReportEntry>
  package private(set) var comparison: ID<Comparison>
  /// The row's node in the report's document.
  package let rowNode: Int
  /// The first cell's text.
  package let name: String
  /// Its anchor on the report's page.
  package let anchor: String

  /// The same option further down in the lists of the graph.
  func moved(by offset: Int, comparisons: Int) -> Option {
    var next = self
    next.id = ID(id.index + offset)
    next.comparison = ID(comparison.index + comparisons)
    return next
  }
}
