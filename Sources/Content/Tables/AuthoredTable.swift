import Diagnostics
import Markdown

/// One table of a report, as far as its own document tells what it is.
package struct AuthoredTable: Sendable, Hashable {
  /// The table's node in the report's document.
  package let node: Int
  /// What it is; may wait for the parties that all reports know.
  package let reading: TableReading
  /// Identifier from the directive (`id=core`) or the caption (`{#tbl-core}`); nil without one.
  package let id: String?
  /// Where `id` stands.
  package let idRange: Range<Int>?
  /// `as-of=` of the directive.
  package let asOf: PartialDate?
  /// The header cells, in order: plain text and place. The first is the corner.
  package let header: [AuthoredName]
  /// 1-based line of the header row in the file. Each row stands on one line, so body row `n` is on line `line + 1 + n`.
  package let line: Int

  package init(
    node: Int, reading: TableReading, id: String?, idRange: Range<Int>?, asOf: PartialDate?,
    header: [AuthoredName], line: Int
  ) {
    self.node = node
    self.reading = reading
    self.id = id
    self.idRange = idRange
    self.asOf = asOf
    self.header = header
    self.line = line
  }
}

/// What a table is.
package enum TableKind: Sendable, Hashable {
  /// Rows are issues and columns parties, or the other way round when transposed.
  case positions(transposed: Bool)
  /// Rows are options.
  case options
  case plain
}

/// What can be said of a table's kind from its own report.
package enum TableReading: Sendable, Hashable {
  /// A directive or a caption's class says it.
  case declared(TableKind)
  /// The corner is an axis word and two further columns may be parties: its headers make parties known.
  case axis(transposed: Bool)
  /// The corner is an option word: options, unless two columns are known parties.
  case optionWord
  /// Nothing in the report decides: positions if two columns are known parties, else plain. `axisWord` is true
  /// when the corner is an axis word that lacked two further party columns (worth a note when it stays plain).
  case undecided(axisWord: Bool)
  /// The corner is empty: positions if a column is a known party, else plain.
  case emptyCorner
}
