import Content
import Graph

/// A change of a party's standing on an issue by newer positions, as the record tells it.
package struct Move: Sendable, Hashable {
  package let issue: ID<Issue>
  package let party: ID<Party>
  package let direction: StanceDirection
  /// The former standing: the last one with a stance.
  package let before: [RecordedPosition]
  /// The standing that followed.
  package let after: [RecordedPosition]
  /// The positions that show the move; part of `after`.
  package let added: [RecordedPosition]
  /// The date of the newest of them, and the last day that it may mean.
  package let date: PartialDate
  let lastDay: Int32
}

/// All moves on record.
package struct MoveList: Sendable {
  /// The newest first; on one day by issue, then party, then the last step first.
  package let moves: [Move]

  /// No moves.
  package static let none = MoveList(moves: [])

  private init(moves: [Move]) {
    self.moves = moves
  }

  package init(_ record: RecordHistory) {
    let graph = record.graph
    var moves: [Move] = []
    var remembered: [ID<Issue>: [ID<Party>]] = [:]
    for pair in record.rememberedPairs { remembered[pair.issue, default: []].append(pair.party) }
    for issue in graph.issues {
      var parties: [ID<Party>: [ID<Position>]] = [:]
      for party in remembered[issue.id] ?? [] { parties[party] = [] }
      for id in graph.positionsOfIssue[issue.id] {
        parties[graph.positions[id.index].party, default: []].append(id)
      }
      for (party, positions) in parties.sorted(by: { $0.key < $1.key }) {
        let isRemembered = remembered[issue.id]?.contains(party) ?? false
        if !isRemembered, !Self.mayMove(positions, in: graph) { continue }
        moves += Self.moves(record.pair(issue.id, party, positions), in: record)
      }
    }
    self.moves = Self.sorted(moves)
  }

  /// - Parameter moves: those of each pair oldest first.
  private static func sorted(_ moves: [Move]) -> [Move] {
    moves.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (other.lastDay, one.issue, one.party, right.offset) < (
        one.lastDay, other.issue, other.party, left.offset
      )
    }.map(\.element)
  }

  /// The same list after the stances of some pairs have changed.
  package func updating(_ pairs: Set<PartyOnIssue>, in record: RecordHistory) -> MoveList {
    if pairs.isEmpty { return self }
    let kept = moves.filter { !pairs.contains(PartyOnIssue($0.party, on: $0.issue)) }
    let changed = pairs.flatMap { Self.moves(record.pair($0.issue, $0.party), in: record) }
    return MoveList(moves: Self.sorted(kept.reversed() + changed))
  }

  /// Whether there are two stances at all.
  private static func mayMove(_ positions: [ID<Position>], in graph: IssueGraph) -> Bool {
    guard positions.count > 1 else { return false }
    let first = positions.lazy.compactMap { graph.positions[$0.index].stance }.first
    return positions.contains { id in graph.positions[id.index].stance.map { $0 != first } ?? false }
  }

  private static func moves(_ pair: PairHistory, in record: RecordHistory) -> [Move] {
    pair.history.steps.compactMap { step in
      guard let direction = step.outcome.direction else { return nil }
      let newest = step.added.max {
        (pair.history.entries[$0].dates.held?.last ?? .min)
          < (pair.history.entries[$1].dates.held?.last ?? .min)
      }
      guard let newest, let day = pair.history.entries[newest].dates.held?.last,
        let date = record.date(of: pair.positions[newest])
      else { return nil }
      return Move(
        issue: pair.issue, party: pair.party, direction: direction,
        before: step.compared.map { pair.positions[$0] }, after: step.after.map { pair.positions[$0] },
        added: step.added.map { pair.positions[$0] }, date: date, lastDay: day)
    }
  }

  /// The moves of a party, the newest first.
  package func moves(of party: ID<Party>) -> [Move] { moves.filter { $0.party == party } }

  /// The moves that a position of a report shows, be it in its cell or remembered by an edition; the newest first.
  package func byReport(in record: RecordHistory) -> [ID<ReportEntry>: [Move]] {
    var reports: [ID<ReportEntry>: [Move]] = [:]
    for move in moves {
      let shown = Set(
        move.added.compactMap { recorded -> ID<ReportEntry>? in
          switch recorded {
          case .present(let id): record.graph.positions[id.index].report
          case .remembered(let old): record.report(of: old)
          }
        })
      for report in shown { reports[report, default: []].append(move) }
    }
    return reports
  }
}
