/// The parts of a body cell: a stance mark at its start, its content, and an attribute at its end.
struct CellParts {
  /// The inside of the stance mark, `[…]` with one to three characters; nil if there is none.
  private(set) var mark: Range<Int>?
  private(set) var content: Range<Int>
  /// The inside of the attribute, `{key=value …}`; nil if there is none.
  private(set) var attribute: Range<Int>?

  /// A cell without a mark and an attribute, whatever it contains.
  init(plain cell: Range<Int>) { content = cell }

  /// The parts of `cell`, which has no leading or trailing white space.
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

  /// The inside of the stance mark at the start of `range`; nil if there is none.
  ///
  /// A mark has one to three of the characters `+ ~ 0 ! ?` and dashes, whether or not it is a known stance. Before `(` or
  /// `[` it is the text of a link.
  static func mark(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].first == ASCII.openBracket else { return nil }
    var index = range.lowerBound + 1
    var count = 0
    while index < range.upperBound, bytes[index] != ASCII.closeBracket {
      let length = markCharacterLength(bytes, index..<range.upperBound)
      guard length > 0, count < 3 else { return nil }
      index += length
      count += 1
    }
    guard count > 0, index < range.upperBound else { return nil }
    let after = index + 1 < range.upperBound ? bytes[index + 1] : ASCII.space
    return after == ASCII.openParenthesis || after == ASCII.openBracket ? nil : range.lowerBound + 1..<index
  }

  /// The length of the mark character at the start of `range`; 0 if there is none. U+2012 to U+2015 and U+2212 are
  /// dashes.
  private static func markCharacterLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
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

  /// The inside of a `{key=value …}` at the end of `range`; nil if there is none.
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
