/// An attribute list, `{#id .class key="value"}`, as in Pandoc, kramdown (`{: …}`) and MkDocs.
struct AttributeList {
  /// The identifier; nil: it has none.
  private(set) var id: ArraySlice<UInt8>?
  /// Whether it says anything besides the identifier.
  private(set) var hasOthers = false
  /// Whether it is kramdown's mark for a table of contents.
  private(set) var isContents = false

  /// The keys of attributes that HTML knows. Other keys may be meant for something else, such as the date of a position.
  private static let keys: Set<String> = [
    "align", "alt", "class", "height", "id", "lang", "loading", "rel", "style", "target", "title", "width",
  ]

  /// The list between these braces; nil: the text between them is something else.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count > 2, bytes.first == ASCII.openBrace, bytes.last == ASCII.closeBrace else { return nil }
    var inner = bytes.dropFirst().dropLast()
    let isKramdown = inner.first == ASCII.colon
    if isKramdown { inner = inner.dropFirst() }
    let tokens = Self.tokens(inner)
    guard !tokens.isEmpty || isKramdown else { return nil }
    for token in tokens {
      switch token.first {
      case ASCII.hash where token.count > 1: id = token.dropFirst()
      case ASCII.dot where token.count > 1: hasOthers = true
      case ASCII.hyphen where token.count == 1: hasOthers = true
      default:
        let key = token.prefix { $0 != ASCII.equals }
        let isAttribute =
          key.count < token.count
          && (isKramdown || Self.keys.contains(String(decoding: key, as: UTF8.self).lowercased())
            || key.starts(with: "data-".utf8))
        if isKramdown, token.elementsEqual("toc".utf8) {
          isContents = true
        } else if !isAttribute, !isKramdown {
          return nil
        }
        hasOthers = true
      }
    }
    if tokens.isEmpty { hasOthers = true }
  }

  /// The words, with quoted values kept whole.
  private static func tokens(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var tokens: [ArraySlice<UInt8>] = []
    var start: Int?
    var quote: UInt8?
    for index in bytes.indices {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte.isSpace {
        if let first = start { tokens.append(bytes[first..<index]) }
        start = nil
        continue
      } else if byte == ASCII.quote || byte == ASCII.apostrophe {
        quote = byte
      }
      if start == nil { start = index }
    }
    if let first = start { tokens.append(bytes[first..<bytes.endIndex]) }
    return tokens
  }
}
