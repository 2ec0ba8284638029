/// Compares the positions of two editions, group by group of issue, party and report.
struct PositionComparison {
  /// The positions that differ.
  private(set) var changes: [PositionChange] = []

  private let before: Edition
  private let after: Edition
  private let reports: SubjectMatching
  private let issues: SubjectMatching
  private let parties: SubjectMatching

  init(
    before: Edition, after: Edition, reports: SubjectMatching, issues: SubjectMatching,
    parties: SubjectMatching
  ) {
    self.before = before
    self.after = after
    self.reports = reports
    self.issues = issues
    self.parties = parties
    compare()
  }

  /// The index of a position, and its group.
  private struct Key: Comparable {
    let issue: Int
    let party: Int
    let report: Int
    /// Index into the edition's positions.
    let index: Int

    /// Compares by group; the index does not count.
    func group(isBefore other: Key) -> Bool {
      (issue, party, report) < (other.issue, other.party, other.report)
    }

    static func < (left: Key, right: Key) -> Bool {
      left.group(isBefore: right) || (!right.group(isBefore: left) && left.index < right.index)
    }
  }

  private mutating func compare() {
    let old = Self.keys(before.positions, issues.groupsBefore, parties.groupsBefore, reports.groupsBefore)
    let new = Self.keys(after.positions, issues.groupsAfter, parties.groupsAfter, reports.groupsAfter)
    var oldRest = old[...]
    var newRest = new[...]
    while let key = Self.earlier(oldRest.first, newRest.first) {
      let oldGroup = oldRest.prefix { !key.group(isBefore: $0) }
      let newGroup = newRest.prefix { !key.group(isBefore: $0) }
      let pairs = PositionPairs(
        oldGroup.map { before.positions[$0.index] }, newGroup.map { after.positions[$0.index] })
      for pair in pairs.inOrder { append(pair.before, pair.after) }
      oldRest = oldRest.dropFirst(oldGroup.count)
      newRest = newRest.dropFirst(newGroup.count)
    }
  }

  private static func keys(
    _ positions: [FrozenPosition], _ issues: [String: Int], _ parties: [String: Int],
    _ reports: [String: Int]
  ) -> [Key] {
    positions.enumerated().map { index, position in
      // Names that are missing from the edition come before all groups; the reader rejects such editions.
      Key(
        issue: issues[position.issue] ?? -1, party: parties[position.party] ?? -1,
        report: reports[position.report] ?? -1, index: index)
    }.sorted()
  }

  private static func earlier(_ left: Key?, _ right: Key?) -> Key? {
    guard let left, let right else { return left ?? right }
    return right.group(isBefore: left) ? right : left
  }

  private mutating func append(_ old: FrozenPosition?, _ new: FrozenPosition?) {
    let change = PositionChange(
      before: old.map {
        PositionChange.Side(
          position: $0, issue: issues.nameBefore($0.issue), party: parties.nameBefore($0.party),
          report: reports.nameBefore($0.report))
      },
      after: new.map {
        PositionChange.Side(
          position: $0, issue: issues.nameAfter($0.issue), party: parties.nameAfter($0.party),
          report: reports.nameAfter($0.report))
      })
    if !change.kinds.isEmpty { changes.append(change) }
  }
}
