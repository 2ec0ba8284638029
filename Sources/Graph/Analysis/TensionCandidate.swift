import Content

/// Two positions of one party on one issue with opposite stances that nobody has marked as a tension yet.
package struct TensionCandidate: Sendable, Hashable {
  /// The earlier one.
  package let first: ID<Position>
  package let second: ID<Position>
  /// How many days lie between their first days; 0 for concurrent ones, and for those of one report without dates.
  package let days: Int
}

extension IssueGraph {
  /// The changes of a party from one side to the other on an issue within `window` days, by issue, then
  /// party, then date.
  ///
  /// Only positions with a stance on one side count, and only those that answer the same proposition are opposed. Consecutive positions are compared, so a single change
  /// of sides gives a single candidate. Undated positions are only compared with those of their own report.
  package func tensionCandidates(window: Int) -> [TensionCandidate] {
    let marked = Set(tensions.filter { $0.second != nil }.map { Set($0.sides.compactMap(\.position)) })
    var candidates: [TensionCandidate] = []
    for issue in issues {
      for (_, positions) in sidedPositions(on: issue.id) {
        for (first, second) in zip(positions, positions.dropFirst()) {
          guard side(first) != side(second), let days = days(from: first, to: second), days <= window,
            meaning(of: first) == meaning(of: second), !marked.contains([first, second])
          else { continue }
          candidates.append(TensionCandidate(first: first, second: second, days: days))
        }
      }
    }
    return candidates
  }

  /// The positions with a stance on one side, oldest first, by party.
  private func sidedPositions(on issue: ID<Issue>) -> [(party: ID<Party>, positions: [ID<Position>])] {
    var lists: [(party: ID<Party>, positions: [ID<Position>])] = []
    for id in positionsOfIssue[issue].sorted(by: isEarlier) where side(id) != 0 {
      let party = positions[id.index].party
      if let place = lists.firstIndex(where: { $0.party == party }) {
        lists[place].positions.append(id)
      } else {
        lists.append((party, [id]))
      }
    }
    return lists.sorted { $0.party < $1.party }
  }

  private func isEarlier(_ left: ID<Position>, _ right: ID<Position>) -> Bool {
    let (left, right) = (positions[left.index], positions[right.index])
    if left.packedDate != right.packedDate { return left.packedDate < right.packedDate }
    return left.id < right.id
  }

  /// 1: for; −1: against; 0: neutral, mixed or unrated.
  private func side(_ id: ID<Position>) -> Int {
    switch positions[id.index].stance {
    case .champions, .supports: 1
    case .opposes, .redLine: -1
    case .mixed, .neutral, nil: 0
    }
  }

  /// nil: the time between them is unknown.
  private func days(from first: ID<Position>, to second: ID<Position>) -> Int? {
    let (before, after) = (positions[first.index], positions[second.index])
    if let start = before.interval, let end = after.interval {
      return dates(of: first).isConcurrent(with: dates(of: second)) ? 0 : max(0, Int(end.first - start.first))
    }
    return before.report == after.report ? 0 : nil
  }
}
