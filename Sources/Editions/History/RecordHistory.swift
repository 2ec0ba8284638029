import Content
import Diagnostics
import Graph
import Text

/// A position of the record: in the site now, or remembered by an edition.
package enum RecordedPosition: Sendable, Hashable {
  case present(ID<Position>)
  indirect case remembered(RememberedPosition)
}

/// All that was held, when: the positions of the site, and those that editions remember. One value answers since when a
/// party holds something, and who moved.
package struct RecordHistory: Sendable {
  /// The graph whose standings know what editions remember.
  package private(set) var graph: IssueGraph
  /// By issue and party; positions of issues and parties that the site no longer has are left out.
  private let memory: [PartyOnIssue: [RememberedPosition]]
  /// The parties of which editions remember positions on an issue, in the order of the graph.
  private let parties: [ID<Issue>: [ID<Party>]]
  /// The issues on which editions remember positions of a party, in the order of the graph.
  private let issues: [ID<Party>: [ID<Issue>]]
  /// The silent cells of pairs that editions remember positions of, without those that begin after the build's day.
  private var silentCells: [PartyOnIssue: [SilentCell]] = [:]
  /// The reports of the site by slug; empty if editions remember nothing.
  private let reports: [String: ID<ReportEntry>]
  /// The propositions of issues that had others before, by slug; empty if editions remember nothing.
  private let propositions: [String: Propositions]

  /// - Parameter memory: what editions remember; see `EditionArchive.memory`.
  package init(_ graph: IssueGraph, memory all: [RememberedPosition] = []) {
    self.graph = graph
    // What site.yml withdraws is not remembered either.
    let withdrawn = Set(graph.settings.withdrawn.map { $0.page + "/" + ($0.anchor.map { "#" + $0 } ?? "") })
    let memory = all.filter {
      !withdrawn.contains($0.position.address) && !withdrawn.contains("reports/\($0.position.report)/")
    }
    guard !memory.isEmpty else {
      (self.memory, parties, issues, reports, propositions) = ([:], [:], [:], [:], [:])
      return
    }
    propositions = graph.issues.reduce(into: [:]) { found, issue in
      if issue.propositions.hasHistory { found[issue.slug] = issue.propositions }
    }
    reports = Dictionary(graph.reports.map { ($0.slug, $0.id) }) { first, _ in first }
    let issues = Dictionary(graph.issues.map { ($0.slug, $0.id) }) { first, _ in first }
    let parties = Dictionary(graph.parties.map { ($0.slug, $0.id) }) { first, _ in first }
    var pairs: [PartyOnIssue: [RememberedPosition]] = [:]
    for remembered in memory {
      guard let issue = issues[remembered.position.issue], let party = parties[remembered.position.party]
      else {
        continue
      }
      pairs[PartyOnIssue(party, on: issue), default: []].append(remembered)
    }
    self.memory = pairs
    self.parties = Dictionary(grouping: pairs.keys, by: \.issue).mapValues { $0.map(\.party).sorted() }
    self.issues = Dictionary(grouping: pairs.keys, by: \.party).mapValues { $0.map(\.issue).sorted() }
    for cell in graph.silentCells where (cell.interval?.first ?? .min) <= graph.standings.lastDay {
      let pair = PartyOnIssue(cell.party, on: cell.issue)
      if self.memory[pair] != nil { silentCells[pair, default: []].append(cell) }
    }
    self.graph = graph.remembering(rememberedPairs.map { rememberedStanding($0.issue, $0.party) })
  }

  /// What the graph has to know of a pair that editions remember positions of.
  private func rememberedStanding(_ issue: ID<Issue>, _ party: ID<Party>) -> RememberedStanding {
    var (present, stances): ([ID<Position>], [DatedStance]) = ([], [])
    for recorded in standing(issue, party) {
      switch recorded {
      case .present(let id): present.append(id)
      case .remembered(let old):
        stances.append(DatedStance(stance: old.position.stance, interval: old.dates.held))
      }
    }
    return RememberedStanding(issue: issue, party: party, present: present, stances: stances)
  }

  /// What editions remember of a party on an issue, the newest first.
  package func remembered(on issue: ID<Issue>, of party: ID<Party>) -> [RememberedPosition] {
    if memory.isEmpty { return [] }
    return (memory[PartyOnIssue(party, on: issue)] ?? []).sorted {
      ($0.dates.held?.last ?? .min, $0.date, $0.position.text)
        > ($1.dates.held?.last ?? .min, $1.date, $1.position.text)
    }
  }

  /// The report of a position that editions remember; nil: the site no longer has it.
  package func report(of remembered: RememberedPosition) -> ID<ReportEntry>? {
    reports[remembered.position.report]
  }

  /// The positions that editions remember, by report; those of reports that the site no longer has are left out. Each list
  /// is by issue and party, then the newest first.
  package var rememberedOfReports:
    [ID<ReportEntry>: [(issue: ID<Issue>, party: ID<Party>, RememberedPosition)]]
  {
    var cells: [ID<ReportEntry>: [(issue: ID<Issue>, party: ID<Party>, RememberedPosition)]] = [:]
    for (issue, party) in rememberedPairs {
      for position in remembered(on: issue, of: party) {
        if let report = report(of: position) { cells[report, default: []].append((issue, party, position)) }
      }
    }
    return cells
  }

  /// The pairs that editions remember positions of.
  package var rememberedPairs: [(issue: ID<Issue>, party: ID<Party>)] {
    memory.keys.map { ($0.issue, $0.party) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// The parties of which editions remember positions on an issue, in the order of the graph.
  package func rememberedParties(on issue: ID<Issue>) -> [ID<Party>] { parties[issue] ?? [] }

  /// The issues on which editions remember positions of a party, in the order of the graph.
  package func rememberedIssues(of party: ID<Party>) -> [ID<Issue>] { issues[party] ?? [] }

  /// The history of a party on an issue.
  package func pair(_ issue: ID<Issue>, _ party: ID<Party>) -> PairHistory {
    pair(issue, party, graph.positions(of: party, on: issue))
  }

  /// - Parameter positions: all positions of the party on the issue.
  package func pair(
    _ issue: ID<Issue>, _ party: ID<Party>, _ positions: some Collection<ID<Position>>
  ) -> PairHistory {
    let present = positions.filter { !graph.isFuture($0) }.map(RecordedPosition.present)
    let all = present + remembered(on: issue, of: party).map(RecordedPosition.remembered)
    return PairHistory(
      issue: issue, party: party, positions: all,
      history: PositionHistory(all.map { entry(of: $0, on: issue) }))
  }

  private func entry(of recorded: RecordedPosition, on issue: ID<Issue>) -> HistoryEntry {
    switch recorded {
    case .present(let id): graph.historyEntry(id)
    case .remembered(let old):
      HistoryEntry(
        dates: old.dates, stance: old.position.stance, words: old.position.text,
        wording: meaning(of: recorded, on: issue))
    }
  }

  /// What a party holds on an issue now: of its positions in the site and of those that editions remember, those that no
  /// other one supersedes. A remembered one is among them if newer silence has replaced it in its cell. If a position that is
  /// withdrawn now has replaced it, or its report is gone, it is history: it still supersedes older ones, but does not stand.
  package func standing(_ issue: ID<Issue>, _ party: ID<Party>) -> [RecordedPosition] {
    // What the graph knows is all that there is.
    if !remembers(party, on: issue) {
      return graph.standings[issue, party].map { $0.positions.map(RecordedPosition.present) } ?? []
    }
    return newest(of: pair(issue, party)).filter { mayStand($0, on: issue, of: party) }
  }

  /// What a link to a party on an issue leads to: its positions in the report of the link, otherwise its standing at the end of
  /// that report's date. From other files and undated reports, that of today.
  package func standing(linkedBy link: StandingLink, in report: ID<ReportEntry>?) -> [RecordedPosition] {
    standing(link.issue, link.party, linkedFrom: report)
  }

  func standing(
    _ issue: ID<Issue>, _ party: ID<Party>, linkedFrom report: ID<ReportEntry>?
  ) -> [RecordedPosition] {
    guard let report else { return standing(issue, party) }
    let own = graph.positions(of: party, on: issue).filter { graph.positions[$0.index].report == report }
    if !own.isEmpty { return own.sorted().map(RecordedPosition.present) }
    return standing(issue, party, until: graph.reports[report.index].report.interval?.last)
  }

  /// What a party held on an issue at the end of a day; nil, and the build's day or a later one: what it holds now.
  private func standing(
    _ issue: ID<Issue>, _ party: ID<Party>, until day: Int32?
  ) -> [RecordedPosition] {
    guard let day, day < graph.standings.lastDay else { return standing(issue, party) }
    return newest(issue, party) { ($0?.first ?? .min) <= day }
  }

  /// What stands among the positions of a party on an issue whose days `isMeant` accepts (nil: undated): at the end of a time that
  /// is over, what was replaced since then, too.
  package func standing(
    _ issue: ID<Issue>, _ party: ID<Party>, where isMeant: (DayInterval?) -> Bool
  ) -> [RecordedPosition] {
    let now = standing(issue, party)
    let all = newest(issue, party, where: isMeant)
    return Set(all) == Set(newest(issue, party) { _ in true }) ? now : all
  }

  private func newest(
    _ issue: ID<Issue>, _ party: ID<Party>, where isMeant: (DayInterval?) -> Bool
  ) -> [RecordedPosition] {
    let present = graph.positions(of: party, on: issue).filter { !graph.isFuture($0) }
    let known = merged(Array(present), remembered(on: issue, of: party)).filter {
      isMeant(dates(of: $0).held)
    }
    return RecordedDates.standing(of: known.map(dates)).map { known[$0] }
  }

  /// Whether editions remember no position at all.
  var remembersNothing: Bool { memory.isEmpty }

  /// Whether editions remember positions of a party on an issue.
  package func remembers(_ party: ID<Party>, on issue: ID<Issue>) -> Bool {
    memory[PartyOnIssue(party, on: issue)] != nil
  }

  /// Those that no other position supersedes.
  private func newest(of pair: PairHistory) -> [RecordedPosition] {
    pair.history.standing(of: Array(pair.positions.indices)).map { pair.positions[$0] }
  }

  /// Whether a position is in the site, or its cell has been silent since.
  func mayStand(
    _ recorded: RecordedPosition, on issue: ID<Issue>, of party: ID<Party>
  ) -> Bool {
    guard case .remembered(let old) = recorded else { return true }
    guard let report = report(of: old) else { return false }
    return silentCells[PartyOnIssue(party, on: issue)]?.contains { $0.report == report } ?? false
  }

  /// The silent cell that begins last, of a party that holds only what editions remember; nil for all other parties.
  package func newestSilence(of party: ID<Party>, on issue: ID<Issue>) -> SilentCell? {
    silentCells[PartyOnIssue(party, on: issue)]?.max {
      ($0.interval?.first ?? .min) < ($1.interval?.first ?? .min)
    }
  }

  /// Those of what editions remember that no other position supersedes: only newer silence has replaced them in their cells.
  /// The newest first.
  package func rememberedStanding(_ issue: ID<Issue>, of party: ID<Party>) -> [RememberedPosition] {
    if graph.standings.remembered(on: issue, of: party).isEmpty { return [] }
    return standing(issue, party).compactMap { recorded in
      if case .remembered(let position) = recorded { position } else { nil }
    }
  }

  /// The status of a position of the site.
  package func status(of id: ID<Position>) -> PositionStatus {
    if graph.isFuture(id) { return .future }
    let position = graph.positions[id.index]
    guard graph.standings.contains(position) else { return .superseded }
    return graph.lifetimes.end(of: position.party) == nil ? .current : .heldUntil
  }

  /// The change that led to each position of a party on an issue, in the order of `positions`; see `IssueGraph.steps(of:)`.
  ///
  /// - Parameter positions: newest first, undated last.
  package func steps(of positions: [RecordedPosition], on issue: ID<Issue>) -> [RecordedStep?] {
    var steps = [RecordedStep?](repeating: nil, count: positions.count)
    let places = positions.indices.filter { place in
      if case .present(let id) = positions[place] { !graph.isFuture(id) } else { true }
    }
    if places.count < 2 { return steps }
    for shift in PositionHistory(places.map { entry(of: positions[$0], on: issue) }).shifts {
      let after = places[shift.after]
      steps[after] = RecordedStep(
        before: positions[places[shift.before]], after: positions[after], stance: shift.stance)
    }
    return steps
  }

  /// The proposition that a stance answers, as a number; see `HistoryEntry.wording`.
  package func meaning(of recorded: RecordedPosition, on issue: ID<Issue>) -> Int {
    switch recorded {
    case .present(let id): graph.meaning(of: id)
    case .remembered(let old): graph.issues[issue.index].propositions.meaning(on: old.dates.held)
    }
  }

  /// The sentence that a stance answers, in its wording at the time; nil: the issue has none.
  package func proposition(of recorded: RecordedPosition, on issue: ID<Issue>) -> String? {
    switch recorded {
    case .present(let id): graph.proposition(of: id)
    case .remembered(let old): graph.issues[issue.index].propositions.text(on: old.dates.held)
    }
  }

  /// The earlier sentence that a position answers; nil: it answers the present one.
  package func earlierProposition(of remembered: RememberedPosition) -> EarlierProposition? {
    propositions[remembered.position.issue]?.earlier(on: remembered.dates.held)
  }

  package func stance(of recorded: RecordedPosition) -> Stance? {
    switch recorded {
    case .present(let id): graph.positions[id.index].stance
    case .remembered(let remembered): remembered.position.stance
    }
  }

  package func date(of recorded: RecordedPosition) -> PartialDate? {
    switch recorded {
    case .present(let id): graph.positions[id.index].date
    case .remembered(let remembered): remembered.position.date
    }
  }

  /// The passages of a position that editions remember that are the party's own words; see `VerbatimPassages`.
  package func verbatim(of remembered: RememberedPosition) -> [String] {
    let header = report(of: remembered).map { graph.reports[$0.index].report.header }
    let language = header?.matter.language ?? graph.settings.language
    return VerbatimPassages(language: language).passages(in: remembered.position.text)
  }

  package func words(of recorded: RecordedPosition) -> String {
    switch recorded {
    case .present(let id): graph.text(of: id)
    case .remembered(let remembered): remembered.position.text
    }
  }
}

/// How a party's position on an issue changed from one date to the next, where one of the two may be remembered by an edition.
package struct RecordedStep: Sendable, Hashable {
  /// The newest position of the standing that `after` superseded.
  package let before: RecordedPosition
  package let after: RecordedPosition
  package let stance: PositionStep.StanceShift
}

/// What a party has held on an issue over time.
package struct PairHistory: Sendable {
  package let issue: ID<Issue>
  package let party: ID<Party>
  /// In the order of the entries of `history`.
  package let positions: [RecordedPosition]
  package let history: PositionHistory
}

/// How long a party has held a stance.
package struct HeldStance: Sendable, Hashable {
  package let stance: Stance
  /// The party has held it since then or longer: a month or a year means its end.
  package let since: PartialDate
  /// When it was last confirmed; nil: not on a later day.
  package let confirmed: PartialDate?
}

extension RecordHistory {
  /// Whether the present standing may have one stance. Most pairs of a site without stances need no more than this.
  private func mayHold(_ issue: ID<Issue>, _ party: ID<Party>) -> Bool {
    if !memory.isEmpty, memory[PartyOnIssue(party, on: issue)] != nil { return true }
    guard let standing = graph.standings[issue, party] else { return false }
    guard let first = standing.positions.first, let stance = graph.positions[first.index].stance else {
      return false
    }
    return standing.positions.dropFirst().allSatisfy { graph.positions[$0.index].stance == stance }
  }

  /// How long a party has held its present stance on an issue.
  ///
  /// - Returns: nil without a stance, with several of them, and without a date.
  package func held(_ issue: ID<Issue>, _ party: ID<Party>) -> HeldStance? {
    guard mayHold(issue, party) else { return nil }
    return held(issue, party, graph.positions(of: party, on: issue))
  }

  /// - Parameter positions: all positions of the party on the issue, newest first.
  package func held(
    _ issue: ID<Issue>, _ party: ID<Party>, _ positions: some Collection<ID<Position>>
  ) -> HeldStance? {
    guard mayHold(issue, party) else { return nil }
    let today = graph.standings.lastDay
    let pair = pair(issue, party, positions)
    guard newest(of: pair).allSatisfy({ mayStand($0, on: issue, of: party) }) else { return nil }
    guard let run = pair.history.run(until: today) else { return nil }
    let dates = run.places.compactMap { place -> (date: PartialDate, last: Int32)? in
      guard let held = pair.history.entries[place].dates.held, let date = date(of: pair.positions[place])
      else {
        return nil
      }
      // A date whose last days its report could not know of, or that lie ahead, is as exact as its last possible day.
      let last = min(held.last, today)
      let isWhole = Int(last) == date.lastDayNumber
      return (isWhole ? date : PartialDate(dayNumber: Int(last)), last)
    }
    guard let first = dates.min(by: { $0.last < $1.last }), let newest = dates.max(by: { $0.last < $1.last })
    else { return nil }
    return HeldStance(
      stance: run.stance, since: first.date, confirmed: newest.last > first.last ? newest.date : nil)
  }
}
