/// Escaping of text and addresses for HTML, in runs of bytes.
package enum HTMLEscape {
  /// Appends `bytes` with `& < > "` as entities; fit for text and for quoted attributes.
  package static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    bytes.withUnsafeBytes { append($0, to: &output) }
  }

  /// Appends `bytes` with `& < > "` as entities; fit for text and for quoted attributes. NUL becomes U+FFFD.
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

  /// The next byte that may not stand as it is, or the end; eight bytes a step.
  private static func nextSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `<` and `>` differ in one bit, and so do `"` and `&`: a comparison each serves both.
      let angles = zeroBytes((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      let quotes = zeroBytes((word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222)
      if angles | quotes | zeroBytes(word) != 0 { break }
      index += 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
    return index
  }

  /// Not 0 if a byte of `word` is 0.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.ampersand, ASCII.less, ASCII.greater, ASCII.quote, 0: true
    default: false
    }
  }

  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case ASCII.ampersand: "&amp;"
    case ASCII.less: "&lt;"
    case ASCII.greater: "&gt;"
    case ASCII.quote: "&quot;"
    default: "\u{FFFD}"
    }
  }

  /// Appends an address: percent-encodes what may not stand in one, and escapes `&` and `'`.
  static func appendAddress(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      if byte == ASCII.ampersand {
        output.append(contentsOf: "&amp;".utf8)
      } else if byte == ASCII.apostrophe {
        output.append(contentsOf: "&#x27;".utf8)
      } else if isAddressByte(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexadecimal(byte >> 4))
        output.append(hexadecimal(byte & 15))
      }
    }
  }

  /// The unreserved and reserved characters of RFC 3986 without brackets, and the percent sign.
  private static func isAddressByte(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
      UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
