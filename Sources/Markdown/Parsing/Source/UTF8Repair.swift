import Text

/// Converts the bytes of a file to valid UTF-8 without NUL (CommonMark 0.30, section 2.3).
struct UTF8Repair {
  /// The text, with U+FFFD in place of invalid bytes and NULs.
  private(set) var text: MarkdownText
  /// The range in the file of the first run of invalid bytes; nil if all bytes are valid.
  private(set) var firstInvalid: Range<Int>?

  /// Repairs `bytes` from the offset `start` on and skips a byte order mark there.
  init(_ bytes: [UInt8], from start: Int) {
    let hasMark = bytes[start...].starts(with: [0xEF, 0xBB, 0xBF])
    let begin = hasMark ? start + 3 : start
    let body = begin == 0 ? bytes : Array(bytes[begin...])
    text = MarkdownText(bytes: body, startingAt: begin)
    let isValid = UTF8Validation.firstInvalid(in: body[...]) == nil
    guard !isValid || body.contains(0, in: body.indices) else { return }
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
