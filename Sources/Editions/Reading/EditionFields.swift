import Content

/// The reason why a file is not a valid edition.
struct InvalidEdition: Error, Hashable {
  /// The path of the invalid value, such as `positions[3].stance`; empty: the file as a whole.
  let path: String
  /// The problem, starting in lower case, without a full stop.
  let problem: String

  init(_ path: String = "", _ problem: String) {
    self.path = path
    self.problem = problem
  }

  /// The path and the problem, such as `positions[3].stance: “maybe” is not a stance`.
  var message: String { path.isEmpty ? problem : path + ": " + problem }

}

/// A value of an edition's file.
struct EditionValue {
  fileprivate let document: JSONDocument
  fileprivate let token: Int
  fileprivate let texts: EditionTexts

  /// The whole file.
  init(_ document: JSONDocument, _ texts: EditionTexts) {
    self.init(document, token: 0, texts)
  }

  fileprivate init(_ document: JSONDocument, token: Int, _ texts: EditionTexts) {
    self.document = document
    self.token = token
    self.texts = texts
  }

  fileprivate var kind: JSONDocument.Kind { document.tokens[token].kind }

  /// nil: it is not text.
  var text: String? {
    kind == .string || kind == .escapedString ? texts.text(of: token, in: document) : nil
  }

  var isObject: Bool { kind == .object }

  /// The bytes of the file, and which of them are this value.
  var bytes: [UInt8] { document.bytes }
  var range: Range<Int> { document.tokens[token].range }

  /// What was read before.
  var known: EditionTexts { texts }

  /// The value of a key; nil: this is not an object with the key.
  subscript(key: String) -> EditionValue? {
    guard isObject, let member = document.members(of: token).first(where: { document.text(of: $0) == key })
    else { return nil }
    return EditionValue(document, token: member + 1, texts)
  }

  /// The values of a list; nil: it is not a list.
  var elements: [EditionValue]? {
    kind == .list ? document.members(of: token).map { EditionValue(document, token: $0, texts) } : nil
  }

  /// `problem` with this value.
  func invalid(_ problem: String) -> InvalidEdition { InvalidEdition(document.path(of: token), problem) }
}

/// A record that reads itself.
protocol EditionRecord {
  /// Throws `InvalidEdition`.
  init(_ value: EditionValue) throws
}

/// The members of one JSON object of an edition, which must have exactly the keys of `Key`.
///
/// All functions throw `InvalidEdition`.
struct EditionFields<Key: RawRepresentable<String> & CaseIterable & Hashable> {
  private let object: EditionValue
  private let members: [(name: String, token: Int)]

  init(_ value: EditionValue) throws {
    guard value.isObject else {
      throw value.invalid(value.token == 0 ? "the file is not a JSON object" : "must be an object")
    }
    object = value
    members = value.document.members(of: value.token).map {
      (value.texts.text(of: $0, in: value.document), $0 + 1)
    }
  }

  private func member(_ key: Key) -> EditionValue? {
    let name = key.rawValue
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    return EditionValue(object.document, token: member.token, object.texts)
  }

  func has(_ key: Key) -> Bool {
    let name = key.rawValue
    return members.contains { $0.name == name }
  }

  /// What was read before.
  var known: EditionTexts { object.known }

  /// Checks that no key is missing or unknown.
  ///
  /// - Parameter optional: the keys that may be missing.
  func checkKeys(optional: [Key] = []) throws {
    var known = 0
    for key in Key.allCases {
      if has(key) {
        known += 1
      } else if !optional.contains(key) {
        throw object.invalid("“\(key.rawValue)” is missing")
      }
    }
    if known == members.count { return }
    guard let first = members.map(\.name).filter({ Key(rawValue: $0) == nil }).min() else { return }
    throw object.invalid("unknown key “\(first)”")
  }

  func text(_ key: Key) throws -> String { try text(key, "text") }

  /// A text; nil if it is null or the key is missing.
  func optionalText(_ key: Key) throws -> String? { isNull(key) ? nil : try text(key, "text or null") }

  func texts(_ key: Key) throws -> [String] {
    let texts = try elements(key, "a list of text values").map(\.text)
    guard !texts.contains(nil) else { throw invalid(key, "must be a list of text values") }
    return texts.compactMap(\.self)
  }

  /// A list of texts; empty if the key is missing.
  func optionalTexts(_ key: Key) throws -> [String] { has(key) ? try texts(key) : [] }

  /// `true` or `false`.
  func flag(_ key: Key) throws -> Bool {
    guard let value = member(key), value.kind == .bool else { throw invalid(key, "must be true or false") }
    return value.document.text(of: value.token) == "true"
  }

  /// A whole number from 1 to `Int32.max`.
  func count(_ key: Key) throws -> Int {
    guard let value = member(key), value.kind == .number,
      let number = Self.number(value.document.text(of: value.token)), (1...Int(Int32.max)).contains(number)
    else { throw invalid(key, "must be a whole number of 1 or more") }
    return number
  }

  private static func number(_ text: String) -> Int? {
    Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  /// A text that `read` accepts.
  ///
  /// - Parameter what: the expected value, such as `a date`.
  func value<Value>(_ key: Key, _ what: String, _ read: (String) -> Value?) throws -> Value {
    let text = try text(key, what)
    guard let value = read(text) else { throw invalid(key, "“\(text)” is not \(what)") }
    return value
  }

  /// A text that `read` accepts; nil if it is null or the key is missing.
  func optionalValue<Value>(_ key: Key, _ what: String, _ read: (String) -> Value?) throws -> Value? {
    isNull(key) ? nil : try value(key, what, read)
  }

  func date(_ key: Key) throws -> PartialDate { try value(key, "a date", object.texts.date) }

  /// A date; nil if it is null or the key is missing.
  func optionalDate(_ key: Key) throws -> PartialDate? {
    try optionalValue(key, "a date", object.texts.date)
  }

  func records<Record: EditionRecord>(_ key: Key) throws -> [Record] {
    try values(key).map(Record.init)
  }

  /// The values of a list.
  func values(_ key: Key) throws -> [EditionValue] { try elements(key, "a list") }

  /// A value that reads itself.
  func record<Record: EditionRecord>(_ key: Key, _ what: String) throws -> Record {
    guard let value = member(key) else { throw invalid(key, "must be \(what)") }
    return try Record(value)
  }

  private func isNull(_ key: Key) -> Bool { member(key).map { $0.kind == .null } ?? true }

  private func text(_ key: Key, _ what: String) throws -> String {
    guard let text = member(key)?.text else { throw invalid(key, "must be \(what)") }
    return text
  }

  private func elements(_ key: Key, _ what: String) throws -> [EditionValue] {
    guard let elements = member(key)?.elements else { throw invalid(key, "must be \(what)") }
    return elements
  }

  private func invalid(_ key: Key, _ problem: String) -> InvalidEdition {
    member(key)?.invalid(problem) ?? object.invalid(problem)
  }
}
