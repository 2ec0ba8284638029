import Content
import Graph

/// What happened to each position on record, and which positions are newer: the first of the two steps from one state to another.
///
/// Newer are the positions and silent cells of reports that the earlier state did not have, and of cells whose own date now
/// begins after what they held before, or, where they held nothing, after their report. All else is an edit to the old record.
struct CellComparison {
  /// What became of a position of the earlier state.
  enum Fate: Hashable {
    /// It is this position of the later state, edited or not.
    case kept(Int)
    /// A newer position took its cell.
    case replaced(by: Int)
    /// A newer silent cell took its cell.
    case silenced(by: Int)
    /// Its cell was edited into this silent cell, without a newer date.
    case silencedByEdit(Int)
    case withdrawn
    case withheld
  }

  let before: Edition
  let after: Edition
  let subjects: MatchedSubjects
  /// By position of the earlier state.
  private(set) var fates: [Fate]
  /// Positions of the later state that are newer, ascending.
  private(set) var newer: [Int] = []
  /// Silent cells of the later state that are newer, ascending.
  private(set) var newerSilence: [Int] = []
  /// Positions of the later state that are not newer and were not on record, ascending.
  private(set) var unexpected: [Int] = []
  /// Positions of the earlier state that are now under a different issue.
  private(set) var reassigned: Set<Int> = []
  /// Positions without a counterpart so far.
  private var lost: [Int] = []
  private var found: [Int] = []

  init(_ before: Edition, _ after: Edition, _ subjects: MatchedSubjects) {
    self.before = before
    self.after = after
    self.subjects = subjects
    fates = [Fate](repeating: .withdrawn, count: before.positions.count)
    compareCells()
    findRelocated()
    findReassigned()
    unexpected = found.sorted()
    newer.sort()
    newerSilence.sort()
    let withheld = Set(
      before.reports.filter { report in after.records.withheld.contains { $0.isSame(as: report) } }
        .map(\.slug))
    for index in lost where withheld.contains(before.positions[index].report) { fates[index] = .withheld }
  }

  /// A report, an issue and a party, by the numbers of their groups.
  private struct Key: Hashable {
    let report: Int
    let issue: Int
    let party: Int
  }

  /// Indices into the lists of both states.
  private struct Cell {
    var old: [Int] = []
    var oldSilence: [Int] = []
    var new: [Int] = []
    var newSilence: [Int] = []
  }

  private func keyBefore(_ issue: String, _ party: String, _ report: String) -> Key {
    Key(
      report: subjects.reports.groupsBefore[report] ?? -1, issue: subjects.issues.groupsBefore[issue] ?? -1,
      party: subjects.parties.groupsBefore[party] ?? -1)
  }

  private func keyAfter(_ issue: String, _ party: String, _ report: String) -> Key {
    Key(
      report: subjects.reports.groupsAfter[report] ?? -1, issue: subjects.issues.groupsAfter[issue] ?? -1,
      party: subjects.parties.groupsAfter[party] ?? -1)
  }

  private func gatherCells() -> [Key: Cell] {
    var cells: [Key: Cell] = [:]
    cells.reserveCapacity(max(before.positions.count, after.positions.count))
    for (index, position) in before.positions.enumerated() {
      cells[keyBefore(position.issue, position.party, position.report), default: Cell()].old.append(index)
    }
    for (index, cell) in before.silentCells.enumerated() {
      cells[keyBefore(cell.issue, cell.party, cell.report), default: Cell()].oldSilence.append(index)
    }
    for (index, position) in after.positions.enumerated() {
      cells[keyAfter(position.issue, position.party, position.report), default: Cell()].new.append(index)
    }
    for (index, cell) in after.silentCells.enumerated() {
      cells[keyAfter(cell.issue, cell.party, cell.report), default: Cell()].newSilence.append(index)
    }
    return cells
  }

  private mutating func compareCells() {
    // The days of the reports that the earlier state had, by group; nil: an undated one.
    var reported: [Int: DayInterval?] = [:]
    for report in before.reports {
      if let group = subjects.reports.groupsBefore[report.slug] {
        reported.updateValue(report.date.map { DayInterval($0) }, forKey: group)
      }
    }
    for (key, cell) in gatherCells() {
      if let days = reported[key.report] {
        compare(cell, reported: days)
      } else {
        newer += cell.new
        newerSilence += cell.newSilence
      }
    }
    lost.sort()
  }

  /// - Parameter reported: the days of the cell's report in the earlier state; nil: it was undated.
  private mutating func compare(_ cell: Cell, reported: DayInterval?) {
    var withoutMatch: [Int] = []
    if cell.old.count == 1, cell.new.count == 1 {
      match(cell.old[0], with: cell.new[0], &withoutMatch)
      return compareSilence(cell, withoutMatch, reported: reported)
    }
    let pairs = CellPairs(
      cell.old.map { before.positions[$0].state }, cell.new.map { after.positions[$0].state })
    for pair in pairs.pairs {
      let new = pair.after.map { cell.new[$0] }
      if let place = pair.before {
        match(cell.old[place], with: new, &withoutMatch)
      } else if let new {
        let isNewer = after.positions[new].dating.ofCell.isNewer(than: reported)
        if isNewer { newer.append(new) } else { found.append(new) }
      }
    }
    compareSilence(cell, withoutMatch, reported: reported)
  }

  private mutating func match(_ old: Int, with new: Int?, _ withoutMatch: inout [Int]) {
    guard let new else { return withoutMatch.append(old) }
    if after.positions[new].dating.ofCell.isNewer(than: before.positions[old].dating.interval) {
      fates[old] = .replaced(by: new)
      newer.append(new)
    } else {
      fates[old] = .kept(new)
    }
  }

  /// - Parameter positions: the cell's positions in the earlier state that it no longer holds.
  private mutating func compareSilence(_ cell: Cell, _ positions: [Int], reported: DayInterval?) {
    if positions.isEmpty, cell.newSilence.isEmpty { return }
    let stayed = min(cell.oldSilence.count, cell.newSilence.count)
    for (old, new) in zip(cell.oldSilence, cell.newSilence) {
      let earlier = before.silentCells[old].dating.interval
      if after.silentCells[new].dating.ofCell.isNewer(than: earlier) { newerSilence.append(new) }
    }
    var silence = cell.newSilence.dropFirst(stayed)
    for old in positions {
      guard let new = silence.popFirst() else {
        lost.append(old)
        continue
      }
      if after.silentCells[new].dating.ofCell.isNewer(than: before.positions[old].dating.interval) {
        fates[old] = .silenced(by: new)
        newerSilence.append(new)
      } else {
        fates[old] = .silencedByEdit(new)
      }
    }
    newerSilence += silence.filter { after.silentCells[$0].dating.ofCell.isNewer(than: reported) }
  }

  /// What makes a position the same wherever it is.
  private struct Statement: Hashable {
    let issue: Int
    let party: Int
    let date: PartialDate?
    let stance: Stance?
    let text: String
  }

  /// Finds the lost positions that are in a different report, be it one that the earlier state did not have. A position
  /// that took the place of another is not one of them.
  private mutating func findRelocated() {
    if lost.isEmpty { return }
    let replacing = Set(fates.compactMap { if case .replaced(let new) = $0 { new } else { nil } })
    var waiting: [Statement: [Int]] = [:]
    for index in (found + newer.filter { !replacing.contains($0) }).sorted(by: >) {
      let position = after.positions[index]
      let key = keyAfter(position.issue, position.party, position.report)
      waiting[statement(position, key), default: []].append(index)
    }
    var matches: [Int: Int] = [:]
    for index in lost where !before.positions[index].text.isEmpty {
      let position = before.positions[index]
      let key = keyBefore(position.issue, position.party, position.report)
      matches[index] = waiting[statement(position, key)]?.popLast()
    }
    settle(matches)
  }

  private func statement(_ position: FrozenPosition, _ key: Key) -> Statement {
    Statement(
      issue: key.issue, party: key.party, date: position.date, stance: position.stance, text: position.text)
  }

  /// Finds the lost positions that are in the same report under a different issue.
  private mutating func findReassigned() {
    if lost.isEmpty || found.isEmpty { return }
    struct Words: Hashable {
      let report: Int
      let party: Int
      let text: String
    }
    var waiting: [Words: [Int]] = [:]
    for index in found.sorted(by: >) {
      let position = after.positions[index]
      let key = keyAfter(position.issue, position.party, position.report)
      waiting[Words(report: key.report, party: key.party, text: position.text), default: []].append(index)
    }
    var matches: [Int: Int] = [:]
    for index in lost where !before.positions[index].text.isEmpty {
      let position = before.positions[index]
      let key = keyBefore(position.issue, position.party, position.report)
      let words = Words(report: key.report, party: key.party, text: position.text)
      matches[index] = waiting[words]?.popLast()
    }
    settle(matches)
    reassigned = Set(matches.keys)
  }

  /// - Parameter matches: positions of the later state, by the lost ones that they are.
  private mutating func settle(_ matches: [Int: Int]) {
    for (old, new) in matches { fates[old] = .kept(new) }
    let taken = Set(matches.values)
    lost.removeAll { matches[$0] != nil }
    found.removeAll(where: taken.contains)
    newer.removeAll(where: taken.contains)
  }
}
