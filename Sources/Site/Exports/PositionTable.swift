import Content
import Editions
import Graph
import Markdown
import Text

extension ExportFormat {
  static let csv = ExportFormat(
    name: "csv", summary: "a CSV table with one position per row",
    file: ExportFile(path: PositionTable.path, mediaType: "text/csv", write: PositionTable.write),
    companions: [
      ExportFile(path: PositionTable.path + "-metadata.json", mediaType: "application/csvm+json") {
        PositionTable.metadata($0.graph.settings)
      }
    ])
}

/// The positions, one per row, as CSV (RFC 4180, UTF-8, header row) with CSVW metadata.
package enum PositionTable {
  /// The path of the table below the output folder.
  package static let path = "positions.csv"

  /// A column: its content, and its description in CSVW.
  struct Column {
    let name: String
    let title: String
    /// The XML Schema datatype.
    let datatype: String
    /// Whether every cell has a value.
    let isRequired: Bool
    let summary: String
    /// Whether a cell holds several values, with `separator` between them.
    var isList: Bool { [PositionTable.sourcesColumn, "verbatim", "evidence"].contains(name) }
    var isNumber: Bool { datatype == "integer" }
  }

  /// The column with the sources of a position.
  package static let sourcesColumn = "sources"

  /// The names of the columns.
  package static let columnNames = columns.map(\.name)

  /// Some of the columns.
  struct ColumnSet {
    private var bits: UInt64 = 0

    /// - Parameter names: the names of columns.
    init(_ names: [String]) {
      for (index, name) in columnNames.enumerated() where names.contains(name) { bits |= 1 << UInt64(index) }
    }

    func contains(_ column: Int) -> Bool { bits >> UInt64(column) & 1 == 1 }

    mutating func formUnion(_ other: ColumnSet) { bits |= other.bits }
  }

  /// The columns whose cells hold lists.
  private static let lists = ColumnSet(columns.filter(\.isList).map(\.name))
  /// The columns whose cells hold whole numbers.
  static let numbers = ColumnSet(columns.filter(\.isNumber).map(\.name))

  /// Separates the values of a list in a cell.
  static let separator = " | "

  static let columns = [
    Column(
      name: "position", title: "Position", datatype: "string", isRequired: true,
      summary: "Address of the cell, relative to the site’s address."),
    Column(
      name: "issue", title: "Issue", datatype: "string", isRequired: true, summary: "Name of the issue."),
    Column(
      name: "issue_slug", title: "Issue slug", datatype: "string", isRequired: true,
      summary: "Last part of the address of the issue’s page."),
    Column(
      name: "party", title: "Party", datatype: "string", isRequired: true, summary: "Name of the party."),
    Column(
      name: "party_slug", title: "Party slug", datatype: "string", isRequired: true,
      summary: "Last part of the address of the party’s page."),
    Column(
      name: "report", title: "Report", datatype: "string", isRequired: true, summary: "Title of the report."),
    Column(
      name: "report_slug", title: "Report slug", datatype: "string", isRequired: true,
      summary: "Last part of the address of the report’s page."),
    Column(
      name: "date", title: "Date", datatype: "string", isRequired: false,
      summary: "Date of the position: a year, month or day (ISO 8601); empty: undated."),
    Column(
      name: "date_origin", title: "Date origin", datatype: "string", isRequired: true,
      summary: "Where the date comes from: cell, comparison, front-matter, file-name, first-commit or none."),
    Column(
      name: "stance", title: "Stance", datatype: "string", isRequired: false,
      summary: "The stance as its author marked it, in a word; empty: unrated."),
    Column(
      name: "stance_value", title: "Stance value", datatype: "integer", isRequired: false,
      summary: "From -2 (red line) to 2 (champions); empty: mixed or unrated."),
    Column(
      name: "text", title: "Text", datatype: "string", isRequired: false,
      summary: "The report’s wording in the cell, as plain text; empty: a mark alone."),
    Column(
      name: "verbatim", title: "Verbatim", datatype: "string", isRequired: false,
      summary: "Passages of the text that are the party’s own words."),
    Column(
      name: "evidence", title: "Evidence", datatype: "string", isRequired: false,
      summary:
        "The kinds of evidence: own-statement, document, vote, act, reported, assessment or unknown; empty: not given."
    ),
    Column(
      name: "comparison", title: "Comparison", datatype: "string", isRequired: false,
      summary: "Anchor of the table on the report’s page; empty: remembered."),
    Column(
      name: "row", title: "Row", datatype: "integer", isRequired: false,
      summary: "Row of the cell, counted from 1 below the header; empty: remembered."),
    Column(
      name: "column", title: "Column", datatype: "integer", isRequired: false,
      summary: "Column of the cell, counted from 1; empty: remembered."),
    Column(
      name: sourcesColumn, title: "Sources", datatype: "string", isRequired: false,
      summary: "Links and footnotes of the cell."),
    Column(
      name: "status", title: "Status", datatype: "string", isRequired: true,
      summary:
        "current: part of the party’s standing on the issue; held-until: the same, for a party that has ended; "
        + "superseded: a newer position replaced it; future: its date begins after the day of the build; "
        + "remembered: its cell now holds a newer position or newer silence, and only an edition still holds this one."
    ),
    Column(
      name: "held_until", title: "Held until", datatype: "string", isRequired: false,
      summary:
        "Year, month or day (ISO 8601) when the party ended, if it held the position until then, even if only "
        + "an edition remembers it; otherwise empty."),
    Column(
      name: "since", title: "Since", datatype: "string", isRequired: false,
      summary:
        "For a current position, and for a remembered one that only silence has replaced: the date by "
        + "which the party already held this stance; empty without a stance."),
    Column(
      name: "last_confirmed", title: "Last confirmed", datatype: "string", isRequired: false,
      summary: "When the stance was last confirmed; empty: it was not confirmed later."),
    Column(
      name: "proposition", title: "Proposition", datatype: "string", isRequired: false,
      summary: "The sentence that the stance answers, in its wording at the time; empty: the issue has none."),
    Column(
      name: "edition", title: "Edition", datatype: "string", isRequired: false,
      summary: "The last edition that holds the position; empty unless the status is remembered."),
  ]

  /// The status of a position that editions remember.
  static let remembered = "remembered"

  /// A row of the table.
  package struct Row {
    package let position: RecordedPosition
    package let issue: ID<Issue>
    package let party: ID<Party>
    /// nil: the site no longer has the report.
    package let report: ID<ReportEntry>?
    /// Whether it is part of what its party holds, or held until its end.
    package let stands: Bool
    /// In the order of `columns`.
    package let texts: [String]
  }

  /// The table, sorted by report, comparison, row and column, then what editions remember, by issue and party; lines end in
  /// CR LF.
  @Sendable static func write(_ record: RecordHistory, to body: (ArraySlice<UInt8>) -> Void) {
    var output = CSV()
    output.append(columns.map(\.name))
    forEachRow(of: record) {
      output.append($0.texts)
      output.pass(to: body)
    }
    output.pass(to: body, from: 1)
  }

  /// Whether a row of the table, as texts by column, is about a position that editions remember. Such a position is no longer
  /// in its cell.
  package static func isRemembered(status: String) -> Bool { status == remembered }

  /// Calls `body` with each row, for every format that writes a table.
  package static func forEachRow<Failure>(
    of record: RecordHistory, _ body: (Row) throws(Failure) -> Void
  ) throws(Failure) {
    let graph = record.graph
    var sources = PositionSources()
    let held = heldStances(record)
    for (position, status) in zip(graph.positions, graph.statuses()) {
      let texts = sources.texts(of: position, in: graph)
      let end = status == .heldUntil ? graph.lifetimes[position.party].to : nil
      let stance = status == .current ? held[position.id] : nil
      try body(
        Row(
          position: .present(position.id), issue: position.issue, party: position.party,
          report: position.report, stands: status == .current || status == .heldUntil,
          texts: row(position, in: graph, verbatim: graph.verbatim(of: position.id), sources: texts)
            + rest(status, end, stance, of: position, in: graph)
        ))
    }
    for cell in record.rememberedCells {
      try body(
        Row(
          position: .remembered(cell.position), issue: cell.issue, party: cell.party, report: cell.report,
          stands: cell.isStanding, texts: row(cell, in: record)))
    }
  }

  /// A value in the row of a position.
  enum Value {
    case text(String)
    case list([String])
  }

  /// Reads the values of single positions. What several of them share is read once.
  struct Reader {
    private let record: RecordHistory
    private var reader = PositionSources()
    private var held: [PartyOnIssue: HeldStance?] = [:]

    init(_ record: RecordHistory) { self.record = record }

    /// The values of one position, in the order of `columns`.
    ///
    /// - Parameter hasAddress: whether to write the address of the cell, which takes longest.
    mutating func values(of id: ID<Position>, hasAddress: Bool) -> [Value] {
      let graph = record.graph
      let position = graph.positions[id.index]
      let sources = reader.texts(of: position, in: graph)
      let status = record.status(of: id)
      let end = status == .heldUntil ? graph.lifetimes[position.party].to : nil
      let held = status == .current ? held(position) : nil
      let verbatim = graph.verbatim(of: id)
      let row = row(position, in: graph, verbatim: verbatim, sources: sources, hasAddress: hasAddress)
      return PositionTable.values(
        row + rest(status, end, held, of: position, in: graph), verbatim: verbatim, sources: sources)
    }

    private mutating func held(_ position: Position) -> HeldStance? {
      let pair = PartyOnIssue(position.party, on: position.issue)
      if let known = held[pair] { return known }
      let stance = record.held(position.issue, position.party)
      held[pair] = .some(stance)
      return stance
    }
  }

  /// The values of a position that editions remember, in the order of `columns`.
  static func values(of cell: RememberedCell, in record: RecordHistory) -> [Value] {
    values(
      row(cell, in: record), verbatim: record.verbatim(of: cell.position),
      sources: cell.position.position.sources ?? [])
  }

  private static func values(_ texts: [String], verbatim: [String], sources: [String]) -> [Value] {
    texts.enumerated().map { column, text in
      guard lists.contains(column) else { return .text(text) }
      switch columnNames[column] {
      case sourcesColumn: return .list(sources)
      case "verbatim": return .list(verbatim)
      default: return .list(text.isEmpty ? [] : text.components(separatedBy: separator))
      }
    }
  }

  /// How long each current position's stance has been held.
  private static func heldStances(_ record: RecordHistory) -> [ID<Position>: HeldStance] {
    let graph = record.graph
    var stances: [ID<Position>: HeldStance] = [:]
    for issue in graph.issues {
      for group in graph.positionsByParty(issue.id).groups {
        guard let standing = graph.standings[issue.id, ID(group.subject)],
          let held = record.held(issue.id, ID(group.subject), group.positions)
        else { continue }
        for id in standing.positions { stances[id] = held }
      }
    }
    return stances
  }

  /// The texts from the status on.
  private static func rest(
    _ status: PositionStatus, _ end: PartialDate?, _ held: HeldStance?, of position: Position,
    in graph: IssueGraph
  ) -> [String] {
    [
      status.rawValue, end?.description ?? "", held?.since.description ?? "",
      held?.confirmed?.description ?? "", graph.proposition(of: position.id) ?? "", "",
    ]
  }

  private static func row(_ cell: RememberedCell, in record: RecordHistory) -> [String] {
    let graph = record.graph
    let issue = graph.issues[cell.issue.index]
    let party = graph.parties[cell.party.index]
    let position = cell.position.position
    let report = cell.report.map { graph.reports[$0.index] }
    let end = cell.isStanding ? graph.lifetimes.end(of: cell.party) : nil
    let held = cell.isStanding && end == nil ? record.held(cell.issue, cell.party) : nil
    return [
      cell.address, issue.name, issue.slug, party.name, party.slug,
      report?.report.header.title ?? cell.position.report, report?.slug ?? position.report,
      position.date?.description ?? "", position.origin.rawValue, position.stance?.word ?? "",
      position.stance?.value.map(String.init) ?? "", position.text,
      record.verbatim(of: cell.position).map(unseparated).joined(separator: separator),
      position.evidence.text ?? "",
      "", "", "", (position.sources ?? []).map(unseparated).joined(separator: separator), remembered,
      end?.description ?? "", held?.since.description ?? "", held?.confirmed?.description ?? "",
      record.proposition(of: .remembered(cell.position), on: cell.issue) ?? "", cell.position.edition,
    ]
  }

  /// The texts up to the sources.
  ///
  /// - Parameter hasAddress: false: the first text, the address of the cell, is empty.
  private static func row(
    _ position: Position, in graph: IssueGraph, verbatim: [String], sources: [String],
    hasAddress: Bool = true
  ) -> [String] {
    let issue = graph.issues[position.issue.index]
    let party = graph.parties[position.party.index]
    let report = graph.reports[position.report.index]
    return [
      hasAddress ? graph.cellAddress(of: position.id) : "", issue.name, issue.slug,
      party.name, party.slug, report.report.header.title, report.slug, position.date?.description ?? "",
      position.dateOrigin.rawValue,
      position.stance?.word ?? "", position.stance?.value.map(String.init) ?? "",
      graph.text(of: position.id),
      verbatim.map(unseparated).joined(separator: separator),
      position.evidence.text ?? "",
      graph.comparisons[position.comparison.index].anchor, String(position.row), String(position.column + 1),
      sources.map(unseparated).joined(separator: separator),
    ]
  }

  /// A text for a list in a cell, which readers split at the separator.
  private static func unseparated(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "|")) ? text.replacing(separator, with: " / ") : text
  }

  /// The CSVW metadata of the table (Metadata Vocabulary for Tabular Data, W3C 2015).
  static func metadata(_ settings: SiteSettings) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.beginArray()
    writer.string("http://www.w3.org/ns/csvw")
    writer.beginObject()
    writer.member("@language", settings.language)
    writer.endObject()
    writer.endArray()
    writer.member("url", path)
    writer.member("dc:title", settings.title + ": positions")
    writer.member("dc:description", "What each party holds on each issue according to each report.")
    writer.key("dialect")
    writer.beginObject()
    writer.member("encoding", "utf-8")
    writer.key("header")
    writer.bool(true)
    writer.endObject()
    writer.key("tableSchema")
    writer.beginObject()
    writer.lines("columns", columns, column)
    writer.member("primaryKey", "position")
    writer.member("aboutUrl", (settings.baseURL?.text ?? "") + "{+position}")
    writer.endObject()
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private static func column(_ writer: inout JSONWriter, _ column: Column) {
    writer.beginObject()
    writer.member("name", column.name)
    writer.member("titles", [column.name, column.title])
    writer.member("dc:description", column.summary)
    writer.member("datatype", column.datatype)
    if column.isRequired {
      writer.key("required")
      writer.bool(true)
    }
    if column.isList { writer.member("separator", separator) }
    writer.endObject()
  }
}
