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

  init(_ path: [any CodingKey], _ problem: String) {
    self.init(Self.text(of: path), problem)
  }

  /// The path and the problem, such as `positions[3].stance: “maybe” is not a stance`.
  var message: String { path.isEmpty ? problem : path + ": " + problem }

  /// Keys joined by dots, 0-based indexes in brackets.
  private static func text(of path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

/// The members of one JSON object of an edition, which must have exactly the keys of `Key`.
///
/// All functions throw `InvalidEdition`.
struct EditionFields<Key: RawRepresentable<String> & CaseIterable> {
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ key: Key) { stringValue = key.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<AnyKey>

  init(_ decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      let path = decoder.codingPath
      throw InvalidEdition(path, path.isEmpty ? "the file is not a JSON object" : "must be an object")
    }
    self.container = container
  }

  func has(_ key: Key) -> Bool { container.contains(AnyKey(key)) }

  /// Checks that there are no missing and no unknown keys.
  ///
  /// - Parameter optional: the keys that may be missing.
  func checkKeys(optional: Set<String> = []) throws {
    for key in Key.allCases where !has(key) && !optional.contains(key.rawValue) {
      throw InvalidEdition(container.codingPath, "“\(key.rawValue)” is missing")
    }
    let unknown = container.allKeys.map(\.stringValue).filter { Key(rawValue: $0) == nil }
    guard let first = unknown.min() else { return }
    throw InvalidEdition(container.codingPath, "unknown key “\(first)”")
  }

  func text(_ key: Key) throws -> String { try decode(key, "text") }

  /// A text; nil if it is null or the key is missing.
  func optionalText(_ key: Key) throws -> String? {
    isNull(key) ? nil : try decode(key, "text or null")
  }

  func texts(_ key: Key) throws -> [String] { try decode(key, "a list of texts") }

  /// A list of texts; empty if the key is missing.
  func optionalTexts(_ key: Key) throws -> [String] { has(key) ? try texts(key) : [] }

  /// `true` or `false`.
  func flag(_ key: Key) throws -> Bool { try decode(key, "true or false") }

  /// A whole number from 1 to `Int32.max`.
  func count(_ key: Key) throws -> Int {
    let wanted = "a whole number from 1"
    let number: Int = try decode(key, wanted)
    guard number > 0, number <= Int(Int32.max) else { throw invalid(key, "must be " + wanted) }
    return number
  }

  /// A text that `read` accepts.
  ///
  /// - Parameter what: the expected value, such as `a date`.
  func value<Value>(_ key: Key, _ what: String, _ read: (String) -> Value?) throws -> Value {
    let text: String = try decode(key, what)
    guard let value = read(text) else { throw invalid(key, "“\(text)” is not \(what)") }
    return value
  }

  /// A text that `read` accepts; nil if it is null or the key is missing.
  func optionalValue<Value>(_ key: Key, _ what: String, _ read: (String) -> Value?) throws -> Value? {
    isNull(key) ? nil : try value(key, what, read)
  }

  func records<Record: Decodable>(_ key: Key) throws -> [Record] { try decode(key, "a list") }

  /// A value that reads itself.
  func record<Record: Decodable>(_ key: Key, _ what: String) throws -> Record { try decode(key, what) }

  private func isNull(_ key: Key) -> Bool {
    !has(key) || ((try? container.decodeNil(forKey: AnyKey(key))) ?? false)
  }

  private func decode<Value: Decodable>(_ key: Key, _ what: String) throws -> Value {
    do {
      return try container.decode(Value.self, forKey: AnyKey(key))
    } catch is DecodingError {
      throw invalid(key, "must be \(what)")
    }
  }

  private func invalid(_ key: Key, _ problem: String) -> InvalidEdition {
    InvalidEdition(container.codingPath + [AnyKey(key)], problem)
  }
}
