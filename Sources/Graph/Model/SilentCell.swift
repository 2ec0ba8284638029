import Content

/// A cell in which a report records that a party has no position on an issue: a dash, “n/a” or words such as “not
/// discussed”. It is not a position and supersedes nothing.
package struct SilentCell: Sendable, Hashable {
  package private(set) var id: ID<SilentCell>
  package let issue: ID<Issue>
  package let party: ID<Party>
  package let report: ID<ReportEntry>
  private var place: Position.Cell
  let dating: Position.Dating

  init(
    id: ID<SilentCell>, on issue: ID<Issue>, of party: ID<Party>, in report: ID<ReportEntry>,
    at cell: Position.Cell, dating: Position.Dating
  ) {
    self.id = id
    self.issue = issue
    self.party = party
    self.report = report
    place = cell
    self.dating = dating
  }

  package var comparison: ID<Comparison> { place.comparison }
  /// The number of the body row, 1-based.
  package var row: Int { Int(place.row) }
  /// The column, 0-based.
  package var column: Int { Int(place.column) }
  /// The cell's node in the report's document.
  package var cell: Int { Int(place.node) }
  /// The date of the cell, the table or the report, as for a position; nil without any.
  package var date: PartialDate? { dating.date.date }
  package var dateOrigin: DateOrigin { dating.origin }
  /// The days that `date` may mean; nil without a date.
  package var interval: DayInterval? { dating.interval }

  /// The same cell further down in the lists of the graph.
  func moved(cells: Int, comparisons: Int) -> SilentCell {
    var next = self
    next.id = ID(id.index + cells)
    next.place.comparison = ID(comparison.index + comparisons)
    return next
  }

  /// Whether it records the same silence, wherever it is in the text.
  func isSame(as other: SilentCell) -> Bool {
    issue == other.issue && party == other.party && comparison == other.comparison && row == other.row
      && column == other.column && dating == other.dating
  }
}
