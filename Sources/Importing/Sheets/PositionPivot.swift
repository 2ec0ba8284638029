import Content
import Text

/// Converts positions in long form to comparisons with issues as rows and parties as columns.
struct PositionPivot {
  private let corner: String
  /// The prefix of footnote labels, so that those of several sheets differ.
  private let notePrefix: String
  /// In order of first appearance.
  private var issues: [(key: NameKey, name: String)] = []
  private var parties: [(key: NameKey, name: String)] = []
  private var partyIndices: [NameKey: Int] = [:]
  /// The positions of an issue and a party, newest first.
  private var cells: [NameKey: [NameKey: [PositionSheet.Entry]]] = [:]
  /// The texts of the footnotes, in order of first appearance.
  private var notes: [MarkdownLine] = []
  private var noteNumbers: [MarkdownLine: Int] = [:]
  private let isLive: Bool

  /// - Parameter isLive: of two positions with the same date, the order of their words and not that of their rows says
  ///   which is newer, so that sorting the sheet changes nothing. Sources are cited as in a report.
  init(corner: String, entries: [PositionSheet.Entry], notePrefix: String = "", isLive: Bool = false) {
    self.corner = corner
    self.notePrefix = notePrefix
    self.isLive = isLive
    for entry in entries { add(entry) }
    cells = cells.mapValues { $0.mapValues { Self.newestFirst($0, isLive: isLive) } }
  }

  /// The largest number of positions in a cell.
  var depth: Int { cells.values.flatMap(\.values).reduce(0) { max($0, $1.count) } }
  var issueCount: Int { issues.count }
  var partyCount: Int { parties.count }

  /// A part of the issues, and the columns of its table.
  private struct Part {
    let issues: [(key: NameKey, name: String)]
    let parties: [(key: NameKey, name: String)]
  }

  /// The tables of all layers, newest positions first.
  private func layers() -> [[Part]] {
    let counts = issues.map { issue in
      Dictionary(
        (cells[issue.key] ?? [:]).compactMap { party, entries in
          partyIndices[party].map { ($0, entries.count) }
        }
      ) { first, _ in first }
    }
    return PivotPart.layers(counts, partyCount: parties.count).map { parts in
      parts.map { part in
        Part(issues: part.issues.map { issues[$0] }, parties: part.parties.map { parties[$0] })
      }
    }
  }

  /// A table with the latest positions, a heading with one table for each layer of earlier ones, and the footnotes.
  mutating func blocks() -> [DraftBlock] {
    var result: [DraftBlock] = []
    for (layer, parts) in layers().enumerated() {
      if layer == 1 { result.append(.heading(level: 2, "Earlier positions")) }
      for part in parts { result.append(.table(table(part, layer: layer))) }
    }
    return result
      + notes.enumerated().map { .footnote(label: notePrefix + String($0.offset + 1), $0.element) }
  }

  /// Writes the tables of a report that reads the sheet: the latest positions, and one table for each layer of earlier ones.
  ///
  /// - Parameter place: the bytes of an entry's cell in the sheet.
  mutating func write(
    into table: inout SheetTable, place: (PositionSheet.Entry, SheetColumns.Meaning) -> Range<Int>
  ) {
    let headers = firstEntries().mapValues { place($0, .party) }
    for (layer, parts) in layers().enumerated() {
      for (number, part) in parts.enumerated() {
        if layer > 0 || number > 0 { table.append("\n<!-- standpoint: positions -->\n\n") }
        write(part, layer: layer, into: &table, headers, place)
      }
    }
    if !notes.isEmpty { table.append("\n") }
    for (number, note) in notes.enumerated() {
      table.append("[^\(notePrefix)\(number + 1)]: \(note)\n")
    }
  }

  private mutating func write(
    _ part: Part, layer: Int, into table: inout SheetTable, _ headers: [NameKey: Range<Int>],
    _ place: (PositionSheet.Entry, SheetColumns.Meaning) -> Range<Int>
  ) {
    table.append(cell: MarkdownEscape.cell(corner.isEmpty ? "Issue" : corner), isFirst: true)
    for party in part.parties {
      table.append(cell: MarkdownEscape.cell(party.name), at: headers[party.key])
    }
    table.appendRule(columns: part.parties.count + 1)
    table.append("\n")
    for issue in part.issues {
      let entries = part.parties.map { entry(issue.key, $0.key, layer) }
      guard let first = entries.compactMap(\.self).first else { continue }
      table.append(cell: MarkdownEscape.cell(issue.name), isFirst: true, at: place(first, .issue))
      for entry in entries {
        table.append(
          cell: entry.map { cell($0, common: nil) } ?? "",
          at: entry.map { place($0, .position) })
      }
      table.append("\n")
    }
  }

  private mutating func add(_ entry: PositionSheet.Entry) {
    let issue = NameKey(entry.issue)
    if cells[issue] == nil { issues.append((issue, entry.issue)) }
    if partyIndices[entry.party.key] == nil {
      partyIndices[entry.party.key] = parties.count
      parties.append((entry.party.key, entry.party.shown))
    }
    cells[issue, default: [:]][entry.party.key, default: []].append(entry)
  }

  /// Sorts newest first. Undated positions are the oldest; among positions with the same date the last row is the newest.
  private static func newestFirst(
    _ entries: [PositionSheet.Entry], isLive: Bool
  ) -> [PositionSheet.Entry] {
    entries.enumerated().sorted { first, second in
      switch (first.element.date, second.element.date) {
      case (let left?, let right?) where left != right: left > right
      case (nil, .some): false
      case (.some, nil): true
      default:
        isLive
          ? first.element.position.precedesByBytes(second.element.position)
          : first.offset > second.offset
      }
    }.map(\.element)
  }

  /// The first entry of each party, for the place of its header.
  private func firstEntries() -> [NameKey: PositionSheet.Entry] {
    var firsts: [NameKey: PositionSheet.Entry] = [:]
    for issue in issues {
      for (party, entries) in cells[issue.key] ?? [:] where firsts[party] == nil {
        firsts[party] = entries.first
      }
    }
    return firsts
  }

  private mutating func table(_ part: Part, layer: Int) -> DraftTable {
    let rows = part.issues
    let entries = rows.map { row in part.parties.map { entry(row.key, $0.key, layer) } }
    let dates = Set(entries.flatMap { $0.compactMap { $0 } }.map(\.date))
    let common = dates.count == 1 ? dates.first ?? nil : nil
    var body: [[MarkdownLine]] = []
    for (row, entries) in zip(rows, entries) {
      body.append([MarkdownEscape.cell(row.name)] + entries.map { $0.map { cell($0, common: common) } ?? "" })
    }
    return DraftTable(
      directive: "positions" + (common.map { " as-of=\($0)" } ?? ""),
      header: [corner.isEmpty ? "Issue" : MarkdownEscape.cell(corner)]
        + part.parties.map { MarkdownEscape.cell($0.name) },
      rows: body)
  }

  private func entry(_ issue: NameKey, _ party: NameKey, _ layer: Int) -> PositionSheet.Entry? {
    guard let entries = cells[issue]?[party], layer < entries.count else { return nil }
    return entries[layer]
  }

  private mutating func cell(_ entry: PositionSheet.Entry, common: PartialDate?) -> MarkdownLine {
    var parts: [MarkdownLine] = []
    if let stance = entry.stance { parts.append(stance.mark) }
    let text =
      entry.stance == nil ? MarkdownEscape.cell(entry.position) : MarkdownEscape.inline(entry.position)
    let remarks = entry.remarks.map(MarkdownEscape.inline).joined(separator: "; ")
    parts.append(MarkdownEscape.attributeEnd(text) + note(remarks))
    parts += CellAttributes(date: entry.date == common ? nil : entry.date, evidence: entry.evidence).markdown
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The reference to remarks, which become a footnote if they are more than citations of sources.
  private mutating func note(_ remarks: MarkdownLine) -> MarkdownLine {
    if remarks.isEmpty { return "" }
    let text = remarks.text
    let isCitation = text.hasPrefix("\\[@") && text.last == "]" && !text.dropFirst(2).contains("[")
    return MarkdownLine(
      authored: isLive && isCitation
        ? String(text.dropFirst()) : "[^\(notePrefix)\(number(of: remarks))]")
  }

  private mutating func number(of note: MarkdownLine) -> Int {
    if let number = noteNumbers[note] { return number }
    notes.append(note)
    noteNumbers[note] = notes.count
    return notes.count
  }
}
