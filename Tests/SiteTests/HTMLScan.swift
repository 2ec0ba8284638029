/// The links, ids and headings of a page, found by a simple scan of its tags.
struct HTMLScan {
  private(set) var ids: [String] = []
  /// Values of `href` and `src`.
  private(set) var addresses: [String] = []
  /// The levels of the headings, in order.
  private(set) var headings: [Int] = []
  /// Elements that are still open at the end, or closed in the wrong order.
  private(set) var unbalanced: [String] = []

  private static let void: Set<String> = [
    "meta", "link", "img", "br", "hr", "input", "!doctype", "col", "wbr",
  ]

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var open: [String] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace }.lowercased()
      if name.hasPrefix("/") {
        if open.last == String(name.dropFirst()) { open.removeLast() } else { unbalanced.append(name) }
        continue
      }
      if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue {
        headings.append(level)
      }
      if !Self.void.contains(name), !tag.hasSuffix("/") { open.append(name) }
      for part in Self.attributes(tag) {
        if part.name == "id" { ids.append(part.value) }
        if part.name == "href" || part.name == "src" { addresses.append(part.value) }
      }
    }
    unbalanced += open
  }

  private static func attributes(_ tag: Substring) -> [(name: String, value: String)] {
    var parts: [(String, String)] = []
    var rest = tag
    while let equals = rest.firstRange(of: "=\"") {
      let name = rest[..<equals.lowerBound].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      let value = rest[equals.upperBound...].prefix { $0 != "\"" }
      parts.append((name, unescaped(String(value))))
      rest = rest[value.endIndex...].dropFirst()
    }
    return parts
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
