import Content
import Text

/// Positions of one standing that say the same: with equal stance and equal words, in one report or several.
package struct Statement: Sendable, Hashable {
  /// The position whose words are shown.
  package let first: ID<Position>
  /// More positions that say the same, in the order of the standing.
  package let others: [ID<Position>]
  /// All of them, in the order of the standing.
  package var positions: [ID<Position>] { [first] + others }

  package init(_ first: ID<Position>, others: [ID<Position>] = []) {
    self.first = first
    self.others = others
  }
}

/// What a position says.
private struct StanceAndWords: Hashable {
  let stance: Stance?
  let words: String
}

/// The date that positions share.
package enum SharedDate: Sendable, Hashable {
  /// The day, month or year that all of their dates lie in.
  case date(PartialDate)
  /// None of them has a date.
  case undated
  /// They have no year in common.
  case none
}

extension IssueGraph {
  /// The different things that the positions of a standing say, in their order, each once.
  package func statements(of ids: some Collection<ID<Position>>) -> [Statement] {
    if ids.count == 1, let only = ids.first { return [Statement(only)] }
    var order: [StanceAndWords] = []
    var members: [StanceAndWords: [ID<Position>]] = [:]
    for id in ids {
      let words = text(of: id).singleSpaced
      let key = StanceAndWords(stance: positions[id.index].stance, words: words)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(id)
    }
    return order.compactMap { key in
      guard let all = members[key], let first = all.first else { return nil }
      return Statement(first, others: Array(all.dropFirst()))
    }
  }

  /// The different stances of some positions, those that support most first, unrated last.
  package func stances(of ids: some Sequence<ID<Position>>) -> [Stance?] {
    Self.ordered(Set(ids.map { positions[$0.index].stance }))
  }

  /// Those that support most first, unrated last.
  package static func ordered(_ all: Set<Stance?>) -> [Stance?] {
    Stance.allCases.map { $0 }.filter { all.contains($0) } + (all.contains(nil) ? [nil] : [])
  }

  /// What the dates of some positions have in common.
  package func sharedDate(of ids: some Sequence<ID<Position>>) -> SharedDate {
    let dates = Set(ids.map { positions[$0.index].date })
    guard dates.count > 1 else {
      return (dates.first ?? nil).map { .date($0) } ?? .undated
    }
    guard !dates.contains(nil) else { return .none }
    let years = Set(dates.map { $0?.year })
    guard years.count == 1, let year = years.first ?? nil else { return .none }
    let months = Set(dates.map { $0?.month })
    return .date(PartialDate(year: year, month: months.count == 1 ? months.first ?? nil : nil))
  }
}
