import Content
import Text

/// How a party's position on an issue changed from one date to the next.
package struct PositionStep: Sendable, Hashable {
  /// The newest position of the standing that `after` superseded.
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
    /// They answer different propositions, so their stances cannot be compared.
    case otherProposition
  }
}

extension PositionStep.StanceShift {
  init(from before: Stance?, to after: Stance?) {
    guard let before, let after else {
      self = .unrated
      return
    }
    switch StanceDirection(from: [before], to: [after]) {
    case nil: self = .unchanged
    case .hardened: self = .hardened
    case .softened: self = .softened
    case .reversed: self = .reversed
    case .changed, .returned: self = .unordered
    }
  }
}

extension PositionHistory {
  /// How the stance of an entry differs from that of the entry that it is compared with.
  package struct Shift: Sendable, Hashable {
    /// The places in the list of entries.
    package let before: Int
    package let after: Int
    package let stance: PositionStep.StanceShift
  }

  /// What changed with each entry that can be compared with an earlier one, oldest first; see `IssueGraph.steps(of:)`.
  package var shifts: [Shift] {
    steps.flatMap { step -> [Shift] in
      guard let before = predecessor(of: step), let after = stance(of: step.after) else { return [] }
      let stance =
        step.changesProposition
        ? PositionStep.StanceShift.otherProposition
        : PositionStep.StanceShift(from: entries[before].stance, to: after)
      return step.added.map { Shift(before: before, after: $0, stance: stance) }
    }
  }
}

extension IssueGraph {
  /// The change that led to each position of one party on one issue, in the order of `history`, by the rules of `PositionHistory`.
  ///
  /// Each is compared with the newest of the standing that its stance is compared with: the former one or, if that has no stance,
  /// the last one that has. nil for the oldest, for those dated after the build's day, for one more beside a concurrent one, and
  /// where the former or the new standing has several stances: then the party has not moved to any one of them.
  ///
  /// - Parameter history: the positions of a pair, newest first, undated last.
  package func steps(of history: some BidirectionalCollection<ID<Position>>) -> [PositionStep?] {
    let history = Array(history)
    var steps = [PositionStep?](repeating: nil, count: history.count)
    let places = history.indices.filter { !isFuture(history[$0]) }
    if places.count < 2 { return steps }
    let past = PositionHistory(places.map { historyEntry(history[$0]) })
    for shift in past.shifts {
      steps[places[shift.after]] = PositionStep(
        before: history[places[shift.before]], after: history[places[shift.after]], stance: shift.stance)
    }
    return steps
  }

  /// A position as its history needs it. Only mixed ones have words: moves and runs are a matter of stances, and reading the
  /// words of all positions takes a while.
  package func historyEntry(_ id: ID<Position>) -> HistoryEntry {
    let stance = positions[id.index].stance
    return HistoryEntry(
      dates: dates(of: id), stance: stance, words: stance == .mixed ? text(of: id) : "",
      wording: meaning(of: id))
  }

  /// The changed words of a position; see `WordDifference`.
  ///
  /// If two texts have less than a third of their words in common, measured in letters, the result is one
  /// removed and one added run: a few words that both happen to contain would only break the texts into
  /// fragments.
  package func wording(of step: PositionStep) -> [WordRun] {
    Self.wording(from: text(of: step.before), to: text(of: step.after))
  }

  /// The changed words between the texts of two positions, as `wording(of:)` gives them.
  package static func wording(from before: String, to after: String) -> [WordRun] {
    if before == after { return before.isEmpty ? [] : [WordRun(.equal, before)] }
    let replaced = [WordRun(.removed, before), WordRun(.added, after)].filter { !$0.text.isEmpty }
    guard SharedWords.mayBeMany(before, after) else { return replaced }
    let runs = WordDifference.runs(from: before, to: after)
    let kept = runs.filter { $0.kind == .equal }.reduce(0) { $0 + SharedWords.letters(of: $1.text) }
    return SharedWords.isMuch(kept, of: before, after) ? runs : replaced
  }
}
