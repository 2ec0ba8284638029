extension JSONScanner {
  /// Reads a string.
  mutating func string() throws(JSONError) -> String {
    skipSpace()
    guard next == UInt8(ascii: "\"") else { throw expected("a text in quotes") }
    let start = position
    position += 1
    var text: [UInt8] = []
    var run = position
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw fault("a control character must be escaped") }
      position += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      text += bytes[run..<position - 1]
      try escape(into: &text)
      run = position
    }
    guard next != nil else {
      throw JSONError(message: "this text has no closing quote", range: start..<min(start + 1, bytes.count))
    }
    text += bytes[run..<position]
    position += 1
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONError(message: "this text is not valid UTF-8", range: start..<position)
    }
    return string
  }

  /// Reads a string, or null as nil.
  mutating func stringOrNull() throws(JSONError) -> String? {
    takesNull() ? nil : try string()
  }

  /// Reads a list of strings.
  mutating func strings() throws(JSONError) -> [String] {
    var texts: [String] = []
    try array { (scanner) throws(JSONError) in texts.append(try scanner.string()) }
    return texts
  }

  /// Reads what follows a backslash.
  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = position - 1
    guard let byte = next else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): text += Array(String(try scalar(from: start)).utf8)
    default: throw JSONError(message: "no such escape", range: start..<position)
    }
  }

  /// Reads four digits, and a second half of a pair where the first asks for it.
  private mutating func scalar(from start: Int) throws(JSONError) -> Character {
    let first = try fourDigits(from: start)
    var value = first
    if first & 0xFC00 == 0xD800 {
      guard bytes[position...].starts(with: #"\u"#.utf8) else { throw halfPair(start) }
      position += 2
      let second = try fourDigits(from: start)
      guard second & 0xFC00 == 0xDC00 else { throw halfPair(start) }
      value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(value) else { throw halfPair(start) }
    return Character(scalar)
  }

  private mutating func fourDigits(from start: Int) throws(JSONError) -> UInt32 {
    let end = min(position + 4, bytes.count)
    let digits = bytes[position..<end]
    let isHexadecimal = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    guard digits.count == 4, isHexadecimal,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw JSONError(message: "four hexadecimal digits should follow “\\u”", range: start..<end) }
    position = end
    return value
  }

  private func halfPair(_ start: Int) -> JSONError {
    JSONError(message: "half of a surrogate pair is no character", range: start..<position)
  }
}
