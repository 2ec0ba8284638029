import Content
import Markdown

/// A table of a report that gives positions or options (a Table in CSVW).
package struct Comparison: Sendable {
  package private(set) var id: ID<Comparison>
  package let report: ID<ReportEntry>
  /// Index into the report's `tables`.
  package let table: Int
  package let kind: TableKind
  /// Its anchor on the report's page: the authored id, otherwise `table-1` …, unique on the page.
  package let anchor: String
  /// The meaning of each column, including the corner; empty for options.
  package let columns: [Heading]
  /// The meaning of each body row; empty for options.
  package let rows: [Heading]
  /// The column with the sources of a column’s positions; columns without an entry have the sources in the cells of their
  /// positions.
  package let sourceColumns: [Int: Int]
  /// The cells of those columns that are not empty, by the cells of the positions whose sources they have.
  private(set) var sourceCells: [Int: Int] = [:]

  init(
    id: ID<Comparison>, report: ID<ReportEntry>, table: Int, kind: TableKind, anchor: String,
    columns: [Heading],
    rows: [Heading], sourceColumns: [Int: Int] = [:]
  ) {
    self.id = id
    self.report = report
    self.table = table
    self.kind = kind
    self.anchor = anchor
    self.columns = columns
    self.rows = rows
    self.sourceColumns = sourceColumns
  }

  /// The meaning of a row or column header of a positions table.
  package enum Heading: Sendable, Hashable {
    case issue(ID<Issue>)
    case party(ID<Party>)
    /// The corner, a column that does not belong to a party, or an empty header.
    case other
  }

  /// The same comparison, moved further down in the list of the graph.
  func moved(by offset: Int) -> Comparison {
    var next = self
    next.id = ID(id.index + offset)
    return next
  }

  /// Finds `sourceCells` in the rows of its table, once for all: a table may have very many columns.
  mutating func findSourceCells(in document: Document, table node: Int) {
    if sourceColumns.isEmpty { return }
    for row in document.children(of: node) where document.nodes[row].kind == .tableRow {
      let cells = Array(document.children(of: row))
      let sources = Set(sourceColumns.values).filter {
        $0 < cells.count && !document.plainText(of: cells[$0]).isEmpty
      }
      for (column, source) in sourceColumns where column < cells.count && sources.contains(source) {
        sourceCells[cells[column]] = cells[source]
      }
    }
  }
}

/// A row of an options table (an Action in schema.org).
package struct Option: Sendable {
  package private(set) var id: ID<Option>
  package let report: ID<ReportEntry>
  package private(set) var comparison: ID<Comparison>
  /// The row's node in the report's document.
  package let rowNode: Int
  /// The text of the first cell.
  package let name: String
  /// Its anchor on the report's page.
  package let anchor: String
  /// The issues that its row or the directive of its table names, in that order, without duplicates; empty:
  /// it belongs to its report only.
  package internal(set) var issues: [ID<Issue>] = []

  /// The same option, moved further down in the lists of the graph.
  func moved(by offset: Int, comparisons: Int) -> Option {
    var next = self
    next.id = ID(id.index + offset)
    next.comparison = ID(comparison.index + comparisons)
    return next
  }
}
