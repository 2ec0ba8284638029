import Content
import Graph
import Text

/// Writes, as JSON, what the cards of a report's cells tell besides the cells. `card.js` makes a card from a cell, from these
/// facts, which the page holds once, and from the facts of the report’s own citation.
struct CardFacts {
  private let page: PageLinks
  private let entry: ReportEntry
  /// In the order of their cells on the page.
  private let positions: [Position]
  private let dates: DistinctValues<DateFact>
  private let issues: DistinctValues<ID<Issue>>
  private let parties: DistinctValues<ID<Party>>
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

  /// What a card tells of an earlier or later position of the party on the issue: its report, which of its positions it is, its
  /// stance and its date.
  private struct Neighbour: Hashable {
    let report: ID<ReportEntry>
    let ordinal: Int
    let stance: Stance?
    let date: PartialDate?

    init(_ position: Position) {
      (report, ordinal) = (position.report, Int(position.ordinal))
      (stance, date) = (position.stance, position.date)
    }
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
    neighbours = DistinctValues(around.map { Neighbour($0) })
  }

  /// Writes one JSON object, escaped for a `<script>` element.
  func write(into output: inout HTML) {
    let json = ScriptJSON { writer in
      writer.beginObject()
      writeReport(&writer)
      writer.lines("dates", dates.values, write)
      writer.member("issues", issues.values.map { graph.issues[$0.index].name })
      writer.member("parties", parties.values.map { graph.parties[$0.index].name })
      writer.lines("neighbours", neighbours.values, write)
      writer.member("toIssue", page.path(to: IssueListPage.address + "/:slug"))
      writer.member("toParty", page.path(to: PartyListPage.address + "/:slug"))
      writer.member("toReport", page.path(to: ReportListPage.address + "/:slug"))
      writer.lines("tables", graph.comparisonsOfReport[entry.id].filter(hasPositions), write)
      writer.endObject()
    }
    output.append(contentsOf: json)
  }

  private func hasPositions(_ table: ID<Comparison>) -> Bool { !graph.positionsOfComparison[table].isEmpty }

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

  /// A cell: its line, the places of its date, issue, party, earlier and later position in their lists, and what few cells have.
  /// Its end is left out if it is absent; -1 is an absent place.
  private func write(_ position: Position, _ writer: inout JSONWriter) {
    writer.beginArray()
    writer.number(graph.line(of: position.id))
    writer.number(dates.place(of: DateFact(position, in: graph)))
    writer.number(issues.place(of: position.issue))
    writer.number(parties.place(of: position.party))
    let around = [
      page.site.neighbours.earlier(than: position.id), page.site.neighbours.later(than: position.id),
    ]
    .map { id in id.map { neighbours.place(of: Neighbour(graph.positions[$0.index])) } ?? -1 }
    let rest = rest(of: position)
    if rest.isEmpty, around == [-1, -1] { return writer.endArray() }
    for place in around { writer.number(place) }
    if !rest.isEmpty {
      writer.beginObject()
      for (name, value) in rest { writer.member(name, value) }
      writer.endObject()
    }
    writer.endArray()
  }

  /// The earlier proposition that a position answers, and its file if it is another one than the report.
  private func rest(of position: Position) -> [(name: String, value: String)] {
    var rest: [(name: String, value: String)] = []
    if let answered = graph.earlierProposition(of: position.id) {
      rest.append(("note", words.text(.answeredUntil, answered.text, words.dates.text(answered.until))))
    }
    let file = graph.file(of: position.id).path
    if file != entry.report.header.path { rest.append(("file", file)) }
    return rest
  }

  private func text(of neighbour: Neighbour) -> String {
    let date = neighbour.date.map { words.dates.text($0) } ?? words.text(.undated)
    return neighbour.stance.map { words.stances.name($0) + words.text(.comma) + date } ?? date
  }

  /// Another position of the party on the issue: its report, what it says in short, and its number if the report has more than
  /// one.
  private func write(_ writer: inout JSONWriter, _ neighbour: Neighbour) {
    writer.beginArray()
    writer.string(graph.reports[neighbour.report.index].slug)
    writer.string(text(of: neighbour))
    if neighbour.ordinal > 1 { writer.number(neighbour.ordinal) }
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
