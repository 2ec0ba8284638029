import Content
import Graph

/// Which parties stand beside each other in lists and tables, and how often.
struct PartyNeighbours: Sendable {
  /// What stands beside a party: another one, with a number that is higher the more pages show the two side by side.
  struct Neighbour {
    let party: Int
    let weight: Int
  }

  /// How often two parties stand beside each other in the tables of reports, on the pages of issues and on those of stances.
  private var counts: [Pair: Int] = [:]

  /// Two parties; `low` has the lower number.
  private struct Pair: Hashable {
    let low: Int32
    let high: Int32
  }

  init(_ graph: IssueGraph) {
    for comparison in graph.comparisons {
      for line in [comparison.columns, comparison.rows] {
        add(line.lazy.compactMap { if case .party(let party) = $0 { party } else { nil } }, 1)
      }
    }
    for issue in graph.issues { add(issue.id, in: graph, 1) }
  }

  /// Counts anew what the pages of some issues show.
  mutating func update(from old: IssueGraph, to graph: IssueGraph, on issues: Set<ID<Issue>>) {
    for issue in issues {
      add(issue, in: old, -1)
      add(issue, in: graph, 1)
    }
  }

  /// The neighbours of each party, with those in what many pages or the home page show, which weighs more than the table of one
  /// report.
  ///
  /// - Parameter disputed: the parties in the matrix of the home page.
  func all(in graph: IssueGraph, disputed: Set<ID<Party>>) -> [[Neighbour]] {
    var whole = self
    let parties = graph.parties.map(\.id)
    let often = graph.issues.count + graph.comparisons.count + 1
    whole.add(parties, often)
    whole.add(parties.filter { !graph.positionsOfParty[$0].isEmpty }, often)
    whole.add(disputed.sorted(), often)
    for party in graph.parties {
      for other in [party.actsFor, party.predecessor].compactMap(\.self) {
        whole.add(other, party.id, often)
      }
    }
    var all: [[Neighbour]] = Array(repeating: [], count: parties.count)
    for (pair, count) in whole.counts {
      all[Int(pair.low)].append(Neighbour(party: Int(pair.high), weight: count))
      all[Int(pair.high)].append(Neighbour(party: Int(pair.low), weight: count))
    }
    return all
  }

  private mutating func add(_ first: ID<Party>, _ second: ID<Party>, _ count: Int) {
    if first == second { return }
    let (low, high) = (min(first, second), max(first, second))
    counts[Pair(low: low.rawValue, high: high.rawValue), default: 0] += count
  }

  private mutating func add(_ line: some Sequence<ID<Party>>, _ count: Int) {
    var last: ID<Party>?
    for party in line {
      if let last { add(last, party, count) }
      last = party
    }
  }

  /// Adds the parties with a position on an issue, and those in each column of its scale.
  private mutating func add(_ issue: ID<Issue>, in graph: IssueGraph, _ count: Int) {
    var last: ID<Party>?
    var lastOfStance: [Stance: ID<Party>] = [:]
    for standing in graph.standings[issue] {
      if let last { add(last, standing.party, count) }
      last = standing.party
      for id in standing.positions {
        guard let stance = graph.positions[id.index].stance else { continue }
        if let last = lastOfStance[stance] { add(last, standing.party, count) }
        lastOfStance[stance] = standing.party
      }
    }
  }
}
