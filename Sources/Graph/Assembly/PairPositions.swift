/// The positions of each issue, sorted by party, so that those of one party are found without looking at the others.
struct PairPositions: Sendable {
  private var ids: [ID<Position>] = []
  /// The start of each issue in `ids`, and the end of the last one.
  private var starts = [0]

  /// No positions.
  static let none = PairPositions(Edges([]), issueCount: 0, positions: [])

  /// - Parameter edges: the positions of each issue; those of one party keep this order.
  init(_ edges: Edges<Issue, Position>, issueCount: Int, positions: [Position]) {
    ids.reserveCapacity(positions.count)
    starts.reserveCapacity(issueCount + 1)
    var keys: [UInt64] = []
    for issue in 0..<issueCount { add(edges[ID(issue)], positions, &keys) }
  }

  /// Adds the positions on the next issue.
  ///
  /// - Parameter keys: the party and place of each, in memory that is used for every issue.
  private mutating func add(
    _ own: ArraySlice<ID<Position>>, _ positions: [Position], _ keys: inout [UInt64]
  ) {
    keys.removeAll(keepingCapacity: true)
    for (place, id) in own.enumerated() {
      keys.append(UInt64(positions[id.index].party.index) << 32 | UInt64(place))
    }
    keys.sort()
    for key in keys { ids.append(own[own.startIndex + Int(key & 0xFFFF_FFFF)]) }
    starts.append(ids.count)
  }

  /// The same after the positions of a report were replaced.
  ///
  /// - Parameters:
  ///   - issues: those with an old or a new position of the report.
  ///   - edges: the positions of each issue now.
  func replacing(
    _ splice: ListSplice<Position>, on issues: Set<ID<Issue>>, _ edges: Edges<Issue, Position>,
    _ positions: [Position]
  ) -> PairPositions {
    var next = self
    (next.ids, next.starts) = ([], [0])
    next.ids.reserveCapacity(positions.count)
    next.starts.reserveCapacity(starts.count)
    var keys: [UInt64] = []
    for issue in 0..<(starts.count - 1) {
      if issues.contains(ID(issue)) {
        next.add(edges[ID(issue)], positions, &keys)
      } else {
        for id in ids[starts[issue]..<starts[issue + 1]] {
          if let moved = splice.moved(id) { next.ids.append(moved) }
        }
        next.starts.append(next.ids.count)
      }
    }
    return next
  }

  /// The positions of a party on an issue.
  func of(_ party: ID<Party>, on issue: ID<Issue>, among positions: [Position]) -> ArraySlice<ID<Position>> {
    let own = ids[starts[issue.index]..<starts[issue.index + 1]]
    let first = own.partition { positions[$0.index].party >= party }
    let end = own[first...].partition { positions[$0.index].party > party }
    return ids[first..<end]
  }
}

extension IssueGraph {
  /// The positions of a party on an issue: newest first, undated last, as in `positionsOfIssue`.
  package func positions(of party: ID<Party>, on issue: ID<Issue>) -> ArraySlice<ID<Position>> {
    positionsOfPair.of(party, on: issue, among: positions)
  }
}
