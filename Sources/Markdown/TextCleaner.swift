/// Makes valid UTF-8 without NUL of the bytes of a file, as CommonMark 0.30, section 2.3, wants it.
struct TextCleaner {
  /// The text; bytes that are no UTF-8 and NULs stand as U+FFFD.
  private(set) var text: MarkdownText
  /// The file's range of the first run of bytes that are no UTF-8; nil when all are.
  private(set) var firstInvalid: Range<Int>?

  /// `bytes` from `start` on, a byte order mark there left out.
  init(_ bytes: [UInt8], from start: Int) {
    let hasMark = bytes[start...].starts(with: [0xEF, 0xBB, 0xBF])
    let begin = hasMark ? start + 3 : start
    let body = begin == 0 ? bytes : Array(bytes[begin...])
    text = MarkdownText(bytes: body, startingAt: begin)
    let isValid = String(validating: body, as: UTF8.self) != nil
    guard !isValid || body.contains(0) else { return }
    firstInvalid = Self.repair(body, in: &text).map { $0.lowerBound + begin..<$0.upperBound + begin }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repair(_ body: [UInt8], in text: inout MarkdownText) -> Range<Int>? {
    var repaired = RewrittenText(capacity: body.count + 64)
    var first: Range<Int>?
    var copied = 0
    var index = 0
    while index < body.count {
      let length = sequenceLength(body, index)
      if length > 0, body[index] != 0 {
        index += length
        continue
      }
      repaired.copy(copied..<index, of: body)
      repaired.put(replacement, at: index)
      let start = index
      index += 1
      if length == 0 {
        while index < body.count, body[index] & 0xC0 == 0x80 { index += 1 }
        first = first ?? start..<index
      }
      copied = index
    }
    repaired.copy(copied..<body.count, of: body)
    text.replace(by: repaired)
    return first
  }

  /// The length of the well-formed UTF-8 sequence at `index` (Unicode 15, table 3-7); 0 when there is none.
  private static func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    guard (0xC2...0xF4).contains(first) else { return 0 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let isSecond: Bool
    switch first {
    case 0xE0: isSecond = (0xA0...0xBF).contains(second)
    case 0xED: isSecond = (0x80...0x9F).contains(second)
    case 0xF0: isSecond = (0x90...0xBF).contains(second)
    case 0xF4: isSecond = (0x80...0x8F).contains(second)
    default: isSecond = second & 0xC0 == 0x80
    }
    guard isSecond else { return 0 }
    return bytes[index + 2..<index + length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
