import Text

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
    let isValid = UTF8Validation.firstInvalid(in: body[...]) == nil
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
      let length = body.withUnsafeBytes { UTF8Validation.sequenceLength(in: $0, at: index) }
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
}
