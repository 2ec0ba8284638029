/// Escaping of text and addresses for HTML, in runs of bytes.
enum HTMLEscape {
  /// Appends `bytes` with `& < > "` as entities.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = bytes.startIndex
    for index in bytes.indices {
      let entity: StaticString
      switch bytes[index] {
      case ASCII.ampersand: entity = "&amp;"
      case ASCII.less: entity = "&lt;"
      case ASCII.greater: entity = "&gt;"
      case ASCII.quote: entity = "&quot;"
      default: continue
      }
      output.append(contentsOf: bytes[start..<index])
      entity.withUTF8Buffer { output.append(contentsOf: $0) }
      start = index + 1
    }
    output.append(contentsOf: bytes[start...])
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
