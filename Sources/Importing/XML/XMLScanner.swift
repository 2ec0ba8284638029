/// Finds the tags and texts of an XML document. It does not check the document: anything that is not a tag is text.
struct XMLScanner {
  /// A tag, or the text between two tags.
  enum Token {
    case open(XMLTag)
    case close(name: String, range: Range<Int>)
    case text(String)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes of the last token.
  var range: Range<Int> { start..<index }

  /// The next token; nil at the end. Comments, declarations and processing instructions are skipped.
  mutating func next() -> Token? {
    while index < bytes.count {
      start = index
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { index = end }
        return .text(XMLText.decoded(bytes[index..<end]))
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        skip(to: "-->")
      } else if bytes[index...].starts(with: "<![CDATA[".utf8) {
        let start = index + 9
        skip(to: "]]>")
        return .text(String(decoding: bytes[start..<max(start, index - 3)], as: UTF8.self))
      } else if bytes[index...].starts(with: "<!".utf8) || bytes[index...].starts(with: "<?".utf8) {
        skip(to: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
    index = min(bytes.count, index + end.count)
  }

  /// Skips the content of an HTML element that holds no markup, such as a script, up to its end tag or the end of the text.
  ///
  /// - Parameter name: in lower case.
  mutating func skip(toEndOf name: String) {
    let end = Array("</\(name)".utf8)
    while index < bytes.count,
      !bytes[index...].prefix(end.count).elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 })
    {
      index += 1
    }
  }

  private mutating func tag() -> Token {
    let start = index
    var end = index + 1
    var quote: UInt8?
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      if quote == bytes[end] {
        quote = nil
      } else if quote == nil, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        quote = bytes[end]
      }
      end += 1
    }
    var inside = bytes[start + 1..<end]
    index = min(bytes.count, end + 1)
    let range = start..<index
    if inside.first == UInt8(ascii: "/") {
      return .close(name: Self.name(inside.dropFirst()), range: range)
    }
    let isEmpty = inside.last == UInt8(ascii: "/")
    if isEmpty { inside = inside.dropLast() }
    return .open(XMLTag(name: Self.name(inside), inside: inside, isEmpty: isEmpty, range: range))
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
  }
}

/// An opening tag.
struct XMLTag {
  /// With its prefix, such as `table:table-cell`.
  let name: String
  private let inside: ArraySlice<UInt8>
  /// Whether it closes itself.
  let isEmpty: Bool
  /// The bytes of the tag.
  let range: Range<Int>

  init(name: String, inside: ArraySlice<UInt8>, isEmpty: Bool, range: Range<Int>) {
    (self.name, self.inside, self.isEmpty, self.range) = (name, inside, isEmpty, range)
  }

  /// The name without its prefix.
  var localName: String { name.split(separator: ":").last.map(String.init) ?? name }

  /// The value of an attribute, by its name with its prefix; nil: it has none. HTML may leave out the quotes.
  subscript(attribute: String) -> String? {
    var rest = inside.drop { $0 > 0x20 }.drop { $0 <= 0x20 }
    while !rest.isEmpty {
      let key = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      rest = rest[key.endIndex...].drop { $0 <= 0x20 }
      var value = rest.prefix(0)
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        let quote = rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'") ? rest.first : nil
        value = quote == nil ? rest.prefix { $0 > 0x20 } : rest.dropFirst().prefix { $0 != quote }
        rest = rest[min(rest.endIndex, value.endIndex + (quote == nil ? 0 : 1))...]
      }
      if String(decoding: key, as: UTF8.self).lowercased() == attribute.lowercased() {
        return XMLText.decoded(value)
      }
      rest = rest.drop { $0 <= 0x20 }
    }
    return nil
  }

  /// The value of an attribute as a number of 1 or more; 1 without it.
  func count(_ attribute: String, limit: Int) -> Int {
    max(1, min(limit, self[attribute].flatMap { Int($0) } ?? 1))
  }
}

enum XMLText {
  /// The text with its entities replaced by characters.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: start)..<end])
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init)
    }
  }
}

/// A copy of an XML document in which some places are replaced.
struct XMLReplacements {
  private let content: [UInt8]
  private var result: [UInt8] = []
  /// Up to where the document is copied.
  private var end = 0

  init(_ content: [UInt8]) { self.content = content }

  /// Replaces a range that begins where the last one ends, or after it.
  mutating func replace(_ range: Range<Int>, with text: String = "") {
    result += content[end..<range.lowerBound] + Array(text.utf8)
    end = range.upperBound
  }

  /// The copy with the rest of the document.
  var bytes: [UInt8] { result + content[end...] }
}
