import Content
import Editions
import Graph
import Text

/// Writes, as JSON, what the cards of a report's cells tell besides the cells. `card.js` makes a card from a cell, from these
/// facts, which the page holds once, and from the facts of the report’s own citation.
struct CardFacts {
  private let page: PageLinks
  private let entry: ReportEntry
  /// The tables with positions, in the order of the page.
  private var tables: [(id: ID<Comparison>, cells: [Cell])] = []
  private var dates = DistinctValues<DateFact>()
  /// Indices in the graph.
  private var issues = DistinctValues<Int>()
  private var parties = DistinctValues<Int>()
  private var neighbours = DistinctValues<Neighbour>()

  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }
  private var texts: CardTexts { page.site.cards }

  /// A date, and what a card says of it.
  private struct DateFact: Hashable {
    let date: PartialDate?
    let origin: DateOrigin
    /// Until when a party that has ended held the position; nil for others.
    let heldUntil: PartialDate?

    init(_ position: Position, in graph: IssueGraph) {
      date = position.date
      origin = position.dateOrigin
      heldUntil = graph.heldUntil(position.id)
    }

    /// Few facts have the same date.
    func hash(into hasher: inout Hasher) { hasher.combine(date) }
  }

  /// What a card tells of an earlier or later position of the party on the issue: where it is, its stance and its date.
  private struct Neighbour: Hashable {
    enum Place: Hashable {
      case cell(ID<ReportEntry>, ordinal: Int)
      indirect case remembered(RememberedPosition, on: ID<Issue>)
    }

    let place: Place
    let stance: Stance?
    let date: PartialDate?

    /// Few neighbours of a report’s cells are in the same report.
    func hash(into hasher: inout Hasher) {
      switch place {
      case .cell(let report, _): hasher.combine(report)
      case .remembered(let position, _): hasher.combine(position)
      }
    }

    init(_ position: Position) {
      place = .cell(position.report, ordinal: Int(position.ordinal))
      (stance, date) = (position.stance, position.date)
    }

    init(_ old: RememberedPosition, on issue: ID<Issue>) {
      place = .remembered(old, on: issue)
      (stance, date) = (old.position.stance, old.position.date)
    }
  }

  /// A position, with the places of its facts in their lists.
  private struct Cell {
    let position: Position
    let date: Int
    let issue: Int
    let party: Int
    /// -1: there is none.
    let earlier: Int
    let later: Int
  }

  init(of entry: ReportEntry, on page: PageLinks) {
    self.page = page
    self.entry = entry
    let graph = page.site.graph
    for table in graph.comparisonsOfReport[entry.id] {
      let positions = graph.positionsOfComparison[table]
      if positions.isEmpty { continue }
      tables.append((table, positions.map { cell(of: graph.positions[$0.index], in: graph) }))
    }
  }

  private mutating func cell(of position: Position, in graph: IssueGraph) -> Cell {
    let (earlier, later) = neighbours(of: position, in: graph)
    return Cell(
      position: position,
      date: dates.place(of: DateFact(position, in: graph)),
      issue: issues.place(of: position.issue.index),
      party: parties.place(of: position.party.index),
      earlier: earlier.map { neighbours.place(of: $0) } ?? -1,
      later: later.map { neighbours.place(of: $0) } ?? -1)
  }

  /// The nearest positions with an earlier and with a later date, also those that only editions remember.
  private func neighbours(
    of position: Position, in graph: IssueGraph
  ) -> (earlier: Neighbour?, later: Neighbour?) {
    func neighbour(_ recorded: RecordedPosition) -> Neighbour {
      switch recorded {
      case .present(let id): Neighbour(graph.positions[id.index])
      case .remembered(let old): Neighbour(old, on: position.issue)
      }
    }
    let found = page.site.neighbours.of(position.id)
    return (found.earlier.map(neighbour), found.later.map(neighbour))
  }

  /// Writes one JSON object, escaped for a `<script>` element.
  func write(into output: inout HTML) {
    let json = ScriptJSON { writer in
      writer.beginObject()
      writeReport(&writer)
      writer.lines("dates", dates.values, write)
      names("issues", issues.values, texts.issueNames, &writer)
      names("parties", parties.values, texts.partyNames, &writer)
      writer.lines("neighbours", neighbours.values, write)
      writer.member("toIssue", page.path(to: IssueListPage.address + "/:slug"))
      writer.member("toParty", page.path(to: PartyListPage.address + "/:slug"))
      writer.member("toReport", page.path(to: ReportListPage.address + "/:slug"))
      writer.lines("tables", tables, write)
      writer.endObject()
    }
    output.append(contentsOf: json)
  }

  /// What the citations of all cells share, besides the facts of the report’s own citation.
  private func writeReport(_ writer: inout JSONWriter) {
    writer.member("titled", Citation.titled(entry, words))
    if graph.settings.baseURL == nil { writer.member("link", "/" + graph.way(to: entry.address)) }
    writer.member("file", entry.report.header.path)
  }

  /// The interface texts of cards.
  static let texts = ScriptTexts(
    script: "assets/card.js",
    labels: [
      .close, .date, .stance, .unrated, .evidence, .source, .earlier, .later, .table, .cell,
      .file, .cite, .link, .text, .copyLink, .copyText, .undated, .correction,
    ],
    patterns: [
      (.partyOnIssue, 2), (.labelled, 2), (.citation, 6), (.citedPlace, 3), (.rowAndColumn, 2),
      (.fileAndLine, 2),
    ])

  /// The date for programs, as text, and with its origin.
  private func write(_ writer: inout JSONWriter, _ fact: DateFact) {
    writer.beginArray()
    writer.string(fact.date?.description ?? "")
    writer.string(fact.date.map { words.dates.text($0) } ?? words.text(.undated))
    var sentence = words.text(.undatedTitle)
    if let date = fact.date, let origin = fact.origin.sentence {
      sentence = words.text(origin, words.dates.text(date))
    }
    if let end = fact.heldUntil {
      sentence += words.text(.comma) + words.text(.heldUntilWithin, words.dates.text(end))
    }
    writer.string(sentence)
    writer.endArray()
  }

  private func names(
    _ key: String, _ indices: [Int], _ names: ScriptJSONTable, _ writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.beginArray()
    for index in indices { writer.string(index, of: names) }
    writer.endArray()
  }

  /// A table: its anchor, its name, its name in citations, and its cells.
  private func write(_ writer: inout JSONWriter, _ table: (id: ID<Comparison>, cells: [Cell])) {
    guard let first = table.cells.first?.position else { return }
    writer.beginArray()
    writer.string(graph.comparisons[table.id.index].anchor)
    writer.string(
      graph.caption(of: first) ?? words.text(.tableNumber, String(graph.tableNumber(of: first))))
    writer.string(Citation.table(of: first, in: graph, words))
    writer.beginArray()
    let file = graph.file(of: first.id).path
    let elsewhere = file == entry.report.header.path ? nil : file
    for cell in table.cells { write(cell, file: elsewhere, &writer) }
    writer.endArray()
    writer.endArray()
  }

  /// A cell: its line, the places of its date, issue, party, earlier and later position in their lists, and what few cells have.
  /// Its end is left out if it is absent.
  ///
  /// - Parameter file: the path of the file of the table; nil: it is the report's.
  private func write(_ cell: Cell, file: String?, _ writer: inout JSONWriter) {
    writer.beginArray()
    writer.number(graph.line(of: cell.position.id))
    writer.number(cell.date)
    writer.number(cell.issue)
    writer.number(cell.party)
    let answered = graph.earlierProposition(of: cell.position.id)
    let hasRest = answered != nil || file != nil
    if hasRest || cell.earlier >= 0 || cell.later >= 0 {
      writer.number(cell.earlier)
      writer.number(cell.later)
    }
    if hasRest { writeRest(answered, file, &writer) }
    writer.endArray()
  }

  private func writeRest(_ answered: EarlierProposition?, _ file: String?, _ writer: inout JSONWriter) {
    writer.beginObject()
    if let answered {
      writer.member(
        "note", words.text(.answeredUntil, answered.text, words.dates.text(answered.until)))
    }
    if let file { writer.member("file", file) }
    writer.endObject()
  }

  private func text(of neighbour: Neighbour) -> String {
    let date = neighbour.date.map { words.dates.text($0) } ?? words.text(.undated)
    var text = neighbour.stance.map { words.stances.name($0) + words.text(.comma) + date } ?? date
    if case .remembered(let old, _) = neighbour.place {
      text += words.text(.comma)
      text += old.edition.isEmpty ? words.text(.fromPublishedSite) : words.text(.fromEdition, old.edition)
    }
    return text
  }

  /// Another position of the party on the issue: its report, what it says in short, and its number if the report has more than
  /// one. One that an edition remembers has its address in place of a report.
  private func write(_ writer: inout JSONWriter, _ neighbour: Neighbour) {
    writer.beginArray()
    switch neighbour.place {
    case .cell(let report, let ordinal):
      writer.string(report.index, of: texts.slugs)
      writer.string(text(of: neighbour))
      if ordinal > 1 { writer.number(ordinal) }
    case .remembered(let old, let issue):
      var address = HTML()
      page.remembered(old, on: issue, into: &address)
      writer.string(address.text)
      writer.string(text(of: neighbour))
    }
    writer.endArray()
  }
}

extension DateOrigin {
  /// The sentence about the origin of a date; nil: there is no date.
  fileprivate var sentence: StringKey? {
    switch self {
    case .cell: .dateGivenInCell
    case .comparison: .dateGivenForTable
    case .frontMatter: .dateGivenForReport
    case .fileName: .dateGivenByFileName
    case .firstCommit: .dateGivenByCommit
    case .none: nil
    }
  }
}

extension TemplateName {
  static let cardFacts = TemplateName("card-facts")
}
