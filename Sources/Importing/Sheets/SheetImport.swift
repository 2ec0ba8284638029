import Content
import Diagnostics
import Text

extension ReportImporter {
  /// Imports the positions in a spreadsheet, given as comma-separated values: either with issues as rows and parties as
  /// columns, or with one position per row and columns such as issue, party, position, stance, date, source and evidence.
  ///
  /// Diagnostics: `import-table`, `import-guess`, `import-left-out`, `unknown-stance`, `invalid-utf8`.
  ///
  /// - Parameter leftOut: the names of sheets that are not imported because they are hidden.
  package func report(fromSheets sheets: [ImportedSheet], leftOut: [String] = []) -> ImportedReport {
    var draft = ReportDraft(title: nil, date: nil, blocks: [], decisions: [], diagnostics: [])
    for (index, sheet) in sheets.enumerated() {
      if let name = sheet.name {
        draft.decisions.append(ImportDecision(line: nil, "sheet “\(name)”: becomes a section"))
        draft.blocks.append(.heading(level: 2, MarkdownEscape.heading(name)))
      }
      var reader = SheetReader(
        sheet, options: options, notePrefix: index == 0 ? "" : "\(index + 1)-", date: draft.date)
      reader.read()
      draft.add(reader, hasOwnHeading: sheet.name != nil)
      if sheet.cellsBeyondLimit > 0 { draft.diagnostics.append(Self.beyondLimit(sheet)) }
    }
    if sheets.isEmpty {
      draft.diagnostics.append(Diagnostic(.importLeftOut, at: nil, "the file contains no cells"))
    }
    for name in leftOut {
      draft.diagnostics.append(
        Diagnostic(
          .importGuess, at: nil, "the hidden sheet “\(name)” is left out",
          suggestion: Suggestion("use --sheet \"\(name)\" to import it")))
    }
    return draft.report(options)
  }

  private static func beyondLimit(_ sheet: ImportedSheet) -> Diagnostic {
    let (count, limit) = (sheet.cellsBeyondLimit, Limit.sheetSize.shown)
    return Diagnostic(
      .importLeftOut, at: Place(path: sheet.source.path),
      "\(count) cell\(count == 1 ? " is" : "s are") left out, because a sheet can have at most \(limit)",
      suggestion: Suggestion("split the sheet into several"))
  }
}

extension ReportDraft {
  /// Adds what a sheet gave.
  fileprivate mutating func add(_ sheet: SheetReader, hasOwnHeading: Bool) {
    blocks += sheet.blocks
    decisions += sheet.decisions
    diagnostics += sheet.diagnostics
    if date == nil { date = sheet.date }
    if language == nil, let code = sheet.language {
      language = code
      decisions.append(ImportDecision(line: nil, TableLanguage.decision(code)))
    }
    if !hasOwnHeading { caption = sheet.caption }
  }
}

/// Converts one sheet to the blocks of a report.
struct SheetReader {
  private(set) var blocks: [DraftBlock] = []
  private(set) var decisions: [ImportDecision] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The date in the titles of the sheet; nil: none.
  private(set) var date: PartialDate?
  /// The titles of the sheet as plain text; nil: none.
  private(set) var caption: String?
  /// The language whose words its header is read by; nil: that of the site.
  private(set) var language: String?
  /// The positions of a sheet in long form.
  private(set) var pivot: PositionPivot?

  private let sheet: ImportedSheet
  private let options: ImportOptions
  private let notePrefix: String
  private let text: SheetText
  private let reportDate: PartialDate?
  /// The rows of the file, by their numbers from 0.
  private var records: [Int: CSVReader.Record] = [:]

  /// - Parameter date: the date of the report so far.
  init(_ sheet: ImportedSheet, options: ImportOptions, notePrefix: String, date: PartialDate?) {
    self.sheet = sheet
    self.options = options
    self.notePrefix = notePrefix
    reportDate = options.date ?? date
    text = SheetText(sheet.source)
    diagnostics = text.diagnostics
  }

  mutating func read() {
    let (records, separator, unclosed) = CSVReader.read(text.bytes, separator: sheet.separator)
    if let unclosed {
      diagnose(
        .importTable, unclosed..<unclosed + 1,
        "this quotation mark is never closed, so the rest of the file is one cell",
        fix: "close it, or double it if it is part of the text")
    }
    for record in records { self.records[record.row] = record }
    let words = HeaderWords.of(options.words)
    let source = SourceTable(rows: rows(of: records))
    guard let tidy = TidyTable(source, words: words) else {
      diagnostics.append(
        Diagnostic(.importLeftOut, at: Place(path: sheet.source.path), "the file contains no cells"))
      return
    }
    date = tidy.date
    caption = tidy.titles.isEmpty ? nil : tidy.titles.map(\.text).joined(separator: ". ")
    let sign = separator == "\t" ? "tabs" : "“\(separator)”"
    let isFirst = tidy.headerRow == records.first?.row
    decide(
      tidy.headerRow,
      "header with \(tidy.header.count.counted("column")): the first row"
        + (isFirst ? "" : " below the title") + (sheet.separator == nil ? ", separated by \(sign)" : ""))
    report(tidy)
    if let header = longHeader(tidy.header.map(\.text)) {
      readLong(tidy, header)
    } else {
      readWide(tidy)
    }
  }

  private func rows(of records: [CSVReader.Record]) -> [SourceTable.Row] {
    var rows = records.map { SourceTable.Row($0) }
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element.index, $0.offset) })
    for merged in sheet.merges {
      guard let first = places[merged.rows.lowerBound],
        merged.columns.lowerBound < rows[first].cells.count
      else { continue }
      var cell = rows[first].cells[merged.columns.lowerBound]
      if cell.isEmpty { continue }
      cell.merge = SourceTable.Merge(
        row: merged.rows.lowerBound, column: merged.columns.lowerBound, rowCount: merged.rows.count,
        columnCount: merged.columns.count)
      for row in merged.rows {
        guard let place = places[row] else { continue }
        for column in merged.columns {
          while rows[place].cells.count <= column { rows[place].cells.append(.empty) }
          rows[place].cells[column] = cell
        }
      }
    }
    return rows
  }

  // MARK: Long form

  private mutating func longHeader(_ header: [String]) -> SheetHeader? {
    if let columns = options.columns {
      guard columns.isLong else { return nil }
      var missing: [String] = []
      let found = SheetHeader(
        header: header, words: HeaderWords.of(options.words), columns: columns, missing: &missing)
      for name in missing { reportMissing(name, header) }
      return missing.isEmpty ? found : nil
    }
    for (index, words) in options.allHeaderWords.enumerated() {
      guard let found = SheetHeader(header: header, words: words) else { continue }
      // The words of the site come first.
      if index > 0 { language = LanguageWords.languages[index - 1] }
      return found
    }
    return nil
  }

  private mutating func reportMissing(_ name: String, _ header: [String]) {
    let near = NearestName.match(name, among: header)
    diagnostics.append(
      Diagnostic(
        .importTable, at: Place(path: sheet.source.path), "no column has the header “\(name)”",
        suggestion: Suggestion(
          near.map { "did you mean “\($0)”?" }
            ?? "the headers are \(header.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", "))")))
  }

  private mutating func readLong(_ tidy: TidyTable, _ header: SheetHeader) {
    var sheet = PositionSheet(header: header, text: text)
    var entries: [PositionSheet.Entry] = []
    for row in tidy.body {
      guard let record = records[row.index] else { continue }
      if let entry = sheet.entry(row.cells.map(\.text), record) { entries.append(entry) }
    }
    diagnostics += sheet.diagnostics
    if !sheet.silentLines.isEmpty {
      let lines = sheet.silentLines.map(String.init).joined(separator: ", ")
      decisions.append(
        ImportDecision(
          line: sheet.silentLines[0], "no position in \(sheet.silentLines.count.counted("row")): \(lines)"))
    }
    var pivot = PositionPivot(corner: header.corner, entries: entries, notePrefix: notePrefix)
    let names = header.columns.sorted { $0.value < $1.value }.map {
      "\($0.key.rawValue) “\(header.header[$0.value])”"
    }
    decide(
      tidy.body.first?.index,
      "\(entries.count.counted("position")) of \(pivot.partyCount.counted("party", "parties")) on "
        + "\(pivot.issueCount.counted("issue")): one position per row, because the header names "
        + names.joined(separator: ", "))
    if header.isExport {
      decide(0, "exported by Standpoint: the other columns can be derived from these and are not imported")
    }
    if pivot.depth > 1 {
      decisions.append(
        ImportDecision(line: nil, "earlier positions are in separate tables, the latest in the first"))
    }
    let texts =
      tidy.sections.compactMap { $0.title?.markdown } + tidy.notes.map(\.markdown)
      + sheet.incompleteRows.map { MarkdownEscape.inline($0) }
    blocks += tidy.caption.map { [.paragraph(MarkdownEscape.lineStart($0))] } ?? []
    blocks += pivot.blocks() + texts.map { .paragraph(MarkdownEscape.lineStart($0)) }
    self.pivot = pivot
  }

  // MARK: Wide form

  private mutating func readWide(_ tidy: TidyTable) {
    var tidy = tidy
    var claim = TableKindChoice.Claim.none
    if let columns = options.columns, !columns.isLong {
      let name = columns.headers[.issue] ?? columns.headers[.party] ?? ""
      if let index = tidy.header.firstIndex(where: { NameKey($0.text) == NameKey(name) }) {
        tidy.moveToFront(index)
        claim = columns.headers[.issue] == nil ? .transposed : .positions
      } else {
        reportMissing(name, tidy.header.map(\.text))
      }
    }
    if claim == .none {
      tidy.moveIssuesToFront(options.allHeaderWords)
      for remark in tidy.moves { decide(remark.row, remark.message) }
      if hasAnswers(tidy) { claim = .transposed }
    }
    let header = tidy.header.map(\.text)
    let site = TableClassifier(options.words)
    let other = ImportOptions.classifiersOfLanguages.first {
      $0.reading(header: header) == .axis
    }
    let isOfSite = claim != .none || site.reading(header: header) == .axis
    let own = isOfSite ? nil : TableLanguage(reading: header, site: site)
    language = own?.code
    if !isOfSite, own == nil, other != nil { claim = .positions }
    let draft = TableDraft(
      tidy, classifier: isOfSite ? site : own?.classifier ?? other ?? site, claim: claim,
      date: reportDate == nil || tidy.date == reportDate ? nil : tidy.date, marksStances: true)
    blocks += draft.blocks
    decide(
      tidy.body.first?.index,
      "\(tidy.body.count.counted("row")): one \(claim == .transposed ? "party" : "issue") per row")
    decide(tidy.headerRow, draft.kind.decision)
    noteEmptyRows(tidy)
    reportWidth(tidy)
    if let problem = draft.kind.problem {
      diagnose(.importTable, records[tidy.headerRow]?.range, problem.message, fix: problem.fix)
    } else if draft.kind.isUndecided {
      reportUndecided(tidy)
    }
  }

  /// Whether each row is a party and its cells are answers to the statements in the header, as in sheets of voting advice
  /// applications.
  private func hasAnswers(_ tidy: TidyTable) -> Bool {
    let words = options.allHeaderWords
    guard let corner = tidy.header.first.map({ NameKey($0.text) }),
      words.contains(where: { $0.isParty(corner) })
    else { return false }
    let columns = tidy.header.indices.dropFirst().filter { column in
      words.allSatisfy { $0.mayBeParty(tidy.header[column].text) }
    }
    let answers = columns.flatMap { column in tidy.body.map { $0.cells[column].text } }
      .filter { !$0.isEmpty && !StanceWords.isNoAnswer($0) }
    return answers.count >= 2
      && answers.allSatisfy { words[0].stance($0) != nil || StanceWords.all.stance($0) != nil }
  }

  /// Says what the author can do about a table whose header does not say what its columns are.
  private mutating func reportUndecided(_ tidy: TidyTable) {
    let header = tidy.header.map(\.text).filter { !$0.isEmpty }
    let keys = header.map { NameKey($0) }
    let words = options.allHeaderWords
    let issue =
      keys.indices.first { index in words.contains { $0.isAxis(keys[index]) && !$0.isParty(keys[index]) } }
      ?? 0
    let party = keys.indices.first { index in index != issue && words.contains { $0.isParty(keys[index]) } }
    let corner = header.isEmpty ? "…" : header[issue]
    let wide = command(columns: "issue=\(corner)")
    let rest = header.indices.filter { $0 != issue && $0 != party }.map { header[$0] }
    let named = party.map { [header[$0]] + rest } ?? rest
    let long = zip(["party", "position", "stance", "date", "source", "evidence"], named).map { "\($0)=\($1)" }
    let mapping = (["issue=\(corner)"] + long).joined(separator: ",")
    let advice = (
      "if each row is an issue and each further column a party, run \(wide)",
      "if each row has one position, run \(command(columns: mapping)), with the headers that you have"
    )
    diagnose(
      .importTable, records[tidy.headerRow]?.range,
      "the header does not say which column has the issues and which the parties, so the table is plain",
      fix: party == nil ? advice.0 + "; " + advice.1 : advice.1 + "; " + advice.0)
  }

  /// The command that imports the sheet with these columns.
  private func command(columns: String) -> String {
    let end = sheet.name.map { " (\($0))" } ?? ""
    let path =
      sheet.source.path.hasSuffix(end) ? String(sheet.source.path.dropLast(end.count)) : sheet.source.path
    let only = sheet.name.map { " --sheet \"\($0)\"" } ?? ""
    return "standpoint import \(ShellWord.quoted(path))\(only) --columns \"\(columns)\""
  }

  private mutating func noteEmptyRows(_ tidy: TidyTable) {
    for row in tidy.body where row.filled.count == 1 && !row.first.isEmpty && tidy.header.count > 2 {
      decide(row.index, "“\(row.first.text)” has no position: the other cells of its row are empty")
    }
  }

  private mutating func reportWidth(_ tidy: TidyTable) {
    guard sheet.separator == nil, let width = records[tidy.headerRow]?.cells.count else { return }
    for row in tidy.body {
      guard let record = records[row.index], record.cells.count > width,
        record.cells.dropFirst(width).contains(where: { !$0.isEmpty })
      else { continue }
      diagnose(
        .importTable, record.range,
        "the row has \(record.cells.count) cells and the header has \(width); empty header cells are added",
        fix: "name the new columns, or quote cells that contain the separator")
    }
  }

  // MARK: Telling

  private mutating func report(_ tidy: TidyTable) {
    for remark in tidy.decisions { decide(remark.row, remark.message) }
    for remark in tidy.guesses {
      diagnose(.importGuess, remark.row.flatMap { records[$0]?.range }, remark.message, fix: remark.fix)
    }
    for remark in tidy.problems where sheet.separator != nil || !isWide(remark.row, tidy) {
      diagnose(.importTable, remark.row.flatMap { records[$0]?.range }, remark.message, fix: remark.fix)
    }
  }

  /// Whether a row has more cells than the header, which is reported on its own.
  private func isWide(_ row: Int?, _ tidy: TidyTable) -> Bool {
    guard let row, let record = records[row], let header = records[tidy.headerRow] else { return false }
    return record.cells.count > header.cells.count
  }

  private mutating func decide(_ row: Int?, _ message: String) {
    decisions.append(ImportDecision(line: row.flatMap { records[$0]?.line }, message))
  }

  private mutating func diagnose(_ id: DiagnosticID, _ range: Range<Int>?, _ message: String, fix: String) {
    let place = range.map { text.place(of: $0) } ?? Place(path: sheet.source.path)
    diagnostics.append(Diagnostic(id, at: place, message, suggestion: Suggestion(fix)))
  }
}

extension SourceTable.Row {
  /// A row of a sheet, without merged cells.
  init(_ record: CSVReader.Record) {
    self.init(
      index: record.row,
      cells: record.cells.map { cell in
        let text = cell.singleSpaced
        return SourceTable.Cell(
          text: text, markdown: MarkdownEscape.cell(text), blocks: DraftBlock.paragraphs(ofCell: cell))
      })
  }
}
