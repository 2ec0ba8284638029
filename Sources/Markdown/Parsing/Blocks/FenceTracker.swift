import Text

/// Tracks fenced code through the lines of a text without parsing its structure.
struct FenceTracker {
  private var mark: UInt8 = 0
  private var length = 0
  private var isNested = false

  /// Whether the line is part of fenced code, including its fences. Call it for every line in order.
  mutating func covers(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    if length > 0, isNested, let first = bytes[line].first, !first.isSpace, first != ASCII.greater {
      length = 0
    }
    let content = Self.afterPrefixes(bytes, line, listMarkers: length == 0)
    guard let first = bytes[content].first, first == ASCII.backtick || first == ASCII.tilde else {
      return length > 0
    }
    let end = bytes[content].firstIndex { $0 != first } ?? content.upperBound
    let run = end - content.lowerBound
    let rest = bytes[end..<content.upperBound]
    if length == 0 {
      guard run >= 3, first == ASCII.tilde || !rest.contains(ASCII.backtick) else { return false }
      (mark, length) = (first, run)
      isNested =
        content.lowerBound > line.lowerBound + 3
        || bytes[line].first.map { !$0.isSpace && $0 != first } ?? false
      return true
    }
    if first == mark, run >= length, rest.allSatisfy(\.isSpace) { length = 0 }
    return true
  }

  /// The rest of the line after white space, block quote markers and, if `listMarkers` is set, list markers.
  private static func afterPrefixes(_ bytes: [UInt8], _ line: Range<Int>, listMarkers: Bool) -> Range<Int> {
    var index = line.lowerBound
    while index < line.upperBound {
      if bytes[index].isSpace || bytes[index] == ASCII.greater {
        index += 1
        continue
      }
      var end = index
      while end < line.upperBound, bytes[end].isDigit { end += 1 }
      guard listMarkers, end + 1 < line.upperBound, bytes[end + 1].isSpace,
        end > index
          ? bytes[end] == ASCII.dot || bytes[end] == ASCII.closeParenthesis : "-+*".utf8.contains(bytes[end])
      else { break }
      index = end + 1
    }
    return index..<line.upperBound
  }
}
