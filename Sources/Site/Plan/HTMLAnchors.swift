/// Finds the anchors in HTML that Standpoint itself has written.
enum HTMLAnchors {
  /// The values of all `id` attributes, unescaped.
  static func find(in html: [UInt8]) -> Set<String> {
    let opening = Array(" id=\"".utf8)
    var found: Set<String> = []
    var rest = html[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isIdentifier = html[...quote].suffix(opening.count).elementsEqual(opening)
      rest = rest[(quote + 1)...]
      guard isIdentifier, let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { continue }
      found.insert(unescaped(String(decoding: rest[..<end], as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
    return found
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
