/// What a body cell is made of: a stance mark at its start, its content, an attribute at its end.
struct CellParts {
  /// The inside of a leading `[…]` of one to three signs; nil without one.
  private(set) var mark: Range<Int>?
  private(set) var content: Range<Int>
  /// The inside of a trailing `{key=value …}`; nil without one.
  private(set) var attribute: Range<Int>?

  /// A cell in which neither is looked for.
  init(plain cell: Range<Int>) { content = cell }

  /// `cell` is trimmed.
  init(_ bytes: [UInt8], _ cell: Range<Int>) {
    content = cell
    if let inside = Self.mark(bytes, cell) {
      mark = inside
      var start = inside.upperBound + 1
      while start < cell.upperBound, bytes[start].isSpace { start += 1 }
      content = start..<cell.upperBound
    }
    if let inside = Self.attribute(bytes, content) {
      attribute = inside
      var end = inside.lowerBound - 1
      while end > content.lowerBound, bytes[end - 1].isSpace { end -= 1 }
      content = content.lowerBound..<end
    }
  }

  /// The inside of a stance mark that `range` starts with: one to three of the signs `+ ~ 0 ! ?` and dashes,
  /// known or not. Before `(` or `[` it is a link's text.
  static func mark(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].first == ASCII.openBracket else { return nil }
    var index = range.lowerBound + 1
    var count = 0
    while index < range.upperBound, bytes[index] != ASCII.closeBracket {
      let length = signLength(bytes, index..<range.upperBound)
      guard length > 0, count < 3 else { return nil }
      index += length
      count += 1
    }
    guard count > 0, index < range.upperBound else { return nil }
    let after = index + 1 < range.upperBound ? bytes[index + 1] : ASCII.space
    return after == ASCII.openParenthesis || after == ASCII.openBracket ? nil : range.lowerBound + 1..<index
  }

  /// The length of the sign at the start of `range`; 0 when it is none. U+2012 to U+2015 and U+2212 are dashes.
  private static func signLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "+"), ASCII.tilde, UInt8(ascii: "0"), ASCII.hyphen, ASCII.exclamation,
      UInt8(ascii: "?"):
      return 1
    case 0xE2 where range.count >= 3:
      let (second, third) = (bytes[range.lowerBound + 1], bytes[range.lowerBound + 2])
      let isDash = second == 0x80 && (0x92...0x95).contains(third) || second == 0x88 && third == 0x92
      return isDash ? 3 : 0
    default: return 0
    }
  }

  /// The inside of a `{key=value …}` at the end of `range`.
  private static func attribute(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].last == ASCII.closeBrace, let open = bytes[range].lastIndex(of: ASCII.openBrace)
    else { return nil }
    let inside = open + 1..<range.upperBound - 1
    guard !bytes.isEscaped(open, from: range.lowerBound), bytes[inside].last != ASCII.backslash else {
      return nil
    }
    guard let equals = bytes[inside].firstIndex(of: ASCII.equals), equals > inside.lowerBound else {
      return nil
    }
    let isKey = bytes[inside.lowerBound..<equals].allSatisfy { $0.isAlphanumeric || $0 == ASCII.hyphen }
    return isKey && !bytes[inside].contains(ASCII.backtick) ? inside : nil
  }
}
