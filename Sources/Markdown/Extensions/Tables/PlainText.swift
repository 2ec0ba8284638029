/// Text of which libcmark makes one text node with the same bytes, and in which no extension finds anything.
enum PlainText {
  /// Whether a line of text without white space at its ends is plain. Only common characters are; `ww`, with which an
  /// address may begin, is not.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    let plainBytes = plainBytes
    var last: UInt8 = 0
    for byte in text {
      guard plainBytes[Int(byte)], byte | 0x20 != UInt8(ascii: "w") || last | 0x20 != UInt8(ascii: "w") else {
        return false
      }
      last = byte
    }
    return true
  }

  /// By byte. The characters of paired marks are not plain.
  private static let plainBytes: [Bool] = {
    let marks = PairedMark.all.map(\.byte)
    return (UInt8.min...UInt8.max).map { isPlain($0) && !marks.contains($0) }
  }()

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+")...UInt8(ascii: "/"): true
    case ASCII.space, ASCII.quote, ASCII.apostrophe, ASCII.semicolon, UInt8(ascii: "?"): true
    case ASCII.openParenthesis, ASCII.closeParenthesis: true
    // 0xEF begins placeholders.
    case 0x80...0xEE, 0xF0...0xFF: true
    default: false
    }
  }
}
