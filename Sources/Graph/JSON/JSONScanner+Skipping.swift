extension JSONScanner {
  /// Reads any value and forgets it; keeps its own list of awaited brackets, so that depth costs no stack.
  mutating func skipValue() throws(JSONError) {
    var awaited: [UInt8] = []
    repeat {
      guard try skipStart(&awaited) else { continue }
      try skipEnds(&awaited)
    } while !awaited.isEmpty
  }

  /// Reads a value without parts, or an opening bracket and, in an object, the first key.
  ///
  /// - Returns: false when the first part's value comes next.
  private mutating func skipStart(_ awaited: inout [UInt8]) throws(JSONError) -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      position += 1
      awaited.append(UInt8(ascii: "}"))
      skipSpace()
      if next == UInt8(ascii: "}") { return true }
      try skipKey()
      return false
    case UInt8(ascii: "["):
      position += 1
      awaited.append(UInt8(ascii: "]"))
      skipSpace()
      return next == UInt8(ascii: "]")
    case UInt8(ascii: "\""): _ = try string()
    default: try literal()
    }
    return true
  }

  /// Reads what follows a value: closing brackets, and then a comma and, in an object, the next key.
  private mutating func skipEnds(_ awaited: inout [UInt8]) throws(JSONError) {
    while let closing = awaited.last {
      skipSpace()
      if next == closing {
        position += 1
        awaited.removeLast()
        continue
      }
      guard next == UInt8(ascii: ",") else {
        throw expected("a comma or “\(Unicode.Scalar(closing))”")
      }
      position += 1
      if closing == UInt8(ascii: "}") { try skipKey() }
      return
    }
  }

  private mutating func skipKey() throws(JSONError) {
    _ = try string()
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw expected("a colon") }
    position += 1
  }

  private mutating func literal() throws(JSONError) {
    for word in ["true", "false", "null"] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return
    }
    guard let byte = next, byte == UInt8(ascii: "-") || Self.isDigit(byte) else { throw expected("a value") }
    try number()
  }

  /// Reads a number as the grammar has it; what it amounts to is the caller's affair.
  mutating func number() throws(JSONError) {
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return }
    position += 1
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
    try digits()
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = next, Self.isDigit(byte) { position += 1 }
    if position == start { throw expected("a digit") }
  }
}
