/// The positions of one party on one issue.
package struct PositionGroup: Sendable, Hashable {
  package let party: ID<Party>
  /// Newest first (by date, then report, then place), undated last; not empty.
  package let positions: [ID<Position>]
}

extension IssueGraph {
  /// The positions on `issue`, grouped by party; the party with the newest position first.
  package func latestPositions(of issue: ID<Issue>) -> [PositionGroup] {
    var order: [ID<Party>] = []
    var lists: [ID<Party>: [ID<Position>]] = [:]
    for position in positionsOfIssue[issue] {
      let party = positions[position.index].party
      if lists[party] == nil { order.append(party) }
      lists[party, default: []].append(position)
    }
    return order.map { PositionGroup(party: $0, positions: lists[$0] ?? []) }
  }

  /// The newest position of `party` on `issue`; nil: it has none.
  package func latest(_ issue: ID<Issue>, _ party: ID<Party>) -> ID<Position>? {
    latestPositions[issue, party]?.latest
  }
}

extension IssueGraph {
  private struct PartyInReport: Hashable {
    let party: ID<Party>
    let report: ID<ReportEntry>
  }

  /// The number of reports that some positions come from, by party.
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
