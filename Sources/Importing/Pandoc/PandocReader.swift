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

  init(path: String, words: TableWords) {
    self.path = path
    classifier = TableClassifier(words)
  }

  /// The draft of the document.
  ///
  /// - Parameter prefersHeading: whether a single heading of level 1 takes precedence over the title in the
  ///   metadata, which in web pages also names the site.
  mutating func draft(_ document: PandocDocument, prefersHeading: Bool) -> ReportDraft {
    var blocks = Self.flat(document.blocks)
    let named = writer.plainText(document.title)
    let title = takeTitle(from: &blocks, named: named, prefersHeading: prefersHeading)
    let top = blocks.compactMap { if case .heading(let level, _) = $0 { level } else { nil } }.min() ?? 2
    shift = 2 - top
    var result = self.blocks(blocks, depth: 0)
    result += writer.notes.enumerated().map { .footnote(label: String($0.offset + 1), $0.element) }
    for problem in writer.problems { diagnose(problem.message, fix: problem.fix) }
    return ReportDraft(
      title: title, date: nil, blocks: result, decisions: decisions, diagnostics: diagnostics,
      images: writer.images)
  }

  /// The blocks with the contents of divisions in place of the divisions.
  private static func flat(_ blocks: [PandocBlock]) -> [PandocBlock] {
    blocks.flatMap { block in
      if case .group(let inner) = block { flat(inner) } else { [block] }
    }
  }

  private mutating func takeTitle(from blocks: inout [PandocBlock], named: String, prefersHeading: Bool)
    -> String?
  {
    let tops = blocks.indices.filter { if case .heading(1, _) = blocks[$0] { true } else { false } }
    if !named.isEmpty, !(prefersHeading && tops.count == 1) {
      decide("title “\(named)”: from the document's metadata")
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
    if index > 0 { decide("the content above that heading is moved below the title") }
    blocks.remove(at: index)
    return title
  }

  mutating func decide(_ message: String) {
    decisions.append(ImportDecision(line: nil, message))
  }

  mutating func diagnose(_ message: String, fix: String) {
    diagnostics.append(
      Diagnostic(.importLeftOut, at: Place(path: path), message, suggestion: Suggestion(fix)))
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
    case .paragraph(let inlines): return paragraph(inlines)
    case .lines(let lines): return lines.flatMap { paragraph($0) }
    case .heading(let level, let inlines):
      let text = writer.text(inlines, as: .heading)
      let written = min(6, max(2, level + shift))
      if !text.isEmpty {
        decide(
          "heading “\(writer.plainText(inlines))” of level \(written): level \(level) in the document")
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
    case .group(let inner): return blocks(inner, depth: depth + 1)
    case .table(let table): return self.table(table)
    }
  }

  private mutating func paragraph(_ inlines: [PandocInline]) -> [DraftBlock] {
    let text = writer.text(inlines, as: .paragraph)
    return text.isEmpty ? [] : [.paragraph(text)]
  }

  // MARK: Tables

  /// Converts a table. A head of several rows becomes one row; without a head, the first row becomes the header.
  mutating func table(_ table: PandocTable) -> [DraftBlock] {
    let head = TableGrid(table.head)
    let body = TableGrid(table.body)
    let headRows = head.rows.map { texts(of: $0) }.filter { $0.contains { !$0.isEmpty } }
    var rows = body.rows.map { texts(of: $0) }.filter { $0.contains { !$0.isEmpty } }
    var header = Self.merged(headRows)
    var plainHeader = Self.merged(head.rows.map { plain($0) })
    if headRows.isEmpty {
      guard !rows.isEmpty else { return [] }
      header = rows.removeFirst()
      plainHeader = body.rows.first.map { plain($0) } ?? []
    }
    return made(
      table, header, plainHeader, rows, hasSpans: head.hasSpans || body.hasSpans, hasHead: !headRows.isEmpty)
  }

  private mutating func made(
    _ table: PandocTable, _ header: [String], _ plainHeader: [String], _ rows: [[String]], hasSpans: Bool,
    hasHead: Bool
  ) -> [DraftBlock] {
    let kind = TableKindChoice(header: plainHeader, width: header.count, classifier: classifier)
    var made = DraftTable(directive: kind.directive, header: header, rows: rows)
    let caption = PandocFlatText.text(table.caption.blocks, &writer)
    if !caption.isEmpty { made.caption = caption }
    let corner = plainHeader.first ?? ""
    decide(
      "table “\(corner)” of \(made.header.count.counted("column")) and \(rows.count.counted("row"))"
        + (hasHead ? "" : ": the first row is the header"))
    decide(kind.decision)
    if hasSpans {
      diagnose(
        "the table “\(corner)” has merged cells; each is kept in its first row and column, and the others are empty",
        fix: "fill the empty cells in the report")
    }
    if let problem = kind.problem { diagnose(problem.message, fix: problem.fix) }
    return [.table(made)]
  }

  private mutating func texts(of row: [PandocTable.Cell?]) -> [String] {
    row.map { cell in cell.map { PandocFlatText.text($0.blocks, &writer, as: .cell) } ?? "" }
  }

  private func plain(_ row: [PandocTable.Cell?]) -> [String] {
    row.map { cell in
      let paragraphs = (cell?.blocks ?? []).compactMap {
        if case .paragraph(let inlines) = $0 { inlines } else { nil }
      }
      return paragraphs.map(writer.plainText).joined(separator: " ")
    }
  }

  /// Merges the rows of a head into one, joining the texts of each column.
  private static func merged(_ rows: [[String]]) -> [String] {
    let width = rows.reduce(0) { max($0, $1.count) }
    return (0..<width).map { column in
      rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.joined(separator: " ")
    }
  }
}
