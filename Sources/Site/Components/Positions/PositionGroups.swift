import Content
import Graph

/// The positions of an issue grouped by party, or those of a party grouped by issue.
struct PositionGroups {
  /// The positions on one subject, newest first; not empty.
  struct Group {
    /// Index into the graph's parties or issues.
    let subject: Int
    let positions: ArraySlice<ID<Position>>
  }

  private(set) var groups: [Group] = []

  /// - Parameters:
  ///   - positions: newest first.
  ///   - count: the number of subjects in the graph.
  ///   - subject: the group of a position, as an index below `count`.
  init(_ positions: some Collection<ID<Position>>, subject: (ID<Position>) -> Int) {
    var keys: [Int64] = []
    keys.reserveCapacity(positions.count)
    for (order, id) in positions.enumerated() { keys.append(Int64(subject(id)) << 32 | Int64(order)) }
    keys.sort()
    let list = Array(positions)
    let sorted = keys.map { list[Int($0 & 0xFFFF_FFFF)] }
    var start = 0
    while start < keys.count {
      let subject = Int(keys[start] >> 32)
      var end = start + 1
      while end < keys.count, Int(keys[end] >> 32) == subject { end += 1 }
      groups.append(Group(subject: subject, positions: sorted[start..<end]))
      start = end
    }
  }
}

extension IssueGraph {
  /// The positions on an issue by party, parties in their order.
  func positionsByParty(_ issue: ID<Issue>) -> PositionGroups {
    PositionGroups(positionsOfIssue[issue]) { positions[$0.index].party.index }
  }

  /// The positions of a year on an issue that are not part of a standing, by party.
  func earlierByParty(_ issue: ID<Issue>, in year: YearKey) -> PositionGroups {
    PositionGroups(earlier(positionsOfIssue[issue], in: year)) { positions[$0.index].party.index }
  }

  /// The positions of a party of a year that are not part of a standing, by issue.
  func earlierByIssue(_ party: ID<Party>, in year: YearKey) -> PositionGroups {
    PositionGroups(earlier(positionsOfParty[party], in: year)) { positions[$0.index].issue.index }
  }

  private func earlier(_ ids: ArraySlice<ID<Position>>, in year: YearKey) -> [ID<Position>] {
    // Positions are sorted by date, the newest first.
    let first = ids.partition { YearKey(self, $0) <= year }
    let next = ids.partition { YearKey(self, $0) < year }
    return ids[first..<next].filter { !standings.contains(positions[$0.index]) }
  }

  /// The positions of a party by issue, issues in their order.
  func positionsByIssue(_ party: ID<Party>) -> PositionGroups {
    PositionGroups(positionsOfParty[party]) { positions[$0.index].issue.index }
  }
}
