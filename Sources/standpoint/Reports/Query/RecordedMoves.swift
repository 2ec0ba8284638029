import Content
import Graph

/// A change of a party's stance on an issue, from one position to the next.
struct RecordedMove {
  let issue: ID<Issue>
  let party: ID<Party>
  let before: ID<Position>
  let after: ID<Position>
  /// `hardened`, `softened`, `reversed` or `changed`.
  let kind: String

  /// Whether the move's date begins on the first day of `date` or later.
  func isDated(from date: PartialDate, in graph: IssueGraph) -> Bool {
    graph.positions[after.index].interval.map { Int($0.first) >= date.dayNumber } ?? false
  }
}

extension IssueGraph {
  /// All moves, by issue, the newest first.
  func recordedMoves() -> [RecordedMove] {
    issues.flatMap { issue in
      var histories: [ID<Party>: [ID<Position>]] = [:]
      for id in positionsOfIssue[issue.id] { histories[positions[id.index].party, default: []].append(id) }
      let moves = histories.values.flatMap { steps(of: $0) }.compactMap { $0.flatMap(move) }
      return moves.sorted { isNewer($0.after, than: $1.after) }
    }
  }

  private func move(_ step: PositionStep) -> RecordedMove? {
    let kind: String
    switch step.stance {
    case .unchanged, .unrated, .otherProposition: return nil
    case .hardened: kind = "hardened"
    case .softened: kind = "softened"
    case .reversed: kind = "reversed"
    case .unordered: kind = "changed"
    }
    let after = positions[step.after.index]
    return RecordedMove(
      issue: after.issue, party: after.party, before: step.before, after: step.after, kind: kind)
  }

  private func isNewer(_ one: ID<Position>, than other: ID<Position>) -> Bool {
    let (first, second) = (positions[one.index], positions[other.index])
    let (left, right) = (first.interval?.first ?? .min, second.interval?.first ?? .min)
    return left == right ? (first.party, other) < (second.party, one) : left > right
  }
}
