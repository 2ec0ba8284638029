import Content
import Diagnostics
import Text

/// Reads the sheet that a report names with `<!-- standpoint: positions from=grid.csv -->`.
package struct LiveSheet {
  private let source: SourceText
  private let request: SheetRequest
  private let words: HeaderWords
  private var records: [Int: CSVReader.Record] = [:]
  private var diagnostics: [Diagnostic] = []

  /// The table of the sheet, in the two forms that `standpoint import` reads: a row for each issue and a column for each
  /// party, or a row for each position.
  ///
  /// Diagnostics: `unreadable-sheet`, `invalid-utf8`, `sheet-row`, `unknown-stance`, `unread-evidence`.
  ///
  /// - Parameter words: those of the site, for its headers.
  package static func read(
    _ source: SourceText, for request: SheetRequest, words: TableWords
  ) -> SheetAnswer {
    if let problem = UTF8Check.diagnostic(ofWhole: source) { return .unreadable([problem]) }
    var reader = LiveSheet(source: source, request: request, words: HeaderWords.of(words))
    guard let table = reader.table(words) else { return .unreadable(reader.diagnostics) }
    return .table(table.citing, source: source, diagnostics: reader.diagnostics)
  }

  private init(source: SourceText, request: SheetRequest, words: HeaderWords) {
    self.source = source
    self.request = request
    self.words = words
  }

  private mutating func table(_ words: TableWords) -> SheetTable? {
    let (records, _, unclosed) = CSVReader.read(source.bytes)
    if let unclosed {
      return refuse(
        unclosed..<unclosed + 1, "this quotation mark is never closed, so the rest of the sheet is one cell",
        fix: "close it, or double it if it is part of the text")
    }
    for record in records { self.records[record.row] = record }
    guard let tidy = TidyTable(SourceTable(rows: records.map { SourceTable.Row($0) }), words: self.words)
    else {
      return refuse(nil, "the sheet contains no cells", fix: "write a header and rows, or correct the path")
    }
    for problem in tidy.problems {
      diagnose(.sheetRow, problem.row.flatMap { self.records[$0]?.range }, problem.message, fix: problem.fix)
    }
    let header = tidy.header.map(\.text)
    if request.kind == nil || request.kind == .positions(transposed: false) {
      let languages = ImportOptions(name: "", words: words).allHeaderWords
      if let long = languages.lazy.compactMap({ SheetHeader(header: header, words: $0) }).first {
        return longTable(tidy, long)
      }
      if languages.contains(where: { Self.namesBoth(header, $0) }) {
        return refuse(
          self.records[tidy.headerRow]?.range,
          "the sheet has columns for issues and parties, but none for positions or stances",
          fix: "name one of its columns Position or Stance")
      }
    }
    guard header.filter({ !$0.isEmpty }).count >= 2 else {
      return refuse(
        self.records[tidy.headerRow]?.range, "the sheet has only one column",
        fix:
          "give it a column for each party, or the columns Issue, Party and Position; commas, semicolons or tabs separate columns"
      )
    }
    var wide = tidy
    if request.kind == nil || request.kind == .positions(transposed: false) {
      wide.moveIssuesToFront(ImportOptions(name: "", words: words).allHeaderWords)
    }
    return wideTable(wide)
  }

  /// Whether a header names columns for issues and for parties.
  private static func namesBoth(_ header: [String], _ words: HeaderWords) -> Bool {
    let keys = header.map { NameKey($0) }
    return keys.contains { words.isAxis($0) && !words.isParty($0) } && keys.contains { words.isParty($0) }
  }

  private mutating func longTable(_ tidy: TidyTable, _ header: SheetHeader) -> SheetTable? {
    var sheet = PositionSheet(header: header, text: SheetText(source), isLive: true)
    let entries = tidy.body.compactMap { row in
      records[row.index].flatMap { sheet.entry(row.cells.map(\.text), $0) }
    }
    diagnostics += sheet.diagnostics
    guard !entries.isEmpty else {
      return refuse(
        records[tidy.headerRow]?.range, "no row of the sheet gives a position",
        fix: "write rows with an issue, a party and a position")
    }
    var pivot = PositionPivot(
      corner: header.corner, entries: entries, notePrefix: "sheet\(request.number + 1)-", isLive: true)
    var table = SheetTable()
    begin(&table, tidy)
    pivot.write(into: &table) { entry, meaning in
      guard let column = header.columns[meaning] ?? header.columns[.stance] else { return entry.record.range }
      return Self.range(of: column, in: entry.record, tidy)
    }
    return table
  }

  private func wideTable(_ tidy: TidyTable) -> SheetTable {
    let marks = request.kind == .plain || request.kind == .options ? nil : words
    var table = SheetTable()
    begin(&table, tidy)
    let header = records[tidy.headerRow]
    for (column, cell) in tidy.header.enumerated() {
      table.append(
        cell: cell.markdown, isFirst: column == 0,
        at: header.map { Self.range(of: column, in: $0, tidy) })
    }
    table.appendRule(columns: tidy.header.count)
    table.append("\n")
    for row in tidy.body {
      for (column, cell) in row.cells.enumerated() {
        let text = column == 0 ? cell.markdown : Self.text(of: cell, marks)
        table.append(
          cell: text, isFirst: column == 0,
          at: records[row.index].map { Self.range(of: column, in: $0, tidy) })
      }
      table.append("\n")
    }
    if let caption = tidy.caption { table.append("\n: \(caption)\n") }
    return table
  }

  /// The text below the directive; the first places are those of the header.
  private func begin(_ table: inout SheetTable, _ tidy: TidyTable) {
    table.append("\n\n", at: records[tidy.headerRow]?.range)
  }

  /// The Markdown of a cell, with its paragraphs below each other.
  private static func text(of cell: SourceTable.Cell, _ words: HeaderWords?) -> MarkdownLine {
    let paragraphs = cell.blocks.compactMap { block -> MarkdownLine? in
      guard case .paragraph(let text) = block else { return nil }
      return text
    }
    return paragraphs.count > 1 ? paragraphs.joined(separator: "<br>") : TableDraft.marked(cell, words)
  }

  /// The bytes of a cell; those of its row if the row is too short.
  private static func range(of column: Int, in record: CSVReader.Record, _ tidy: TidyTable) -> Range<Int> {
    guard tidy.columns.indices.contains(column),
      record.cellRanges.indices.contains(tidy.columns[column])
    else { return record.range }
    return record.cellRanges[tidy.columns[column]]
  }

  private mutating func refuse(_ range: Range<Int>?, _ message: String, fix: String) -> SheetTable? {
    diagnose(.unreadableSheet, range, message, fix: fix)
    return nil
  }

  private mutating func diagnose(_ id: DiagnosticID, _ range: Range<Int>?, _ message: String, fix: String) {
    diagnostics.append(
      Diagnostic(id, at: Place(path: source.path, range: range), message, suggestion: Suggestion(fix)))
  }
}
