/// The places of the values in a JSON text, and of its syntax errors (RFC 8259).
///
/// `JSONDecoder` reports neither. It also accepts trailing commas and silently uses one of two values for the
/// same key, so texts go through `check` first. Nothing here is recursive, so nesting costs no stack.
struct JSONOutline {
  struct SyntaxError: Error, Hashable {
    /// Starts in lower case, without a full stop.
    let message: String
    /// UTF-8 byte offsets in the text.
    let range: Range<Int>
  }

  /// `JSONDecoder` rejects texts that are nested more than 512 levels deep.
  private static let maximumDepth = 500

  /// An object or list that is open at the current position.
  private struct Container {
    let start: Int
    let closing: UInt8
    var index = 0
    var key = ""
    var keys: Set<String> = []

    var isObject: Bool { closing == UInt8(ascii: "}") }
  }

  private let bytes: [UInt8]
  private var position = 0
  private var containers: [Container] = []
  /// The paths to look for, such as `positions[3].stance`.
  private let paths: Set<String>
  private var places: [String: Range<Int>] = [:]

  /// Throws unless the text is one JSON value in valid UTF-8 without repeated keys.
  static func check(_ bytes: [UInt8]) throws(SyntaxError) {
    var outline = JSONOutline(bytes, [])
    try outline.read()
  }

  /// The byte ranges of the values with these paths (keys joined by dots, 0-based indexes in brackets), up to
  /// the first syntax error.
  static func places(of paths: Set<String>, in bytes: [UInt8]) -> [String: Range<Int>] {
    var outline = JSONOutline(bytes, paths)
    try? outline.read()
    return outline.places
  }

  private init(_ bytes: [UInt8], _ paths: Set<String>) {
    self.bytes = bytes
    self.paths = paths
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte at `position`; nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func read() throws(SyntaxError) {
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
    let start = position
    switch next {
    case UInt8(ascii: "{"): return try open(Container(start: start, closing: UInt8(ascii: "}")))
    case UInt8(ascii: "["): return try open(Container(start: start, closing: UInt8(ascii: "]")))
    case UInt8(ascii: "\""): _ = try string()
    default: try literal()
    }
    note(from: start)
    return true
  }

  private mutating func open(_ container: Container) throws(SyntaxError) -> Bool {
    guard containers.count < Self.maximumDepth else { throw error("too many levels of nesting") }
    position += 1
    containers.append(container)
    skipSpace()
    if next == container.closing { return true }
    if container.isObject { try key() }
    return false
  }

  /// Reads the closing brackets after a value, and the comma and key before the next value.
  private mutating func endValues() throws(SyntaxError) {
    while let container = containers.last {
      skipSpace()
      if next == container.closing {
        position += 1
        containers.removeLast()
        note(from: container.start)
        continue
      }
      guard next == UInt8(ascii: ",") else {
        throw error("expected a comma or “\(Unicode.Scalar(container.closing))”")
      }
      position += 1
      containers[containers.count - 1].index += 1
      if container.isObject { try key() }
      return
    }
  }

  private mutating func key() throws(SyntaxError) {
    skipSpace()
    let start = position
    guard next == UInt8(ascii: "\"") else { throw error("expected a key in double quotes") }
    let key = try string()
    guard containers[containers.count - 1].keys.insert(key).inserted else {
      throw SyntaxError(message: "the key “\(key)” occurs twice", range: start..<position)
    }
    containers[containers.count - 1].key = key
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw error("expected a colon after “\(key)”") }
    position += 1
  }

  /// Reads a string.
  ///
  /// - Returns: its text, with escapes as written.
  private mutating func string() throws(SyntaxError) -> String {
    let start = position
    position += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw error("control characters must be escaped") }
      position += 1
      guard byte == UInt8(ascii: "\\"), let escaped = next else { continue }
      guard "\"\\/bfnrtu".utf8.contains(escaped) else {
        throw SyntaxError(message: "invalid escape in this string", range: position - 1..<position + 1)
      }
      position += 1
    }
    guard next != nil else {
      throw SyntaxError(message: "missing closing quotation mark", range: start..<start + 1)
    }
    position += 1
    guard let text = String(validating: bytes[start + 1..<position - 1], as: UTF8.self) else {
      throw SyntaxError(message: "invalid UTF-8 in this string", range: start..<position)
    }
    return text
  }

  /// Reads a number, `true`, `false` or `null`.
  private mutating func literal() throws(SyntaxError) {
    let start = position
    while let byte = next, Self.isLiteral(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if ["true", "false", "null"].contains(text) || Double(text) != nil { return }
    if !text.isEmpty { throw SyntaxError(message: "unexpected “\(text)”", range: start..<position) }
    throw error("expected a value")
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    let character = Unicode.Scalar(byte)
    return character.properties.isAlphabetic && byte < 0x80
      || "0123456789+-.".unicodeScalars.contains(character)
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Records the range of the value that ends here, if it was requested.
  private mutating func note(from start: Int) {
    guard !paths.isEmpty else { return }
    let path = containers.reduce(into: "") { path, container in
      if container.isObject {
        path += (path.isEmpty ? "" : ".") + container.key
      } else {
        path += "[\(container.index)]"
      }
    }
    if paths.contains(path) { places[path] = start..<position }
  }

  /// An error at the current position.
  private func error(_ message: String) -> SyntaxError {
    SyntaxError(
      message: position < bytes.count ? message : "unexpected end of the file; " + message,
      range: position..<min(position + 1, bytes.count))
  }
}
