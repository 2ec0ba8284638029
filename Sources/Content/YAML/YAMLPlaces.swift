import Text
import Yams

/// Converts the marks of the YAML parser (lines and columns) to byte offsets of the file.
struct YAMLPlaces {
  private let bytes: [UInt8]
  private let text: Range<Int>
  /// The offsets of the first bytes of all lines, with the line ends of YAML 1.1 (section 4.2: NEL, LS and PS
  /// are line ends, too).
  private let starts: [Int]
  /// The lines as editors show them, which end with LF, CR or both: the offsets of their first bytes, and of their ends without
  /// trailing white space.
  private let lines: [(start: Int, end: Int)]
  /// The last result, from which the next mark on the same line is counted.
  private var last = (line: 0, column: 1, offset: 0)

  /// - Parameter text: the range of the YAML in the file.
  init(_ bytes: [UInt8], _ text: Range<Int>) {
    self.bytes = bytes
    self.text = text
    var starts = [text.lowerBound]
    var offset = text.lowerBound
    while offset < text.upperBound {
      let length = Self.lineEnd(bytes, at: offset, end: text.upperBound)
      offset += max(1, length)
      if length > 0 { starts.append(offset) }
    }
    self.starts = starts
    lines = Self.lines(bytes, text)
  }

  private static func lines(_ bytes: [UInt8], _ text: Range<Int>) -> [(start: Int, end: Int)] {
    var lines: [(start: Int, end: Int)] = []
    var (start, end) = (text.lowerBound, text.lowerBound)
    for offset in text {
      switch bytes[offset] {
      case 10, 13:
        lines.append((start, end))
        (start, end) = (offset + 1, offset + 1)
      case 0x20, 9: break
      default: end = offset + 1
      }
    }
    return lines + [(start, end)]
  }

  /// The offset of a mark; the end of its line, or of the text, for marks beyond them.
  ///
  /// If it is called in the order of the text, each line is read only once, however many marks it has.
  mutating func offset(of mark: Mark) -> Int {
    guard mark.line >= 1 else { return text.lowerBound }
    guard mark.line <= starts.count else { return text.upperBound }
    if mark.line != last.line || mark.column < last.column { last = (mark.line, 1, starts[mark.line - 1]) }
    while last.column < mark.column, last.offset < text.upperBound,
      Self.lineEnd(bytes, at: last.offset, end: text.upperBound) == 0
    {
      last.offset += 1
      while last.offset < text.upperBound, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
      last.column += 1
    }
    return last.offset
  }

  /// The range of a scalar that starts at `start`.
  func scalar(at start: Int, text value: String) -> Range<Int> {
    guard start < text.upperBound else { return start..<start }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(at: start)
    default:
      let end = start + value.utf8.count
      if end <= text.upperBound, bytes[start..<end].elementsEqual(value.utf8) { return start..<end }
      return line(from: start)
    }
  }

  /// From `start` to the end of its line, without trailing white space.
  func line(from start: Int) -> Range<Int> { start..<max(start, line(at: start).end) }

  /// The line that contains `offset`, from its first character that is not white space.
  func line(around offset: Int) -> Range<Int> {
    var start = line(at: offset).start
    while start < text.upperBound, bytes[start] == 0x20 || bytes[start] == 9 { start += 1 }
    return line(from: start)
  }

  private func line(at offset: Int) -> (start: Int, end: Int) {
    lines[max(0, lines.partition { $0.start > offset } - 1)]
  }

  private func quoted(at start: Int) -> Range<Int> {
    let quote = bytes[start]
    var offset = start + 1
    while offset < text.upperBound {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if bytes[offset] != quote {
        offset += 1
      } else if quote == UInt8(ascii: "'"), offset + 1 < text.upperBound, bytes[offset + 1] == quote {
        offset += 2
      } else {
        return start..<(offset + 1)
      }
    }
    return line(from: start)
  }

  private static func lineEnd(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
    switch bytes[offset] {
    case 10: return 1
    case 13: return offset + 1 < end && bytes[offset + 1] == 10 ? 2 : 1
    case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator = offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8
      return isSeparator ? 3 : 0
    default: return 0
    }
  }
}
