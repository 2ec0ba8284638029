import Text

/// Text of which libcmark makes one text node with the same bytes, and in which no extension finds anything.
enum PlainText {
  /// Whether a line of text without white space at its ends is plain. Only common characters are; `ww`, with which an
  /// address may begin, is not.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { text in
      var index = 0
      while index + 16 < text.count {
        guard mostlyPlain(text, at: index) || isPlain(text, index..<index + 16) else { return false }
        index += 16
      }
      return isPlain(text, index..<text.count)
    }
  }

  /// Whether sixteen bytes, after which there is another one, are letters, digits, spaces and the most frequent signs, without
  /// `ww`.
  @inline(__always)
  private static func mostlyPlain(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let (bytes, next) = (SixteenBytes(text, at: index), SixteenBytes(text, at: index + 1))
    let w = UInt8(ascii: "w")
    return (bytes.letters .| bytes.equal(ASCII.space) .| bytes.within(UInt8(ascii: ","), UInt8(ascii: "9")))
      .isFull
      && (bytes.lowered.equal(w) .& next.lowered.equal(w)).isEmpty
  }

  /// Whether the bytes of a range are plain, and the last of them does not begin `ww`.
  private static func isPlain(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let plainBytes = plainBytes
    for index in range {
      let byte = text[index]
      guard plainBytes[Int(byte)] else { return false }
      if byte | 0x20 == UInt8(ascii: "w"), index + 1 < text.count, text[index + 1] | 0x20 == byte | 0x20 {
        return false
      }
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
