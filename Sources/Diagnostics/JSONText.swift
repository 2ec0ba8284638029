/// Strings as JSON (RFC 8259, section 7).
package enum JSONText {
  /// The string in quotes; control characters, quotes and backslashes escaped, U+2028 and U+2029 too, so that the
  /// text is also valid where JavaScript reads it.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The string in quotes, or null.
  static func value(_ text: String?) -> String { text.map(quoted) ?? "null" }

  /// Appends the string in quotes, as `quoted` writes it.
  ///
  /// - Parameter insideHTML: `<`, `>` and `&` are escaped too, so that no text can end a `<script>` element.
  package static func append(_ text: String, to bytes: inout [UInt8], insideHTML: Bool = false) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0, to: &bytes, insideHTML: insideHTML) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], insideHTML: Bool
  ) {
    var start = 0
    var index = 0
    while index < text.count {
      let length = escapedLength(at: index, in: text, insideHTML: insideHTML)
      if length > 0 {
        bytes.append(contentsOf: text[start..<index])
        bytes.append(
          contentsOf: escape(length == 1 ? UInt16(text[index]) : 0x2000 | UInt16(text[index + 2] & 0x3F)))
        start = index + length
      }
      index += max(1, length)
    }
    bytes.append(contentsOf: text[start...])
  }

  /// How many bytes from `index` on are one character that is escaped; 0: it is not.
  private static func escapedLength(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, insideHTML: Bool
  ) -> Int {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): insideHTML ? 1 : 0
    case 0xE2: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  private static func escape(_ value: UInt16) -> [UInt8] {
    switch value {
    case 0x0A: return Array(#"\n"#.utf8)
    case 0x0D: return Array(#"\r"#.utf8)
    case 0x09: return Array(#"\t"#.utf8)
    case 0x22, 0x5C: return [UInt8(ascii: "\\"), UInt8(value)]
    default:
      let digits = String(value, radix: 16)
      return Array(#"\u"#.utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
        + Array(digits.utf8)
    }
  }
}
