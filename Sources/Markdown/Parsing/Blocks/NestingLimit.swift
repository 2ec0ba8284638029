import Text

/// Rejects texts that would take libcmark too long because of their nesting.
///
/// libcmark passes a blank line through every open list item, so its time grows with depth times lines.
enum NestingLimit {
  /// The maximum of depth times lines.
  private static let maximumSteps = 20_000_000

  /// The first line that is nested too deeply for the length of the text; nil if there is none.
  static func harmfulLine(_ text: MarkdownText) -> Range<Int>? {
    guard text.lines.count > 1 else { return nil }
    let limit = max(DocumentReader.maximumDepth, maximumSteps / text.lines.count)
    for (number, start) in text.lines.enumerated() {
      let next = number + 1 < text.lines.count ? Int(text.lines[number + 1]) : text.bytes.count
      guard next - Int(start) > limit else { continue }
      let line = text.line(number)
      if depth(text.bytes, line) > limit { return line }
    }
    return nil
  }

  /// The number of list items that may be open after a line: the markers at its start, and one for every two columns
  /// of white space before them.
  private static func depth(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    var spaces = 0
    var markers = 0
    while index < line.upperBound {
      var end = index
      while end < line.upperBound, bytes[end].isDigit { end += 1 }
      if bytes[index] == ASCII.space || bytes[index] == ASCII.greater {
        spaces += markers == 0 ? 1 : 0
        index += 1
      } else if bytes[index] == ASCII.tab {
        spaces += 4
        index += 1
      } else if end < line.upperBound, "-+*.)".utf8.contains(bytes[end]),
        end + 1 == line.upperBound || bytes[end + 1].isSpace
      {
        markers += 1
        index = end + 1
      } else {
        break
      }
    }
    return markers == 0 ? 0 : markers + spaces / 2
  }
}
