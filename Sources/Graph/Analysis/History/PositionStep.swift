import Content
import Text

/// How a party's position on an issue changed from one date to the next.
package struct PositionStep: Sendable, Hashable {
  /// The newest position with an earlier date.
  package let before: ID<Position>
  package let after: ID<Position>
  package let stance: StanceShift

  /// How the stance moved, as far as stances can be ordered.
  package enum StanceShift: Sendable, Hashable {
    /// Both have the same stance.
    case unchanged
    case hardened
    case softened
    case reversed
    /// Both have a stance, and one of them is mixed, which is not on the scale.
    case unordered
    /// One or both have no stance.
    case unrated
  }
}

extension PositionStep.StanceShift {
  init(from before: Stance?, to after: Stance?) {
    guard before != nil, after != nil else {
      self = .unrated
      return
    }
    switch StanceChange(from: before, to: after) {
    case .unchanged: self = .unchanged
    case .hardened: self = .hardened
    case .softened: self = .softened
    case .reversed: self = .reversed
    case .restanced: self = .unordered
    }
  }
}

extension IssueGraph {
  /// The change that led to each position of one party on one issue, in the order of `history`.
  ///
  /// Each position is compared with the newest one that has an earlier date, so positions with the same date
  /// are all compared with the same one. nil for the oldest and for undated ones.
  ///
  /// - Parameter history: the positions of a pair, newest first, undated last.
  package func steps(of history: some BidirectionalCollection<ID<Position>>) -> [PositionStep?] {
    var steps: [PositionStep?] = []
    steps.reserveCapacity(history.count)
    /// The newest position before the current date, and the newest with the current date.
    var before: ID<Position>?
    var ofDate: ID<Position>?
    for id in history.reversed() {
      let position = positions[id.index]
      guard position.packedDate != .none else {
        steps.append(nil)
        continue
      }
      if let other = ofDate, positions[other.index].packedDate < position.packedDate { before = other }
      ofDate = id
      steps.append(before.map { step(from: $0, to: id) })
    }
    return steps.reversed()
  }

  private func step(from before: ID<Position>, to after: ID<Position>) -> PositionStep {
    PositionStep(
      before: before, after: after,
      stance: PositionStep.StanceShift(
        from: positions[before.index].stance, to: positions[after.index].stance))
  }

  /// The changed words of a position; see `WordDifference`.
  ///
  /// If two texts have less than a third of their words in common, measured in letters, the result is one
  /// removed and one added run: a few words that both happen to contain would only break the texts into
  /// fragments.
  package func wording(of step: PositionStep) -> [WordRun] {
    let (before, after) = (quote(of: step.before), quote(of: step.after))
    if before == after { return before.isEmpty ? [] : [WordRun(.equal, before)] }
    let replaced = [WordRun(.removed, before), WordRun(.added, after)].filter { !$0.text.isEmpty }
    guard SharedWords.mayBeMany(before, after) else { return replaced }
    let runs = WordDifference.runs(from: before, to: after)
    let kept = runs.filter { $0.kind == .equal }.reduce(0) { $0 + SharedWords.letters(of: $1.text) }
    return SharedWords.isMuch(kept, of: before, after) ? runs : replaced
  }
}
