import Content
import Diagnostics
import Text

/// Reads pasted text: recognises the title, headings, lists, tables and paragraphs by their form.
///
/// Every line becomes part of exactly one block, in order, so no word is lost.
struct PastedTextReader {
  let path: String
  let lines: [PastedLine]
  let wrap: LineWrapping
  let words: HeaderWords
  let classifier: TableClassifier
  let tables: PastedTableFinder
  /// Whether the text has headings in capitals above other headings.
  let ranksCapitals: Bool

  var index = 0
  var title: String?
  var date: PartialDate?
  var blocks: [DraftBlock] = []
  var decisions: [ImportDecision] = []
  var diagnostics: [Diagnostic] = []
  /// The paragraphs since the last block of another kind: the line of the first, and their number.
  private var text: (line: Int, count: Int)?
  private var hasReportedMarkdown = false

  /// The names of the list that the text introduces as core issues; empty: there is none.
  private(set) var issues: [String] = []
  /// The texts of paragraphs and list items.
  private(set) var prose: [String] = []
  /// The headers, and the first cells of the rows, of all tables.
  private(set) var tableNames: [String] = []
  /// The 1-based lines of the tables that nothing says the kind of.
  private(set) var undecided: [Int] = []
  /// Whether a table of positions has no stance mark.
  private(set) var isUnmarked = false
  /// The language whose words the tables are read by; nil: that of the site.
  private(set) var language: String?
  private let coreIssues: CoreIssues
  /// The heading above the current line, until a list follows it.
  private var heading: String?
  /// The paragraph directly above the current line.
  private var lead: String?

  init(_ lines: [PastedLine], path: String, words tableWords: TableWords) {
    self.path = path
    coreIssues = CoreIssues(tableWords)
    self.lines = lines
    wrap = LineWrapping(lines)
    words = HeaderWords.of(tableWords)
    classifier = TableClassifier(tableWords)
    tables = PastedTableFinder(lines, words: words)
    let headings = lines.filter { HeadingShape.fits($0.text) && ListMarker($0.text) == nil }
    let capitals = headings.dropFirst().count { LineShape.isAllCapitals($0.text) }
    ranksCapitals = capitals >= 2 && headings.count > capitals + 1
  }

  /// Reads all lines.
  ///
  /// - Parameter findsTitle: whether the first line may be the title.
  mutating func read(findsTitle: Bool) {
    if let column = wrap.column {
      decide(lines.first?.number, "lines that were wrapped at column \(column) are joined")
    }
    if findsTitle { readTitle() }
    while index < lines.count {
      if readTable() || readRule() || readMarkedList() || readUnmarkedList() || readHeading() { continue }
      readParagraph()
    }
    closeText()
  }

  mutating func decide(_ line: Int?, _ message: String) {
    decisions.append(ImportDecision(line: line, message))
  }

  mutating func diagnose(_ id: DiagnosticID, at line: Int, _ message: String, fix: String) {
    let place = Place(path: path, range: lines[line].range)
    diagnostics.append(Diagnostic(id, at: place, message, suggestion: Suggestion(fix)))
  }

  /// Records the decision about the last paragraphs. Call it before adding a block of another kind.
  private mutating func closeText() {
    guard let text else { return }
    decide(text.line, text.count == 1 ? "text" : "text, \(text.count) paragraphs")
    self.text = nil
  }

  /// Whether the line above ends with a colon and so introduces the next one.
  private var isAnnounced: Bool {
    guard index > 0, !blocks.isEmpty else { return false }
    return LineShape(lines[index - 1].text).isLeadIn
  }

  // MARK: Title, headings, rules

  private mutating func readTitle() {
    guard let first = lines.first, HeadingShape.fitsTitle(first.text), ListMarker(first.text) == nil,
      lines.count == 1 || PipeRow(first.text) == nil
    else { return }
    let (text, end) = joined(from: 0)
    guard HeadingShape.fitsTitle(text) else { return }
    title = text
    decide(first.number, "title “\(text)”: the first line, which is short and has no closing punctuation")
    index = end
    skipUnderline()
  }

  private mutating func skipUnderline() {
    guard index < lines.count, !lines[index].followsBlank, Self.isRule(lines[index].text) else { return }
    index += 1
  }

  private mutating func readRule() -> Bool {
    guard Self.isRule(lines[index].text) else { return false }
    closeText()
    decide(lines[index].number, "rule: a line that consists only of “\(lines[index].text.prefix(1))”")
    if !blocks.isEmpty, index + 1 < lines.count { blocks.append(.rule) }
    index += 1
    return true
  }

  static func isRule(_ text: String) -> Bool {
    let marks = text.filter { !$0.isWhitespace }
    return marks.count >= 3 && marks.allSatisfy { $0 == marks.first && "-=_*~—–·•#+".contains($0) }
  }

  private mutating func readHeading() -> Bool {
    let text = lines[index].text
    let isUnderlined =
      index + 1 < lines.count && !lines[index + 1].followsBlank
      && Self.isRule(lines[index + 1].text) && LineShape(text).words <= 20
    guard isUnderlined || isHeading(at: index), !(index < 4 && HeadingShape.isByline(text)) else {
      return false
    }
    closeText()
    (heading, lead) = (text, nil)
    let level = headingLevel(text)
    let reason = isUnderlined ? "underlined in the text" : HeadingShape.reason(text)
    decide(lines[index].number, "heading “\(text)”\(level > 2 ? " of level \(level)" : ""): \(reason)")
    blocks.append(.heading(level: level, MarkdownEscape.heading(text)))
    let first = index
    index += 1
    if isUnderlined { index += 1 } else { readListLines(below: first) }
    return true
  }

  /// Whether the line is a heading: it looks like one, and the next line does not continue its sentence.
  private func isHeading(at line: Int) -> Bool {
    guard line + 1 < lines.count, isHeadingLine(line) else { return false }
    return lines[line + 1].followsBlank || !LineShape(lines[line + 1].text).startsLowerCase
      || ListMarker(lines[line + 1].text) != nil
  }

  private func isHeadingLine(_ line: Int) -> Bool {
    let text = lines[line].text
    if let marker = ListMarker(text), !marker.kind.isNumber { return false }
    return HeadingShape.fits(text) && !wrap.isBroken(after: line)
      && (line == 0 || !wrap.isBroken(after: line - 1))
  }

  private func headingLevel(_ text: String) -> Int {
    if let depth = HeadingShape.depth(ofNumberIn: text) { return min(6, depth + 1) }
    if ranksCapitals { return LineShape.isAllCapitals(text) ? 2 : 3 }
    if case .heading(let level, _) = blocks.last { return min(4, level + 1) }
    return 2
  }

  /// Reads a list below a heading if there are three or more short lines in a row.
  private mutating func readListLines(below heading: Int) {
    var end = index
    while end < min(lines.count, index + 2), !lines[end].followsBlank, isHeadingLine(end),
      tables.table(at: end) == nil
    {
      end += 1
    }
    guard end - index == 2 else { return }
    appendUnmarkedList(reasonSuffix: " below a heading")
  }

  // MARK: Lists

  private mutating func readMarkedList() -> Bool {
    guard let list = MarkedList(at: index, in: lines, isAnnounced: isAnnounced, wrap: wrap) else {
      return false
    }
    closeText()
    let first = lines[index]
    let items = list.items.count == 1 ? "one item" : "\(list.items.count) items"
    let by = list.items[0].marker.kind.isNumber ? "numbers" : "“\(first.text.prefix(1))”"
    decide(first.number, "list of \(items), up to line \(lines[list.end - 1].number): marked by \(by)")
    blocks.append(list.block)
    index = list.end
    take(list.items.filter { $0.level == 0 }.map(\.text), all: list.items.map(\.text))
    return true
  }

  /// Reads a list without markers below a line that ends with a colon.
  private mutating func readUnmarkedList() -> Bool {
    isAnnounced && !lines[index].followsBlank
      && appendUnmarkedList(reasonSuffix: " below a line with a colon")
  }

  @discardableResult
  private mutating func appendUnmarkedList(reasonSuffix: String) -> Bool {
    let list = UnmarkedList(at: index, in: lines, isAnnounced: isAnnounced) { line in
      tables.table(at: line) == nil && ListMarker(lines[line].text) == nil && !Self.isRule(lines[line].text)
        && !wrap.isBroken(after: line)
    }
    guard let list else { return false }
    closeText()
    let items = lines[index..<list.end]
    let count =
      items.count == 1 ? "one item" : "\(items.count) items, up to line \(lines[list.end - 1].number)"
    decide(lines[index].number, "list of \(count): \(list.reason)\(reasonSuffix)")
    blocks.append(.list(start: nil, items.map { [.paragraph(MarkdownEscape.paragraph($0.text))] }))
    take(items.map(\.text), all: items.map(\.text))
    if let doubtful = list.doubtful {
      diagnose(
        .importGuess, at: doubtful,
        "“\(lines[doubtful].text)” is read as the last item of the list, but may be the next heading",
        fix: "add a blank line above it if it is a heading")
    }
    index = list.end
    return true
  }

  /// Takes the items of a list as core issues if the text introduces them as such.
  private mutating func take(_ items: [String], all: [String]) {
    prose += all
    if issues.isEmpty, let names = coreIssues.names(of: items, below: [heading, lead]) {
      issues = names
      decide(
        nil, "core issues: the \(names.count.counted("item")) of the list that the text introduces as such")
    }
    (heading, lead) = (nil, nil)
  }

  // MARK: Paragraphs

  private mutating func readParagraph() {
    let (joined, end) = joined(from: index)
    let line = lines[index]
    findDate(in: joined)
    reportMarkdown(joined)
    prose.append(joined)
    lead = LineShape(joined).isLeadIn ? joined : nil
    if text == nil { text = (line.number, 0) }
    text?.count += 1
    if line.text.contains("|"), let row = PipeRow(line.text), row.hasOpeningPipe {
      diagnose(
        .importTable, at: index, "a single row is not a table; it is kept as text",
        fix: "add a header row above it")
    }
    blocks.append(.paragraph(MarkdownEscape.paragraph(joined.split(separator: "\t").joined(separator: " "))))
    index = end
  }

  /// The text of a line with the lines that continue it, and the index after them.
  private func joined(from start: Int) -> (text: String, end: Int) {
    var text = lines[start].text
    var end = start + 1
    while end < lines.count, isContinued(text, at: end) {
      LineWrapping.join(lines[end].text, to: &text)
      end += 1
    }
    return (text, end)
  }

  private func isContinued(_ text: String, at line: Int) -> Bool {
    guard !lines[line].followsBlank, !Self.isRule(lines[line].text), tables.table(at: line) == nil,
      ListMarker(lines[line].text)?.isCertain != true
    else { return false }
    if wrap.isBroken(after: line - 1) { return true }
    return !LineShape.isClosed(text) && LineShape(lines[line].text).startsLowerCase
      && ListMarker(lines[line].text) == nil
  }

  /// Takes the date of the report from a short line near the start.
  private mutating func findDate(in text: String) {
    guard date == nil, index < 6, let line = Self.dateLine(of: text), let found = WrittenDate.first(in: line)
    else { return }
    date = found
    decide(lines[index].number, "date \(found): from a short line near the start, which is kept as text")
  }

  /// A short line, or what precedes the dash in one such as “Geneva, 16 May 2026 – The ministers …”; nil: a longer text.
  private static func dateLine(of text: String) -> String? {
    if LineShape(text).words <= 12, text.count <= 90 { return text }
    let dashes = [" – ", " — ", " - ", " -- ", "——", "—", "电 "]
    guard let dash = dashes.compactMap({ text.range(of: $0)?.lowerBound }).min() else { return nil }
    let start = String(text[..<dash])
    return LineShape(start).words <= 10 && start.count <= 60 ? start : nil
  }

  private mutating func reportMarkdown(_ text: String) {
    guard !hasReportedMarkdown else { return }
    let marks = text.prefix { $0 == "#" }.count
    let isHeading = (1...6).contains(marks) && text.dropFirst(marks).first == " "
    guard isHeading || text.hasPrefix("**") || text.hasPrefix("> ") else { return }
    hasReportedMarkdown = true
    diagnose(
      .importGuess, at: index, "this line looks like Markdown, but is read as plain text",
      fix: "import the file with --format markdown if it is Markdown")
  }

  // MARK: Tables

  private mutating func readTable() -> Bool {
    guard let found = tables.table(at: index) else { return false }
    closeText()
    let columns = found.rows.reduce(0) { max($0, $1.count) }
    decide(
      lines[index].number,
      "table with \(columns.counted("column")) and \((found.rows.count - 1).counted("row")), up to line \(lines[found.end - 1].number): "
        + found.reason)
    let cells = found.rows.map { $0.map(MarkdownEscape.cell) }
    var table = DraftTable(header: cells[0], rows: Array(cells.dropFirst()))
    let kind = kind(of: found)
    table.directive = kind.directive
    tableNames += found.rows[0] + found.rows.dropFirst().compactMap(\.first)
    if kind.isUndecided { undecided.append(lines[index].number) }
    if kind.isPositions,
      !found.rows.dropFirst().contains(where: { row in
        row.contains { MarkdownEscape.stanceMark(of: $0) != nil }
      })
    {
      isUnmarked = true
    }
    (heading, lead) = (nil, nil)
    blocks.append(.table(table))
    decide(lines[index].number, kind.decision)
    report(found, kind)
    index = found.end
    return true
  }

  /// The kind of a table by the site’s words, otherwise by those of another language.
  private mutating func kind(of table: PastedTable) -> TableKindChoice {
    let (header, rows) = (table.rows[0], Array(table.rows.dropFirst()))
    let kind = TableKindChoice(header: header, rows: rows, classifier: classifier)
    guard kind.isUndecided else { return kind }
    if let found = TableLanguage(reading: header, site: classifier), language == nil || language == found.code
    {
      if language == nil { decide(lines[index].number, TableLanguage.decision(found.code)) }
      language = found.code
      return TableKindChoice(header: header, rows: rows, classifier: found.classifier)
    }
    return ImportOptions.classifiersOfLanguages.lazy.compactMap {
      TableKindChoice(header: header, inOtherLanguage: $0)
    }.first
      ?? kind
  }

  private mutating func report(_ table: PastedTable, _ kind: TableKindChoice) {
    let width = table.rows[0].count
    for row in table.ragged {
      let effect =
        row.cells < width ? "the missing cells are empty" : "empty header cells are added"
      diagnose(
        .importTable, at: row.line,
        "the row has \(row.cells.counted("cell")) and the header has \(width); \(effect)",
        fix: row.cells < width
          ? "check that its cells are in the right columns" : "name the new columns")
    }
    if let problem = kind.problem {
      diagnose(.importTable, at: index, problem.message, fix: problem.fix)
    }
  }
}
