import Content

/// The positions of a party on an issue that no newer one supersedes: usually one.
package struct Standing: Sendable, Hashable {
  package let party: ID<Party>
  /// Newest first (by date, then report, then place); never empty.
  package let positions: ArraySlice<ID<Position>>
  /// The first of `positions`.
  package let newest: ID<Position>
  /// How many positions the party has on the issue over all reports, superseded ones among them.
  package let count: Int
  /// The newest silent cell that is newer than all of the standing; nil: the party has not been silent since.
  package let silence: ID<SilentCell>?
  /// The date until which they were held: the `to:` of a party that has ended; nil: they are current.
  package var heldUntil: PartialDate? { end.date }
  private let end: PackedDate

  /// nil: `positions` is empty.
  package init?(
    party: ID<Party>, positions: ArraySlice<ID<Position>>, count: Int, silence: ID<SilentCell>? = nil,
    heldUntil: PartialDate? = nil
  ) {
    guard let newest = positions.first else { return nil }
    self.party = party
    self.positions = positions
    self.newest = newest
    self.count = count
    self.silence = silence
    end = PackedDate(heldUntil)
  }
}

/// The standing of each party on each issue, by issue, then party.
///
/// Only pairs with a standing are kept, so it grows with the positions and not with issues times parties. A position whose
/// date begins after the build's day is never part of one.
package struct Standings: Sendable {
  private struct Entry {
    let party: ID<Party>
    let firstMember: Int32
    let count: Int32
    var silence: ID<SilentCell>?
  }

  private var starts: [Int32] = [0]
  /// One more than there are standings: the last one marks the end of the members.
  private var entries: [Entry] = []
  private var members: [ID<Position>] = []
  /// What stands of what editions remember, the newest first.
  private var remembered: [PartyOnIssue: [DatedStance]] = [:]
  /// The parties of the pairs of `remembered`, by issue, in the order of the graph.
  private var rememberedParties: [ID<Issue>: [ID<Party>]] = [:]
  /// Whether a position is one of `members`, by its index.
  private var isMember: [Bool] = []
  /// The days of the reports' dates, by report.
  private let reported: [DayInterval?]
  /// The time in which each party exists.
  let lifetimes: PartyLifetimes
  /// The build's day; positions that begin later are not current. nil: none is.
  let today: Int32?

  /// The last day that counts: the build's day as a day number; the last of all days without one.
  package var lastDay: Int32 { today ?? .max }

  /// No positions.
  static let none = Standings(
    Edges([]), issueCount: 0, partyCount: 0, positions: [], silentCells: [], reported: [],
    lifetimes: .none, today: nil)

  /// - Parameters:
  ///   - edges: the positions of each issue, newest first.
  ///   - partyCount: how many parties the graph has.
  ///   - silentCells: by report, then place.
  ///   - reported: the days of the reports' dates, by report.
  ///   - lifetimes: the time in which each party exists.
  ///   - today: the build's day as a day number.
  init(
    _ edges: Edges<Issue, Position>, issueCount: Int, partyCount: Int, positions: [Position],
    silentCells: [SilentCell], reported: [DayInterval?], lifetimes: PartyLifetimes, today: Int32?
  ) {
    self.reported = reported
    self.lifetimes = lifetimes
    self.today = today
    var groups = PartyGroups(partyCount: partyCount, today: today)
    starts.reserveCapacity(issueCount + 1)
    for issue in 0..<issueCount { add(edges[ID(issue)], of: positions, using: &groups) }
    end(partyCount: partyCount, positionCount: positions.count)
    for cell in silentCells { note(cell, silentCells, positions) }
  }

  /// Adds the standings on the next issue.
  private mutating func add(
    _ ids: ArraySlice<ID<Position>>, of positions: [Position], using groups: inout PartyGroups
  ) {
    groups.gather(ids, of: positions)
    for group in groups.sorted {
      guard let first = group.first else { continue }
      entries.append(Entry(party: group.party, firstMember: Int32(members.count), count: group.count))
      if group.others.isEmpty {
        members.append(first)
      } else {
        members += standing(of: [first] + group.others, among: positions)
      }
    }
    starts.append(Int32(entries.count))
  }

  /// Marks the end of the members.
  private mutating func end(partyCount: Int, positionCount: Int) {
    entries.append(Entry(party: ID(partyCount), firstMember: Int32(members.count), count: 0))
    markMembers(positionCount)
  }

  /// The standings after the positions and silent cells of a report were replaced.
  ///
  /// - Parameters:
  ///   - edges: the positions of each issue now.
  ///   - issues: those on which the report has or had positions or silent cells; all others keep their standings.
  ///   - positions: all positions now.
  ///   - cells: all silent cells now.
  func replacing(
    _ splice: ListSplice<Position>, _ silence: ListSplice<SilentCell>, on issues: Set<ID<Issue>>,
    _ edges: Edges<Issue, Position>, _ positions: [Position], _ cells: [SilentCell]
  ) -> Standings {
    var next = self
    (next.starts, next.entries, next.members) = ([0], [], [])
    next.entries.reserveCapacity(entries.count + splice.count)
    next.members.reserveCapacity(members.count + splice.count)
    let partyCount = entries.last?.party.index ?? 0
    var groups = PartyGroups(partyCount: partyCount, today: today)
    for issue in 0..<(starts.count - 1) {
      if issues.contains(ID(issue)) {
        next.add(edges[ID(issue)], of: positions, using: &groups)
      } else {
        next.add(Int(starts[issue])..<Int(starts[issue + 1]), of: self, splice, silence)
      }
    }
    next.end(partyCount: partyCount, positionCount: positions.count)
    for cell in cells where issues.contains(cell.issue) { next.note(cell, cells, positions) }
    return next
  }

  /// Adds the standings on the next issue, which are the same as in `other`.
  private mutating func add(
    _ places: Range<Int>, of other: Standings, _ splice: ListSplice<Position>,
    _ silence: ListSplice<SilentCell>
  ) {
    for place in places {
      let entry = other.entries[place]
      entries.append(
        Entry(
          party: entry.party, firstMember: Int32(members.count), count: entry.count,
          silence: entry.silence.flatMap(silence.moved)))
      for member in Int(entry.firstMember)..<Int(other.entries[place + 1].firstMember) {
        if let id = splice.moved(other.members[member]) { members.append(id) }
      }
    }
    starts.append(Int32(entries.count))
  }

  /// Remembers a silent cell if it is newer than all of its pair's standing and than what is remembered.
  private mutating func note(_ cell: SilentCell, _ cells: [SilentCell], _ positions: [Position]) {
    guard let place = place(of: cell.party, on: cell.issue) else { return }
    let dates = RecordedDates(held: cell.interval, reported: reported[cell.report.index])
    if let today, let held = cell.interval, held.first > today { return }
    let ids = members[Int(entries[place].firstMember)..<Int(entries[place + 1].firstMember)]
    guard ids.allSatisfy({ dates.supersedes(self.dates(of: positions[$0.index])) }) else { return }
    if let known = entries[place].silence.map({ cells[$0.index] }) {
      let other = RecordedDates(held: known.interval, reported: reported[known.report.index])
      if other.supersedes(dates) { return }
    }
    entries[place].silence = cell.id
  }

  /// Those of `ids`, positions of one party on one issue, that none of the others supersedes, in the order of `ids`.
  func standing(of ids: some Collection<ID<Position>>, among positions: [Position]) -> [ID<Position>] {
    let ids = Array(ids)
    if ids.count == 1 { return ids }
    return RecordedDates.standing(of: ids.map { dates(of: positions[$0.index]) }).map { ids[$0] }
  }

  /// The standing of a party on an issue by the end of a day.
  ///
  /// - Parameters:
  ///   - ids: the positions on the issue, newest first.
  ///   - day: positions whose dates begin later are left out; nil: none is.
  func standing(
    of party: ID<Party>, in ids: ArraySlice<ID<Position>>, among positions: [Position], until day: Int32?
  ) -> [ID<Position>] {
    var open: [ID<Position>] = []
    var newest: Int32?
    for id in ids {
      let position = positions[id.index]
      let held = position.interval
      // No date means more days than a year has, so the rest ends before the newest begins.
      if let newest, held.map({ $0.first < newest - 366 }) ?? true { break }
      guard position.party == party, isPossible(position) else { continue }
      if let day, let held, held.first > day { continue }
      if newest == nil { newest = held?.first }
      open.append(id)
    }
    return standing(of: open, among: positions)
  }

  /// Whether a position may be current: its date does not begin after the build's day.
  func isPossible(_ position: Position) -> Bool {
    guard let today, let held = position.interval else { return true }
    return held.first <= today
  }

  func dates(of position: Position) -> RecordedDates {
    RecordedDates(held: position.interval, reported: reported[position.report.index])
  }

  /// The standings on `issue`, by party; a row of the matrix.
  package subscript(issue: ID<Issue>) -> Row {
    Row(
      standings: self,
      range: Int(starts[issue.index])..<Int(starts[issue.index + 1]))
  }

  /// What `party` holds on `issue`; nil: nothing.
  package subscript(issue: ID<Issue>, party: ID<Party>) -> Standing? {
    place(of: party, on: issue).flatMap { self[$0] }
  }

  /// Whether a position is part of its party's standing on its issue.
  package func contains(_ position: Position) -> Bool {
    isMember[position.id.index]
  }

  private func place(of party: ID<Party>, on issue: ID<Issue>) -> Int? {
    var low = Int(starts[issue.index])
    let end = Int(starts[issue.index + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].party < party { low = middle + 1 } else { high = middle }
    }
    return low < end && entries[low].party == party ? low : nil
  }

  fileprivate subscript(place: Int) -> Standing? {
    Standing(
      party: entries[place].party,
      positions: members[Int(entries[place].firstMember)..<Int(entries[place + 1].firstMember)],
      count: Int(entries[place].count), silence: entries[place].silence,
      heldUntil: lifetimes.end(of: entries[place].party))
  }
}

extension Standings {
  /// The same with what editions remember.
  func remembering(_ pairs: [RememberedStanding]) -> Standings {
    let present = Dictionary(
      pairs.map { (PartyOnIssue($0.party, on: $0.issue), Set($0.present)) }
    ) { first, _ in first }
    var next = self
    (next.starts, next.entries, next.members) = ([0], [], [])
    for issue in 0..<(starts.count - 1) {
      for place in Int(starts[issue])..<Int(starts[issue + 1]) {
        next.add(
          entries[place], in: self, present[PartyOnIssue(entries[place].party, on: ID(issue))], place)
      }
      next.starts.append(Int32(next.entries.count))
    }
    if let last = entries.last {
      next.entries.append(Entry(party: last.party, firstMember: Int32(next.members.count), count: 0))
    }
    next.markMembers(isMember.count)
    next.remembered = [:]
    for pair in pairs where !pair.stances.isEmpty {
      next.remembered[PartyOnIssue(pair.party, on: pair.issue)] = pair.stances
    }
    next.rememberedParties = Dictionary(grouping: next.remembered.keys, by: \.issue)
      .mapValues { $0.map(\.party).sorted() }
    return next
  }

  /// - Parameter count: the number of all positions.
  private mutating func markMembers(_ count: Int) {
    isMember = Array(repeating: false, count: count)
    for member in members { isMember[member.index] = true }
  }

  /// Adds the entry at a place of `other`, unless none of its positions is left.
  ///
  /// - Parameter left: the positions that are still part of the standing; nil: all.
  private mutating func add(
    _ entry: Entry, in other: Standings, _ left: Set<ID<Position>>?, _ place: Int
  ) {
    let all = other.members[Int(entry.firstMember)..<Int(other.entries[place + 1].firstMember)]
    let kept = left.map { left in all.filter(left.contains)[...] } ?? all
    if kept.isEmpty { return }
    entries.append(
      Entry(
        party: entry.party, firstMember: Int32(members.count), count: entry.count, silence: entry.silence))
    members += kept
  }

  /// What stands of what editions remember of a party on an issue, the newest first.
  package func remembered(on issue: ID<Issue>, of party: ID<Party>) -> [DatedStance] {
    remembered.isEmpty ? [] : remembered[PartyOnIssue(party, on: issue)] ?? []
  }

  /// The parties of which something stands on an issue that only editions remember, in the order of the graph.
  package func rememberedParties(on issue: ID<Issue>) -> [ID<Party>] { rememberedParties[issue] ?? [] }

  /// Whether a party holds anything on an issue, in the site or as editions remember it.
  package func isHeld(_ issue: ID<Issue>) -> Bool {
    !self[issue].isEmpty || rememberedParties[issue] != nil
  }

  /// The standings on one issue, by party.
  package struct Row: Sequence, Sendable {
    fileprivate let standings: Standings
    fileprivate let range: Range<Int>

    package var isEmpty: Bool { range.isEmpty }
    package var count: Int { range.count }

    package func makeIterator() -> Iterator { Iterator(row: self, place: range.lowerBound) }
  }

  package struct Iterator: IteratorProtocol {
    fileprivate let row: Row
    fileprivate var place: Int

    package mutating func next() -> Standing? {
      guard place < row.range.upperBound else { return nil }
      defer { place += 1 }
      return row.standings[place]
    }
  }
}

/// The positions on one issue by party, with those that can be part of a standing. Used again for every issue.
private struct PartyGroups {
  struct Group {
    let party: ID<Party>
    /// The first day of the newest dated position; nil: none is dated.
    let newest: Int32?
    /// The first position that may be current; nil: none may.
    let first: ID<Position>?
    /// Others that do not end before `newest`.
    var others: [ID<Position>] = []
    var count: Int32
  }

  private let today: Int32?
  private var groups: [Group] = []
  /// The place of a party's group; −1: it has none.
  private var places: [Int32]

  init(partyCount: Int, today: Int32?) {
    places = [Int32](repeating: -1, count: partyCount)
    self.today = today
  }

  /// - Parameter ids: newest first, so that the first of a group begins last.
  mutating func gather(_ ids: ArraySlice<ID<Position>>, of positions: [Position]) {
    for group in groups { places[group.party.index] = -1 }
    groups.removeAll(keepingCapacity: true)
    for id in ids { add(positions[id.index]) }
  }

  private mutating func add(_ position: Position) {
    let held = position.interval
    let isFuture = if let today, let held { held.first > today } else { false }
    let place = Int(places[position.party.index])
    guard place >= 0, groups[place].first != nil else {
      let before = place >= 0 ? groups[place].count : 0
      let group = Group(
        party: position.party, newest: held?.first, first: isFuture ? nil : position.id, count: before + 1)
      if place >= 0 {
        groups[place] = group
        return
      }
      places[position.party.index] = Int32(groups.count)
      return groups.append(group)
    }
    groups[place].count += 1
    guard let newest = groups[place].newest else { return groups[place].others.append(position.id) }
    if let held, held.last >= newest { groups[place].others.append(position.id) }
  }

  var sorted: [Group] { groups.sorted { $0.party < $1.party } }
}
