/// A table caption as in Pandoc: `: Text {#id .class}` or `Table: Text` in a paragraph of its own.
struct TableCaption {
  /// The length of the caption's marker at the start of the first text, in bytes.
  let markerLength: Int
  /// The inside of the attributes at the end of the last text; nil if there are none.
  let attributes: Range<Int>?

  /// The caption that the inlines of a paragraph form; nil if they are not a caption.
  ///
  /// - Parameter source: the paragraph as written, to distinguish escaped markers and attributes from real
  ///   ones.
  init?(_ inlines: ArraySlice<Node>, _ bytes: [UInt8], source: ArraySlice<UInt8>) {
    guard let first = inlines.first, first.kind == .text,
      let length = Self.markerLength(bytes[first.text.range])
    else {
      return nil
    }
    // Link definitions may precede the caption in its paragraph.
    guard source.first == ASCII.openBracket || Self.markerLength(source) != nil else { return nil }
    markerLength = length
    let hasAttributes = Self.endsWithAttributes(source)
    attributes =
      inlines.last.flatMap { $0.kind == .text && hasAttributes ? Self.attributes(bytes, $0.text.range) : nil }
  }

  /// Whether the source ends with braces that are not escaped.
  private static func endsWithAttributes(_ source: ArraySlice<UInt8>) -> Bool {
    guard let close = source.lastIndex(where: { !$0.isSpace }), source[close] == ASCII.closeBrace,
      source[..<close].last != ASCII.backslash, let open = source.lastIndex(of: ASCII.openBrace)
    else { return false }
    return !source.isEscaped(open, from: source.startIndex)
  }

  /// The length of a caption's marker at the start of `text`, including the white space after it; nil if there is none.
  static func markerLength(_ text: ArraySlice<UInt8>) -> Int? {
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

  /// The identifier (nil if there is none) and the classes in attributes such as `#tbl-core .positions`.
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
