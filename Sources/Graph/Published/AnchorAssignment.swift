import Content

/// Decides the numbers of the positions that a party has on an issue in a report, and with them their anchors: a cell that was
/// published keeps its anchor, and an anchor that was used is never given to another one.
struct AnchorAssignment {
  /// The positions’ numbers, in their order.
  private(set) var ordinals: [Int]
  /// The names that each of them was published under, besides those that it has now.
  private(set) var former: [[PublishedNames]]
  /// Published cells that are none of the positions.
  private(set) var left: [AnchorLedger.Cell] = []

  /// - Parameters:
  ///   - dates: those of the positions, in the order of the report.
  ///   - published: the cells that the pair had.
  ///   - lastSeen: the number of the last state that has the report.
  ///   - taken: the numbers under which cells of other pairs were published with the same slugs.
  ///   - names: the slugs that the report, the issue and the party have now.
  ///   - state: what a position says.
  init(
    _ dates: [CellState.Dates], published: [AnchorLedger.Cell], lastSeen: Int, taken: Set<Int>,
    names: (report: String, issue: String, party: String), state: (Int) -> CellState
  ) {
    ordinals = dates.map { _ in 0 }
    former = dates.map { _ in [] }
    let matches = Self.matches(dates, published, lastSeen: lastSeen, state: state)
    let isOwn = { (published: PublishedNames) in
      published.issue == names.issue && published.party == names.party
    }
    var used = taken.union(published.flatMap { $0.names.filter(isOwn).map(\.ordinal) })
    for (place, match) in matches.enumerated() {
      if let own = match.flatMap({ published[$0].names.last(where: isOwn) }) { ordinals[place] = own.ordinal }
    }
    var next = 1
    for place in ordinals.indices where ordinals[place] == 0 {
      while !used.insert(next).inserted { next += 1 }
      ordinals[place] = next
    }
    for (place, match) in matches.enumerated() {
      guard let match else { continue }
      let now = PublishedNames(
        report: names.report, issue: names.issue, party: names.party, ordinal: ordinals[place])
      former[place] = published[match].names.filter { $0 != now }
    }
    let kept = Set(matches.compactMap(\.self))
    left = published.indices.filter { !kept.contains($0) }.map { published[$0] }
  }

  /// The published cell that each position is; nil: it is a new one.
  private static func matches(
    _ dates: [CellState.Dates], _ published: [AnchorLedger.Cell], lastSeen: Int, state: (Int) -> CellState
  ) -> [Int?] {
    let live = published.indices.filter { published[$0].lastSeen == lastSeen }
    var matches = returned(dates.count, published, live: live, state: state)
    let open = matches.indices.filter { matches[$0] == nil }
    let isSingle = open.count == 1 && live.count == 1
    let states = isSingle ? [] : open.map(state)
    let pairs =
      isSingle
      ? [(before: 0, after: 0)]
      : CellPairs(live.map { published[$0].state }, states).pairs.compactMap { pair in
        pair.before.flatMap { before in pair.after.map { (before: before, after: $0) } }
      }
    for (before, after) in pairs
    where !dates[open[after]].isNewer(than: published[live[before]].state.dates.days) {
      matches[open[after]] = live[before]
    }
    return matches
  }

  /// The matches of positions that are as a cell was before a newer one took its place, and as none is that was published last.
  private static func returned(
    _ count: Int, _ published: [AnchorLedger.Cell], live: [Int], state: (Int) -> CellState
  ) -> [Int?] {
    var matches = [Int?](repeating: nil, count: count)
    if live.count == published.count { return matches }
    let last = Set(live.map { published[$0].state })
    var open = Dictionary(grouping: published.indices) { published[$0].state }
    for place in matches.indices {
      let state = state(place)
      if !last.contains(state) { matches[place] = open[state]?.popLast() }
    }
    return matches
  }
}

extension FileLinker {
  /// Gives the positions of a report that was published before the anchors that they had.
  mutating func keepPublishedAnchors() {
    guard let published = site.shared.ledger.reports[index] else { return }
    let foreign = published.foreignOrdinals { slugs(ofPair: $0) }
    func taken(_ key: UInt64) -> Set<Int> {
      if foreign.isEmpty { return [] }
      let (issue, party) = slugs(ofPair: key)
      return foreign[[issue, party]] ?? []
    }
    var positions: [UInt64: [Int]] = [:]
    for (place, position) in linked.positions.enumerated() {
      let key = AnchorLedger.key(position.issue.index, position.party.index)
      if published.cells[key] != nil || !taken(key).isEmpty { positions[key, default: []].append(place) }
    }
    let others = positions.filter { published.cells[$0.key] == nil }
    let silence = Dictionary(grouping: linked.silentCells) {
      AnchorLedger.key($0.issue.index, $0.party.index)
    }
    for (key, cells) in published.cells {
      keepAnchors(
        ofPair: key, at: positions[key] ?? [], silence[key] ?? [], cells, lastSeen: published.lastSeen,
        taken: taken(key))
    }
    for (key, places) in others {
      keepAnchors(
        ofPair: key, at: places, silence[key] ?? [], [], lastSeen: published.lastSeen, taken: taken(key))
    }
  }

  /// Gives the positions of a report with old addresses the names that they had there, so that the anchors on the pages of issues
  /// and parties that contain its name still lead to them. What published states know of an old address comes first.
  mutating func keepAnchorsOfOldAddresses() {
    let old = header.matter.redirects.oldAddresses.filter { $0.hasPrefix("reports/") }
    if old.isEmpty || linked.positions.isEmpty { return }
    let known = site.shared.ledger.reports[index]?.slugs ?? []
    for address in Set(old).sorted() {
      let slug = String(address.dropFirst("reports/".count))
      let isOwn = site.shared.addresses.destination(of: address) == destination
      if isOwn, !slug.isEmpty, !known.contains(slug) { keepNames(underOldSlug: slug) }
    }
  }

  private mutating func keepNames(underOldSlug slug: String) {
    for (place, position) in linked.positions.enumerated() {
      let names = PublishedNames(
        report: slug, issue: site.issues.members[position.issue.index].slug,
        party: site.parties.members[position.party.index].slug, ordinal: position.ordinal)
      linked.formerNames.ofPositions[place, default: []].append(names)
    }
  }

  /// The slugs of an issue and a party; see `AnchorLedger.key`.
  private func slugs(ofPair key: UInt64) -> (issue: String, party: String) {
    let (issue, party) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
    return (site.issues.members[issue].slug, site.parties.members[party].slug)
  }

  /// - Parameters:
  ///   - places: of the positions of the pair, ascending.
  ///   - silence: the silent cells of the pair.
  ///   - cells: those that were published.
  ///   - taken: numbers that cells of other pairs have; see `AnchorLedger.Report.foreignOrdinals`.
  private mutating func keepAnchors(
    ofPair key: UInt64, at places: [Int], _ silence: [SilentCell], _ cells: [AnchorLedger.Cell],
    lastSeen: Int, taken: Set<Int>
  ) {
    let slugs = slugs(ofPair: key)
    let positions = places.map { linked.positions[$0] }
    let assignment = AnchorAssignment(
      positions.map(\.dates), published: cells, lastSeen: lastSeen, taken: taken,
      names: (header.slug, slugs.issue, slugs.party)
    ) { [document] place in
      CellState(
        text: document.words(ofCell: positions[place].cell), stance: positions[place].stance,
        dates: positions[place].dates)
    }
    for (number, place) in places.enumerated() {
      linked.positions[place] = positions[number].numbered(assignment.ordinals[number])
      let former = assignment.former[number]
      if !former.isEmpty { linked.formerNames.ofPositions[place] = former }
    }
    if !assignment.left.isEmpty {
      keepNames(of: assignment.left, at: places, silence)
    }
  }

  /// Published cells that the report no longer has: newer ones took their places, an edit made them silent, or the newer date
  /// of what took their place was taken back.
  ///
  /// - Parameters:
  ///   - places: of the positions of the pair.
  ///   - silence: its silent cells.
  private mutating func keepNames(
    of left: [AnchorLedger.Cell], at places: [Int], _ silence: [SilentCell]
  ) {
    let dates = places.map { linked.positions[$0].dates } + silence.map(\.dating.ofCell)
    for cell in left {
      if dates.contains(where: { $0.isNewer(than: cell.state.dates.days) }) {
        linked.formerNames.ofReplaced[ID(index), default: []] += cell.names
      } else if let silent = silence.first {
        linked.formerNames.ofSilentCells[silent.id.index, default: []] += cell.names
      } else if cell.isReplaced, let place = places.last {
        linked.formerNames.ofPositions[place, default: []] += cell.names
      }
    }
  }
}
