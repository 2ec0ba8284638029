import Content
import Editions
import Graph
import Text

/// The data that all pages share: the graph, and its names and addresses, escaped and ready to write.
final class SiteIndex: Sendable {
  let graph: IssueGraph
  /// The positions of the graph, and those that editions and the published site remember.
  let record: RecordHistory
  /// The editions that the site publishes; nil: it publishes none.
  let editions: EditionShelf?
  /// Those of the graph.
  let settings: SiteSettings
  /// Names of issues, escaped.
  let issueNames: HTMLTable
  /// Slugs of issues, escaped.
  let issueSlugs: HTMLTable
  /// Paths from the site's root to the pages of issues, escaped.
  let issuePaths: HTMLTable
  let partyNames: HTMLTable
  let partySlugs: HTMLTable
  let partyPaths: HTMLTable
  /// The hues of parties.
  let hues: PartyHues
  /// Titles of reports, escaped.
  let reportTitles: HTMLTable
  /// Slugs of reports, escaped.
  let reportSlugs: HTMLTable
  let reportPaths: HTMLTable
  /// Dates of reports as time elements; empty for undated ones.
  let reportDates: HTMLTable
  /// The same as text.
  let reportDays: HTMLTable
  /// The texts of the reports' documents, parts of which appear as positions on other pages.
  let texts: [[UInt8]]
  /// Whether the text of a report needs neither its language nor its direction named on pages in the site's language.
  let readsAsSite: [Bool]
  /// The issues that name an issue as broader.
  let narrower: Edges<Issue, Issue>
  /// Related issues, regardless of which names the other; without duplicates.
  let related: Edges<Issue, Issue>
  /// Parties that act for a party.
  let representatives: Edges<Party, Party>
  /// Parties that follow a party.
  let successors: Edges<Party, Party>
  /// Parties that are or were members of a party.
  let members: Edges<Party, Party>
  let tensionsOfReport: Edges<ReportEntry, Tension>
  /// Tensions with a position on the issue, newest report first.
  let tensionsOfIssue: Edges<Issue, Tension>
  /// Tensions with a position of the party, newest report first.
  let tensionsOfParty: Edges<Party, Tension>
  /// Which reports cover which issues; nil: pictures are switched off.
  let reportsOnIssues: IssueReports?
  /// Which reports link to which; nil: mentions are switched off.
  let reportLinks: ReportLinks?
  /// What the cells of reports held before.
  let earlierCells: EarlierCells
  /// Whether a cell has anchors besides the present one.
  let hasFormerAnchors: Bool
  /// What the same party held on the same issue before and after.
  let neighbours: RecordNeighbours
  /// Gaps and due reviews; nil: the site does not show them.
  let coverage: Coverage?
  /// The date of the build, from which ages are counted; nil: no ages are shown.
  let today: PartialDate?
  /// The path of the style sheet of matrices, below the site's root.
  let matrixSheet: String

  /// The writing direction of the site's language.
  let direction: WritingDirection
  /// The words of the interface.
  let words: LocalizedStrings
  /// What the cards of cells need.
  let cards: CardTexts

  /// - Parameters:
  ///   - record: the positions of the graph, and those that editions remember; nil: no edition does.
  ///   - editions: the editions that the site publishes; nil: it publishes none.
  ///   - cellRedirects: the old addresses of single cells; nil: those that `redirects:` gives.
  ///   - hues: those of the parties of the graph; nil: they are chosen here.
  init(
    _ graph: IssueGraph, words: LocalizedStrings, record: RecordHistory? = nil,
    editions: EditionShelf? = nil, cellRedirects: [CellRedirect]? = nil, hues: PartyHues? = nil,
    coverage: Coverage? = nil, today: PartialDate? = nil,
    matrixSheet: String = "assets/matrix.css"
  ) {
    let record = record ?? RecordHistory(graph)
    let graph = record.graph
    self.graph = graph
    self.record = record
    self.editions = editions
    earlierCells = EarlierCells(record, redirects: cellRedirects ?? graph.cellRedirects)
    hasFormerAnchors = graph.hasFormerNames || earlierCells.hasOldAnchors
    settings = graph.settings
    self.words = words
    cards = CardTexts(graph)
    direction = WritingDirection(language: graph.settings.language)
    self.coverage = coverage
    self.today = today
    self.matrixSheet = matrixSheet
    issueNames = Self.table(graph.issues) { $0.escaped($1.name) }
    issueSlugs = Self.table(graph.issues) { $0.escaped($1.slug) }
    let style = settings.addresses
    issuePaths = Self.table(graph.issues) { $0.escaped(style.way(to: $1.address)) }
    partyNames = Self.table(graph.parties) { $0.escaped($1.name) }
    partySlugs = Self.table(graph.parties) { $0.escaped($1.slug) }
    partyPaths = Self.table(graph.parties) { $0.escaped(style.way(to: $1.address)) }
    self.hues = hues ?? PartyHues(graph)
    let language = settings.language
    reportTitles = Self.table(graph.reports) { bytes, entry in
      let header = entry.report.header
      bytes.escaped(header.title, in: header.otherLanguage(than: language))
    }
    reportSlugs = Self.table(graph.reports) { $0.escaped($1.slug) }
    reportPaths = Self.table(graph.reports) { $0.escaped(style.way(to: $1.address)) }
    texts = graph.reports.map(\.report.header.document.text)
    readsAsSite = graph.reports.map { [settings, direction] in Self.readsAsSite($0, settings, direction) }
    reportDates = Self.table(graph.reports) { bytes, entry in
      if let date = entry.report.date { words.dates.time(date, into: &bytes) }
    }
    reportDays = Self.table(graph.reports) { bytes, entry in
      if let date = entry.report.date { words.dates.readable(date, into: &bytes) }
    }
    narrower = Self.reversed(graph.issues, \.broader)
    related = Self.related(graph.issues)
    representatives = Self.reversed(graph.parties) { $0.actsFor.map { [$0] } ?? [] }
    successors = Self.reversed(graph.parties) { $0.predecessor.map { [$0] } ?? [] }
    members = Self.reversed(graph.parties, \.blocs)
    var ofReport: [[ID<Tension>]] = Array(repeating: [], count: graph.reports.count)
    let tensions = record.tensions
    for tension in tensions { ofReport[tension.report.index].append(tension.id) }
    tensionsOfReport = Edges(ofReport)
    tensionsOfIssue = Self.edges(of: tensions, count: graph.issues.count, \.issue)
    tensionsOfParty = Self.edges(of: tensions, count: graph.parties.count, \.party)
    let kinds = graph.settings.pageKinds
    reportsOnIssues = kinds[.pictures] ? IssueReports(graph) : nil
    reportLinks = kinds[.mentions] ? ReportLinks(graph) : nil
    neighbours = RecordNeighbours(record)
  }

  /// The language of a file's text, if it is not the site's.
  func otherLanguage(of header: FileHeader) -> String? { header.otherLanguage(than: settings.language) }

  /// Whether one of `positions` has a stance, so that a page with them also shows the legend.
  func hasStance(in positions: some Sequence<ID<Position>>) -> Bool {
    positions.contains { graph.positions[$0.index].stance != nil }
  }

  /// `other` for a layout whose graph differs from that of `other` by `change`.
  init(_ other: SiteIndex, _ layout: SiteLayout, after change: GraphChange) {
    let graph = layout.graph
    self.graph = graph
    record = layout.wholeRecord
    editions = layout.editions
    settings = graph.settings
    direction = other.direction
    words = other.words
    cards = other.cards
    issueNames = other.issueNames
    issueSlugs = other.issueSlugs
    issuePaths = other.issuePaths
    partyNames = other.partyNames
    partySlugs = other.partySlugs
    partyPaths = other.partyPaths
    hues = layout.hues
    reportTitles = other.reportTitles
    reportSlugs = other.reportSlugs
    reportPaths = other.reportPaths
    reportDates = other.reportDates
    reportDays = other.reportDays
    var (texts, readsAsSite) = (other.texts, other.readsAsSite)
    for report in change.reports {
      texts[report.index] = graph.reports[report.index].report.header.document.text
      readsAsSite[report.index] = Self.readsAsSite(graph.reports[report.index], settings, direction)
    }
    (self.texts, self.readsAsSite) = (texts, readsAsSite)
    narrower = other.narrower
    related = other.related
    representatives = other.representatives
    successors = other.successors
    members = other.members
    tensionsOfReport = other.tensionsOfReport
    tensionsOfIssue = other.tensionsOfIssue
    tensionsOfParty = other.tensionsOfParty
    reportsOnIssues = other.reportsOnIssues
    reportLinks = other.reportLinks?.updating(from: other.graph, to: graph, after: change)
    earlierCells = other.earlierCells.updating(layout.wholeRecord, layout.cellRedirects, after: change)
    hasFormerAnchors = other.hasFormerAnchors
    neighbours = RecordNeighbours(record)
    coverage = layout.coverage
    today = other.today
    matrixSheet = other.matrixSheet
  }

  private static func readsAsSite(
    _ entry: ReportEntry, _ settings: SiteSettings, _ direction: WritingDirection
  ) -> Bool {
    let header = entry.report.header
    return direction == .leftToRight && !header.document.hasRightToLeftText
      && header.otherLanguage(than: settings.language) == nil
  }

  private static func edges<Subject>(
    of tensions: [Tension], count: Int, _ subject: (Tension.Side) -> ID<Subject>
  ) -> Edges<Subject, Tension> {
    if tensions.isEmpty { return Edges(Array(repeating: [], count: count)) }
    var lists: [[ID<Tension>]] = Array(repeating: [], count: count)
    for tension in tensions.reversed() {
      let first = subject(tension.first)
      lists[first.index].append(tension.id)
      guard let second = tension.second.map(subject), second != first else { continue }
      lists[second.index].append(tension.id)
    }
    return Edges(lists)
  }

  private static func table<Element>(
    _ elements: [Element], write: (inout HTML, Element) -> Void
  ) -> HTMLTable {
    var table = HTMLTable()
    for element in elements { table.add { write(&$0, element) } }
    return table
  }

  private static func reversed<Element>(
    _ elements: [Element], _ targets: (Element) -> [ID<Element>]
  ) -> Edges<Element, Element> {
    var lists: [[ID<Element>]] = Array(repeating: [], count: elements.count)
    for (index, element) in elements.enumerated() {
      for target in targets(element) { lists[target.index].append(ID(index)) }
    }
    return Edges(lists)
  }

  private static func related(_ issues: [Issue]) -> Edges<Issue, Issue> {
    var lists = issues.map(\.related)
    for issue in issues {
      for other in issue.related where !lists[other.index].contains(issue.id) {
        lists[other.index].append(issue.id)
      }
    }
    return Edges(lists)
  }
}

/// Pieces of HTML in one buffer, for what pages write often: prepared once, and appended without
/// reference counting.
struct HTMLTable: Sendable {
  private var html = HTML()
  private var ends: [Int] = []

  /// Adds the next piece, as `write` appends it.
  mutating func add(_ write: (inout HTML) -> Void) {
    write(&html)
    ends.append(html.count)
  }

  /// The piece at `index`, counted in the order of adding.
  subscript(index: Int) -> HTML.Slice { html[range(of: index)] }

  /// The bytes of the piece at `index`.
  private func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Appends the piece at `index` to `output`.
  fileprivate func append(_ index: Int, to output: inout HTML) { output.append(html, range(of: index)) }
}

extension HTML {
  /// Appends a piece of `table`, counted in the order of adding.
  mutating func append(_ table: HTMLTable, _ index: Int) { table.append(index, to: &self) }
}

extension FileHeader {
  /// The language of the text, if it is not the site's.
  fileprivate func otherLanguage(than site: String) -> String? {
    guard let language = matter.language, language.lowercased() != site.lowercased() else { return nil }
    return language
  }
}

extension HTML {
  /// Appends a text, escaped, in an element that names its language; nil: it is the site's.
  fileprivate mutating func escaped(_ text: String, in language: String?) {
    guard let language else { return escaped(text) }
    openLanguage(language)
    escaped(text)
    raw("</span>")
  }

  /// Opens an element for a text in a language other than the site's.
  mutating func openLanguage(_ language: String) {
    raw("<span lang=\"")
    escaped(language)
    raw("\" dir=\"")
    escaped(WritingDirection(language: language).attribute)
    raw("\">")
  }
}
