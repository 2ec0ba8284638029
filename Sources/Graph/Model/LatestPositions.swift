/// The latest position of each party on each issue, and the number of positions, by issue, then party.
///
/// Only pairs with a position are stored, so the size depends on the number of positions, not on issues ×
/// parties.
package struct LatestPositions: Sendable {
  /// A summary of one party's positions on one issue.
  package struct Holding: Sendable, Hashable {
    package let party: ID<Party>
    /// The newest position; undated ones count as the oldest.
    package let latest: ID<Position>
    /// The number of positions of the party on the issue, over all reports.
    package let count: Int32

    package init(party: ID<Party>, latest: ID<Position>, count: Int32) {
      self.party = party
      self.latest = latest
      self.count = count
    }
  }

  private let starts: [Int32]
  private let latestPositions: [Holding]

  /// No positions.
  static let none = LatestPositions(Edges([]), issueCount: 0, partyCount: 0, positions: [])

  /// - Parameters:
  ///   - edges: the positions of each issue, newest first.
  ///   - partyCount: the number of parties in the graph.
  init(_ edges: Edges<Issue, Position>, issueCount: Int, partyCount: Int, positions: [Position]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(issueCount + 1)
    var latestPositions: [Holding] = []
    var place = [Int32](repeating: -1, count: partyCount)
    for issue in 0..<issueCount {
      let first = latestPositions.count
      for position in edges[ID(issue)] {
        let party = positions[position.index].party
        let known = Int(place[party.index])
        if known >= first {
          let old = latestPositions[known]
          latestPositions[known] = Holding(party: party, latest: old.latest, count: old.count + 1)
        } else {
          place[party.index] = Int32(latestPositions.count)
          latestPositions.append(Holding(party: party, latest: position, count: 1))
        }
      }
      latestPositions[first...].sort { $0.party < $1.party }
      for holding in latestPositions[first...] { place[holding.party.index] = -1 }
      starts.append(Int32(latestPositions.count))
    }
    self.starts = starts
    self.latestPositions = latestPositions
  }

  /// The parties that hold a position on `issue`, by party; a row of the matrix.
  package subscript(issue: ID<Issue>) -> ArraySlice<Holding> {
    latestPositions[Int(starts[issue.index])..<Int(starts[issue.index + 1])]
  }

  /// The latest position of `party` on `issue`; nil: it has none.
  package subscript(issue: ID<Issue>, party: ID<Party>) -> Holding? {
    let row = self[issue]
    var low = row.startIndex
    var high = row.endIndex
    while low < high {
      let middle = (low + high) / 2
      if row[middle].party < party { low = middle + 1 } else { high = middle }
    }
    return low < row.endIndex && row[low].party == party ? row[low] : nil
  }
}
