import Content
import Text

/// A position as the history of its party on its issue needs it, whether it is in the graph or remembered by an edition.
package struct HistoryEntry: Sendable, Hashable {
  package let dates: RecordedDates
  /// nil: unrated.
  package let stance: Stance?
  /// The words as written; they are compared as `ComparableText`. Empty where nobody asks whether a position was confirmed or
  /// restated.
  package let words: String
  /// The proposition that the stance answers, as a number: stances under different numbers cannot be compared.
  package let wording: Int

  package init(dates: RecordedDates, stance: Stance?, words: String = "", wording: Int = 0) {
    self.dates = dates
    self.stance = stance
    self.words = words
    self.wording = wording
  }

  /// A place in time that never puts a position before one that it supersedes. Undated ones come first.
  fileprivate var order: (Int64, Int64) {
    guard let held = dates.held else { return (.min, .min) }
    return (Int64(held.first) + Int64(held.last), dates.reported.map { Int64($0.first) } ?? .min)
  }
}

/// What a newer position means for the standing that it joins or supersedes.
package enum HistoryOutcome: Sendable, Hashable {
  /// The first position, one more beside a concurrent one, or the first that answers another proposition.
  case new
  /// It supersedes, and the stances changed.
  case moved(StanceDirection)
  /// The same stance on the scale, in any words; or unrated or mixed in the same words.
  case confirmed
  /// Unrated or mixed as before, in other words, of which nothing is said.
  case restated
  /// A stance where there was none, or none where there was one. The report changed its marks; the party did not move.
  case ratingChanged

  package var isMove: Bool { direction != nil }

  /// How the stances changed; nil unless the party moved.
  package var direction: StanceDirection? { if case .moved(let direction) = self { direction } else { nil } }
}

/// A change of a standing by positions that are concurrent with each other.
package struct HistoryStep: Sendable, Hashable {
  /// The places of the former standing in the list of entries; empty: there was none.
  package let before: [Int]
  /// The places of the new standing; contains `added`.
  package let after: [Int]
  /// The places of the positions that make the step.
  package let added: [Int]
  /// The standing whose stances `after` was compared with: `before`, or an earlier one if `before` is unrated.
  package let compared: [Int]
  package let outcome: HistoryOutcome
  /// Whether the step leads to another proposition, so that the former stances cannot be compared with the new ones.
  package let changesProposition: Bool
}

/// The positions of one party on one issue in time, and how its standing changed with them.
///
/// Takes time n log n for positions of different dates.
package struct PositionHistory: Sendable {
  package let entries: [HistoryEntry]
  private var standing: [Int] = []
  /// The last standing with a stance under the present proposition; empty: there is none.
  private var lastRated: [Int] = []

  /// - Parameter entries: in any order.
  package init(_ entries: [HistoryEntry]) {
    self.entries = entries
  }

  /// All steps, oldest first.
  package var steps: [HistoryStep] {
    var walk = self
    return walk.add(Array(entries.indices))
  }

  /// The standing of some of the entries.
  package func standing(of places: [Int]) -> [Int] {
    RecordedDates.standing(of: places.map { entries[$0].dates }).map { places[$0] }
  }

  /// The steps that `newer` make when all other entries were on record before.
  ///
  /// - Returns: the steps, oldest first, and those of `newer` that one of the former standing supersedes: they add to the past
  ///   and change nothing.
  package func steps(adding newer: [Int]) -> (steps: [HistoryStep], past: [Int]) {
    let isNewer = Set(newer)
    var walk = self
    walk.settle(entries.indices.filter { !isNewer.contains($0) })
    let former = walk.standing
    let past = newer.filter { place in
      former.contains { entries[$0].dates.supersedes(entries[place].dates) }
    }
    let late = isNewer.subtracting(past)
    if !past.isEmpty {
      // The past comes first: a newer rating is compared with the last one before it, also if that is added now.
      walk = self
      walk.settle(entries.indices.filter { !late.contains($0) })
    }
    return (walk.add(newer.filter(late.contains)), past)
  }

  private mutating func add(_ places: [Int]) -> [HistoryStep] { groups(of: places).map { step(adding: $0) } }

  /// Adds positions whose steps nobody asks for.
  private mutating func settle(_ places: [Int]) {
    for group in groups(of: places) { take(group) }
  }

  /// The places in time, each group concurrent with each other.
  private func groups(of places: [Int]) -> [[Int]] {
    let sorted = places.map { (entries[$0].order, $0) }.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
    var groups: [[Int]] = []
    var group: [Int] = []
    for (_, place) in sorted {
      // What is concurrent with all of a group is so with whatever has the same dates.
      if let last = group.last, entries[place].dates != entries[last].dates,
        group.contains(where: { !entries[place].dates.isConcurrent(with: entries[$0].dates) })
      {
        groups.append(group)
        group = []
      }
      group.append(place)
    }
    return group.isEmpty ? groups : groups + [group]
  }

  /// Makes positions part of the standing.
  ///
  /// - Parameter group: positions that are concurrent with each other and superseded by none before them.
  /// - Returns: those of the former standing that still stand, and the one of it that the new one can be compared with: the
  ///   positions that answer the same proposition, and the last rated ones of these.
  @discardableResult private mutating func take(_ group: [Int]) -> (
    kept: [Int], comparable: [Int], rated: [Int]
  ) {
    let before = standing
    let added = group.count == 1 ? [entries[group[0]].dates] : Array(Set(group.map { entries[$0].dates }))
    let kept = before.filter { old in !added.contains { $0.supersedes(entries[old].dates) } }
    standing = kept + group
    let wording = group.last.map { entries[$0].wording } ?? 0
    let comparable = before.filter { entries[$0].wording == wording }
    lastRated = lastRated.filter { entries[$0].wording == wording }
    let rated = isRated(comparable) || lastRated.isEmpty ? comparable : lastRated
    if isRated(standing) { lastRated = standing }
    return (kept, comparable, rated)
  }

  private mutating func step(adding group: [Int]) -> HistoryStep {
    let before = standing
    let (kept, comparable, rated) = take(group)
    let outcome =
      kept.count == before.count || comparable.isEmpty
      ? .new : self.outcome(from: comparable, rated: rated, to: standing)
    return HistoryStep(
      before: before, after: standing, added: group, compared: rated, outcome: outcome,
      changesProposition: comparable.isEmpty && !before.isEmpty)
  }

  /// What the standing `after` means where `before` stood.
  ///
  /// - Parameter rated: `before`, or the last rated standing if `before` is unrated.
  private func outcome(from before: [Int], rated: [Int], to after: [Int]) -> HistoryOutcome {
    let old = stances(of: rated)
    let new = stances(of: after)
    if let direction = StanceDirection(from: old, to: new) { return .moved(direction) }
    if new.isEmpty, !stances(of: before).isEmpty { return .ratingChanged }
    if !new.isEmpty, old.isEmpty { return .ratingChanged }
    if new.contains(where: { $0.value != nil }) { return .confirmed }
    return haveSameWords(after, before) || words(of: after).isSubset(of: words(of: before))
      ? .confirmed : .restated
  }

  private func stances(of places: [Int]) -> Set<Stance> { Set(places.compactMap { entries[$0].stance }) }

  private func isRated(_ places: [Int]) -> Bool { places.contains { entries[$0].stance != nil } }

  /// Whether all of `after` have exactly the words of one of `before`, which is soon seen if they are few.
  private func haveSameWords(_ after: [Int], _ before: [Int]) -> Bool {
    after.count * before.count <= 16
      && after.allSatisfy { new in before.contains { entries[$0].words == entries[new].words } }
  }

  private func words(of places: [Int]) -> Set<String> {
    Set(places.map { ComparableText.of(entries[$0].words) })
  }
}

extension PositionHistory {
  /// The one stance of some entries, nil being unrated; nil if they have several.
  func stance(of places: [Int]) -> Stance?? {
    guard let first = places.first else { return nil }
    let stance = entries[first].stance
    return places.allSatisfy { entries[$0].stance == stance } ? .some(stance) : nil
  }

  /// The first entry of the standing that a step is compared with, if that has one stance or answers another proposition; nil:
  /// there is none, or the step adds one more position beside a concurrent one.
  func predecessor(of step: HistoryStep) -> Int? {
    if step.changesProposition { return step.before.min() }
    if step.outcome == .new { return nil }
    var compared = step.compared
    // Unrated after unrated: no stance tells more than the words of the former standing.
    if let last = step.added.last, step.after.allSatisfy({ entries[$0].stance == nil }) {
      compared = step.before.filter { entries[$0].wording == entries[last].wording }
    }
    return stance(of: compared) == nil ? nil : compared.min()
  }
}

extension PositionHistory {
  /// What several steps mean together.
  package struct Summary: Sendable, Hashable {
    package let outcome: HistoryOutcome
    /// The standing that the outcome starts from.
    package let before: [Int]
    /// The standing that it ends at: the last one, or for a move the last one with a stance.
    package let after: [Int]
  }

  /// The steps that one change tells of together: each new position by itself, the others of a row as one. A first rating is
  /// told apart from the moves that follow it.
  package func runs(of steps: [HistoryStep]) -> [ArraySlice<HistoryStep>] {
    var runs: [ArraySlice<HistoryStep>] = []
    for (index, step) in steps.enumerated() {
      if let last = runs.last, let first = last.first, step.outcome != .new, last.last?.outcome != .new,
        !step.outcome.isMove || isRated(first.compared)
      {
        runs[runs.count - 1] = steps[last.startIndex...index]
      } else {
        runs.append(steps[index...index])
      }
    }
    return runs
  }

  /// What steps mean together that follow each other, none of them new unless it is the only one.
  ///
  /// Several moves are one, which may lead back to where it began.
  package func summary(of steps: ArraySlice<HistoryStep>) -> Summary? {
    guard let first = steps.first, let last = steps.last else { return nil }
    if steps.count == 1 { return Summary(outcome: first.outcome, before: first.compared, after: first.after) }
    guard steps.contains(where: \.outcome.isMove) else {
      return Summary(
        outcome: outcome(from: first.before, rated: first.compared, to: last.after), before: first.compared,
        after: last.after)
    }
    let rated = steps.last { !stances(of: $0.after).isEmpty } ?? last
    let direction = StanceDirection(from: stances(of: first.compared), to: stances(of: rated.after))
    return Summary(outcome: .moved(direction ?? .returned), before: first.compared, after: rated.after)
  }
}

extension PositionHistory {
  /// How long a party has held one stance.
  package struct Run: Sendable, Hashable {
    /// The places of the positions that make it, oldest first.
    package let places: [Int]
    package let stance: Stance
    /// The last day of the first position: the party has held the stance since then or longer.
    package let since: Int32
    /// The last day of the newest position; nil: it was not confirmed on a later day.
    package let confirmed: Int32?
  }

  /// The unbroken run of one stance under one proposition that leads to the present standing.
  ///
  /// A standing with several stances or with none ends a run, and so do another proposition and a mixed position in other
  /// words.
  ///
  /// - Parameter today: days after it count as today.
  /// - Returns: nil if the present standing has no stance, several, or no date.
  package func run(until today: Int32) -> Run? {
    var run: [Int] = []
    var last: (stance: Stance, wording: Int)?
    for step in steps {
      let stances = Set(step.after.map { entries[$0].stance })
      let wordings = Set(step.after.map { entries[$0].wording })
      guard stances.count == 1, wordings.count == 1, let wording = wordings.first,
        let stance = stances.first ?? nil
      else {
        (run, last) = ([], nil)
        continue
      }
      let isOther =
        last?.stance != stance || last?.wording != wording || step.outcome == .restated
      if isOther { run = step.after } else { run += step.added }
      last = (stance, wording)
    }
    let ends = run.compactMap { entries[$0].dates.held.map { min($0.last, today) } }
    guard let last, let since = ends.min(), let end = ends.max() else { return nil }
    return Run(places: run, stance: last.stance, since: since, confirmed: end > since ? end : nil)
  }
}
