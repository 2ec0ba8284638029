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
      let current = graph.heldStances(on: issue.id).filter { $0.heldUntil == nil }
      for held in current {
        for side in graph.sides(of: held, on: issue.id) { parties[side, default: []].append(held.party) }
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
  /// The sides that stances take, without neutral ones and those that answer an earlier proposition.
  fileprivate func sides(of held: HeldStances, on issue: ID<Issue>) -> Set<StanceSide> {
    let comparable = held.all.filter { answersPresentQuestion($0, on: issue) }
    return Set(comparable.compactMap { $0.stance.flatMap(StanceSide.init) }).subtracting([.neutral])
  }
}
