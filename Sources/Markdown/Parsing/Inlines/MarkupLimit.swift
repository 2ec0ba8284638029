import Diagnostics

/// Rejects texts with so much markup that their nodes would take many times the memory of the text.
///
/// libcmark creates nodes of more than a hundred bytes for every line and every markup character.
struct MarkupLimit {
  /// One more mark is allowed for this many bytes.
  private static let bytesPerMark = 16

  /// The number of marks that the text may have.
  let maximum: Int
  /// The offset of the first mark beyond the limit; nil: there are no more than allowed.
  let firstBeyond: Int?

  init(_ bytes: [UInt8], limits: Limits) {
    maximum = limits[.markup] + bytes.count / Self.bytesPerMark
    firstBeyond = bytes.count > maximum ? Self.firstMark(beyond: maximum, in: bytes) : nil
  }

  private static func firstMark(beyond maximum: Int, in bytes: [UInt8]) -> Int? {
    var halvesLeft = 2 * maximum
    var last: UInt8 = 0
    for (offset, byte) in bytes.enumerated() {
      halvesLeft -= halves(of: byte, after: last)
      if halvesLeft < 0 { return offset }
      last = byte
    }
    return nil
  }

  /// The weight of a byte, in halves of a mark. Repeated line ends, asterisks, underscores or backticks are one mark.
  @inline(__always)
  private static func halves(of byte: UInt8, after last: UInt8) -> Int {
    switch byte {
    case ASCII.newline, ASCII.carriageReturn: last == ASCII.newline || last == ASCII.carriageReturn ? 0 : 2
    case ASCII.asterisk, ASCII.underscore, ASCII.backtick: byte == last ? 0 : 2
    case ASCII.openBracket, ASCII.closeBracket, ASCII.exclamation, ASCII.less, ASCII.ampersand,
      ASCII.backslash, ASCII.greater, ASCII.tilde:
      1
    // In a row, each becomes a text node of its own.
    case ASCII.quote, ASCII.apostrophe, ASCII.dot: byte == last ? 1 : 0
    default: 0
    }
  }
}
