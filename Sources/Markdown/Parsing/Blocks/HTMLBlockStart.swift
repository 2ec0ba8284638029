import Text

/// The seven ways in which an HTML block starts (CommonMark 0.30, section 4.6).
enum HTMLBlockStart {
  /// Whether an HTML block starts with `line`, which starts with `<` and contains no line end.
  static func begins(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let rest = line.lowerBound + 1..<line.upperBound
    guard let next = bytes[rest].first else { return false }
    if next == ASCII.exclamation {
      let after = bytes[rest].dropFirst()
      if let letter = after.first, letter.isLetter { return true }
      return after.starts(with: "--".utf8) || after.starts(with: "[CDATA[".utf8)
    }
    if next == UInt8(ascii: "?") { return true }
    let closing = next == UInt8(ascii: "/")
    let name = self.name(bytes, closing ? rest.dropFirst() : rest)
    guard !name.isEmpty else { return false }
    let word = String(decoding: bytes[name].lazy.map(\.lowered), as: UTF8.self)
    let after = name.upperBound < line.upperBound ? bytes[name.upperBound] : ASCII.newline
    if !closing, literalNames.contains(word), after.isSpace || after == ASCII.greater { return true }
    if blockNames.contains(word), endsBlockName(bytes, name.upperBound..<line.upperBound) { return true }
    guard
      let end = closing
        ? closingEnd(bytes, name.upperBound..<line.upperBound)
        : openingEnd(bytes, name.upperBound..<line.upperBound)
    else { return false }
    return !(!closing && literalNames.contains(word)) && bytes[end..<line.upperBound].allSatisfy(\.isSpace)
  }

  private static let literalNames: Set<String> = ["script", "pre", "style", "textarea"]

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option",
    "p", "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr",
    "track", "ul",
  ]

  private static func name(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    guard end < range.upperBound, bytes[end].isLetter else { return end..<end }
    while end < range.upperBound, bytes[end].isAlphanumeric || bytes[end] == ASCII.hyphen { end += 1 }
    return range.lowerBound..<end
  }

  private static func endsBlockName(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    guard let byte = bytes[rest].first else { return true }
    return byte.isSpace || byte == ASCII.greater || bytes[rest].starts(with: "/>".utf8)
  }

  private static func closingEnd(_ bytes: [UInt8], _ rest: Range<Int>) -> Int? {
    let index = skipSpace(bytes, rest)
    return index < rest.upperBound && bytes[index] == ASCII.greater ? index + 1 : nil
  }

  /// The end of the opening tag whose name ends at the start of `rest`; nil if the tag is incomplete.
  private static func openingEnd(_ bytes: [UInt8], _ rest: Range<Int>) -> Int? {
    var index = rest.lowerBound
    while true {
      let spaced = skipSpace(bytes, index..<rest.upperBound)
      guard spaced < rest.upperBound else { return nil }
      if bytes[spaced] == ASCII.greater { return spaced + 1 }
      if bytes[spaced] == UInt8(ascii: "/") {
        return spaced + 1 < rest.upperBound && bytes[spaced + 1] == ASCII.greater ? spaced + 2 : nil
      }
      guard spaced > index, let end = attributeEnd(bytes, spaced..<rest.upperBound) else { return nil }
      index = end
    }
  }

  private static func attributeEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    guard bytes[index].isLetter || bytes[index] == ASCII.underscore || bytes[index] == ASCII.colon else {
      return nil
    }
    while index < range.upperBound, isAttributeByte(bytes[index]) { index += 1 }
    let equals = skipSpace(bytes, index..<range.upperBound)
    guard equals < range.upperBound, bytes[equals] == ASCII.equals else { return index }
    return valueEnd(bytes, skipSpace(bytes, equals + 1..<range.upperBound)..<range.upperBound)
  }

  private static func valueEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = bytes[range].first else { return nil }
    if first == ASCII.quote || first == ASCII.apostrophe {
      return bytes[range].dropFirst().firstIndex(of: first).map { $0 + 1 }
    }
    let end = bytes[range].firstIndex { $0.isSpace || "\"'=<>`".utf8.contains($0) } ?? range.upperBound
    return end > range.lowerBound ? end : nil
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.underscore || byte == ASCII.dot || byte == ASCII.colon
      || byte == ASCII.hyphen
  }

  private static func skipSpace(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isSpace { index += 1 }
    return index
  }
}
