import Content
import Graph

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
  package let before: [RecordedPosition]
  /// The first positions of the successor, newest first; never empty.
  package let after: [RecordedPosition]
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

extension RecordHistory {
  /// The changes of government on an issue, by successor: one for each party that has a position on it and follows another
  /// one that had.
  package func governmentChanges(on issue: ID<Issue>) -> [GovernmentChange] {
    guard graph.hasSuccessions else { return [] }
    let holders = graph.heldStances(on: issue).map(\.party)
    let successors = holders.filter { graph.parties[$0.index].predecessor != nil }
    if successors.isEmpty { return [] }
    var search = PredecessorSearch(graph: graph, holders: Set(holders))
    let pairs = successors.compactMap { party in search.predecessor(of: party).map { (party, $0) } }
    if pairs.isEmpty { return [] }
    var held: [ID<Party>: [ID<Position>]] = [:]
    for id in graph.positionsOfIssue[issue] where !graph.isFuture(id) {
      held[graph.positions[id.index].party, default: []].append(id)
    }
    func all(_ party: ID<Party>) -> [RecordedPosition] {
      merged(held[party] ?? [], remembered(on: issue, of: party))
    }
    return pairs.compactMap { successor, predecessor in
      guard let principal = graph.parties[successor.index].actsFor else { return nil }
      return change(
        on: issue, Succession(principal: principal, predecessor: predecessor, successor: successor),
        from: all(predecessor), to: all(successor))
    }
  }

  /// The changes of government between those who act for a party, by issue, then successor.
  package func governmentChanges(of principal: ID<Party>) -> [GovernmentChange] {
    guard graph.hasSuccessions else { return [] }
    let successors = graph.parties.filter { $0.actsFor == principal && $0.predecessor != nil }
    let issues = successors.reduce(into: Set<ID<Issue>>()) { issues, party in
      issues.formUnion(graph.positionsOfParty[party.id].map { graph.positions[$0.index].issue })
      issues.formUnion(rememberedIssues(of: party.id))
    }
    return issues.sorted().flatMap { governmentChanges(on: $0) }
      .filter { $0.succession.principal == principal }
  }

  /// - Parameters:
  ///   - old: the positions of the predecessor, newest first.
  ///   - new: those of the successor.
  private func change(
    on issue: ID<Issue>, _ succession: Succession, from old: [RecordedPosition], to new: [RecordedPosition]
  ) -> GovernmentChange? {
    let end = graph.lifetimes[succession.predecessor].lastDay
    let known = old.filter { (dates(of: $0).held?.first ?? .min) <= end }
    let possible = known.isEmpty ? old : known
    let before = RecordedDates.standing(of: possible.map(dates)).map { possible[$0] }
    let after = RecordedDates.opening(of: new.map(dates)).map { new[$0] }
    guard !before.isEmpty, !after.isEmpty else { return nil }
    return GovernmentChange(
      issue: issue, succession: succession, before: before, after: after,
      difference: difference(from: before, to: after, on: issue))
  }

  private func difference(
    from before: [RecordedPosition], to after: [RecordedPosition], on issue: ID<Issue>
  ) -> GovernmentChange.Difference {
    guard Set((before + after).map { meaning(of: $0, on: issue) }).count == 1 else { return .unknown }
    let (old, new) = (Set(before.map(stance)), Set(after.map(stance)))
    guard old == new else { return old.contains(nil) || new.contains(nil) ? .unknown : .otherStance }
    if old.allSatisfy({ $0 != nil && $0 != .mixed }) { return .sameStance }
    let words = { (positions: [RecordedPosition]) in Set(positions.map(self.words)) }
    return words(before) == words(after) ? .sameStance : .unknown
  }
}

/// Finds the nearest predecessor of a party that has a position on an issue.
private struct PredecessorSearch {
  let graph: IssueGraph
  /// The parties with a position on the issue.
  let holders: Set<ID<Party>>
  /// What has been found before; nil: there is none.
  private var known: [ID<Party>: ID<Party>?] = [:]

  init(graph: IssueGraph, holders: Set<ID<Party>>) {
    self.graph = graph
    self.holders = holders
  }

  mutating func predecessor(of party: ID<Party>) -> ID<Party>? {
    var passed = [party]
    var result: ID<Party>?
    while let last = passed.last, let next = graph.parties[last.index].predecessor {
      if let found = known[last] {
        result = found
        break
      }
      if holders.contains(next) {
        result = next
        break
      }
      passed.append(next)
    }
    for party in passed { known[party] = .some(result) }
    return result
  }
}
