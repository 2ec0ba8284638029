import Content

/// The members of one flat JSON object, taken out one by one under their keys.
struct RecordFields {
  private enum Value {
    case none
    case text(String)
    case number(Int)
    case texts([String])
  }

  /// Where the whole object stands.
  let range: Range<Int>
  private var members: [(key: String, value: Value, range: Range<Int>)] = []

  init(_ scanner: inout JSONScanner) throws(JSONError) {
    scanner.skipSpace()
    let start = scanner.position
    var members: [(key: String, value: Value, range: Range<Int>)] = []
    try scanner.object { (scanner, key, _) throws(JSONError) in
      scanner.skipSpace()
      let start = scanner.position
      let value = try Self.value(&scanner)
      members.append((key, value, start..<scanner.position))
    }
    self.members = members
    range = start..<scanner.position
  }

  private static func value(_ scanner: inout JSONScanner) throws(JSONError) -> Value {
    if scanner.takesNull() { return .none }
    switch scanner.next {
    case UInt8(ascii: "\""): return .text(try scanner.string())
    case UInt8(ascii: "["): return .texts(try scanner.strings())
    default: return .number(try scanner.integer())
    }
  }

  mutating func text(_ key: String) throws(JSONError) -> String {
    let member = try take(key)
    guard case .text(let text) = member.value else { throw wrong(key, "a text", member.range) }
    return text
  }

  mutating func textOrNull(_ key: String) throws(JSONError) -> String? {
    let member = try take(key)
    switch member.value {
    case .none: return nil
    case .text(let text): return text
    default: throw wrong(key, "a text or null", member.range)
    }
  }

  mutating func texts(_ key: String) throws(JSONError) -> [String] {
    let member = try take(key)
    guard case .texts(let texts) = member.value else { throw wrong(key, "a list of texts", member.range) }
    return texts
  }

  /// A number from 1 on.
  mutating func count(_ key: String) throws(JSONError) -> Int {
    let member = try take(key)
    guard case .number(let number) = member.value, number > 0, number <= Int(Int32.max) else {
      throw wrong(key, "a number from 1 on", member.range)
    }
    return number
  }

  /// A text that `read` makes something of, or null.
  mutating func readOrNull<Result>(
    _ key: String, _ what: String, _ read: (String) -> Result?
  ) throws(JSONError) -> Result? {
    let member = try take(key)
    switch member.value {
    case .none: return nil
    case .text(let text):
      guard let result = read(text) else { throw wrong(key, what + " or null", member.range) }
      return result
    default: throw wrong(key, what + " or null", member.range)
    }
  }

  /// All keys must have been taken.
  func finish() throws(JSONError) {
    if let member = members.first {
      throw JSONError(message: "a record of this list has no “\(member.key)”", range: member.range)
    }
  }

  private mutating func take(_ key: String) throws(JSONError) -> (value: Value, range: Range<Int>) {
    guard let index = members.firstIndex(where: { $0.key == key }) else {
      throw JSONError(message: "this record has no “\(key)”", range: range)
    }
    let member = members.remove(at: index)
    return (member.value, member.range)
  }

  private func wrong(_ key: String, _ what: String, _ range: Range<Int>) -> JSONError {
    JSONError(message: "“\(key)” must be \(what)", range: range)
  }
}

extension JSONScanner {
  /// Reads a list of flat objects, each with its place.
  mutating func records<Record>(
    _ read: (inout RecordFields) throws(JSONError) -> Record
  ) throws(JSONError) -> [(record: Record, range: Range<Int>)] {
    var records: [(record: Record, range: Range<Int>)] = []
    try array { (scanner) throws(JSONError) in
      var fields = try RecordFields(&scanner)
      let record = try read(&fields)
      try fields.finish()
      records.append((record, fields.range))
    }
    return records
  }

  /// Reads a text that is a date.
  mutating func date() throws(JSONError) -> PartialDate {
    skipSpace()
    let start = position
    guard let date = PartialDate(try string()) else {
      throw JSONError(message: "expected a date such as 2025-03-02 here", range: start..<position)
    }
    return date
  }
}
