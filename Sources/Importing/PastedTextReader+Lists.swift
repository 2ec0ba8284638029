import Diagnostics

extension PastedTextReader {
  mutating func readMarkedList() -> Bool {
    guard let list = MarkedList(at: index, in: lines, isAnnounced: isAnnounced, wrap: wrap) else {
      return false
    }
    closeText()
    let first = lines[index]
    let entries = list.entries.count == 1 ? "one entry" : "\(list.entries.count) entries"
    let by = list.entries[0].marker.kind.isNumber ? "numbers" : "“\(first.text.prefix(1))”"
    decide(first.number, "list of \(entries) to line \(lines[list.end - 1].number): marked by \(by)")
    blocks.append(list.block)
    index = list.end
    return true
  }

  /// Below a line that ends with a colon.
  mutating func readUnmarkedList() -> Bool {
    isAnnounced && !lines[index].followsBlank
      && appendUnmarkedList(reasonSuffix: " below a line with a colon")
  }

  @discardableResult
  mutating func appendUnmarkedList(reasonSuffix: String) -> Bool {
    let list = UnmarkedList(at: index, in: lines, isAnnounced: isAnnounced) { line in
      tables.table(at: line) == nil && ListMarker(lines[line].text) == nil && !Self.isRule(lines[line].text)
        && !wrap.isBroken(after: line)
    }
    guard let list else { return false }
    closeText()
    let entries = lines[index..<list.end]
    let count =
      entries.count == 1 ? "one entry" : "\(entries.count) entries to line \(lines[list.end - 1].number)"
    decide(lines[index].number, "list of \(count): \(list.reason)\(reasonSuffix)")
    blocks.append(.list(start: nil, entries.map { [.paragraph(MarkdownEscape.paragraph($0.text))] }))
    if let doubtful = list.doubtful {
      complain(
        .importGuess, at: doubtful,
        "“\(lines[doubtful].text)” is taken as the last entry of the list, and may be the heading of what follows",
        mend: "put a blank line above it if it is a heading")
    }
    index = list.end
    return true
  }

  // Paragraphs

  mutating func readParagraph() {
    let (joined, end) = joined(from: index)
    let line = lines[index]
    findDate(in: joined)
    noticeMarkdown(joined)
    if text == nil { text = (line.number, 0) }
    text?.count += 1
    if line.text.contains("|"), let row = PipeRow(line.text), row.hasOpeningPipe {
      complain(
        .importTable, at: index, "this row stands alone, so it is kept as text",
        mend: "a table has a header row and at least one more row")
    }
    blocks.append(.paragraph(MarkdownEscape.paragraph(joined.split(separator: "\t").joined(separator: " "))))
    index = end
  }

  /// The text from a line on, with the lines that go on where it was broken.
  func joined(from start: Int) -> (text: String, end: Int) {
    var text = lines[start].text
    var end = start + 1
    while end < lines.count, goesOn(text, at: end) {
      text = PastedJoin.joined(text, lines[end].text)
      end += 1
    }
    return (text, end)
  }

  private func goesOn(_ text: String, at line: Int) -> Bool {
    guard !lines[line].followsBlank, !Self.isRule(lines[line].text), tables.table(at: line) == nil,
      ListMarker(lines[line].text)?.isCertain != true
    else { return false }
    if wrap.isBroken(after: line - 1) { return true }
    let shape = LineShape(text)
    return !shape.isClosed && LineShape(lines[line].text).startsLowerCase
      && ListMarker(lines[line].text) == nil
  }

  /// A short line near the start that gives a day dates the report.
  private mutating func findDate(in text: String) {
    guard date == nil, index < 6, LineShape(text).words <= 12, let found = WrittenDate.first(in: text) else {
      return
    }
    date = found
    decide(lines[index].number, "date \(found): from a short line near the start, which is kept as text")
  }

  private mutating func noticeMarkdown(_ text: String) {
    guard !saysMarkdown else { return }
    let marks = text.prefix { $0 == "#" }.count
    let isHeading = (1...6).contains(marks) && text.dropFirst(marks).first == " "
    guard isHeading || text.hasPrefix("**") || text.hasPrefix("> ") else { return }
    saysMarkdown = true
    complain(
      .importGuess, at: index, "this line looks like Markdown, and is taken as the words that it says",
      mend: "import the file with --format markdown if it is Markdown")
  }
}
