import Content
import Diagnostics
import Text

/// Converts a document from pandoc to the blocks of a report.
struct PandocReader {
  private static let depthLimit = 40

  let path: String
  let classifier: TableClassifier
  var writer = PandocInlineWriter()
  var decisions: [ImportDecision] = []
  var diagnostics: [Diagnostic] = []
  /// The number added to the level of headings, so that the highest level is 2.
  var shift = 0
  /// The date in the document; nil: none so far.
  private var date: PartialDate?
  /// The language whose words the tables are read by; nil: that of the site.
  private var language: String?
  /// The number of blocks so far, outside of lists and quotations.
  private var count = 0

  init(path: String, words: TableWords) {
    self.path = path
    classifier = TableClassifier(words)
  }

  /// The draft of the document.
  ///
  /// - Parameter prefersHeading: whether a single heading of level 1 takes precedence over the title in the
  ///   metadata, which in web pages also names the site.
  mutating func draft(_ document: PandocDocument, prefersHeading: Bool) -> ReportDraft {
    let page = PageNotes(document.blocks, plain: writer.plainText)
    for comment in page.comments {
      diagnose("the comment “\(comment)” is left out", fix: "add what it says to the text if readers need it")
    }
    var blocks = Self.flat(page.blocks)
    takeDate(document.date)
    blocks.insert(contentsOf: prefersHeading ? [] : document.heads.map { .paragraph($0) }, at: 0)
    let named = self.name(document.title)
    let title = takeTitle(from: &blocks, named: named, prefersHeading: prefersHeading)
    let top = blocks.compactMap { if case .heading(let level, _) = $0 { level } else { nil } }.min() ?? 2
    shift = 2 - top
    var result = self.blocks(blocks, depth: 0)
    result += writer.notes.enumerated().map { .footnote(label: String($0.offset + 1), $0.element) }
    for problem in writer.problems { diagnose(problem.message, fix: problem.fix) }
    return ReportDraft(
      title: title, date: date, language: language, blocks: result, decisions: decisions,
      diagnostics: diagnostics,
      images: writer.images)
  }

  /// The title in the metadata; empty if it is none, such as “Untitled Document”.
  private mutating func name(_ title: [PandocInline]) -> String {
    let name = writer.plainText(title)
    guard GeneralTitle.isGeneral(name) else { return name }
    decide("the title “\(name)” in the metadata is ignored, because it is not a real title")
    return ""
  }

  private mutating func takeDate(_ inlines: [PandocInline]) {
    let text = writer.plainText(inlines)
    guard !text.isEmpty else { return }
    date = WrittenDate.read(text) ?? WrittenDate.first(in: text)
    decide(date.map { "date \($0): from the document’s metadata" } ?? "the date “\(text)” cannot be read")
  }

  /// Takes the date of the report from a short paragraph near the start.
  private mutating func findDate(in inlines: [PandocInline]) {
    count += 1
    guard date == nil, count <= 6 else { return }
    let text = writer.plainText(inlines)
    guard LineShape(text).words <= 12, let found = WrittenDate.first(in: text) else { return }
    date = found
    decide("date \(found): from a short line near the start, which is kept as text")
  }

  /// The blocks with the contents of divisions in place of the divisions.
  private static func flat(_ blocks: [PandocBlock]) -> [PandocBlock] {
    blocks.flatMap { block in
      if case .group(let inner, _) = block { flat(inner) } else { [block] }
    }
  }

  private mutating func takeTitle(from blocks: inout [PandocBlock], named: String, prefersHeading: Bool)
    -> String?
  {
    let tops = blocks.indices.filter { if case .heading(1, _) = blocks[$0] { true } else { false } }
    if !named.isEmpty, !(prefersHeading && tops.count == 1) {
      decide("title “\(named)”: from the document’s metadata")
      return named
    }
    guard let index = tops.first, tops.count == 1 || index == 0, case .heading(_, let inlines) = blocks[index]
    else {
      return nil
    }
    let title = writer.plainText(inlines)
    guard !title.isEmpty, !inlines.contains(where: { if case .note = $0 { true } else { false } }) else {
      return nil
    }
    decide("title “\(title)”: the top-level heading")
    if !named.isEmpty, named != title {
      decide("the page title “\(named)” is dropped in favour of the heading")
    }
    if Self.hasWords(blocks[..<index], writer) {
      decide("the content above that heading is moved below the title")
    }
    blocks.remove(at: index)
    return title
  }

  private static func hasWords(_ blocks: ArraySlice<PandocBlock>, _ writer: PandocInlineWriter) -> Bool {
    !PandocFlatText.plain(Array(blocks), writer).isEmpty
  }

  mutating func decide(_ message: String) {
    decisions.append(ImportDecision(line: nil, message))
  }

  mutating func diagnose(_ message: String, fix: String, _ id: DiagnosticID = .importLeftOut) {
    diagnostics.append(
      Diagnostic(id, at: Place(path: path), message, suggestion: Suggestion(fix)))
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [PandocBlock], depth: Int) -> [DraftBlock] {
    guard depth < Self.depthLimit else {
      return [.paragraph(PandocFlatText.text(blocks, &writer, as: .paragraph))]
    }
    var result: [DraftBlock] = []
    for block in blocks { result += self.block(block, depth: depth) }
    return result
  }

  private mutating func block(_ block: PandocBlock, depth: Int) -> [DraftBlock] {
    switch block {
    case .paragraph(let inlines):
      if depth == 0 { findDate(in: inlines) }
      return paragraph(inlines)
    case .lines(let lines): return lines.flatMap { paragraph($0) }
    case .heading(let level, let inlines):
      let text = writer.text(inlines, as: .heading)
      let written = min(6, max(2, level + shift))
      if !text.isEmpty {
        decide(
          "level-\(written) heading “\(writer.plainText(inlines))”: level \(level) in the document")
      }
      return text.isEmpty ? [] : [.heading(level: written, text)]
    case .bulletList(let entries): return [.list(start: nil, entries.map { blocks($0, depth: depth + 1) })]
    case .orderedList(let start, let entries):
      return [.list(start: max(0, start), entries.map { blocks($0, depth: depth + 1) })]
    case .definitions(let definitions):
      return definitions.flatMap { definition in
        paragraph([.strong(definition.term)]) + definition.meanings.flatMap { blocks($0, depth: depth + 1) }
      }
    case .quote(let inner): return [.quote(blocks(inner, depth: depth + 1))]
    case .code(let code, let language):
      return [.code(code, language: language.filter { $0.isLetter || $0.isNumber })]
    case .raw(let raw): return paragraph([.raw(raw)])
    case .rule: return [.rule]
    case .group(let inner, _): return blocks(inner, depth: depth + 1)
    case .table(let table): return self.table(table)
    }
  }

  private mutating func paragraph(_ inlines: [PandocInline]) -> [DraftBlock] {
    let text = writer.text(inlines, as: .paragraph)
    return text.isEmpty ? [] : [.paragraph(text)]
  }

  // MARK: Tables

  /// Converts a table; without a head, the first row becomes the header.
  mutating func table(_ table: PandocTable) -> [DraftBlock] {
    var source = SourceTable(rows: rows(of: table))
    source.headCount = table.head.count
    let caption = PandocFlatText.text(table.caption.blocks, &writer)
    guard let first = TidyTable(source, words: classifier.words) else { return [] }
    let classifier = tableClassifier(first)
    guard var tidy = TidyTable(source, words: classifier.words) else { return [] }
    tidy.moveIssuesToFront([classifier.words])
    let date = tidy.date == date ? nil : tidy.date
    if self.date == nil { self.date = tidy.date }
    let draft = TableDraft(
      tidy, classifier: classifier, caption: caption, date: self.date == tidy.date ? nil : date)
    let corner = tidy.header.first?.text ?? ""
    decide(
      "table “\(corner)” with \(tidy.header.count.counted("column")) and \(tidy.body.count.counted("row"))"
        + (table.head.contains { !$0.isEmpty } ? "" : ": the first row is the header"))
    for remark in tidy.decisions + tidy.moves { decide(remark.message) }
    decide(draft.kind.decision)
    for remark in tidy.guesses { diagnose(remark.message, fix: remark.fix, .importGuess) }
    for remark in tidy.problems { diagnose(remark.message, fix: remark.fix, .importTable) }
    if let problem = draft.kind.problem { diagnose(problem.message, fix: problem.fix, .importTable) }
    return draft.blocks
  }

  /// The words of the site, or those of the language that says what the table is.
  private mutating func tableClassifier(_ table: TidyTable) -> TableClassifier {
    let header = table.header.map(\.text)
    guard let found = TableLanguage(reading: header, site: classifier),
      language == nil || language == found.code
    else { return classifier }
    if language == nil { decide(TableLanguage.decision(found.code)) }
    language = found.code
    return found.classifier
  }

  private mutating func rows(of table: PandocTable) -> [SourceTable.Row] {
    let grid = TableGrid(table.head + table.body)
    var merged: [SourceTable.Merge: SourceTable.Cell] = [:]
    var rows: [SourceTable.Row] = []
    for (index, row) in grid.rows.enumerated() {
      var cells: [SourceTable.Cell] = []
      for (column, slot) in row.enumerated() {
        guard let slot else {
          cells.append(.empty)
          continue
        }
        if let merge = slot.merge, let known = merged[merge] {
          cells.append(known)
          continue
        }
        // Bold headers are a matter of style.
        let isHeader = index < max(1, table.head.count) || column == 0
        let cell = self.cell(slot.cell.blocks, isHeader: isHeader, merge: slot.merge)
        if let merge = slot.merge { merged[merge] = cell }
        cells.append(cell)
      }
      rows.append(SourceTable.Row(index: index, cells: cells))
    }
    return rows
  }

  private mutating func cell(_ blocks: [PandocBlock], isHeader: Bool, merge: SourceTable.Merge?)
    -> SourceTable.Cell
  {
    (writer.writesStyles, writer.breaksLines) = (!isHeader, !isHeader)
    defer { (writer.writesStyles, writer.breaksLines) = (true, false) }
    let (markdown, parts) = PandocFlatText.cell(blocks, &writer)
    return SourceTable.Cell(
      text: PandocFlatText.plain(blocks, writer), markdown: markdown, blocks: parts, merge: merge)
  }
}
