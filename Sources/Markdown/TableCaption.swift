/// Pandoc's caption of a table: `: Text {#id .class}` or `Table: Text` in a paragraph of its own.
struct TableCaption {
  /// How many bytes of the first text are the caption's sign.
  let sign: Int
  /// The inside of the attributes at the last text's end; nil without any.
  let attributes: Range<Int>?

  /// The caption that a paragraph's inlines make; nil when they make none.
  ///
  /// - Parameter source: the paragraph as written; what is escaped there is no sign and no attribute.
  init?(_ inlines: ArraySlice<Node>, _ bytes: [UInt8], source: ArraySlice<UInt8>) {
    guard let first = inlines.first, first.kind == .text, let sign = Self.sign(bytes[first.text.range]) else {
      return nil
    }
    // Definitions of links may stand before the caption in its paragraph.
    guard source.first == ASCII.openBracket || Self.sign(source) != nil else { return nil }
    self.sign = sign
    let hasAttributes = Self.endsWithAttributes(source)
    attributes =
      inlines.last.flatMap { $0.kind == .text && hasAttributes ? Self.attributes(bytes, $0.text.range) : nil }
  }

  /// The last pair of braces in the source is not escaped.
  private static func endsWithAttributes(_ source: ArraySlice<UInt8>) -> Bool {
    guard let close = source.lastIndex(where: { !$0.isSpace }), source[close] == ASCII.closeBrace,
      source[..<close].last != ASCII.backslash, let open = source.lastIndex(of: ASCII.openBrace)
    else { return false }
    return !source.isEscaped(open, from: source.startIndex)
  }

  /// The length of the sign that a caption's text starts with, the white space after it included.
  static func sign(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    if rest.starts(with: "Table:".utf8) || rest.starts(with: "table:".utf8) { rest = rest.dropFirst(5) }
    guard rest.first == ASCII.colon, rest.dropFirst().first?.isSpace ?? false else { return nil }
    rest = rest.dropFirst().drop(while: \.isSpace)
    return rest.startIndex - text.startIndex
  }

  private static func attributes(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int>? {
    guard bytes[text].last == ASCII.closeBrace, let open = bytes[text].lastIndex(of: ASCII.openBrace) else {
      return nil
    }
    let inside = open + 1..<text.upperBound - 1
    let first = bytes[inside].trimmingSpace.first
    return first == ASCII.hash || first == ASCII.dot ? inside : nil
  }

  /// The identifier and the classes in attributes such as `#tbl-core .positions`.
  static func read(_ attributes: ArraySlice<UInt8>) -> (id: String?, classes: [String]) {
    var id: String?
    var classes: [String] = []
    for word in attributes.split(whereSeparator: \.isSpace) {
      let name = String(decoding: word.dropFirst(), as: UTF8.self)
      guard !name.isEmpty else { continue }
      if word.first == ASCII.hash { id = id ?? name }
      if word.first == ASCII.dot { classes.append(name) }
    }
    return (id, classes)
  }
}
