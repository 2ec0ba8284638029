import Diagnostics
import Markdown

/// One table of a report, as far as its kind can be determined from its own document.
package struct AuthoredTable: Sendable, Hashable {
  /// The table's node in the report's document.
  package let node: Int
  /// Its kind; may depend on the parties of all reports.
  package let reading: TableReading
  /// The identifier in the directive (`id=core`) or the caption (`{#tbl-core}`); nil if there is none.
  package let id: String?
  /// The range of `id`.
  let idRange: Range<Int>?
  /// `as-of=` of the directive.
  package let asOf: PartialDate?
  /// The range of `asOf` in the file; nil without it.
  package let asOfRange: Range<Int>?
  /// `issues=` of the directive: the issues to which all options of the table belong, with the range of the
  /// attribute; empty if there is none.
  package let issues: [AuthoredName]
  /// The plain text and place of the header cells, in order. The first is the corner.
  package let header: [AuthoredName]
  /// The 1-based line of the header row in the file. Each row is on one line, so body row `n` is on line
  /// `line + 1 + n`.
  package let line: Int
  /// The columns beside those of the parties; nil: none.
  package let sides: SideColumns?
  /// The headings above the table that could name the issue of all its rows, nearest first: of level 2 or deeper. Empty
  /// unless the table has a row for each party and a column of positions.
  package let headings: [AuthoredName]
  /// The 1-based lines of the body cells, by row and column, of a comparison that is written as a list or by headings, or
  /// read from a sheet; empty for other tables, whose rows are on one line each.
  package let cellLines: [[Int]]
  /// The sheet that the table is read from; then `line` and `cellLines` are lines of the sheet. Nil: the table is in the
  /// report.
  package let sheet: ReportSheet?

  package init(
    node: Int, reading: TableReading, id: String?, idRange: Range<Int>?, asOf: PartialDate?,
    asOfRange: Range<Int>? = nil, issues: [AuthoredName] = [], header: [AuthoredName], line: Int,
    sides: SideColumns? = nil, headings: [AuthoredName] = [], cellLines: [[Int]] = [],
    sheet: ReportSheet? = nil
  ) {
    self.sides = sides
    self.sheet = sheet
    self.node = node
    self.reading = reading
    self.id = id
    self.idRange = idRange
    self.asOf = asOf
    self.asOfRange = asOfRange
    self.issues = issues
    self.header = header
    self.line = line
    self.headings = headings
    self.cellLines = cellLines
  }
}

/// The kind of a table.
package enum TableKind: Sendable, Hashable {
  /// Rows are issues and columns parties, or the other way round when transposed.
  case positions(transposed: Bool)
  /// Rows are options.
  case options
  case plain
}

/// The kind of a table, as far as its own report determines it.
package enum TableReading: Sendable, Hashable {
  /// A directive or the class of a caption sets it.
  case declared(TableKind)
  /// All cells with text are numbers, prices, shares or dates: plain.
  case facts
  /// The corner is an axis word, and two other columns may be parties: its headers become known parties.
  case axis
  /// At least two cells of columns that may be parties start with a stance mark: its headers become known parties, or
  /// issues if the corner means parties.
  case marks(transposed: Bool)
  /// The table has a row for each position, with columns for issues and parties.
  case rowPerPosition
  /// The corner means parties, and there is a column of positions: positions on the issue of a heading above the table.
  case partyAndPosition
  /// The corner means parties: positions if the columns are known issues, otherwise plain.
  case partyCorner
  /// The corner is an option word: options, unless two columns are known parties.
  case optionWord
  /// Nothing in the report decides: positions if two columns are known parties, otherwise plain. `axisWord`
  /// is true if the corner is an axis word but fewer than two other columns may be parties (which gives a
  /// note if the table stays plain).
  case undecided(axisWord: Bool)
  /// The corner is empty: positions if a column is a known party, otherwise plain.
  case emptyCorner

  /// Whether it may become a positions table with a column for each party.
  var mayHaveSides: Bool {
    switch self {
    case .declared(.positions(let transposed)), .marks(let transposed): !transposed
    case .axis, .optionWord, .emptyCorner, .undecided: true
    case .declared, .facts, .rowPerPosition, .partyAndPosition, .partyCorner: false
    }
  }

  /// Whether the rows are parties, of a table that has positions on its own account; nil: it has none, or other tables decide.
  package var isTransposed: Bool? {
    switch self {
    case .declared(.positions(let flag)), .marks(let flag): flag
    case .axis, .rowPerPosition: false
    default: nil
    }
  }
}
