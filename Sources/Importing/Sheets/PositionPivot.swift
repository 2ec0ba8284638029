import Content

/// Converts positions in long form to comparisons with issues as rows and parties as columns.
struct PositionPivot {
  private let corner: String
  /// The prefix of footnote labels, so that those of several sheets differ.
  private let notePrefix: String
  /// In order of first appearance.
  private var issues: [(key: NameKey, name: String)] = []
  private var parties: [(key: NameKey, name: String)] = []
  /// The positions of an issue and a party, newest first.
  private var cells: [NameKey: [NameKey: [PositionSheet.Entry]]] = [:]
  /// The texts of the footnotes, in order of first appearance.
  private var notes: [String] = []

  /// - Parameter isLive: of two positions with the same date, the order of their words and not that of their rows says
  ///   which is newer, so that sorting the sheet changes nothing.
  init(corner: String, entries: [PositionSheet.Entry], notePrefix: String = "", isLive: Bool = false) {
    self.corner = corner
    self.notePrefix = notePrefix
    for entry in entries { add(entry) }
    for issue in cells.keys {
      for party in parties.map(\.key) {
        cells[issue]?[party].map { cells[issue]?[party] = Self.newestFirst($0, isLive: isLive) }
      }
    }
  }

  /// The largest number of positions in a cell.
  var depth: Int { cells.values.flatMap(\.values).reduce(0) { max($0, $1.count) } }
  var issueCount: Int { issues.count }
  var partyCount: Int { parties.count }

  /// A table with the latest positions, a heading with one table for each layer of earlier ones, and the footnotes.
  mutating func blocks() -> [DraftBlock] {
    var result: [DraftBlock] = []
    for layer in 0..<depth {
      if layer == 1 { result.append(.heading(level: 2, "Earlier positions")) }
      result.append(.table(table(layer: layer)))
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
    for layer in 0..<depth {
      if layer > 0 { table.append("\n<!-- standpoint: positions -->\n\n") }
      write(layer: layer, into: &table, place)
    }
    if !notes.isEmpty { table.append("\n") }
    for (number, note) in notes.enumerated() {
      table.append("[^\(notePrefix)\(number + 1)]: \(note)\n")
    }
  }

  private mutating func write(
    layer: Int, into table: inout SheetTable,
    _ place: (PositionSheet.Entry, SheetColumns.Meaning) -> Range<Int>
  ) {
    table.append("| " + DraftWriter.piped(MarkdownEscape.cell(corner.isEmpty ? "Issue" : corner)) + " |")
    for party in parties {
      let first = issues.compactMap { entry($0.key, party.key, 0) }.first
      table.append(
        " " + DraftWriter.piped(MarkdownEscape.cell(party.name)) + " |", at: first.map { place($0, .party) })
    }
    table.append("\n|" + String(repeating: "---|", count: parties.count + 1) + "\n")
    for issue in issues {
      let entries = parties.map { entry(issue.key, $0.key, layer) }
      guard let first = entries.compactMap(\.self).first else { continue }
      table.append("| " + DraftWriter.piped(MarkdownEscape.cell(issue.name)) + " |", at: place(first, .issue))
      for entry in entries {
        table.append(
          " " + DraftWriter.piped(entry.map { cell($0, common: nil) } ?? "") + " |",
          at: entry.map { place($0, .position) })
      }
      table.append("\n")
    }
  }

  private mutating func add(_ entry: PositionSheet.Entry) {
    let issue = NameKey(entry.issue)
    if cells[issue] == nil { issues.append((issue, entry.issue)) }
    if !parties.contains(where: { $0.key == entry.party.key }) {
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
          ? first.element.position.utf8.lexicographicallyPrecedes(second.element.position.utf8)
          : first.offset > second.offset
      }
    }.map(\.element)
  }

  private mutating func table(layer: Int) -> DraftTable {
    let rows = issues.filter { issue in
      parties.contains { (cells[issue.key]?[$0.key]?.count ?? 0) > layer }
    }
    let entries = rows.map { row in parties.map { entry(row.key, $0.key, layer) } }
    let dates = Set(entries.flatMap { $0.compactMap { $0 } }.map(\.date))
    let common = dates.count == 1 ? dates.first ?? nil : nil
    var body: [[String]] = []
    for (row, entries) in zip(rows, entries) {
      body.append([MarkdownEscape.cell(row.name)] + entries.map { $0.map { cell($0, common: common) } ?? "" })
    }
    return DraftTable(
      directive: "positions" + (common.map { " as-of=\($0)" } ?? ""),
      header: [corner.isEmpty ? "Issue" : MarkdownEscape.cell(corner)]
        + parties.map { MarkdownEscape.cell($0.name) },
      rows: body)
  }

  private func entry(_ issue: NameKey, _ party: NameKey, _ layer: Int) -> PositionSheet.Entry? {
    guard let entries = cells[issue]?[party], layer < entries.count else { return nil }
    return entries[layer]
  }

  private mutating func cell(_ entry: PositionSheet.Entry, common: PartialDate?) -> String {
    var parts: [String] = []
    if let stance = entry.stance { parts.append("[\(stance.rawValue)]") }
    let text =
      entry.stance == nil ? MarkdownEscape.cell(entry.position) : MarkdownEscape.inline(entry.position)
    let remarks = entry.remarks.map(MarkdownEscape.inline).joined(separator: "; ")
    parts.append(
      MarkdownEscape.attributeEnd(text) + (remarks.isEmpty ? "" : "[^\(notePrefix)\(number(of: remarks))]"))
    if let date = entry.date, date != common { parts.append("{as-of=\(date)}") }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func number(of note: String) -> Int {
    if let index = notes.firstIndex(of: note) { return index + 1 }
    notes.append(note)
    return notes.count
  }
}
