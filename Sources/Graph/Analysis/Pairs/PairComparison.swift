import Content

/// The newest positions of two parties, compared issue by issue.
package struct PairComparison: Sendable {
  /// One issue on which at least one of them holds a position.
  package struct Row: Sendable, Hashable {
    package let issue: ID<Issue>
    /// The newest position of the pair's first party; nil: it has none.
    package let first: ID<Position>?
    package let second: ID<Position>?
    package let standing: StanceDistance
  }

  /// How far apart the two stances are.
  package enum StanceDistance: Sendable, Hashable {
    /// The number of steps on the scale between the stances, 0 to 4.
    case apart(Int)
    /// The distance cannot be determined.
    case notComparable(Reason)
  }

  /// Why a distance cannot be determined.
  package enum Reason: Sendable, Hashable {
    /// Only one of them holds a position.
    case oneSided
    /// The position of the first, of the second, or of both has no stance.
    case unrated(first: Bool, second: Bool)
    /// The stance of the first, of the second, or of both is mixed, which is not on the scale.
    case mixed(first: Bool, second: Bool)
    /// The issue has no proposition, so the stances may answer different questions.
    case withoutProposition
  }

  /// The largest distance, in steps, that counts as agreement.
  package static let mostStepsForAgreement = 1

  /// Issues on which one of them marks a red line, the widest distance first, those that cannot be compared
  /// last.
  package private(set) var redLines: [Row] = []
  /// The widest distance first.
  package private(set) var apart: [Row] = []
  /// At most `mostStepsForAgreement` apart and without a red line; the closest last.
  package private(set) var agreement: [Row] = []
  /// Both hold a position, and the distance cannot be determined.
  package private(set) var notComparable: [Row] = []
  /// Only the first holds a position.
  package private(set) var onlyFirst: [Row] = []
  /// Only the second holds a position.
  package private(set) var onlySecond: [Row] = []

  /// The number of issues on which both hold a position.
  package var sharedCount: Int {
    apart.count + agreement.count + notComparable.count
      + redLines.count { $0.first != nil && $0.second != nil }
  }

  package init(_ pair: PartyPair, in graph: IssueGraph) {
    for issue in graph.issues {
      let first = graph.latest(issue.id, pair.first)
      let second = graph.latest(issue.id, pair.second)
      if first == nil, second == nil { continue }
      let standing = Self.standing(first, second, on: issue, in: graph)
      let row = Row(issue: issue.id, first: first, second: second, standing: standing)
      let isRedLine = [first, second].contains { $0.flatMap { graph.positions[$0.index].stance } == .redLine }
      add(row, isRedLine: isRedLine)
    }
    // Issues with the same distance keep their order.
    redLines = Self.widestFirst(redLines)
    apart = Self.widestFirst(apart)
    agreement = Self.widestFirst(agreement)
  }

  private mutating func add(_ row: Row, isRedLine: Bool) {
    if isRedLine { return redLines.append(row) }
    switch row.standing {
    case .apart(let steps) where steps <= Self.mostStepsForAgreement: agreement.append(row)
    case .apart: apart.append(row)
    case .notComparable(.oneSided):
      if row.second == nil { onlyFirst.append(row) } else { onlySecond.append(row) }
    case .notComparable: notComparable.append(row)
    }
  }

  private static func standing(
    _ first: ID<Position>?, _ second: ID<Position>?, on issue: Issue, in graph: IssueGraph
  ) -> StanceDistance {
    guard let first, let second else { return .notComparable(.oneSided) }
    let (left, right) = (graph.positions[first.index].stance, graph.positions[second.index].stance)
    guard let left, let right else {
      return .notComparable(.unrated(first: left == nil, second: right == nil))
    }
    guard let one = left.value, let other = right.value else {
      return .notComparable(.mixed(first: left.value == nil, second: right.value == nil))
    }
    guard issue.file?.proposition != nil else { return .notComparable(.withoutProposition) }
    return .apart(abs(one - other))
  }

  private static func widestFirst(_ rows: [Row]) -> [Row] {
    rows.enumerated().sorted { left, right in
      (-left.element.steps, left.offset) < (-right.element.steps, right.offset)
    }.map(\.element)
  }
}

extension PairComparison.Row {
  /// The distance in steps; −1 if it cannot be determined.
  fileprivate var steps: Int {
    if case .apart(let steps) = standing { steps } else { -1 }
  }
}
