import Content

extension IssueGraph {
  private struct PartyInReport: Hashable {
    let party: ID<Party>
    let report: ID<ReportEntry>
  }

  /// How many reports some positions are from, by party.
  package func reportCounts(of ids: some Sequence<ID<Position>>) -> [ID<Party>: Int] {
    var seen: Set<PartyInReport> = []
    var counts: [ID<Party>: Int] = [:]
    for id in ids {
      let position = positions[id.index]
      if seen.insert(PartyInReport(party: position.party, report: position.report)).inserted {
        counts[position.party, default: 0] += 1
      }
    }
    return counts
  }
}
