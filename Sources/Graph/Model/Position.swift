import Content
import Markdown

/// The position of one party on one issue in one report: a table cell (a Claim in schema.org).
///
/// 60 bytes: each report has dozens of them.
package struct Position: Sendable, Hashable {
  /// Its cell in the tables of its report.
  struct Cell: Sendable, Hashable {
    var comparison: ID<Comparison>
    /// 1-based number of the body row.
    let row: Int32
    /// 0-based.
    let column: Int32
    /// The cell's node in the report's document.
    let node: Int32
  }

  /// Its date, the days that it was held on, and where the date was found.
  struct Dating: Sendable, Hashable {
    let date: PackedDate
    private let first: Int32
    private let last: Int32
    let origin: DateOrigin

    /// - Parameter interval: nil without a date.
    init(date: PartialDate?, interval: DayInterval?, origin: DateOrigin) {
      self.date = PackedDate(date)
      first = interval?.first ?? .max
      last = interval?.last ?? .min
      self.origin = origin
    }

    var interval: DayInterval? { first <= last ? DayInterval(first: first, last: last) : nil }
  }

  package private(set) var id: ID<Position>
  package let issue: ID<Issue>
  package let party: ID<Party>
  package let report: ID<ReportEntry>
  private var place: Cell
  private var number: Int32
  private let dating: Dating
  /// nil: unrated.
  package let stance: Stance?
  /// The kinds of evidence on which it rests: as its cell says, otherwise as its sources say; empty: not given.
  package private(set) var evidence: EvidenceKinds
  /// The range of the text in the document of the report if the cell contains plain text only; otherwise
  /// empty.
  package let plainWords: ByteRange

  /// - Parameters:
  ///   - id: its index in the list of its report; `moved` moves it to the list of the graph.
  ///   - ordinal: its number among the positions of this party on this issue in this report, 1-based.
  init(
    id: ID<Position>, on issue: ID<Issue>, of party: ID<Party>, in report: ID<ReportEntry>, at cell: Cell,
    ordinal: Int32, stance: Stance?, evidence: EvidenceKinds, dating: Dating, plainWords: ByteRange
  ) {
    self.id = id
    self.issue = issue
    self.party = party
    self.report = report
    place = cell
    number = ordinal
    self.dating = dating
    self.stance = stance
    self.evidence = evidence
    self.plainWords = plainWords
  }

  package var comparison: ID<Comparison> { place.comparison }
  /// 1-based number of the body row.
  package var row: Int { Int(place.row) }
  /// 0-based column.
  package var column: Int { Int(place.column) }
  /// The cell's node in the report's document.
  package var cell: Int { Int(place.node) }
  /// The date of the cell or table (`as-of`), otherwise that of the report, its file name or its first
  /// commit; nil if there is none.
  package var date: PartialDate? { packedDate.date }
  /// The year of `date`.
  package var year: Int? { packedDate.year }
  var packedDate: PackedDate { dating.date }
  package var dateOrigin: DateOrigin { dating.origin }
  /// The days that `date` may mean, without those that its report could not know of; nil without a date.
  package var interval: DayInterval? { dating.interval }
  /// Which position of this party, issue and report it is, 1-based; from 2 on it is part of the anchors.
  package var ordinal: Int { Int(number) }

  /// The same position with another number.
  func numbered(_ ordinal: Int) -> Position {
    var next = self
    next.number = Int32(clamping: ordinal)
    return next
  }

  /// The same position with other kinds of evidence.
  func resting(on evidence: EvidenceKinds) -> Position {
    var next = self
    next.evidence = evidence
    return next
  }

  /// The dates of its cell.
  var dates: CellState.Dates { dating.ofCell }

  /// The same position, moved further down in the lists of the graph.
  func moved(positions: Int, comparisons: Int) -> Position {
    var next = self
    next.id = ID(id.index + positions)
    next.place.comparison = ID(comparison.index + comparisons)
    return next
  }

  /// Whether it is the same position of its report, apart from its stance, its evidence and its words.
  func isSame(as other: Position) -> Bool {
    issue == other.issue && party == other.party && comparison == other.comparison && row == other.row
      && column == other.column && number == other.number && dating.date == other.dating.date
      && interval == other.interval
  }
}
