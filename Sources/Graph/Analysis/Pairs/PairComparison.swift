import Content

/// What two parties hold, issue by issue, the standing of each against that of the other.
package struct PairComparison: Sendable {
  /// One issue on which at least one of them holds a position.
  package struct Row: Sendable, Hashable {
    package let issue: ID<Issue>
    /// The standing of the pair's first party; nil: the site has none. Editions may still remember one, which counts.
    package let first: Standing?
    package let second: Standing?
    package let distance: StanceDistance
  }

  /// How far apart the two stances are.
  package enum StanceDistance: Sendable, Hashable {
    /// So many steps of the scale lie between the stances, 0 to 4: from the least to the most where a standing holds several.
    case apart(ClosedRange<Int>)
    /// The stances are the same, and the issue has no proposition that both answer.
    case sameWithoutProposition
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
    /// The first, the second, or both have ended.
    case ended(first: Bool, second: Bool)
    /// The issue has no proposition, so the stances may answer different questions.
    case withoutProposition
    /// The two positions answer different propositions.
    case differentPropositions
  }

  /// The largest distance, in steps, that counts as agreement.
  package static let mostStepsForAgreement = 1

  /// Issues on which one of them that has not ended marks a red line, the widest distance first, those that cannot be compared
  /// last.
  package private(set) var redLines: [Row] = []
  /// The widest distance first.
  package private(set) var apart: [Row] = []
  /// At most `mostStepsForAgreement` apart and without a red line; the closest last.
  package private(set) var agreement: [Row] = []
  /// The stances are the same, without a red line, and the issue has no proposition that both answer.
  package private(set) var sameWithoutProposition: [Row] = []
  /// Both hold a position, and the distance cannot be determined.
  package private(set) var notComparable: [Row] = []
  /// Only the first holds a position.
  package private(set) var onlyFirst: [Row] = []
  /// Only the second holds a position.
  package private(set) var onlySecond: [Row] = []

  package init(_ pair: PartyPair, in graph: IssueGraph) {
    for issue in graph.issues {
      let first = graph.heldStances(of: pair.first, on: issue.id)
      let second = graph.heldStances(of: pair.second, on: issue.id)
      if first == nil, second == nil { continue }
      let row = Row(
        issue: issue.id, first: graph.standings[issue.id, pair.first],
        second: graph.standings[issue.id, pair.second],
        distance: Self.distance(first, second, on: issue, in: graph))
      add(row, of: [first, second])
    }
    // Issues with the same distance keep their order.
    redLines = Self.widestFirst(redLines)
    apart = Self.widestFirst(apart)
    agreement = Self.widestFirst(agreement)
  }

  /// - Parameter held: what the two parties hold.
  private mutating func add(_ row: Row, of held: [HeldStances?]) {
    if held.contains(where: { $0?.hasCurrentRedLine ?? false }) { return redLines.append(row) }
    switch row.distance {
    case .apart(let steps) where steps.upperBound <= Self.mostStepsForAgreement: agreement.append(row)
    case .apart: apart.append(row)
    case .sameWithoutProposition: sameWithoutProposition.append(row)
    case .notComparable(.oneSided):
      if held[1] == nil { onlyFirst.append(row) } else { onlySecond.append(row) }
    case .notComparable: notComparable.append(row)
    }
  }

  private static func distance(
    _ first: HeldStances?, _ second: HeldStances?, on issue: Issue, in graph: IssueGraph
  ) -> StanceDistance {
    guard let first, let second else { return .notComparable(.oneSided) }
    guard first.heldUntil == nil, second.heldUntil == nil else {
      return .notComparable(.ended(first: first.heldUntil != nil, second: second.heldUntil != nil))
    }
    let (left, right) = (first.stances.compactMap(\.self), second.stances.compactMap(\.self))
    guard !left.isEmpty, !right.isEmpty else {
      return .notComparable(.unrated(first: left.isEmpty, second: right.isEmpty))
    }
    let (isMixed, isOtherMixed) = (left.contains(.mixed), right.contains(.mixed))
    guard !isMixed, !isOtherMixed else {
      return .notComparable(.mixed(first: isMixed, second: isOtherMixed))
    }
    if let reason = otherQuestion(first.all + second.all, on: issue) {
      let areSame = reason == .withoutProposition && left.count == 1 && left == right
      return areSame ? .sameWithoutProposition : .notComparable(reason)
    }
    let steps = left.compactMap(\.value).flatMap { one in
      right.compactMap(\.value).map { abs(one - $0) }
    }
    return .apart((steps.min() ?? 0)...(steps.max() ?? 0))
  }

  /// Why stances of two parties do not answer the same question; nil: they do.
  private static func otherQuestion(_ stances: [DatedStance], on issue: Issue) -> Reason? {
    let propositions = issue.propositions
    guard propositions.hasHistory else { return issue.file?.proposition == nil ? .withoutProposition : nil }
    let days = stances.filter { $0.stance != nil }.map(\.interval)
    if days.contains(where: { propositions.text(on: $0) == nil }) { return .withoutProposition }
    return Set(days.map { propositions.meaning(on: $0) }).count == 1 ? nil : .differentPropositions
  }

  private static func widestFirst(_ rows: [Row]) -> [Row] {
    rows.enumerated().sorted { left, right in
      let (one, other) = (left.element.steps, right.element.steps)
      if one.most != other.most { return one.most > other.most }
      return one.least == other.least ? left.offset < right.offset : one.least > other.least
    }.map(\.element)
  }
}

extension PairComparison.Row {
  /// The distance in steps; −1 if it cannot be determined.
  fileprivate var steps: (least: Int, most: Int) {
    if case .apart(let steps) = distance { (steps.lowerBound, steps.upperBound) } else { (-1, -1) }
  }
}

extension HeldStances {
  /// Whether one of them is a red line, and the party has not ended.
  package var hasCurrentRedLine: Bool { heldUntil == nil && all.contains { $0.stance == .redLine } }
}

extension IssueGraph {
  /// Whether one of some positions is a red line.
  package func hasRedLine(_ ids: some Sequence<ID<Position>>) -> Bool {
    ids.contains { positions[$0.index].stance == .redLine }
  }
}
