import Content

/// An issue on which the current positions that take a side are all on the same one: nobody opposes, or nobody supports.
package struct OneSidedIssue: Sendable, Hashable {
  package let issue: ID<Issue>
  /// `supporting` or `opposing`.
  package let side: StanceSide
  /// The parties on this side, in the graph's order.
  package let parties: [ID<Party>]
  /// Further parties that hold a position: neutral, mixed or without a marked stance.
  package let others: Int

  /// The one-sided issues, those with the most parties on their side first, and the number of issues with two sides.
  static func all(in graph: IssueGraph) -> (issues: [OneSidedIssue], bothSides: Int) {
    var found: [OneSidedIssue] = []
    var bothSides = 0
    for issue in graph.issues {
      var parties: [StanceSide: [ID<Party>]] = [:]
      let current = graph.standings[issue.id].filter { $0.heldUntil == nil }
      for standing in current {
        for side in graph.sides(of: standing) { parties[side, default: []].append(standing.party) }
      }
      if parties.count > 1 {
        bothSides += 1
      } else if let (side, members) = parties.first {
        let others = current.count - members.count
        found.append(OneSidedIssue(issue: issue.id, side: side, parties: members, others: others))
      }
    }
    let sorted = found.enumerated().sorted {
      ($1.element.parties.count, $0.offset) < ($0.element.parties.count, $1.offset)
    }
    return (sorted.map(\.element), bothSides)
  }
}

extension IssueGraph {
  /// The sides that the stances of a standing take, without neutral ones and those that answer an earlier proposition.
  fileprivate func sides(of standing: Standing) -> Set<StanceSide> {
    let comparable = standing.positions.filter { answersPresentQuestion($0) }
    return Set(stances(of: comparable).compactMap { $0.flatMap(StanceSide.init) }).subtracting([.neutral])
  }
}
