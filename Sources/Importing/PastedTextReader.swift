import Content
import Diagnostics

/// Reads a text as it is pasted from the web: finds its title, headings, lists, tables and paragraphs by their form.
///
/// Every line becomes part of exactly one block, in its order, so no word is lost.
struct PastedTextReader {
  let path: String
  let lines: [PastedLine]
  let wrap: WrapWidth
  let words: HeaderWords
  let classifier: TableClassifier
  let tables: PastedTableFinder
  /// The text has headings in capitals above others.
  let ranksCapitals: Bool

  var index = 0
  var title: String?
  var date: PartialDate?
  var blocks: [DraftBlock] = []
  var decisions: [ImportDecision] = []
  var diagnostics: [Diagnostic] = []
  /// The paragraphs since the last other block: line of the first, how many.
  var text: (line: Int, count: Int)?
  var saysMarkdown = false

  init(_ lines: [PastedLine], path: String, words tableWords: TableWords) {
    self.path = path
    self.lines = lines
    wrap = WrapWidth(lines)
    words = HeaderWords(tableWords)
    classifier = TableClassifier(tableWords)
    tables = PastedTableFinder(lines, words: words)
    let headings = lines.filter { HeadingShape.fits($0.text) && ListMarker($0.text) == nil }
    let capitals = headings.dropFirst().count { LineShape.isAllCapitals($0.text) }
    ranksCapitals = capitals >= 2 && headings.count > capitals + 1
  }

  /// Reads all lines.
  ///
  /// - Parameter findsTitle: the first line may be the title (no other was given).
  mutating func read(findsTitle: Bool) {
    if let column = wrap.column {
      decide(lines.first?.number, "lines are joined that were broken at column \(column)")
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

  mutating func complain(_ id: DiagnosticID, at line: Int, _ message: String, mend: String) {
    let place = Place(path: path, range: lines[line].range)
    diagnostics.append(Diagnostic(id, at: place, message, suggestion: Suggestion(mend)))
  }

  /// Ends a run of paragraphs with its decision; call it before another block is made.
  mutating func closeText() {
    guard let text else { return }
    decide(text.line, text.count == 1 ? "text" : "text, \(text.count) paragraphs")
    self.text = nil
  }

  /// The line above announces what follows.
  var isAnnounced: Bool {
    guard index > 0, !blocks.isEmpty else { return false }
    return LineShape(lines[index - 1].text).isLeadIn
  }

  // Title, headings, rules

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
    decide(lines[index].number, "rule: a line of nothing but “\(lines[index].text.prefix(1))”")
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
    guard isUnderlined || isHeading(at: index) else { return false }
    closeText()
    let level = headingLevel(text)
    let reason = isUnderlined ? "underlined in the text" : HeadingShape.reason(text)
    decide(lines[index].number, "heading “\(text)”\(level > 2 ? " of level \(level)" : ""): \(reason)")
    blocks.append(.heading(level: level, MarkdownEscape.heading(text)))
    let first = index
    index += 1
    if isUnderlined { index += 1 } else { readRun(below: first) }
    return true
  }

  /// A line that heads what follows it: nothing else follows a heading, and no sentence goes on from it.
  func isHeading(at line: Int) -> Bool {
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

  /// Three or more short lines in a row: the first heads the others, which are a list.
  private mutating func readRun(below heading: Int) {
    var end = index
    while end < lines.count, !lines[end].followsBlank, isHeadingLine(end), tables.table(at: end) == nil {
      end += 1
    }
    guard end - index >= 2 else { return }
    appendUnmarkedList(reasonSuffix: " below a heading")
  }
}
