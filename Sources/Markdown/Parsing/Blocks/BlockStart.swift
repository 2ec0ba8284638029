import Text

/// Decides whether a line starts a new block where no paragraph is open (CommonMark 0.30, sections 4 and 5).
enum BlockStart {
  /// Whether a line starts a new block.
  ///
  /// - Parameters:
  ///   - line: the content of the line, without leading white space and without the line end.
  ///   - indent: the columns of white space before the content, after the prefixes of the containers.
  static func begins(_ bytes: [UInt8], _ line: Range<Int>, indent: Int) -> Bool {
    guard indent < 4 else { return true }
    guard !line.isEmpty else { return false }
    let first = bytes[line.lowerBound]
    switch first {
    case ASCII.greater: return true
    case ASCII.hash: return isHeading(bytes, line)
    case ASCII.backtick, ASCII.tilde: return isFence(bytes, line, first)
    case ASCII.less: return HTMLBlockStart.begins(bytes, line)
    case ASCII.hyphen, UInt8(ascii: "*"): return isBreak(bytes, line, first) || isBullet(bytes, line)
    case UInt8(ascii: "+"): return isBullet(bytes, line)
    case ASCII.underscore: return isBreak(bytes, line, first)
    default: return first.isDigit && isOrdinal(bytes, line)
    }
  }

  private static func isHeading(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let end = run(bytes, line, ASCII.hash)
    return end - line.lowerBound <= 6 && isSpaceOrEnd(bytes, end, line.upperBound)
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>, _ mark: UInt8) -> Bool {
    let end = run(bytes, line, mark)
    guard end - line.lowerBound >= 3 else { return false }
    return mark == ASCII.tilde || !bytes[end..<line.upperBound].contains(ASCII.backtick)
  }

  private static func isBreak(_ bytes: [UInt8], _ line: Range<Int>, _ mark: UInt8) -> Bool {
    var count = 0
    for byte in bytes[line] {
      if byte == mark { count += 1 } else if byte != ASCII.space, byte != ASCII.tab { return false }
    }
    return count >= 3
  }

  private static func isBullet(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    isSpaceOrEnd(bytes, line.lowerBound + 1, line.upperBound)
  }

  private static func isOrdinal(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index].isDigit { index += 1 }
    guard index - line.lowerBound <= 9, index < line.upperBound else { return false }
    guard bytes[index] == ASCII.dot || bytes[index] == ASCII.closeParenthesis else { return false }
    return isSpaceOrEnd(bytes, index + 1, line.upperBound)
  }

  private static func isSpaceOrEnd(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index >= end || bytes[index] == ASCII.space || bytes[index] == ASCII.tab
  }

  private static func run(_ bytes: [UInt8], _ line: Range<Int>, _ mark: UInt8) -> Int {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == mark { index += 1 }
    return index
  }
}
