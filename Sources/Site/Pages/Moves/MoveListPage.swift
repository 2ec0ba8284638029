import Content
import Editions
import Graph

/// The list of all moves, or of the newest ones if years have their own pages.
struct MoveListPage: SitePage {
  static let definition = PageDefinition(
    "moves", "the list of moves",
    fields: [
      .text(.list, "The path to the list of moves, on the page of a year; absent on the list itself."),
      .html(.contents, "Links to the years; absent if there is only one."),
      .html(
        .moves,
        "Moves by year, newest first: all of them, or the newest ones if each year has its own page; on the page of a year, the moves of that year."
      ),
      .html(
        .partyOptions,
        "The parties of all moves, as options of a list; absent if all moves are on one page, where a script finds them."
      ),
      .html(.issueOptions, "Their issues, in the same way."),
      .html(.directionOptions, "Their directions, in the same way."),
      .text(.movesFeed, "The address of the feed of moves; absent without one."),
    ], texts: StringKey.moveTexts, picture: .changes, isSearched: true, switch: .moves, address: "moves",
    menu: MenuPlace(.moves, in: .changes), takesAuthoredText: true)

  static func pages(of site: SiteLayout) -> [any SitePage] {
    if site.moves.entries.isEmpty { return [] }
    let years = site.moves.years.havePages ? site.moves.years.years : []
    return [MoveListPage()] + years.map { MoveYearPage(year: $0.key) as any SitePage }
  }

  func address(in site: SiteLayout) -> String { Self.address }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.moves.entries.first?.date.firstDay }

  func anchors(_ site: PageRenderer) -> Set<String> {
    site.anchorsOfAuthoredText(at: Self.address).union(site.layout.moves.years.anchors)
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let moves = site.layout.moves
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.moves))
    let page = draft.page
    draft.useMatrixStylesheet()
    draft.facets { _ in SearchFacets(kind: .moves, dates: moves.entries.map(\.date)) }
    if moves.years.years.count > 1 {
      draft.html(.contents) { moves.years.writeContents(on: page, into: &$0) }
    }
    let writer = MoveWriter(page: page, record: site.layout.record)
    draft.html(.moves) { output in
      moves.years.write(on: page, into: &output) { writer.list($0, into: &$1) }
    }
    draft.moveOptions(moves)
    if moves.hasFeed(site.settings) { draft.text(.movesFeed, page.root + DataFile.movesFeed.path) }
    return draft.values
  }
}

/// The moves of one year, if the list of all moves is too long.
struct MoveYearPage: SitePage {
  static var definition: PageDefinition { MoveListPage.definition }

  let year: YearKey

  static func pages(of site: SiteLayout) -> [any SitePage] { [] }

  func address(in site: SiteLayout) -> String { site.moves.years.address(of: year) }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    site.moves.years.elements(of: year).first?.date.firstDay
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let years = site.layout.moves.years
    var draft = years.draft(of: year, Self.definition, site)
    let page = draft.page
    draft.useMatrixStylesheet()
    draft.text(.list, page.path(to: MoveListPage.address))
    let writer = MoveWriter(page: page, record: site.layout.record)
    draft.html(.moves) { writer.list(years.elements(of: year), into: &$0) }
    draft.moveOptions(site.layout.moves)
    return draft.values
  }
}

extension PageDraft {
  /// Sets what a filter offers if the moves are on several pages.
  fileprivate mutating func moveOptions(_ moves: SiteMoves) {
    guard moves.years.havePages else { return }
    let site = page.site
    let subjects = moves.entries.map(\.subject)
    html(.partyOptions) { output in
      for party in Set(subjects.map(\.party)).sorted() {
        output.option(site.partySlugs[party.index], site.partyNames[party.index])
      }
    }
    html(.issueOptions) { output in
      for issue in Set(subjects.map(\.issue)).sorted() {
        output.option(site.issueSlugs[issue.index], site.issueNames[issue.index])
      }
    }
    html(.directionOptions) { output in
      for word in Set(moves.entries.map(\.word)).sorted(by: { $0.name < $1.name }) {
        output.markup("<option value=\"\(word.name)\">")
        site.words.write(word.label, into: &output)
        output.raw("</option>")
      }
    }
  }
}

extension HTML {
  /// Writes a choice of a list.
  fileprivate mutating func option(_ value: HTML.Slice, _ name: HTML.Slice) {
    raw("<option value=\"")
    append(contentsOf: value)
    raw("\">")
    append(contentsOf: name)
    raw("</option>")
  }
}

/// What the list of moves tells: a move, or that a party differs from the one that it follows in office.
enum MoveListEntry: Sendable {
  case move(Move)
  /// A move of neither party.
  case government(GovernmentChange, date: PartialDate)

  /// What happened: the word by which scripts filter entries, and that which readers see.
  struct Word: Hashable {
    let name: String
    let label: StringKey
  }

  var word: Word {
    switch self {
    case .move(let move): Word(name: move.direction.rawValue, label: move.direction.label)
    case .government: Word(name: "government", label: .governmentChange)
    }
  }

  var date: PartialDate {
    switch self {
    case .move(let move): move.date
    case .government(_, let date): date
    }
  }

  /// Whose move it is, and on what.
  var subject: (party: ID<Party>, issue: ID<Issue>) {
    switch self {
    case .move(let move): (move.party, move.issue)
    case .government(let change, _): (change.succession.successor, change.issue)
    }
  }
}

/// The moves of the site: all of them, by year, by report and by party.
struct SiteMoves: Sendable {
  let list: MoveList
  /// The moves and the changes of government to another stance, the newest first.
  let entries: [MoveListEntry]
  let years: YearSections<MoveListEntry>
  let ofReport: [ID<ReportEntry>: [Move]]
  private let ofParty: [ID<Party>: [Move]]
  private let ofIssue: [ID<Issue>: [Move]]

  init(_ list: MoveList, in record: RecordHistory) {
    let graph = record.graph
    self.list = list
    ofReport = list.byReport(in: record)
    ofParty = Dictionary(grouping: list.moves, by: \.party)
    ofIssue = Dictionary(grouping: list.moves, by: \.issue)
    entries = Self.entries(list, in: record)
    years = YearSections(
      entries, at: MoveListPage.address, named: .moves, year: { $0.date.year },
      areTaken: { addresses in graph.pages.contains { addresses.contains($0.address) } })
  }

  private static func entries(_ list: MoveList, in record: RecordHistory) -> [MoveListEntry] {
    let graph = record.graph
    let moves = list.moves.map(MoveListEntry.move)
    guard graph.settings.pageKinds[.moves] else { return moves }
    let changes = graph.issues.flatMap { record.governmentChanges(on: $0.id) }.compactMap { change in
      change.difference == .otherStance
        ? change.after.lazy.compactMap(record.date).first.map {
          MoveListEntry.government(change, date: $0)
        } : nil
    }
    if changes.isEmpty { return moves }
    return (moves + changes).enumerated().sorted { left, right in
      let (one, other) = (left.element.date.lastDayNumber, right.element.date.lastDayNumber)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Whether the lists of moves have the same addresses.
  func hasSamePages(as other: SiteMoves) -> Bool {
    entries.isEmpty == other.entries.isEmpty && years.havePages == other.years.havePages
      && (!years.havePages || years.years.map(\.key) == other.years.years.map(\.key))
  }

  /// The newest first.
  func moves(of party: ID<Party>) -> [Move] { ofParty[party] ?? [] }

  /// The direction of the move that each position on an issue shows.
  func directions(on issue: ID<Issue>) -> [RecordedPosition: StanceDirection] {
    var directions: [RecordedPosition: StanceDirection] = [:]
    for move in ofIssue[issue] ?? [] {
      for position in move.added { directions[position] = move.direction }
    }
    return directions
  }

  /// Whether there is a feed, which needs full addresses and at least one move.
  func hasFeed(_ settings: SiteSettings) -> Bool {
    settings.baseURL != nil && settings.pageKinds[.feeds] && !list.moves.isEmpty
  }
}

extension PageSwitch {
  static let moves = PageSwitch(
    "moves",
    "the list of moves, its feed, and the moves on the pages of reports and parties and on the home page")
}

extension TemplateName {
  static let moves = TemplateName("moves")
  static let movesFeed = TemplateName("moves-feed")
  static let partyOptions = TemplateName("party-options")
  static let issueOptions = TemplateName("issue-options")
  static let directionOptions = TemplateName("direction-options")
}
