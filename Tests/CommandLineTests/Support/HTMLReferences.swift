/// The ids and references of an HTML page. Supports only what Standpoint writes: attributes in quotation marks.
struct HTMLReferences {
  private(set) var ids: Set<String> = []
  private(set) var repeatedIDs: [String] = []
  /// The values of `href` and `src` in order, with character references decoded.
  private(set) var links: [String] = []

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let tag = nextTag() {
      readAttributes()
      if tag == "script" || tag == "style" { skip(past: "</" + tag) }
    }
  }

  /// Moves to after the name of the next opening tag, skipping comments.
  private mutating func nextTag() -> String? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if bytes[at...].starts(with: "<!--".utf8) {
        skip(past: "-->")
        continue
      }
      at += 1
      let start = at
      while at < bytes.count, isLetterOrDigit(bytes[at]) { at += 1 }
      if at > start { return String(decoding: bytes[start..<at], as: UTF8.self).lowercased() }
    }
    return nil
  }

  private mutating func readAttributes() {
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let start = at
      while at < bytes.count, isLetterOrDigit(bytes[at]) || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
      if let value = readValue() { take(name, value) }
    }
  }

  /// The value after `=`; nil for an attribute without a value.
  private mutating func readValue() -> String? {
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
    let quote = bytes[at + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    at += 2
    let start = at
    while at < bytes.count, bytes[at] != quote { at += 1 }
    let value = String(decoding: bytes[start..<at], as: UTF8.self)
    at += 1
    return value
  }

  private mutating func take(_ name: String, _ value: String) {
    let plain = withoutReferences(value)
    if name == "href" || name == "src" { links.append(plain) }
    if name == "id", !ids.insert(plain).inserted { repeatedIDs.append(plain) }
  }

  private func withoutReferences(_ value: String) -> String {
    guard value.contains("&") else { return value }
    return value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }

  private mutating func skip(past end: String) {
    while at < bytes.count, !bytes[at...].starts(with: end.utf8) { at += 1 }
    at = min(bytes.count, at + end.utf8.count)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
