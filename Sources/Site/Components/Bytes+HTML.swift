import Text

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

  /// Appends text, escaped for HTML; fit for quoted attributes too.
  mutating func escaped(_ text: String) {
    HTMLEscape.append(text, to: &self)
  }

  /// Appends UTF-8 text, escaped for HTML; fit for quoted attributes too.
  mutating func escaped(_ text: ArraySlice<UInt8>) {
    HTMLEscape.append(text, to: &self)
  }

  /// Appends text, escaped for XML; fit for quoted attributes too.
  mutating func escapedXML(_ text: String) {
    XMLEscape.append(text, to: &self)
  }

  /// Appends the path of a file as part of an address, percent-encoded.
  mutating func percentEncoded(_ path: String) {
    PercentEncoding.append(path, to: &self)
  }

  /// Appends a query or fragment as its author wrote it, except that bytes which no address may hold are
  /// percent-encoded.
  mutating func addressSuffix(_ suffix: String) {
    escaped(PercentEncoding.encoded(suffix, keeping: .suffix))
  }
}
