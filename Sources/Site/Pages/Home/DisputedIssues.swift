import Graph

/// The part of a large matrix that the home page shows: the most disputed issues by the busiest parties.
struct DisputedIssues {
  /// The largest number of issues and of parties, so that the cells have room for words.
  static let most = (issues: 8, parties: 6)

  /// The most disputed first: by the distance between the two stances that are farthest apart, then by the number of
  /// parties with a stance; issues that are equal in both keep the order of the matrix.
  let issues: [ID<Issue>]
  /// The parties with the most positions on these issues.
  let parties: Set<ID<Party>>

  /// - Parameter all: the issues of the whole matrix, in its order.
  init(of all: [ID<Issue>], in graph: IssueGraph) {
    let ranked = all.enumerated().map { place, issue in
      let dispute = Self.dispute(on: issue, in: graph)
      return (issue: issue, rank: (-dispute.distance, -dispute.rated, place))
    }
    let issues = ranked.sorted { $0.rank < $1.rank }.prefix(Self.most.issues).map(\.issue)
    var counts: [ID<Party>: Int] = [:]
    for issue in issues {
      for standing in graph.standings[issue] { counts[standing.party, default: 0] += standing.count }
      for party in graph.standings.rememberedParties(on: issue) { counts[party, default: 0] += 1 }
    }
    self.issues = issues
    parties = Set(
      counts.sorted { ($1.value, $0.key.index) < ($0.value, $1.key.index) }.prefix(Self.most.parties).map(
        \.key))
  }

  /// How far apart the current stances on an issue are, in steps of the scale, and how many parties have one.
  static func dispute(on issue: ID<Issue>, in graph: IssueGraph) -> (distance: Int, rated: Int) {
    var values: [Int] = []
    for held in graph.heldStances(on: issue) where held.heldUntil == nil {
      values += held.all.filter { graph.answersPresentQuestion($0, on: issue) }.compactMap(\.stance?.value)
    }
    guard let least = values.min(), let most = values.max() else { return (0, 0) }
    return (most - least, values.count)
  }
}
