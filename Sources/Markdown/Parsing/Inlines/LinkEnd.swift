/// Finds the end of a link in the text, starting after its description.
struct LinkEnd {
  private let text: MarkdownText
  private let containers: ContainerStack
  private let limit: Int
  private var bytes: [UInt8] { text.bytes }

  /// - Parameters:
  ///   - containers: those around the link's block, whose prefixes its lines have.
  ///   - limit: the end of the block.
  init(in text: MarkdownText, _ containers: ContainerStack, limit: Int) {
    self.text = text
    self.containers = containers
    self.limit = limit
  }

  /// The offset after the closing `)`, `]` or `>`, and the number of line ends before it that libcmark does not count;
  /// nil if no closing bracket follows before `limit`.
  func find(from start: Int) -> (offset: Int, uncountedLines: Int)? {
    var index = start
    // The markup at the end of the description comes first: `**`, the backticks of code, an inner image.
    while index < limit, bytes[index] != ASCII.closeBracket, bytes[index] != ASCII.greater {
      index += bytes[index] == ASCII.backslash ? 2 : 1
    }
    guard index < limit else { return nil }
    if bytes[index] == ASCII.greater { return (index + 1, 0) }
    index += 1
    guard index < limit else { return (index, 0) }
    if bytes[index] == ASCII.openParenthesis, let end = inlineEnd(index + 1) {
      return (end, lineEnds(index..<end))
    }
    if bytes[index] == ASCII.openBracket {
      guard let end = bytes[index..<limit].firstIndex(of: ASCII.closeBracket) else { return (index, 0) }
      return (end + 1, lineEnds(index..<end))
    }
    return (index, 0)
  }

  /// The end of `destination "title")`, after the parenthesis.
  private func inlineEnd(_ start: Int) -> Int? {
    var index = skipSpace(start)
    guard index < limit else { return nil }
    if bytes[index] == ASCII.less {
      guard let end = delimitedEnd(index + 1, ASCII.greater) else { return nil }
      index = end
    } else {
      index = bareEnd(index)
    }
    index = skipSpace(index)
    guard index < limit else { return nil }
    if bytes[index] == ASCII.closeParenthesis { return index + 1 }
    let mark = bytes[index] == ASCII.openParenthesis ? ASCII.closeParenthesis : bytes[index]
    guard mark == ASCII.quote || mark == ASCII.apostrophe || mark == ASCII.closeParenthesis,
      let end = delimitedEnd(index + 1, mark)
    else { return nil }
    index = skipSpace(end)
    return index < limit && bytes[index] == ASCII.closeParenthesis ? index + 1 : nil
  }

  private func bareEnd(_ start: Int) -> Int {
    var index = start
    var depth = 0
    while index < limit, !bytes[index].isSpace {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.openParenthesis: depth += 1
      case ASCII.closeParenthesis:
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return min(index, limit)
  }

  private func delimitedEnd(_ start: Int, _ mark: UInt8) -> Int? {
    var index = start
    while index < limit, bytes[index] != mark { index += bytes[index] == ASCII.backslash ? 2 : 1 }
    return index < limit ? index + 1 : nil
  }

  private func skipSpace(_ start: Int) -> Int {
    var index = start
    while index < limit, bytes[index].isSpace {
      index = bytes[index] == ASCII.newline ? nextContent(after: index) : index + 1
    }
    return index
  }

  /// The offset of the content of the line after a line end.
  private func nextContent(after lineEnd: Int) -> Int {
    guard let line = text.lineNumber(at: lineEnd + 1) else { return lineEnd + 1 }
    return containers.content(ofLine: line, in: text).offset
  }

  private func lineEnds(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 == ASCII.newline ? 1 : 0) }
  }
}
