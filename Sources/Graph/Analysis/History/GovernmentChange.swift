import Content

/// A party that follows another one, both acting for the same party.
package struct Succession: Sendable, Hashable {
  /// For whom both act.
  package let principal: ID<Party>
  package let predecessor: ID<Party>
  package let successor: ID<Party>
}

/// What a party holds on an issue, and what another one held before it that acted for the same party.
///
/// A difference between the two is a change of government, a move of neither.
package struct GovernmentChange: Sendable, Hashable {
  /// How the stances of the two differ, as far as they can be compared.
  package enum Difference: Sendable, Hashable {
    /// Both have the same stance.
    case sameStance
    /// They have different stances.
    case otherStance
    /// One of them is unrated, both are unrated or mixed and use different words, or they answer different propositions.
    case unknown
  }

  package let issue: ID<Issue>
  /// Its predecessor is the nearest one with a position on the issue.
  package let succession: Succession
  /// The standing of the predecessor at its end, newest first; never empty.
  package let before: [ID<Position>]
  /// The first positions of the successor, newest first; never empty.
  package let after: [ID<Position>]
  package let difference: Difference
}

extension RecordedDates {
  /// The places in `all` of those that supersede none of the others, ascending; empty only for an empty list. Undated ones
  /// are among them only if all are undated.
  ///
  /// The rule is the same when time runs backwards.
  static func opening(of all: [RecordedDates]) -> [Int] { standing(of: all.map(\.reversed)) }

  private var reversed: RecordedDates {
    RecordedDates(held: held.map(Self.reversed), reported: reported.map(Self.reversed))
  }

  private static func reversed(_ days: DayInterval) -> DayInterval {
    DayInterval(first: -days.last, last: -days.first)
  }
}

extension IssueGraph {
  /// The changes of government on an issue, by successor: one for each party that has a position on it and follows another
  /// one that had.
  package func governmentChanges(on issue: ID<Issue>) -> [GovernmentChange] {
    guard hasSuccessions else { return [] }
    let successors = standings[issue].map(\.party).filter { parties[$0.index].predecessor != nil }
    if successors.isEmpty { return [] }
    var search = PredecessorSearch(graph: self, issue: issue)
    let pairs = successors.compactMap { party in search.predecessor(of: party).map { (party, $0) } }
    if pairs.isEmpty { return [] }
    var held: [ID<Party>: [ID<Position>]] = [:]
    for id in positionsOfIssue[issue] where !isFuture(id) {
      held[positions[id.index].party, default: []].append(id)
    }
    return pairs.compactMap { successor, predecessor in
      guard let principal = parties[successor.index].actsFor else { return nil }
      return change(
        on: issue, Succession(principal: principal, predecessor: predecessor, successor: successor),
        from: held[predecessor] ?? [], to: held[successor] ?? [])
    }
  }

  /// The changes of government between those who act for a party, by issue, then successor.
  package func governmentChanges(of principal: ID<Party>) -> [GovernmentChange] {
    guard hasSuccessions else { return [] }
    let successors = parties.filter { $0.actsFor == principal && $0.predecessor != nil }
    let issues = Set(successors.flatMap { positionsOfParty[$0.id].map { positions[$0.index].issue } })
    return issues.sorted().flatMap { governmentChanges(on: $0) }
      .filter { $0.succession.principal == principal }
  }

  /// - Parameters:
  ///   - old: the positions of the predecessor, newest first.
  ///   - new: those of the successor.
  private func change(
    on issue: ID<Issue>, _ succession: Succession, from old: [ID<Position>], to new: [ID<Position>]
  ) -> GovernmentChange? {
    let end = lifetimes[succession.predecessor].lastDay
    let known = old.filter { (positions[$0.index].interval?.first ?? .min) <= end }
    let before = standing(of: known.isEmpty ? old : known)
    let after = RecordedDates.opening(of: new.map { dates(of: $0) }).map { new[$0] }
    guard !before.isEmpty, !after.isEmpty else { return nil }
    return GovernmentChange(
      issue: issue, succession: succession, before: before, after: after,
      difference: difference(from: before, to: after))
  }

  private func difference(
    from before: [ID<Position>], to after: [ID<Position>]
  ) -> GovernmentChange.Difference {
    guard Set((before + after).map(meaning)).count == 1 else { return .unknown }
    let (old, new) = (stances(of: before), stances(of: after))
    guard old == new else { return old.contains(nil) || new.contains(nil) ? .unknown : .otherStance }
    if old.allSatisfy({ $0 != nil && $0 != .mixed }) { return .sameStance }
    let words = { (ids: [ID<Position>]) in Set(ids.map(self.text)) }
    return words(before) == words(after) ? .sameStance : .unknown
  }
}

/// Finds the nearest predecessor of a party that has a position on an issue.
private struct PredecessorSearch {
  let graph: IssueGraph
  let issue: ID<Issue>
  /// What has been found before; nil: there is none.
  private var known: [ID<Party>: ID<Party>?] = [:]

  init(graph: IssueGraph, issue: ID<Issue>) {
    self.graph = graph
    self.issue = issue
  }

  mutating func predecessor(of party: ID<Party>) -> ID<Party>? {
    var passed = [party]
    var result: ID<Party>?
    while let last = passed.last, let next = graph.parties[last.index].predecessor {
      if let found = known[last] {
        result = found
        break
      }
      if graph.standings[issue, next] != nil {
        result = next
        break
      }
      passed.append(next)
    }
    for party in passed { known[party] = .some(result) }
    return result
  }
}
