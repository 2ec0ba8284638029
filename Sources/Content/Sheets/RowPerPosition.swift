import Diagnostics
import Markdown
import Text

/// A table of a report with a row for each position: `| Issue | Party | Position |`, with or without columns for stances, dates,
/// sources and kinds of evidence.
///
/// It is read as the comparison that it means, with issues as rows and parties as columns. Its cells keep their Markdown and
/// their places.
struct RowPerPosition {
  private struct Entry {
    let issue: Int
    let party: Int
    let position: Int?
    let stance: Stance?
    let date: PartialDate?
    let source: Int?
    let evidence: EvidenceKinds
  }

  private let document: Document
  private let source: SourceText
  private let words: HeaderWords
  private(set) var diagnostics: [Diagnostic] = []
  private var notes = SheetTable()
  private var noteCount = 0

  /// The comparisons that replace such tables, and the notes with their sources at the end of the report.
  private(set) var insertions: [SheetExpansion.Insertion] = []

  init(_ document: Document, _ source: SourceText, _ words: HeaderWords) {
    self.document = document
    self.source = source
    self.words = words
  }

  /// Reads the tables of the report.
  ///
  /// Diagnostics: `unknown-stance`, `unread-date`, `unread-evidence`, `sheet-row`.
  mutating func read(_ tables: [UndecidedTable]) {
    for table in tables { take(table) }
    guard !notes.pieces.isEmpty else { return }
    insertions.append(
      SheetExpansion.Insertion(replaced: source.bytes.count..<source.bytes.count, sheet: nil, table: notes))
  }

  private mutating func take(_ table: UndecidedTable) {
    guard let columns = RowPerPositionColumns(table.header, words) else { return }
    if TableBody(of: table.node, in: document).isOfFacts(words.facts) { return }
    let found = diagnostics.count
    let entries = table.rows.dropFirst().compactMap { entry($0, columns) }
    // A table that gives no position may hold something else.
    if entries.isEmpty { diagnostics.removeLast(diagnostics.count - found) }
    let range = document.nodes[table.node].source.range
    guard !entries.isEmpty, range.upperBound <= source.bytes.count else { return }
    // The caption, which belongs to the table, stays where it is.
    let end = table.rows.last.map { document.nodes[$0].source.range.upperBound } ?? range.upperBound
    insertions.append(
      SheetExpansion.Insertion(
        replaced: range.lowerBound..<end, sheet: nil,
        table: comparison(entries, corner: Array(document.children(of: table.rows[0]))[columns.issue])))
  }

  private mutating func entry(_ row: Int, _ columns: RowPerPositionColumns) -> Entry? {
    let cells = Array(document.children(of: row))
    func cell(_ column: Int?) -> Int? {
      guard let column, column < cells.count, !text(of: cells[column]).isEmpty else { return nil }
      return cells[column]
    }
    guard let issue = cell(columns.issue), let party = cell(columns.party) else {
      if cells.contains(where: { !text(of: $0).isEmpty }) {
        report(
          .sheetRow, row,
          "the row has no \(cell(columns.issue) == nil ? "issue" : "party"), so it gives no position",
          "add the name")
      }
      return nil
    }
    let stance = cell(columns.stance)
    let date = cell(columns.date)
    var source = cell(columns.source)
    let evidence = evidence(of: cell(columns.evidence), columns, &source)
    let entry = Entry(
      issue: issue, party: party, position: cell(columns.position),
      stance: stance.flatMap { words.stance(mark(of: $0)) },
      date: date.flatMap { WrittenDate.read(document.plainText(of: $0)) }, source: source, evidence: evidence)
    if let stance, entry.stance == nil, CellText(mark(of: stance)) == .words {
      report(
        .unknownStance, stance, "“\(mark(of: stance).excerpt)” is not a stance, so this position is unrated",
        NearStanceMark.allMarks)
    }
    if let date, entry.date == nil, CellText(document.plainText(of: date)) == .words {
      report(
        .unreadDate, date,
        "“\(document.plainText(of: date).excerpt)” is not a date, so this position has the date of its table",
        "write a day, a month or a year, such as 2025-02-12")
    }
    return entry.position == nil && entry.stance == nil ? nil : entry
  }

  /// - Parameter source: the cell of the source; nil afterwards if it contains kinds of evidence.
  private mutating func evidence(
    of cell: Int?, _ columns: RowPerPositionColumns, _ source: inout Int?
  ) -> EvidenceKinds {
    if columns.sourceMayBeEvidence, let here = source,
      let kinds = words.evidence(document.plainText(of: here))
    {
      source = nil
      return kinds
    }
    guard let cell, CellText(document.plainText(of: cell)) == .words else { return [] }
    if let kinds = words.evidence(document.plainText(of: cell)) { return kinds }
    let place = Place(path: self.source.path, range: document.nodes[cell].source.range)
    diagnostics.append(Evidence.unread(document.plainText(of: cell), at: place))
    return []
  }

  private func text(of cell: Int) -> String {
    document.plainText(of: cell) + document.string(document.nodes[cell].text)
  }

  private func mark(of cell: Int) -> String {
    let mark = document.nodes[cell].text
    return (mark.isEmpty ? document.plainText(of: cell) : document.string(mark)).singleSpaced
  }

  private mutating func report(_ id: DiagnosticID, _ node: Int, _ message: String, _ fix: String) {
    diagnostics.append(
      Diagnostic(
        id, at: Place(path: source.path, range: document.nodes[node].source.range), message,
        suggestion: Suggestion(fix)))
  }

  // MARK: The comparison

  private mutating func comparison(_ entries: [Entry], corner: Int) -> SheetTable {
    var issues = Headings()
    var parties = Headings()
    var cells: [[Int: [Entry]]] = []
    for entry in entries {
      let issue = issues.place(of: NameKey(document.plainText(of: entry.issue)), entry.issue)
      let party = parties.place(of: words.partyName(document.plainText(of: entry.party)).key, entry.party)
      if issue == cells.count { cells.append([:]) }
      cells[issue][party, default: []].append(entry)
    }
    cells = cells.map { $0.mapValues(Self.newestFirst) }
    let layers = PivotPart.layers(
      cells.map { $0.mapValues(\.count) }, partyCount: parties.cells.count)
    var table = SheetTable()
    for (layer, parts) in layers.enumerated() {
      for (number, part) in parts.enumerated() {
        if layer > 0 || number > 0 { table.append("\n\n<!-- standpoint: positions -->\n\n") }
        append(corner, isFirst: true, to: &table)
        for party in part.parties { append(parties.cells[party], to: &table) }
        table.appendRule(columns: part.parties.count + 1)
        for issue in part.issues {
          let row = part.parties.map { party -> Entry? in
            let all = cells[issue][party] ?? []
            return layer < all.count ? all[layer] : nil
          }
          append(row, to: &table)
        }
      }
    }
    return table
  }

  /// The rows or the columns, in the order in which the table names them first.
  private struct Headings {
    /// The cell that names each of them first.
    private(set) var cells: [Int] = []
    private var places: [NameKey: Int] = [:]

    /// The place of a name, which is added if it is new.
    mutating func place(of key: NameKey, _ cell: Int) -> Int {
      if let place = places[key] { return place }
      places[key] = cells.count
      cells.append(cell)
      return cells.count - 1
    }
  }

  /// Appends a row; nothing if it holds no position.
  private mutating func append(_ row: [Entry?], to table: inout SheetTable) {
    guard let first = row.lazy.compactMap(\.self).first else { return }
    table.append("\n")
    append(first.issue, isFirst: true, to: &table)
    for entry in row { append(entry, to: &table) }
  }

  /// Undated positions are the oldest; of those with the same date the last row is the newest.
  private static func newestFirst(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().sorted { one, other in
      switch (one.element.date, other.element.date) {
      case (let left?, let right?) where left != right: left > right
      case (nil, .some): false
      case (.some, nil): true
      default: one.offset > other.offset
      }
    }.map(\.element)
  }

  private func append(_ cell: Int, isFirst: Bool = false, to table: inout SheetTable) {
    table.append(
      cell: MarkdownLine(authored: markdown(of: cell)), isFirst: isFirst,
      at: document.nodes[cell].source.range)
  }

  private mutating func append(_ entry: Entry?, to table: inout SheetTable) {
    guard let entry, let cell = entry.position ?? entry.stance.map({ _ in entry.party }) else {
      table.append("  |")
      return
    }
    var parts: [MarkdownLine] = []
    if let stance = entry.stance, document.nodes[cell].text.isEmpty {
      parts.append(stance.mark)
    }
    var words = entry.position.map { markdown(of: $0) } ?? entry.stance?.word ?? ""
    let own = entry.position == nil ? "" : document.string(document.nodes[cell].extra)
    if !own.isEmpty, words.hasSuffix("{\(own)}") {
      words = String(words.dropLast(own.count + 2).trimmingWhitespace)
    }
    parts.append(MarkdownLine(authored: words + note(entry.source)))
    let attributes = CellAttributes(own: own, date: entry.date, evidence: entry.evidence).markdown
    table.append(
      cell: (parts + attributes).joined(separator: " "), at: document.nodes[cell].source.range)
  }

  /// The reference to the source in a cell, which becomes a footnote.
  private mutating func note(_ cell: Int?) -> String {
    guard let cell else { return "" }
    let text = markdown(of: cell)
    if text.hasPrefix("[^") || text.hasPrefix("[@") { return text }
    noteCount += 1
    let label = "[^source-\(noteCount)]"
    notes.append(MarkdownLine(authored: "\n\n\(label): \(text)\n"), at: document.nodes[cell].source.range)
    return label
  }

  private func markdown(of cell: Int) -> String {
    let range = document.nodes[cell].source.range.clamped(to: 0..<source.bytes.count)
    return String(String(decoding: source.bytes[range], as: UTF8.self).trimmingWhitespace)
  }
}
