/// Finds where inlines stand in the text.
///
/// libcmark gives byte columns as if each line of a paragraph started in the column of its first, does not count
/// the lines that link definitions took from the paragraph's start, and does not count line ends inside a link's
/// destination and title. All three are put right here.
struct InlinePlaces {
  private var firstLine = 0
  private var lastLine = 0
  private var firstColumn = 0
  /// Lines that libcmark has not counted so far.
  private var shift = 0
  private var knownLine = -1
  private var knownStart = 0

  /// Starts a paragraph or heading that covers these 1-based lines; `lastLeaf` is the line that libcmark gives for
  /// the end of its last inline, 0 if it gives none.
  mutating func begin(firstLine: Int, lastLine: Int, firstColumn: Int, uncounted: Int) {
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.firstColumn = firstColumn
    shift = uncounted
    knownLine = -1
  }

  /// A line end was passed that libcmark does not count.
  mutating func skipLines(_ count: Int) { shift += count }

  /// The offset in `text` of a 1-based line and byte column as libcmark gives them.
  mutating func offset(line: Int, column: Int, in text: MarkdownText, _ containers: ContainerStack) -> Int {
    let line = min(line + shift, lastLine)
    guard line > firstLine, line <= text.lines.count else {
      return Int(text.lines[max(0, min(firstLine, text.lines.count) - 1)]) + column - 1
    }
    if line != knownLine {
      knownLine = line
      knownStart = containers.content(ofLine: line - 1, in: text).offset
    }
    return knownStart + column - firstColumn
  }
}
