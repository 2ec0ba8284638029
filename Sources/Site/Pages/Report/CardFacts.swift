import Content
import Graph
import Text

/// Writes, as JSON, what the cards of a report's cells tell besides the cells. `card.js` makes a card from a cell and from these
/// facts, which the page holds once.
struct CardFacts {
  private let page: PageLinks
  private let entry: ReportEntry
  /// In the order of their cells on the page.
  private let positions: [Position]
  private let dates: DistinctValues<DateFact>
  private let issues: DistinctValues<ID<Issue>>
  private let parties: DistinctValues<ID<Party>>
  private let reports: DistinctValues<ID<ReportEntry>>
  private let neighbours: DistinctValues<Neighbour>

  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }

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
  }

  /// What a card tells of an earlier or later position: its stance and its date.
  private struct Neighbour: Hashable {
    let stance: Stance?
    let date: PartialDate?

    init(_ position: Position) { (stance, date) = (position.stance, position.date) }
  }

  init(of entry: ReportEntry, on page: PageLinks) {
    let (graph, places) = (page.site.graph, page.site.neighbours)
    self.page = page
    self.entry = entry
    positions = graph.comparisonsOfReport[entry.id]
      .flatMap { graph.positionsOfComparison[$0] }.map { graph.positions[$0.index] }
    dates = DistinctValues(positions.map { DateFact($0, in: graph) })
    issues = DistinctValues(positions.map(\.issue))
    parties = DistinctValues(positions.map(\.party))
    let around = positions.flatMap { [places.earlier(than: $0.id), places.later(than: $0.id)] }
      .compactMap { $0.map { graph.positions[$0.index] } }
    reports = DistinctValues(around.map(\.report))
    neighbours = DistinctValues(around.map { Neighbour($0) })
  }

  /// Writes one JSON object, escaped for a `<script>` element.
  func write(into output: inout HTML) {
    let json = ScriptJSON { writer in
      writer.beginObject()
      writeReport(&writer)
      writer.member("words", json: page.site.cardWords)
      if !entry.corrections.isEmpty { writer.member("correction", words.text(.correction)) }
      writer.lines("dates", dates.values, write)
      names(
        "issues", issues.values.map { (graph.issues[$0.index].name, graph.issues[$0.index].address) }, &writer
      )
      names(
        "parties", parties.values.map { (graph.parties[$0.index].name, graph.parties[$0.index].address) },
        &writer)
      writer.member("reports", reports.values.map { graph.reports[$0.index].slug })
      writer.member("neighbours", neighbours.values.map(text))
      writer.member("toReport", page.path(to: ReportListPage.address + "/:report"))
      writer.lines("tables", graph.comparisonsOfReport[entry.id].filter(hasPositions), write)
      writer.endObject()
    }
    output.append(contentsOf: json)
  }

  private func hasPositions(_ table: ID<Comparison>) -> Bool { !graph.positionsOfComparison[table].isEmpty }

  /// What the citations of all cells share.
  private func writeReport(_ writer: inout JSONWriter) {
    let settings = graph.settings
    let header = entry.report.header
    let way = graph.way(to: entry.address)
    writer.member("slug", entry.slug)
    writer.member("title", header.title)
    writer.member("titled", Citation.titled(entry, words))
    writer.member("authors", entry.report.authors)
    writer.member("publisher", settings.title)
    writer.member("language", entry.report.language ?? settings.language)
    writer.member("link", (settings.baseURL?.text ?? "/") + way)
    if settings.baseURL == nil { writer.key("isLocal") }
    if settings.baseURL == nil { writer.bool(true) }
    writer.member("file", header.path)
  }

  /// Interface texts, which the cards of all pages share, as a JSON object; in those with placeholders, `{0}` stands for the
  /// first value.
  static func words(_ words: LocalizedStrings) -> ScriptJSON {
    ScriptJSON { writer in
      writer.beginObject()
      for key in labels { writer.member(key.rawValue, words.text(key)) }
      for (key, count) in patterns {
        let places = (0..<count).map { "{\($0)}" }
        writer.member(key.rawValue, words.text(key, values: places))
      }
      writer.endObject()
    }
  }

  private static let labels: [StringKey] = [
    .close, .date, .stance, .unrated, .evidence, .source, .earlier, .later, .table, .cell,
    .file, .cite, .link, .text, .copyLink, .copyText, .undated,
  ]
  /// With the numbers of their placeholders.
  private static let patterns: [(key: StringKey, count: Int)] = [
    (.partyOnIssue, 2), (.labelled, 2), (.citation, 6), (.citedPlace, 3), (.rowAndColumn, 2),
    (.fileAndLine, 2),
  ]

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

  /// Names with the paths to their pages.
  private func names(_ key: String, _ names: [(String, address: String)], _ writer: inout JSONWriter) {
    writer.lines(key, names) { writer, name in
      writer.beginArray()
      writer.string(name.0)
      writer.string(page.path(to: name.address))
      writer.endArray()
    }
  }

  /// A table: its anchor, its name, its name in citations, and its cells.
  private func write(_ writer: inout JSONWriter, _ table: ID<Comparison>) {
    let own = positions.filter { $0.comparison == table }
    guard let first = own.first else { return }
    writer.beginArray()
    writer.string(graph.comparisons[table.index].anchor)
    writer.string(
      graph.caption(of: first) ?? words.text(.tableNumber, String(graph.tableNumber(of: first))))
    writer.string(Citation.table(of: first, in: graph, words))
    writer.beginArray()
    for position in own { write(position, &writer) }
    writer.endArray()
    writer.endArray()
  }

  /// A cell: its line, the places of its date, issue and party in their lists, and what few cells have.
  private func write(_ position: Position, _ writer: inout JSONWriter) {
    writer.beginArray()
    writer.number(graph.line(of: position.id))
    writer.number(dates.place(of: DateFact(position, in: graph)))
    writer.number(issues.place(of: position.issue))
    writer.number(parties.place(of: position.party))
    writeRest(position, &writer)
    writer.endArray()
  }

  private func writeRest(_ position: Position, _ writer: inout JSONWriter) {
    let earlier = page.site.neighbours.earlier(than: position.id)
    let later = page.site.neighbours.later(than: position.id)
    let answered = graph.earlierProposition(of: position.id)
    let file = graph.file(of: position.id).path
    let isElsewhere = file != entry.report.header.path
    if earlier == nil, later == nil, answered == nil, !isElsewhere { return }
    writer.beginObject()
    if let earlier { neighbour("earlier", earlier, &writer) }
    if let later { neighbour("later", later, &writer) }
    if let answered {
      writer.member(
        "note", words.text(.answeredUntil, answered.text, words.dates.text(answered.until)))
    }
    if isElsewhere { writer.member("file", file) }
    writer.endObject()
  }

  private func text(of neighbour: Neighbour) -> String {
    let date = neighbour.date.map { words.dates.text($0) } ?? words.text(.undated)
    return neighbour.stance.map { words.stances.name($0) + words.text(.comma) + date } ?? date
  }

  /// Another position of the party on the issue: the places of its report and of what it says in short, and its number if the
  /// report has more than one.
  private func neighbour(_ name: String, _ id: ID<Position>, _ writer: inout JSONWriter) {
    let position = graph.positions[id.index]
    writer.key(name)
    writer.beginArray()
    writer.number(reports.place(of: position.report))
    writer.number(neighbours.place(of: Neighbour(position)))
    if position.ordinal > 1 { writer.number(position.ordinal) }
    writer.endArray()
  }
}

/// Values without duplicates, in the order of their first occurrence, with their places.
private struct DistinctValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  init(_ all: [Value]) {
    for value in all where places[value] == nil {
      places[value] = values.count
      values.append(value)
    }
  }

  /// The place of a value that is among them.
  func place(of value: Value) -> Int { places[value] ?? 0 }
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
