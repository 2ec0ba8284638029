import Content
import Markdown

/// What one party holds on one issue according to one report: a cell (schema.org Claim).
///
/// Kept to 52 bytes: there are tens of them for each report.
package struct Position: Sendable, Hashable {
  package let id: ID<Position>
  package let issue: ID<Issue>
  package let party: ID<Party>
  package let report: ID<ReportEntry>
  package let comparison: ID<Comparison>
  private let packedRow: Int32
  private let packedColumn: Int32
  private let packedCell: Int32
  private let packedOrdinal: Int32
  let packedDate: PackedDate
  /// Where the words stand in the text of the report's document if they are plain words and the cell holds nothing else;
  /// empty: only the cell's nodes tell.
  package let plainWords: ByteRange
  /// As marked; nil: unrated.
  package let stance: Stance?
  package let dateOrigin: DateOrigin

  init(
    id: ID<Position>, issue: ID<Issue>, party: ID<Party>, report: ID<ReportEntry>,
    comparison: ID<Comparison>, row: Int, column: Int, cell: Int, ordinal: Int, stance: Stance?,
    date: PackedDate, dateOrigin: DateOrigin, plainWords: ByteRange
  ) {
    self.id = id
    self.issue = issue
    self.party = party
    self.report = report
    self.comparison = comparison
    packedRow = Int32(row)
    packedColumn = Int32(column)
    packedCell = Int32(cell)
    packedOrdinal = Int32(ordinal)
    packedDate = date
    self.stance = stance
    self.dateOrigin = dateOrigin
    self.plainWords = plainWords
  }

  /// 1-based number of the body row.
  package var row: Int { Int(packedRow) }
  /// 0-based column.
  package var column: Int { Int(packedColumn) }
  /// The cell's node in the report's document.
  package var cell: Int { Int(packedCell) }
  /// The cell’s or table’s `as-of`, else the report’s date, else its file name’s, else its first commit’s; nil without any.
  package var date: PartialDate? { packedDate.date }
  /// Which position of this pair in this report it is, 1-based; from 2 on it is part of the anchors.
  package var ordinal: Int { Int(packedOrdinal) }

  /// The same position at its place in the graph: `link` numbers positions and comparisons within one report.
  func moved(positions: Int, comparisons: Int) -> Position {
    Position(
      id: ID(id.index + positions), issue: issue, party: party, report: report,
      comparison: ID(comparison.index + comparisons), row: row, column: column, cell: cell,
      ordinal: ordinal, stance: stance, date: packedDate, dateOrigin: dateOrigin, plainWords: plainWords)
  }
}
