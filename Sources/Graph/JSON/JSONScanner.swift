/// Reads a JSON text value by value, as its caller asks (RFC 8259); nothing is kept, nothing recurses.
///
/// Strict: no comments, no trailing commas, no second value, no key twice, UTF-8 only. A byte order mark is skipped.
struct JSONScanner {
  let bytes: [UInt8]
  /// Byte offset of what comes next.
  var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte at `position`; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Reads an object; `member` reads the value of each key.
  mutating func object(
    _ member: (inout JSONScanner, _ key: String, _ range: Range<Int>) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open("{", "an object")
    var keys: Set<String> = []
    var isFirst = true
    while try goesOn(&isFirst, until: "}") {
      let start = position
      let key = try string()
      let range = start..<position
      guard keys.insert(key).inserted else {
        throw JSONError(message: "“\(key)” is given twice", range: range)
      }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("a colon is missing after “\(key)”") }
      position += 1
      try member(&self, key, range)
    }
  }

  /// Reads an array; `element` reads each value.
  mutating func array(_ element: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    try open("[", "a list")
    var isFirst = true
    while try goesOn(&isFirst, until: "]") { try element(&self) }
  }

  /// Reads `null` if it comes next.
  mutating func takesNull() -> Bool {
    skipSpace()
    guard bytes[position...].starts(with: "null".utf8) else { return false }
    position += 4
    return true
  }

  /// Reads a whole number.
  mutating func integer() throws(JSONError) -> Int {
    skipSpace()
    let start = position
    guard let first = next, first == UInt8(ascii: "-") || Self.isDigit(first) else {
      throw expected("a whole number")
    }
    try number()
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw JSONError(message: "expected a whole number here", range: start..<position)
    }
    return value
  }

  /// Nothing but white space may follow.
  mutating func finish() throws(JSONError) {
    skipSpace()
    if position < bytes.count { throw fault("the text goes on after its end") }
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// A fault at `position`.
  func fault(_ message: String) -> JSONError {
    JSONError(message: message, range: position..<min(position + 1, bytes.count))
  }

  /// A fault that says what should stand at `position`.
  func expected(_ what: String) -> JSONError {
    fault(position < bytes.count ? "expected \(what) here" : "the text ends where \(what) should come")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func open(_ bracket: Unicode.Scalar, _ what: String) throws(JSONError) {
    skipSpace()
    guard next == UInt8(ascii: bracket) else { throw expected(what) }
    position += 1
  }

  /// Takes the comma or the closing bracket before the next value.
  mutating func goesOn(_ isFirst: inout Bool, until bracket: Unicode.Scalar) throws(JSONError) -> Bool {
    skipSpace()
    if next == UInt8(ascii: bracket) {
      position += 1
      return false
    }
    if !isFirst {
      guard next == UInt8(ascii: ",") else { throw expected("a comma or “\(bracket)”") }
      position += 1
      skipSpace()
    }
    isFirst = false
    return true
  }
}
