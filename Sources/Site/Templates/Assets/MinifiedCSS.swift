/// A style sheet without comments and insignificant white space.
///
/// Only for the built-in style sheets, whose form is known; a site’s own style sheets are copied unchanged.
struct MinifiedCSS {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// - Parameter source: CSS in UTF-8.
  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    var rest = source[...]
    var hasSpace = false
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: "*"):
        rest = Self.afterComment(rest)
        hasSpace = true
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        rest.removeFirst()
        hasSpace = true
      default:
        append(byte, afterSpace: hasSpace)
        hasSpace = false
        rest.removeFirst()
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { rest = appendString(rest, quote: byte) }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Keeps a space unless it is next to a separator; drops the last semicolon of a rule.
  private mutating func append(_ byte: UInt8, afterSpace: Bool) {
    if byte == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
    if afterSpace, let last = bytes.last, !Self.isSeparator(last), last != UInt8(ascii: ":"),
      last != UInt8(ascii: "("), !Self.isSeparator(byte), byte != UInt8(ascii: ")")
    {
      bytes.append(UInt8(ascii: " "))
    }
    bytes.append(byte)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ">"): true
    default: false
    }
  }

  private static func afterComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.dropFirst(2)
    while !rest.isEmpty, !rest.starts(with: [UInt8(ascii: "*"), UInt8(ascii: "/")]) { rest.removeFirst() }
    return rest.dropFirst(2)
  }

  /// Appends the rest of a string with its closing quote; returns the text after it.
  private mutating func appendString(_ text: ArraySlice<UInt8>, quote: UInt8) -> ArraySlice<UInt8> {
    var rest = text
    while let byte = rest.popFirst() {
      bytes.append(byte)
      if byte == quote { break }
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { bytes.append(next) }
    }
    return rest
  }
}
