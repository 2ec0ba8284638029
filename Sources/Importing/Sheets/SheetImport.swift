import Content
import Diagnostics
import Text

extension ReportImporter {
  /// Imports the positions in a spreadsheet, given as comma-separated values: either with issues as rows and parties as
  /// columns, or with one position per row and columns such as issue, party, position, stance, date and source.
  ///
  /// Diagnostics: `import-table`, `import-left-out`, `unknown-stance`, `invalid-utf8`.
  package func report(fromSheets sheets: [ImportedSheet]) -> ImportedReport {
    var draft = ReportDraft(title: nil, date: nil, blocks: [], decisions: [], diagnostics: [])
    for (index, sheet) in sheets.enumerated() {
      if let name = sheet.name {
        draft.decisions.append(ImportDecision(line: nil, "sheet “\(name)”: becomes a section"))
        draft.blocks.append(.heading(level: 2, MarkdownEscape.heading(name)))
      }
      read(sheet.source, notePrefix: index == 0 ? "" : "\(index + 1)-", into: &draft)
    }
    if sheets.isEmpty {
      draft.diagnostics.append(Diagnostic(.importLeftOut, at: nil, "the file contains no cells"))
    }
    return draft.report(options)
  }

  private func read(_ source: SourceText, notePrefix: String, into draft: inout ReportDraft) {
    let text = SheetText(source)
    draft.diagnostics += text.diagnostics
    let (records, separator, unclosed) = CSVReader.read(text.bytes)
    if let unclosed {
      draft.diagnostics.append(
        Diagnostic(
          .importTable, at: text.place(of: unclosed..<unclosed + 1),
          "this quote is never closed, so the rest of the file is one cell",
          suggestion: Suggestion("close it, or double it if it is part of the text")))
    }
    guard let header = records.first else {
      draft.diagnostics.append(
        Diagnostic(.importLeftOut, at: Place(path: source.path), "the file contains no cells"))
      return
    }
    let sign = separator == "\t" ? "tabs" : "“\(separator)”"
    draft.decisions.append(
      ImportDecision(
        line: header.line, "header with \(header.cells.count) columns: the first row, separated by \(sign)"))
    let words = HeaderWords(options.words)
    if let sheet = PositionSheet(header: header.cells, words: words, text: text) {
      readLong(records.dropFirst(), sheet, notePrefix: notePrefix, into: &draft)
    } else {
      readWide(records, of: text, into: &draft)
    }
  }

  private func readLong(
    _ records: ArraySlice<CSVReader.Record>, _ sheet: PositionSheet, notePrefix: String,
    into draft: inout ReportDraft
  ) {
    var sheet = sheet
    let entries = records.compactMap { sheet.entry($0) }
    draft.diagnostics += sheet.diagnostics
    var pivot = PositionPivot(corner: sheet.corner, entries: entries, notePrefix: notePrefix)
    draft.decisions.append(
      ImportDecision(
        line: records.first?.line,
        "\(entries.count.counted("position")) of \(pivot.partyCount.counted("party", "parties")) on "
          + "\(pivot.issueCount.counted("issue")): one position per row, because the header names issue, party and position"
      ))
    if pivot.depth > 1 {
      draft.decisions.append(
        ImportDecision(line: nil, "earlier positions are in separate tables, the latest in the first"))
    }
    let incompleteRows = sheet.incompleteRows.map { row in
      let text = row.singleSpaced
      return DraftBlock.paragraph(MarkdownEscape.paragraph(text))
    }
    draft.blocks += pivot.blocks() + incompleteRows
  }

  private func readWide(_ records: [CSVReader.Record], of text: SheetText, into draft: inout ReportDraft) {
    let rows = records.map {
      $0.cells.map { $0.singleSpaced }
    }
    let cells = rows.map { $0.map(MarkdownEscape.cell) }
    var table = DraftTable(header: cells[0], rows: Array(cells.dropFirst()))
    let kind = TableKindChoice(
      header: rows[0], width: table.header.count, classifier: TableClassifier(options.words),
      isPositions: true)
    table.directive = kind.directive
    draft.blocks.append(.table(table))
    draft.decisions.append(
      ImportDecision(
        line: records.count > 1 ? records[1].line : nil,
        "\((rows.count - 1).counted("row")): one issue per row"))
    draft.decisions.append(ImportDecision(line: records[0].line, kind.decision))
    for record in records.dropFirst() where record.cells.count > rows[0].count {
      draft.diagnostics.append(
        Diagnostic(
          .importTable, at: text.place(of: record.range),
          "the row has \(record.cells.count) cells and the header has \(rows[0].count); empty header cells are added",
          suggestion: Suggestion("name the new columns, or quote cells that contain the separator")))
    }
    if let problem = kind.problem {
      draft.diagnostics.append(
        Diagnostic(
          .importTable, at: text.place(of: records[0].range), problem.message,
          suggestion: Suggestion(problem.fix)))
    }
  }
}
