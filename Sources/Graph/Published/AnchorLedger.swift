import Content

/// Which cell of a report was published under which names, by the reports, issues and parties that the site has now.
///
/// The cells of each published state are matched with those of the state before, so that a cell that was renamed or corrected
/// is still the same one, and a newer one in its place is not.
struct AnchorLedger: Sendable {
  /// A cell that was published.
  struct Cell: Sendable {
    /// As it was published last.
    var state: CellState
    /// All names that it was published under, the newest last. No other cell of the report has them.
    var names: [PublishedNames]
    /// The number of the last state that has it.
    var lastSeen: Int
    /// Whether a newer cell took its place in a later state.
    var isReplaced = false
  }

  /// The published cells of one report.
  struct Report: Sendable {
    /// By issue and party, as `Self.key` gives them.
    fileprivate(set) var cells: [UInt64: [Cell]] = [:]
    /// The number of the last state that has the report.
    fileprivate(set) var lastSeen = 0

    /// The slugs that the report had when its cells were published.
    var slugs: Set<String> {
      Set(cells.values.lazy.flatMap { $0.lazy.flatMap { $0.names.lazy.map(\.report) } })
    }

    /// The numbers in names that cells of other pairs were published under, by the slugs of the issue and the party: after
    /// names were merged or swapped.
    func foreignOrdinals(_ slugs: (UInt64) -> (issue: String, party: String)) -> [[String]: Set<Int>] {
      var ordinals: [[String]: Set<Int>] = [:]
      for (key, cells) in cells {
        let own = slugs(key)
        for name in cells.lazy.flatMap(\.names) where name.issue != own.issue || name.party != own.party {
          ordinals[[name.issue, name.party], default: []].insert(name.ordinal)
        }
      }
      return ordinals
    }
  }

  private(set) var reports: [Int: Report] = [:]
  private(set) var former = FormerSlugs()

  /// - Parameter states: the oldest first.
  init(_ states: [PublishedState], site: SubjectLookup) {
    for (number, state) in states.enumerated() { add(state, number, site) }
  }

  private mutating func add(_ state: PublishedState, _ number: Int, _ site: SubjectLookup) {
    let reports = state.reports.map { site.report($0) }
    let issues = site.issues(state.issues)
    let parties = site.parties(state.parties)
    for report in reports { if let report { self.reports[report, default: Report()].lastSeen = number } }
    Self.note(state.reports.map(\.slug), reports, site.slug(ofReport:), in: &former.reports)
    Self.note(state.issues.map(\.slug), issues, site.slug(ofIssue:), in: &former.issues)
    Self.note(state.parties.map(\.slug), parties, site.slug(ofParty:), in: &former.parties)
    var cells: [Int: [UInt64: [(names: PublishedNames, state: CellState)]]] = [:]
    for cell in state.cells {
      guard let report = reports[cell.report], let issue = issues[cell.issue],
        let party = parties[cell.party]
      else { continue }
      let names = PublishedNames(
        report: state.reports[cell.report].slug, issue: state.issues[cell.issue].slug,
        party: state.parties[cell.party].slug, ordinal: cell.ordinal)
      cells[report, default: [:]][Self.key(issue, party), default: []].append((names, cell.state))
    }
    for (report, pairs) in cells {
      for (pair, cells) in pairs {
        Self.record(cells, in: &self.reports[report, default: Report()].cells[pair, default: []], number)
      }
    }
  }

  /// Notes the slugs that are no longer those of their pages, sorted.
  ///
  /// - Parameter pages: the index of each page now; nil: the site no longer has it.
  private static func note(
    _ slugs: [String], _ pages: [Int?], _ current: (Int) -> String, in former: inout [Int: [String]]
  ) {
    for (slug, page) in zip(slugs, pages) {
      guard let page, current(page) != slug, !(former[page]?.contains(slug) ?? false) else { continue }
      former[page, default: []].append(slug)
      former[page]?.sort()
    }
  }

  /// The key of an issue and a party, by their indices.
  static func key(_ issue: Int, _ party: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: issue)) << 32 | UInt64(UInt32(truncatingIfNeeded: party))
  }

  /// Adds the cells that one state has for a pair to those that are known.
  private static func record(
    _ cells: [(names: PublishedNames, state: CellState)], in known: inout [Cell], _ number: Int
  ) {
    if cells.count == 1, known.count == 1, known[0].state == cells[0].state,
      known[0].names.last == cells[0].names
    {
      known[0].lastSeen = number
      return
    }
    let newest = known.map(\.lastSeen).max()
    let live = known.indices.filter { known[$0].lastSeen == newest }
    var owners: [PublishedNames: Int] = [:]
    for (index, cell) in known.enumerated() {
      for names in cell.names { owners[names] = index }
    }
    for pair in CellPairs(live.map { known[$0].state }, cells.map(\.state)).pairs {
      guard let place = pair.after else { continue }
      let cell = cells[place]
      if let owner = owners[cell.names] { known[owner].names.removeAll { $0 == cell.names } }
      if let old = pair.before.map({ live[$0] }),
        !cell.state.dates.isNewer(than: known[old].state.dates.days)
      {
        known[old].state = cell.state
        known[old].names.append(cell.names)
        known[old].lastSeen = number
        owners[cell.names] = old
      } else {
        if let old = pair.before { known[live[old]].isReplaced = true }
        owners[cell.names] = known.count
        known.append(Cell(state: cell.state, names: [cell.names], lastSeen: number))
      }
    }
    known.removeAll(where: \.names.isEmpty)
  }
}

/// Finds the reports, issues and parties of published states among those that the site has now, by their index.
struct SubjectLookup {
  private let issues: NameRegistry
  private let parties: NameRegistry
  private let issueSlugs: [String: Int]
  private let partySlugs: [String: Int]
  private let reportSlugs: [String: Int]
  private let reportPaths: [String: Int]
  private let slugs: [String]
  private let addresses: AddressBook

  /// - Parameter reports: the headers of the site's reports, in order.
  init(reports: [FileHeader], issues: NameRegistry, parties: NameRegistry, addresses: AddressBook) {
    self.issues = issues
    self.parties = parties
    self.addresses = addresses
    slugs = reports.map(\.slug)
    let places = { (keys: [String]) in
      Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    reportSlugs = places(slugs)
    reportPaths = places(reports.map(\.path))
    issueSlugs = places(issues.members.map(\.slug))
    partySlugs = places(parties.members.map(\.slug))
  }

  func slug(ofReport index: Int) -> String { slugs[index] }
  func slug(ofIssue index: Int) -> String { issues.members[index].slug }
  func slug(ofParty index: Int) -> String { parties.members[index].slug }

  /// By its address, an old address that redirects from it, or the path of its file.
  func report(_ report: PublishedState.Report) -> Int? {
    if let index = reportSlugs[report.slug] { return index }
    if case .report(let index)? = addresses.destination(of: "reports/" + report.slug) { return index }
    return reportPaths[report.path]
  }

  func issues(_ subjects: [PublishedState.Subject]) -> [Int?] { Self.find(subjects, issues, issueSlugs) }

  func parties(_ subjects: [PublishedState.Subject]) -> [Int?] { Self.find(subjects, parties, partySlugs) }

  /// By its address, unless files exchanged their names; otherwise by one of its names.
  private static func find(
    _ subjects: [PublishedState.Subject], _ registry: NameRegistry, _ slugs: [String: Int]
  ) -> [Int?] {
    let swapped = SwappedNames(
      subjects.compactMap { subject in subject.names.first.map { (subject.slug, $0) } },
      registry.members.map { ($0.slug, $0.name) }
    ).slugs
    return subjects.map { subject in
      slugs[swapped[subject.slug] ?? subject.slug] ?? subject.names.lazy.compactMap(registry.find).first
    }
  }
}
