/// Finds the end of a link in the text, starting after its description.
enum LinkEnd {
  /// The offset after the closing `)`, `]` or `>`, and the number of line ends before it that libcmark does not count;
  /// nil if no closing bracket follows before `limit`.
  static func find(_ bytes: [UInt8], from start: Int, limit: Int) -> (offset: Int, uncountedLines: Int)? {
    var index = start
    // The markup at the end of the description comes first: `**`, the backticks of code, an inner image.
    while index < limit, bytes[index] != ASCII.closeBracket, bytes[index] != ASCII.greater {
      index += bytes[index] == ASCII.backslash ? 2 : 1
    }
    guard index < limit else { return nil }
    if bytes[index] == ASCII.greater { return (index + 1, 0) }
    index += 1
    guard index < limit else { return (index, 0) }
    if bytes[index] == ASCII.openParenthesis, let end = inlineEnd(bytes, index + 1, limit) {
      return (end, lineEnds(bytes, index..<end))
    }
    if bytes[index] == ASCII.openBracket {
      guard let end = bytes[index..<limit].firstIndex(of: ASCII.closeBracket) else { return (index, 0) }
      return (end + 1, lineEnds(bytes, index..<end))
    }
    return (index, 0)
  }

  /// The end of `destination "title")`, after the parenthesis.
  private static func inlineEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = skipSpace(bytes, start, limit)
    guard index < limit else { return nil }
    if bytes[index] == ASCII.less {
      guard let end = delimitedEnd(bytes, index + 1, limit, ASCII.greater) else { return nil }
      index = end
    } else {
      index = bareEnd(bytes, index, limit)
    }
    index = skipSpace(bytes, index, limit)
    guard index < limit else { return nil }
    if bytes[index] == ASCII.closeParenthesis { return index + 1 }
    let mark = bytes[index] == ASCII.openParenthesis ? ASCII.closeParenthesis : bytes[index]
    guard mark == ASCII.quote || mark == ASCII.apostrophe || mark == ASCII.closeParenthesis,
      let end = delimitedEnd(bytes, index + 1, limit, mark)
    else { return nil }
    index = skipSpace(bytes, end, limit)
    return index < limit && bytes[index] == ASCII.closeParenthesis ? index + 1 : nil
  }

  private static func bareEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
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

  private static func delimitedEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ mark: UInt8) -> Int? {
    var index = start
    while index < limit, bytes[index] != mark { index += bytes[index] == ASCII.backslash ? 2 : 1 }
    return index < limit ? index + 1 : nil
  }

  private static func skipSpace(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index].isSpace { index += 1 }
    return index
  }

  private static func lineEnds(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 == ASCII.newline ? 1 : 0) }
  }
}
