import Content
import Graph
import Text

/// Writes, as JSON, what the cards of a report's cells tell besides the cells. `card.js` makes a card from a cell and from these
/// facts, which the page holds once.
struct CardFacts {
  private let page: PageLinks
  private let entry: ReportEntry
  /// The tables with positions, in the order of the page.
  private var tables: [(id: ID<Comparison>, cells: [Cell])] = []
  private var dates = DistinctValues<DateFact>()
  /// Indices in the graph.
  private var issues = DistinctValues<Int>()
  private var parties = DistinctValues<Int>()
  private var reports = DistinctValues<Int>()
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

  /// What a card tells of an earlier or later position: its stance and its date.
  private struct Neighbour: Hashable {
    let stance: Stance?
    let date: PartialDate?

    init(_ position: Position) { (stance, date) = (position.stance, position.date) }
  }

  /// A position, with the places of its facts in their lists.
  private struct Cell {
    let position: Position
    let date: Int
    let issue: Int
    let party: Int
    let earlier: Reference?
    let later: Reference?
  }

  /// Another position of the party on the issue: the places of its report and of what it says in short.
  private struct Reference {
    let report: Int
    let neighbour: Int
    /// Its number among those of its report; 1 for most.
    let ordinal: Int
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
    let places = page.site.neighbours
    let (earlier, later) = (places.earlier(than: position.id), places.later(than: position.id))
    return Cell(
      position: position,
      date: dates.place(of: DateFact(position, in: graph)),
      issue: issues.place(of: position.issue.index),
      party: parties.place(of: position.party.index),
      earlier: earlier.map { reference(to: graph.positions[$0.index]) },
      later: later.map { reference(to: graph.positions[$0.index]) })
  }

  private mutating func reference(to position: Position) -> Reference {
    Reference(
      report: reports.place(of: position.report.index),
      neighbour: neighbours.place(of: Neighbour(position)), ordinal: position.ordinal)
  }

  /// Writes one JSON object, escaped for a `<script>` element.
  func write(into output: inout HTML) {
    let json = ScriptJSON { writer in
      writer.beginObject()
      writeReport(&writer)
      writer.member("words", json: texts.words)
      if !entry.corrections.isEmpty { writer.member("correction", words.text(.correction)) }
      writer.lines("dates", dates.values, write)
      names("issues", issues.values, texts.issueNames, texts.issuePaths, &writer)
      names("parties", parties.values, texts.partyNames, texts.partyPaths, &writer)
      writer.key("reports")
      writer.beginArray()
      for report in reports.values { writer.string(report, of: texts.slugs) }
      writer.endArray()
      writer.member("neighbours", neighbours.values.map(text))
      writer.member("toReport", page.path(to: ReportListPage.address + "/:report"))
      writer.lines("tables", tables, write)
      writer.endObject()
    }
    output.append(contentsOf: json)
  }

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
  private func names(
    _ key: String, _ indices: [Int], _ names: ScriptJSONTable, _ paths: ScriptJSONTable,
    _ writer: inout JSONWriter
  ) {
    writer.lines(key, indices) { writer, index in
      writer.beginArray()
      writer.string(index, of: names)
      writer.string(index, of: paths, after: page.root)
      writer.endArray()
    }
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

  /// A cell: its line, the places of its date, issue and party in their lists, and what few cells have.
  ///
  /// - Parameter file: the path of the file of the table; nil: it is the report's.
  private func write(_ cell: Cell, file: String?, _ writer: inout JSONWriter) {
    writer.beginArray()
    writer.number(graph.line(of: cell.position.id))
    writer.number(cell.date)
    writer.number(cell.issue)
    writer.number(cell.party)
    writeRest(cell, file, &writer)
    writer.endArray()
  }

  private func writeRest(_ cell: Cell, _ file: String?, _ writer: inout JSONWriter) {
    let answered = graph.earlierProposition(of: cell.position.id)
    if cell.earlier == nil, cell.later == nil, answered == nil, file == nil { return }
    writer.beginObject()
    if let earlier = cell.earlier { neighbour("earlier", earlier, &writer) }
    if let later = cell.later { neighbour("later", later, &writer) }
    if let answered {
      writer.member(
        "note", words.text(.answeredUntil, answered.text, words.dates.text(answered.until)))
    }
    if let file { writer.member("file", file) }
    writer.endObject()
  }

  private func text(of neighbour: Neighbour) -> String {
    let date = neighbour.date.map { words.dates.text($0) } ?? words.text(.undated)
    return neighbour.stance.map { words.stances.name($0) + words.text(.comma) + date } ?? date
  }

  /// Another position of the party on the issue; its number follows if the report has more than one.
  private func neighbour(_ name: String, _ other: Reference, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.beginArray()
    writer.number(other.report)
    writer.number(other.neighbour)
    if other.ordinal > 1 { writer.number(other.ordinal) }
    writer.endArray()
  }
}

/// Values without duplicates, in the order of their first occurrence, with their places.
private struct DistinctValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]
  /// The place of the value that was asked for last: neighbouring cells often have the same one.
  private var last = 0

  /// The place of a value, which is added if it is new.
  mutating func place(of value: Value) -> Int {
    if last < values.count, values[last] == value { return last }
    if let known = places[value] {
      last = known
    } else {
      last = values.count
      places[value] = last
      values.append(value)
    }
    return last
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
