/// What each party holds on each issue: the newest position and how many there are, by issue, then party.
///
/// Only pairs with a position are kept, so it grows with the positions and not with issues times parties.
public struct Holdings: Sendable {
  /// One party's positions on one issue, summed up.
  public struct Holding: Sendable, Hashable {
    public let party: ID<Party>
    /// The newest position; undated ones count as the oldest.
    public let latest: ID<Position>
    /// How many positions the party holds on the issue, over all reports.
    public let count: Int32

    public init(party: ID<Party>, latest: ID<Position>, count: Int32) {
      self.party = party
      self.latest = latest
      self.count = count
    }
  }

  private let starts: [Int32]
  private let holdings: [Holding]

  /// Nobody holds anything.
  static let none = Holdings(Edges([]), issueCount: 0, partyCount: 0, positions: [])

  /// - Parameters:
  ///   - edges: the positions of each issue, newest first.
  ///   - partyCount: how many parties the graph has.
  init(_ edges: Edges<Issue, Position>, issueCount: Int, partyCount: Int, positions: [Position]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(issueCount + 1)
    var holdings: [Holding] = []
    var place = [Int32](repeating: -1, count: partyCount)
    for issue in 0..<issueCount {
      let first = holdings.count
      for position in edges[ID(issue)] {
        let party = positions[position.index].party
        let known = Int(place[party.index])
        if known >= first {
          let old = holdings[known]
          holdings[known] = Holding(party: party, latest: old.latest, count: old.count + 1)
        } else {
          place[party.index] = Int32(holdings.count)
          holdings.append(Holding(party: party, latest: position, count: 1))
        }
      }
      holdings[first...].sort { $0.party < $1.party }
      for holding in holdings[first...] { place[holding.party.index] = -1 }
      starts.append(Int32(holdings.count))
    }
    self.starts = starts
    self.holdings = holdings
  }

  /// The parties that hold a position on `issue`, by party; a row of the matrix.
  public subscript(issue: ID<Issue>) -> ArraySlice<Holding> {
    holdings[Int(starts[issue.index])..<Int(starts[issue.index + 1])]
  }

  /// What `party` holds on `issue`; nil: nothing.
  public subscript(issue: ID<Issue>, party: ID<Party>) -> Holding? {
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
