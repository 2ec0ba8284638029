import Content
import Editions
import Graph
import Text

/// The lists in the file of an issue or a party: the names of its parties or issues, its reports, standings and positions.
///
/// A position of the site names its report by its place in the list of reports. What follows from that is left out: its date, if
/// it has that of its report; its anchor, if it is made of the slugs of its issue and its party, as it is for the first position
/// of a party on an issue in a report; and its place in its table, to which its address leads. So is the status of most positions,
/// `superseded`. A standing names its positions by their places in the list of positions. Places count from 0.
struct SubjectRows {
  /// What all positions of the file have in common.
  enum Subject {
    case issue
    case party

    /// The columns with the slugs of the subject and of its counterparts, and the columns with their names.
    fileprivate var columns: (own: String, other: String, name: String) {
      switch self {
      case .issue: ("issue_slug", "party_slug", "party")
      case .party: ("party_slug", "issue_slug", "issue")
      }
    }

    /// The key of the list of names.
    fileprivate var names: String {
      switch self {
      case .issue: "parties"
      case .party: "issues"
      }
    }
  }

  private let record: RecordHistory
  private let positions: DistinctValues<ID<Position>>
  private let remembered: [RememberedCell]
  private let subject: Subject
  /// In the order in which positions name them.
  private let reports: DistinctValues<ID<ReportEntry>>
  /// The columns that no position of the file needs.
  private let known: PositionTable.ColumnSet
  private var graph: IssueGraph { record.graph }

  // What a position of the site does not need, because its report tells it, or because it is the usual value.
  private static let place = PositionTable.ColumnSet([
    "position", "report", "report_slug", "comparison", "row", "column",
  ])
  private static let status = PositionTable.ColumnSet(["status"])
  private static let date = PositionTable.ColumnSet(["date", "date_origin"])

  /// - Parameters:
  ///   - positions: those of the site, in the order of the list.
  ///   - remembered: positions that editions remember; they follow.
  init(
    _ record: RecordHistory, _ positions: some Collection<ID<Position>>, _ remembered: [RememberedCell],
    by subject: Subject
  ) {
    self.record = record
    self.positions = DistinctValues(positions)
    self.remembered = remembered
    self.subject = subject
    known = PositionTable.ColumnSet(["issue", "party", subject.columns.own])
    reports = DistinctValues(positions.map { record.graph.positions[$0.index].report })
  }

  /// Writes the lists as members of an object.
  ///
  /// - Parameter pairs: the parties and issues whose standings are written, if they have one.
  func write(_ pairs: [PartyOnIssue], into writer: inout JSONWriter) {
    var reader = PositionTable.Reader(record)
    let present = positions.values.map { reader.values(of: $0, hasAddress: false) }
    let former = remembered.map { PositionTable.values(of: $0, in: record) }
    writer.key(subject.names)
    writer.beginObject()
    for (slug, name) in names(in: present + former) { writer.member(slug, name) }
    writer.endObject()
    writer.lines("reports", reports.values) { report(graph.reports[$1.index], &$0) }
    writer.lines("standings", pairs.compactMap(standing(of:))) { write($1, &$0) }
    let rows: [(ID<Position>?, [PositionTable.Value])] =
      Array(zip(positions.values, present)) + former.map { (nil, $0) }
    writer.lines("positions", rows) { position($1.0, $1.1, &$0) }
  }

  /// The names of the parties or issues, each once, in the order of their slugs.
  private func names(in rows: [[PositionTable.Value]]) -> [(slug: String, name: String)] {
    guard let name = PositionTable.columnNames.firstIndex(of: subject.columns.name),
      let slug = PositionTable.columnNames.firstIndex(of: subject.columns.other)
    else { return [] }
    var names: [String: String] = [:]
    for row in rows {
      if case .text(let slug) = row[slug], case .text(let name) = row[name] { names[slug] = name }
    }
    return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func report(_ entry: ReportEntry, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("address", graph.way(to: entry.address))
    writer.member("title", entry.report.header.title)
    writer.member("date", entry.report.date?.description)
    writer.member("date_origin", entry.report.originOfDate.rawValue)
    writer.endObject()
  }

  // MARK: Standings

  /// What a party holds on an issue now, or held until its end.
  private struct HeldPositions {
    let pair: PartyOnIssue
    /// The places of the positions in the list, those of the site first.
    let places: [Int]
    /// What they agree on; nil: they are unrated, or have several stances.
    let stance: Stance?
  }

  /// - Returns: nil: the party holds nothing on the issue.
  private func standing(of pair: PartyOnIssue) -> HeldPositions? {
    let present = graph.standings[pair.issue, pair.party]?.positions ?? []
    let former = record.rememberedCells(on: pair.issue, of: pair.party).filter(\.isStanding)
    let stances = Set(
      present.map { graph.positions[$0.index].stance } + former.map { $0.position.position.stance })
    guard let stance = stances.first else { return nil }
    let places =
      present.map { positions[$0] }
      + former.compactMap { cell in
        remembered.firstIndex { $0.position == cell.position }.map { positions.values.count + $0 }
      }
    return HeldPositions(pair: pair, places: places, stance: stances.count == 1 ? stance : nil)
  }

  private func write(_ standing: HeldPositions, _ writer: inout JSONWriter) {
    let (issue, party) = (standing.pair.issue, standing.pair.party)
    let end = graph.lifetimes.end(of: party)
    let held = end == nil ? record.held(issue, party) : nil
    writer.beginObject()
    switch subject {
    case .issue: writer.member("party_slug", graph.parties[party.index].slug)
    case .party: writer.member("issue_slug", graph.issues[issue.index].slug)
    }
    writer.member("stance", standing.stance?.word)
    writer.key("stance_value")
    if let value = standing.stance?.value { writer.number(value) } else { writer.null() }
    writer.member("since", held?.since.description)
    writer.member("last_confirmed", held?.confirmed?.description)
    writer.member("held_until", end?.description)
    writer.key("positions")
    writer.beginArray()
    for place in standing.places { writer.number(place) }
    writer.endArray()
    writer.endObject()
  }

  // MARK: Positions

  /// - Parameter id: nil: editions remember the position, and it is written with its own address, report and date.
  private func position(
    _ id: ID<Position>?, _ values: [PositionTable.Value], _ writer: inout JSONWriter
  ) {
    var known = known
    writer.beginObject()
    if let position = id.map({ graph.positions[$0.index] }) {
      writer.key("report")
      writer.number(reports[position.report])
      if position.ordinal > 1 { writer.member("anchor", graph.anchor(of: position.id)) }
      known.formUnion(Self.place)
      if record.status(of: position.id) == .superseded { known.formUnion(Self.status) }
      if graph.hasDateOfReport(position) { known.formUnion(Self.date) }
    }
    members(values, without: known, &writer)
    writer.endObject()
  }

  /// Writes a member for each column of `PositionTable` that has a value.
  private func members(
    _ values: [PositionTable.Value], without known: PositionTable.ColumnSet, _ writer: inout JSONWriter
  ) {
    for column in values.indices where !known.contains(column) {
      let name = PositionTable.columnNames[column]
      switch values[column] {
      case .list(let texts): if !texts.isEmpty { writer.member(name, texts) }
      case .text(let text) where PositionTable.numbers.contains(column):
        if let number = Int(text) { writer.member(name, number) }
      case .text(let text): if !text.isEmpty { writer.member(name, text) }
      }
    }
  }
}

extension Report {
  /// Where the date of its positions comes from that have no date of their own.
  var originOfDate: DateOrigin { date == nil ? .none : dateOrigin }
}

extension IssueGraph {
  /// Whether a position has the date of its report, which no table and no cell has changed.
  func hasDateOfReport(_ position: Position) -> Bool {
    let report = reports[position.report.index].report
    return position.date == report.date && position.dateOrigin == report.originOfDate
  }
}
