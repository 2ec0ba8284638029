/// Escapes text and addresses for HTML.
package enum HTMLEscape {
  /// Appends `text` with `& < > "` as entities, which suits text and quoted attributes. NUL becomes U+FFFD.
  package static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &output) }
  }

  /// Appends UTF-8 `bytes`, escaped as `append(_: String, to:)` does.
  package static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    bytes.withUnsafeBytes { append($0, to: &output) }
  }

  /// Appends UTF-8 `bytes`, escaped as `append(_: String, to:)` does.
  package static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var start = 0
    var index = nextSpecial(in: bytes, from: 0)
    while index < bytes.count {
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      entity(for: bytes[index]).withUTF8Buffer { output.append(contentsOf: $0) }
      start = index + 1
      index = nextSpecial(in: bytes, from: start)
    }
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends the destination of a link as CommonMark does: percent-encodes bytes that an address cannot hold, and
  /// escapes `&` and `'`.
  package static func appendAddress(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let allowed = PercentEncoding.Allowed.destination
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
      case _ where allowed.contains(byte): output.append(byte)
      default: PercentEncoding.appendEscape(of: byte, to: &output)
      }
    }
  }

  /// The next byte that must be escaped, or the end; eight bytes a step.
  private static func nextSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      if mayBeSpecial(bytes, at: index) { break }
      index += 8
    }
    // The last eight bytes at once, although some of them were seen before.
    if index > start, index + 8 > bytes.count, !mayBeSpecial(bytes, at: bytes.count - 8) {
      return bytes.count
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
    return index
  }

  /// Whether one of the eight bytes at `index` must be escaped.
  @inline(__always)
  private static func mayBeSpecial(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // `<` and `>` differ in one bit, and so do `"` and `&`: one comparison serves both.
    let angles = zeroBytes((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
    let quotes = zeroBytes((word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222)
    return angles | quotes | zeroBytes(word) != 0
  }

  /// Not 0 if a byte of `word` is 0.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0: true
    default: false
    }
  }

  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "\u{FFFD}"
    }
  }
}
