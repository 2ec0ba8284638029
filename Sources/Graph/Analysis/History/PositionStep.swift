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

extension IssueGraph {
  /// The change that led to each position of one party on one issue, in the order of `history`.
  ///
  /// Each is compared with the standing that it superseded, the newest of it where several agree in their stance (those that answer
  /// another proposition are left aside where some answer the same one): concurrent
  /// positions follow from the same one, and none of them from another. nil for the oldest, for undated ones, which have no
  /// place in time, for those dated after the build's day, and where the former or the new standing has several stances:
  /// then the party has not moved to any one of them.
  ///
  /// - Parameter history: the positions of a pair, newest first, undated last.
  package func steps(of history: some BidirectionalCollection<ID<Position>>) -> [PositionStep?] {
    let history = Array(history)
    let dates = history.map { self.dates(of: $0) }
    var known: [RecordedDates: [ID<Position>]] = [:]
    var sameDay = 0
    let areDays = dates.allSatisfy { $0.held.map { $0.first == $0.last } ?? true }
    return history.indices.map { place in
      guard let held = dates[place].held, !isFuture(history[place]) else { return nil }
      if hasOtherStance(beside: place, in: history, dates, areDays: areDays) { return nil }
      while dates[sameDay].held?.first != held.first { sameDay += 1 }
      if let before = Self.onlyOneSuperseded(by: held, after: place, dates, areDays: areDays) {
        return step(from: history[before], to: history[place])
      }
      let before =
        known[dates[place]] ?? superseded(by: dates[place], among: history[sameDay...], dates)
      known[dates[place]] = before
      return step(fromStanding: before, to: history[place])
    }
  }

  /// - Parameter standing: newest first.
  private func step(fromStanding standing: [ID<Position>], to position: ID<Position>) -> PositionStep? {
    let meaning = meaning(of: position)
    let comparable = standing.filter { self.meaning(of: $0) == meaning }
    guard let newest = comparable.first else { return standing.first.map { step(from: $0, to: position) } }
    guard Set(comparable.map { positions[$0.index].stance }).count == 1 else { return nil }
    return step(from: newest, to: position)
  }

  /// Whether a position that is concurrent with the one at `place` has another stance.
  ///
  /// - Parameter areDays: all dates are days, so that only those of one day are concurrent.
  private func hasOtherStance(
    beside place: Int, in history: [ID<Position>], _ dates: [RecordedDates], areDays: Bool
  ) -> Bool {
    guard let held = dates[place].held else { return false }
    let stance = positions[history[place].index].stance
    let isOther = { (other: Int) in
      self.positions[history[other].index].stance != stance && dates[other].isConcurrent(with: dates[place])
    }
    var next = place + 1
    // No date means more days than a year has.
    while next < dates.count, let first = dates[next].held?.first, first >= held.first - (areDays ? 0 : 366) {
      if isOther(next) { return true }
      next += 1
    }
    next = place - 1
    while next >= 0, let first = dates[next].held?.first, first <= held.last {
      if !isFuture(history[next]), isOther(next) { return true }
      next -= 1
    }
    return false
  }

  /// The place of the one position that was current before, if all dates are days and that is plain to see: the next position is
  /// from an earlier day, and the one after it from a still earlier day. nil: it has to be searched for.
  private static func onlyOneSuperseded(
    by held: DayInterval, after place: Int, _ dates: [RecordedDates], areDays: Bool
  ) -> Int? {
    guard areDays, place + 1 < dates.count, let next = dates[place + 1].held, next.isBefore(held) else {
      return nil
    }
    guard place + 2 < dates.count, let third = dates[place + 2].held else { return place + 1 }
    return third.isBefore(next) ? place + 1 : nil
  }

  /// The standing that a position superseded, newest first.
  ///
  /// - Parameters:
  ///   - others: newest first, from the first that begins on the same day.
  ///   - dates: those of the whole history.
  private func superseded(
    by position: RecordedDates, among others: ArraySlice<ID<Position>>, _ dates: [RecordedDates]
  ) -> [ID<Position>] {
    var found: [Int] = []
    var newest: Int32?
    for place in others.indices where position.supersedes(dates[place]) {
      // Undated ones have no place in time, and no date means more days than a year has.
      guard let first = dates[place].held?.first, first >= (newest ?? first) - 366 else { break }
      if newest == nil { newest = first }
      found.append(place)
    }
    return RecordedDates.standing(of: found.map { dates[$0] }).map { others[found[$0]] }
  }

  private func step(from before: ID<Position>, to after: ID<Position>) -> PositionStep {
    let isComparable = meaning(of: before) == meaning(of: after)
    return PositionStep(
      before: before, after: after,
      stance: isComparable
        ? PositionStep.StanceShift(
          from: positions[before.index].stance, to: positions[after.index].stance) : .otherProposition)
  }

  /// The changed words of a position; see `WordDifference`.
  ///
  /// If two texts have less than a third of their words in common, measured in letters, the result is one
  /// removed and one added run: a few words that both happen to contain would only break the texts into
  /// fragments.
  package func wording(of step: PositionStep) -> [WordRun] {
    let (before, after) = (text(of: step.before), text(of: step.after))
    if before == after { return before.isEmpty ? [] : [WordRun(.equal, before)] }
    let replaced = [WordRun(.removed, before), WordRun(.added, after)].filter { !$0.text.isEmpty }
    guard SharedWords.mayBeMany(before, after) else { return replaced }
    let runs = WordDifference.runs(from: before, to: after)
    let kept = runs.filter { $0.kind == .equal }.reduce(0) { $0 + SharedWords.letters(of: $1.text) }
    return SharedWords.isMuch(kept, of: before, after) ? runs : replaced
  }
}
