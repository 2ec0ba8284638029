import Diagnostics
import Text

/// Reads a JSON text from its start to its end.
struct JSONScan {
  typealias SyntaxError = JSONDocument.SyntaxError
  private typealias Token = JSONDocument.Token

  /// Enough for any edition; deeper texts are refused.
  private static let maximumDepth = Limit.editionNesting.value
  /// The keys of larger objects are compared with a set.
  private static let fewKeys = 24

  /// An object or list that is open at the current position.
  private struct Container {
    let token: Int
    let closing: UInt8
    var keyCount = 0
    /// The keys, as written; empty while there are few.
    var keys: Set<[UInt8]> = []

    var isObject: Bool { closing == UInt8(ascii: "}") }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let validUpTo: Int
  private var position = 0
  private var containers: [Container] = []
  private(set) var tokens: [JSONDocument.Token] = []

  /// - Parameter validUpTo: the offset of the first byte that is not valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, validUpTo: Int) {
    self.bytes = bytes
    self.validUpTo = validUpTo
    tokens.reserveCapacity(bytes.count / 12)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte at `position`; nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func read() throws(SyntaxError) {
    repeat {
      if try startValue() { try endValues() }
    } while !containers.isEmpty
    skipSpace()
    if next != nil { throw error("unexpected text after the end of the JSON value") }
  }

  /// Reads a value, or the start of a container that has members.
  ///
  /// - Returns: false if the container's first value comes next.
  private mutating func startValue() throws(SyntaxError) -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try open(.object, closing: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try open(.list, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try string()
    default: try literal()
    }
    return true
  }

  private mutating func open(_ kind: JSONDocument.Kind, closing: UInt8) throws(SyntaxError) -> Bool {
    guard containers.count < Self.maximumDepth else { throw error("too many levels of nesting") }
    containers.append(Container(token: tokens.count, closing: closing))
    let start = position
    position += 1
    append(kind, from: start)
    skipSpace()
    if next == closing { return true }
    if kind == .object { try key() }
    return false
  }

  /// Reads the closing brackets after a value, and the comma and key before the next value.
  private mutating func endValues() throws(SyntaxError) {
    while let last = containers.indices.last {
      let (closing, isObject) = (containers[last].closing, containers[last].isObject)
      skipSpace()
      if next == closing {
        position += 1
        let token = containers[last].token
        tokens[token].end = Int32(position)
        tokens[token].next = Int32(tokens.count)
        containers.removeLast()
        continue
      }
      guard next == UInt8(ascii: ",") else {
        throw error("expected a comma or “\(Unicode.Scalar(closing))”")
      }
      position += 1
      if isObject { try key() }
      return
    }
  }

  private mutating func key() throws(SyntaxError) {
    skipSpace()
    let start = position
    guard next == UInt8(ascii: "\"") else { throw error("expected a key in double quotation marks") }
    try string()
    guard isNewKey(start..<position) else {
      throw SyntaxError(
        message: "the key “\(text(start + 1..<position - 1))” appears twice", range: start..<position)
    }
    skipSpace()
    guard next == UInt8(ascii: ":") else {
      let key = tokens[tokens.count - 1]
      throw error("expected a colon after “\(text(Int(key.start) + 1..<Int(key.end) - 1))”")
    }
    position += 1
  }

  /// Whether the object that is open has no key with the same bytes yet.
  private mutating func isNewKey(_ range: Range<Int>) -> Bool {
    let last = containers.count - 1
    containers[last].keyCount += 1
    if containers[last].keyCount > Self.fewKeys {
      if containers[last].keys.isEmpty {
        forEachKey(of: containers[last].token) { containers[last].keys.insert(Array(bytes[$0])) }
      }
      return containers[last].keys.insert(Array(bytes[range])).inserted
    }
    var isNew = true
    forEachKey(of: containers[last].token) { known in
      if known.count == range.count, bytes[known].elementsEqual(bytes[range]) { isNew = false }
    }
    return isNew
  }

  /// Calls `body` with the places of an object's keys but the newest.
  private func forEachKey(of object: Int, _ body: (Range<Int>) -> Void) {
    var key = object + 1
    while key < tokens.count - 1 {
      body(tokens[key].range)
      key = Int(tokens[key + 1].next)
    }
  }

  private mutating func string() throws(SyntaxError) {
    let start = position
    var kind = JSONDocument.Kind.string
    position += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw error("control characters must be escaped") }
      position += 1
      guard byte == UInt8(ascii: "\\"), next != nil else { continue }
      kind = .escapedString
      try escape()
    }
    guard next != nil else {
      throw SyntaxError(message: "missing closing quotation mark", range: start..<start + 1)
    }
    position += 1
    guard position <= validUpTo else {
      throw SyntaxError(message: "invalid UTF-8 in this string", range: start..<position)
    }
    append(kind, from: start)
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(SyntaxError) {
    let start = position - 1
    guard let letter = next, "\"\\/bfnrtu".utf8.contains(letter) else {
      throw SyntaxError(message: "invalid escape in this string", range: start..<position + 1)
    }
    position += 1
    guard letter == UInt8(ascii: "u") else { return }
    let unit = unit(at: position)
    position = min(position + 4, bytes.count)
    if let unit, UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: #"\u"#.utf8),
      let trail = self.unit(at: position + 2), UTF16.isTrailSurrogate(trail)
    {
      position += 6
    } else if unit.map({ 0xD800...0xDFFF ~= $0 }) ?? true {
      throw SyntaxError(message: "invalid escape in this string", range: start..<position)
    }
  }

  /// The number that four hexadecimal digits spell; nil: there are no four.
  private func unit(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    let digits = bytes[start..<start + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(text(start..<start + 4), radix: 16)
  }

  /// Reads a number, `true`, `false` or `null`.
  private mutating func literal() throws(SyntaxError) {
    let start = position
    while let byte = next, Self.isLiteral(byte) { position += 1 }
    let text = text(start..<position)
    switch text {
    case "": throw error("expected a value")
    case "true", "false": append(.bool, from: start)
    case "null": append(.null, from: start)
    default:
      guard Self.isNumber(text) else {
        throw SyntaxError(message: "unexpected “\(text)”", range: start..<position)
      }
      append(.number, from: start)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func digits() -> Bool {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[digits.endIndex...]
      return !digits.isEmpty
    }
    if rest.first == "-" { rest.removeFirst() }
    if rest.hasPrefix("0") { rest.removeFirst() } else if !digits() { return false }
    if rest.first == "." {
      rest.removeFirst()
      if !digits() { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      if !digits() { return false }
    }
    return rest.isEmpty
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Adds a token that ends at the current position.
  private mutating func append(_ kind: JSONDocument.Kind, from start: Int) {
    tokens.append(
      Token(kind: kind, start: Int32(start), end: Int32(position), next: Int32(tokens.count + 1)))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An error at the current position.
  private func error(_ message: String) -> SyntaxError {
    SyntaxError(
      message: position < bytes.count ? message : "unexpected end of the file; " + message,
      range: position..<min(position + 1, bytes.count))
  }
}
