import Content

/// The edges to positions, and values that are derived from them.
struct PositionEdges {
  let ofIssue: Edges<Issue, Position>
  let ofParty: Edges<Party, Position>
  let ofComparison: Edges<Comparison, Position>
  let ofPair: PairPositions
  let standings: Standings

  /// - Parameters:
  ///   - positions: by report, then place.
  ///   - silentCells: in the same order.
  ///   - reported: the days of the reports' dates, by report.
  ///   - lifetimes: the time in which each party exists.
  ///   - today: the build's day as a day number; nil: unknown.
  init(
    _ positions: [Position], issueCount: Int, partyCount: Int, comparisonCount: Int,
    silentCells: [SilentCell], reported: [DayInterval?], lifetimes: PartyLifetimes, today: Int32?
  ) {
    let newest = Self.newestFirst(positions)
    ofIssue = Edges(count: issueCount, pairs: newest.lazy.map { (positions[$0.index].issue, $0) })
    ofParty = Edges(count: partyCount, pairs: newest.lazy.map { (positions[$0.index].party, $0) })
    ofComparison = Edges(count: comparisonCount, pairs: positions.lazy.map { ($0.comparison, $0.id) })
    ofPair = PairPositions(ofIssue, issueCount: issueCount, positions: positions)
    standings = Standings(
      ofIssue, issueCount: issueCount, partyCount: partyCount, positions: positions, silentCells: silentCells,
      reported: reported, lifetimes: lifetimes, today: today)
  }

  /// All positions, newest first (by date, then report, then place), undated last.
  private static func newestFirst(_ positions: [Position]) -> [ID<Position>] {
    var order: [ID<Position>] = []
    order.reserveCapacity(positions.count)
    var end = positions.count
    while end > 0 {
      var start = end - 1
      while start > 0, positions[start - 1].report == positions[start].report { start -= 1 }
      for place in start..<end { order.append(ID(place)) }
      end = start
    }
    let isSorted = zip(order, order.dropFirst()).allSatisfy {
      positions[$0.index].packedDate >= positions[$1.index].packedDate
    }
    if isSorted { return order }
    return order.sorted { isBefore(positions[$0.index], positions[$1.index]) }
  }

  /// Whether a position comes before another one: the newest first (by date, then report, then place), undated last.
  static func isBefore(_ left: Position, _ right: Position) -> Bool {
    if left.packedDate != right.packedDate { return left.packedDate > right.packedDate }
    if left.report != right.report { return left.report > right.report }
    return left.id < right.id
  }
}
