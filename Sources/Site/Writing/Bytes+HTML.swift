import Markdown

/// Appending HTML to a page's bytes.
extension [UInt8] {
  /// Appends markup that is written in the code.
  @inline(__always)
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text as it is: an address, or bytes that are escaped already.
  mutating func raw(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a number in decimal digits.
  mutating func number(_ number: Int) {
    append(contentsOf: String(number).utf8)
  }

  /// Appends a number in at least two digits.
  mutating func twoDigits(_ number: Int) {
    if number < 10 { append(UInt8(ascii: "0")) }
    self.number(number)
  }

  /// Appends text, with the characters that mean something in HTML replaced; fit for quoted attributes too.
  mutating func escaped(_ text: String) {
    var text = text
    text.withUTF8 { HTMLEscape.append(UnsafeRawBufferPointer($0), to: &self) }
  }

  /// Appends UTF-8 text, escaped as a string would be.
  mutating func escaped(_ text: ArraySlice<UInt8>) {
    HTMLEscape.append(text, to: &self)
  }

  /// Appends the path of a file as part of an address: bytes that mean something in one are percent-encoded.
  mutating func percentEncoded(_ path: String) {
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      }
    }
  }

  /// Appends a query or fragment as part of an address, as its author wrote it: only bytes that may not stand in an
  /// address are percent-encoded.
  mutating func addressSuffix(_ suffix: String) {
    for byte in suffix.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "}"):
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      default: append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
