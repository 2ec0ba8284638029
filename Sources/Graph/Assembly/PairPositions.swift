/// The positions of each issue, sorted by party, so that those of one party are found without looking at the others.
struct PairPositions: Sendable {
  private let ids: [ID<Position>]
  /// The start of each issue in `ids`, and the end of the last one.
  private let starts: [Int]

  /// - Parameter edges: the positions of each issue; those of one party keep this order.
  init(_ edges: Edges<Issue, Position>, issueCount: Int, positions: [Position]) {
    var ids: [ID<Position>] = []
    ids.reserveCapacity(positions.count)
    var starts = [0]
    starts.reserveCapacity(issueCount + 1)
    var keys: [UInt64] = []
    for issue in 0..<issueCount {
      let own = edges[ID(issue)]
      keys.removeAll(keepingCapacity: true)
      for (place, id) in own.enumerated() {
        keys.append(UInt64(positions[id.index].party.index) << 32 | UInt64(place))
      }
      keys.sort()
      for key in keys { ids.append(own[own.startIndex + Int(key & 0xFFFF_FFFF)]) }
      starts.append(ids.count)
    }
    self.ids = ids
    self.starts = starts
  }

  /// The positions of a party on an issue.
  func of(_ party: ID<Party>, on issue: ID<Issue>, among positions: [Position]) -> ArraySlice<ID<Position>> {
    let first = place(of: party, on: issue, among: positions)
    var end = first
    while end < starts[issue.index + 1], positions[ids[end].index].party == party { end += 1 }
    return ids[first..<end]
  }

  private func place(of party: ID<Party>, on issue: ID<Issue>, among positions: [Position]) -> Int {
    var (low, high) = (starts[issue.index], starts[issue.index + 1])
    while low < high {
      let middle = (low + high) / 2
      if positions[ids[middle].index].party < party { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension IssueGraph {
  /// The positions of a party on an issue: newest first, undated last, as in `positionsOfIssue`.
  package func positions(of party: ID<Party>, on issue: ID<Issue>) -> ArraySlice<ID<Position>> {
    positionsOfPair.of(party, on: issue, among: positions)
  }
}
