import Content
import Graph
import Text

/// Tells how the standings of one state became those of another: first what was edited, then what is new.
struct StandingComparison {
  /// An issue and a party of the later state.
  private struct Pair: Hashable, Comparable {
    let issue: String
    let party: String

    static func < (left: Pair, right: Pair) -> Bool {
      (left.issue, left.party) < (right.issue, right.party)
    }
  }

  /// What a pair has on record between the two steps, and what is newer than that.
  private struct PairRecord {
    var old: [RecordReference] = []
    /// Of `old`: positions of the later state that are not newer and were not on record.
    var unexpected: Set<Int> = []
    var newer: [RecordReference] = []
    var silence: [Int] = []
  }

  private(set) var changes: [RecordChange] = []
  /// What editions remember in the later state.
  private(set) var memory: [RememberedPosition]

  private let cells: CellComparison
  private let sides: ComparedSides
  /// How many of the remembered positions were so in the earlier state; the others are newer.
  private let known: Int
  private var before: Edition { cells.before }
  private var after: Edition { cells.after }
  private var pairs: [Pair: PairRecord] = [:]
  /// The positions that a change to the old record tells of.
  private var told: Set<RecordReference> = []

  /// - Parameters:
  ///   - memory: what editions remember in the earlier state.
  ///   - meanwhile: what editions between the two states remember, and the earlier state did not have.
  init(
    _ cells: CellComparison, remembering memory: [RememberedPosition], meanwhile: [RememberedPosition] = []
  ) {
    self.cells = cells
    sides = ComparedSides(cells, remembering: memory + meanwhile)
    known = memory.count
    self.memory = sides.remembered
    gather()
    tellEdits()
    tellUnexpected()
    tellOtherStandings()
    tellNewer()
    changes.sort { left, right in
      (left.issue.name, left.issue.slug, left.party.name, left.party.slug, left.kind)
        < (right.issue.name, right.issue.slug, right.party.name, right.party.slug, right.kind)
    }
  }

  private mutating func gather() {
    for (index, remembered) in sides.remembered.enumerated() {
      let pair = pair(remembered.position)
      if index < known {
        pairs[pair, default: PairRecord()].old.append(.remembered(index))
      } else {
        pairs[pair, default: PairRecord()].newer.append(.remembered(index))
      }
    }
    for (index, fate) in cells.fates.enumerated() {
      switch fate {
      case .kept(let new): pairs[pair(after.positions[new]), default: PairRecord()].old.append(.after(new))
      case .replaced(let new):
        let position = after.positions[new]
        pairs[pair(position), default: PairRecord()].old.append(.before(index))
        memory.append(
          sides.memory(of: index, issue: position.issue, party: position.party, report: position.report))
      case .silenced(let new):
        let cell = after.silentCells[new]
        pairs[pair(cell), default: PairRecord()].old.append(.before(index))
        memory.append(sides.memory(of: index, issue: cell.issue, party: cell.party, report: cell.report))
      case .silencedByEdit, .withdrawn, .withheld: break
      }
    }
    for index in cells.unexpected {
      let pair = pair(after.positions[index])
      pairs[pair, default: PairRecord()].old.append(.after(index))
      pairs[pair]?.unexpected.insert(index)
    }
    for index in cells.newer {
      pairs[pair(after.positions[index]), default: PairRecord()].newer.append(.after(index))
    }
    for index in cells.newerSilence {
      pairs[pair(after.silentCells[index]), default: PairRecord()].silence.append(index)
    }
  }

  private func pair(_ position: FrozenPosition) -> Pair { Pair(issue: position.issue, party: position.party) }

  private func pair(_ cell: FrozenSilentCell) -> Pair { Pair(issue: cell.issue, party: cell.party) }

  // MARK: The old record

  private mutating func tellEdits() {
    for (index, fate) in cells.fates.enumerated() {
      switch fate {
      case .kept(let new): tellEdit(index, new)
      case .silencedByEdit(let cell):
        told.insert(.before(index))
        changes.append(
          sides.change(
            .corrected, before: [sides.before(index)], after: [], silence: after.silentCells[cell]))
      case .withdrawn, .withheld:
        told.insert(.before(index))
        changes.append(
          sides.change(fate == .withheld ? .withheld : .withdrawn, before: [sides.before(index)], after: []))
      case .replaced, .silenced: break
      }
    }
  }

  private mutating func tellEdit(_ old: Int, _ new: Int) {
    let edit = CellEdit(
      before.positions[old], after.positions[new], isReassigned: cells.reassigned.contains(old))
    switch edit {
    case .none: return
    case .relocated:
      changes.append(sides.change(.relocated, before: [sides.before(old)], after: [sides.after(new)]))
    case .corrected, .minor:
      told.formUnion([.before(old), .after(new)])
      changes.append(
        sides.change(
          .corrected, before: [sides.before(old)], after: [sides.after(new)], isMinor: edit == .minor))
    }
  }

  /// Tells of positions that are neither newer nor on record before: of each by the standing that it meets.
  private mutating func tellUnexpected() {
    for index in cells.unexpected {
      guard let record = pairs[pair(after.positions[index])] else { continue }
      let dates = sides.dates(of: .after(index))
      let known = record.old.filter {
        if case .after(let place) = $0 { !record.unexpected.contains(place) } else { true }
      }
      let former = RecordedDates.standing(of: known.map { sides.dates(of: $0) }).map { known[$0] }
      let kind: RecordChange.Kind =
        former.contains { sides.dates(of: $0).supersedes(dates) }
        ? .addedToPast : former.contains { dates.supersedes(sides.dates(of: $0)) } ? .corrected : .new
      told.insert(.after(index))
      let replaced = kind == .corrected ? former.map { sides.side(of: $0) } : []
      changes.append(
        sides.change(kind, before: replaced, after: [sides.after(index)], added: [sides.after(index)]))
    }
  }

  /// Tells of standings that changed although no cell did: by the date of a report, or by merged or split names.
  private mutating func tellOtherStandings() {
    let causes = StandingCauses(cells)
    if causes.isEmpty { return }
    struct Group: Hashable {
      let issue: Int
      let party: Int
    }
    var groups: [Group: (before: [[Int]], after: [Pair])] = [:]
    var indices: [Pair: [Int]] = [:]
    for (index, position) in before.positions.enumerated() {
      indices[pair(position), default: []].append(index)
    }
    for (pair, members) in indices.sorted(by: { $0.key < $1.key }) {
      let group = Group(
        issue: cells.subjects.issues.groupsBefore[pair.issue] ?? -1,
        party: cells.subjects.parties.groupsBefore[pair.party] ?? -1)
      groups[group, default: ([], [])].before.append(members)
    }
    for pair in pairs.keys.sorted() {
      let group = Group(
        issue: cells.subjects.issues.groupsAfter[pair.issue] ?? -1,
        party: cells.subjects.parties.groupsAfter[pair.party] ?? -1)
      groups[group, default: ([], [])].after.append(pair)
    }
    for (group, members) in groups.sorted(by: { ($0.key.issue, $0.key.party) < ($1.key.issue, $1.key.party) })
    {
      let reports = Set(members.before.joined().map { before.positions[$0].report })
      guard let cause = causes.cause(issue: group.issue, party: group.party, reports: reports) else {
        continue
      }
      // Each of the names that one was split into has a standing of its own.
      for pair in members.after {
        switch cause {
        case .names: tellStanding(members.before, pair, isPart: members.after.count > 1)
        case .reportDate, .cell: tellRedatedStanding(pair)
        }
      }
    }
  }

  /// Tells of a standing that would be another one if its reports had the dates that they had before. What was withdrawn or
  /// edited is told by itself.
  private mutating func tellRedatedStanding(_ pair: Pair) {
    guard let record = pairs[pair] else { return }
    let known = record.old.filter {
      if case .after(let place) = $0 { !record.unexpected.contains(place) } else { true }
    }
    var former: [RecordReference: Int] = [:]
    for (index, fate) in cells.fates.enumerated() {
      if case .kept(let new) = fate { former[.after(new)] = index }
    }
    let then = known.map { sides.formerDates(of: $0, was: former[$0]) }
    let before = RecordedDates.standing(of: then).map { known[$0] }
    let present = RecordedDates.standing(of: known.map { sides.dates(of: $0) }).map { known[$0] }
    guard Set(before) != Set(present), let newest = present.first else { return }
    changes.append(
      sides.change(
        .corrected, before: before.map { former[$0].map { sides.before($0) } ?? sides.side(of: $0) },
        after: present.map { sides.side(of: $0) }, cause: .reportDate, subject: sides.side(of: newest)))
  }

  /// Tells of a standing that is another one because names were merged or split.
  ///
  /// - Parameter isPart: only what is the pair's own now is compared.
  private mutating func tellStanding(_ old: [[Int]], _ new: Pair, isPart: Bool) {
    let former = old.flatMap { members in
      RecordedDates.standing(of: members.map { sides.dates(of: .before($0)) }).map { members[$0] }
    }.filter { index in
      guard isPart else { return true }
      return switch cells.fates[index] {
      case .kept(let place), .replaced(let place): pair(after.positions[place]) == new
      case .silenced(let cell), .silencedByEdit(let cell): pair(after.silentCells[cell]) == new
      case .withdrawn, .withheld: false
      }
    }
    let all = pairs[new]?.old ?? []
    let present = RecordedDates.standing(of: all.map { sides.dates(of: $0) }).map { all[$0] }
    let kept = former.compactMap { index -> RecordReference? in
      switch cells.fates[index] {
      case .kept(let new): .after(new)
      case .replaced, .silenced: .before(index)
      case .silencedByEdit, .withdrawn, .withheld: nil
      }
    }
    let different = Set(kept).symmetricDifference(present)
    guard !different.isSubset(of: told), let newest = present.first else { return }
    changes.append(
      sides.change(
        .corrected, before: former.map { sides.before($0) }, after: present.map { sides.side(of: $0) },
        cause: .names, subject: sides.side(of: newest)))
  }

  // MARK: What is new

  private mutating func tellNewer() {
    let changed = pairs.filter { !$0.value.newer.isEmpty || !$0.value.silence.isEmpty }
    for (_, record) in changed.sorted(by: { $0.key < $1.key }) {
      let references = record.old + record.newer
      let history = PositionHistory(references.map { sides.entry(of: $0) })
      let (steps, past) = history.steps(adding: Array(record.old.count..<references.count))
      for place in past.map({ sides.side(of: references[$0]) }) {
        changes.append(sides.change(.addedToPast, before: [], after: [place], added: [place]))
      }
      changes += history.runs(of: steps).compactMap { change($0, references, history) }
      tellSilence(record, references, history)
    }
  }

  private func change(
    _ run: ArraySlice<HistoryStep>, _ references: [RecordReference], _ history: PositionHistory
  ) -> RecordChange? {
    let side = { (place: Int) in sides.side(of: references[place]) }
    guard let summary = history.summary(of: run) else { return nil }
    let turns = run.filter { $0.outcome.isMove || $0.outcome == .ratingChanged }
    let former = run.first.flatMap { $0.changesProposition ? $0.before.first : nil }
    let added = run.flatMap { $0.added.map(side) }
    let isNew = summary.outcome == .new
    return sides.change(
      RecordChange.Kind(summary.outcome), before: isNew ? [] : summary.before.map(side),
      after: isNew ? added : summary.after.map(side),
      steps: summary.outcome.isMove && turns.count > 1 ? turns.map { $0.after.map(side) } : [],
      added: added, direction: summary.outcome.direction,
      earlierProposition: former.flatMap { sides.proposition(of: references[$0]) })
  }

  /// Tells of the newest silent cell if it is newer than all that stands.
  private mutating func tellSilence(
    _ record: PairRecord, _ references: [RecordReference], _ history: PositionHistory
  ) {
    let standing = history.standing(of: Array(references.indices))
    let newest = record.silence.filter { index in
      let dates = sides.dates(of: after.silentCells[index])
      return !standing.isEmpty && standing.allSatisfy { dates.supersedes(history.entries[$0].dates) }
    }.max {
      (after.silentCells[$0].dating.interval?.last ?? 0) < (after.silentCells[$1].dating.interval?.last ?? 0)
    }
    guard let newest else { return }
    changes.append(
      sides.change(
        .silent, before: standing.map { sides.side(of: references[$0]) }, after: [],
        silence: after.silentCells[newest]))
  }
}
