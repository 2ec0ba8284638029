import Content

extension IssueGraph {
  /// How many reports some positions are from, by party.
  package func reportCounts(of ids: some Sequence<ID<Position>>) -> [ID<Party>: Int] {
    let pairs = ids.map { id in
      let position = positions[id.index]
      return UInt64(position.party.index) << 32 | UInt64(position.report.index)
    }.sorted()
    var counts: [ID<Party>: Int] = [:]
    var start = 0
    while start < pairs.count {
      let party = pairs[start] >> 32
      var (end, reports) = (start + 1, 1)
      while end < pairs.count, pairs[end] >> 32 == party {
        if pairs[end] != pairs[end - 1] { reports += 1 }
        end += 1
      }
      counts[ID(Int(party))] = reports
      start = end
    }
    return counts
  }
}
