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
  /// By issue of the graph.
  private let disputes: [Dispute]

  /// How far apart the current stances on an issue are, in steps of the scale, and how many parties have one.
  struct Dispute: Sendable, Comparable {
    var distance = 0
    var rated = 0

    static func < (left: Dispute, right: Dispute) -> Bool {
      (left.distance, left.rated) < (right.distance, right.rated)
    }
  }

  /// - Parameter all: the issues of the whole matrix, in its order.
  init(_ all: [ID<Issue>], in graph: IssueGraph) {
    self.init(all, in: graph, graph.issues.map { Self.dispute(on: $0.id, in: graph) })
  }

  /// The same for a graph in which positions or stances on some issues have changed.
  func updating(_ all: [ID<Issue>], in graph: IssueGraph, on issues: Set<ID<Issue>>) -> DisputedIssues {
    var disputes = disputes
    for issue in issues { disputes[issue.index] = Self.dispute(on: issue, in: graph) }
    return DisputedIssues(all, in: graph, disputes)
  }

  private init(_ all: [ID<Issue>], in graph: IssueGraph, _ disputes: [Dispute]) {
    self.disputes = disputes
    issues = Array(
      all.enumerated().sorted { left, right in
        let (one, other) = (disputes[left.element.index], disputes[right.element.index])
        return one == other ? left.offset < right.offset : one > other
      }.prefix(Self.most.issues).map(\.element))
    var counts: [ID<Party>: Int] = [:]
    for issue in issues {
      for standing in graph.standings[issue] { counts[standing.party, default: 0] += standing.count }
      for party in graph.standings.rememberedParties(on: issue) { counts[party, default: 0] += 1 }
    }
    parties = Set(
      counts.sorted { ($1.value, $0.key.index) < ($0.value, $1.key.index) }.prefix(Self.most.parties).map(
        \.key))
  }

  private static func dispute(on issue: ID<Issue>, in graph: IssueGraph) -> Dispute {
    var values: [Int] = []
    for held in graph.heldStances(on: issue) where held.heldUntil == nil {
      values += held.all.filter { graph.answersPresentQuestion($0, on: issue) }.compactMap(\.stance?.value)
    }
    guard let least = values.min(), let most = values.max() else { return Dispute() }
    return Dispute(distance: most - least, rated: values.count)
  }
}
