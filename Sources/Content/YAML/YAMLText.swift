import Diagnostics
import Yams

/// Parses YAML into entries with their places.
package struct YAMLText {
  private static let depth = 5

  private let source: SourceText
  private let text: Range<Int>
  private let example: String
  private var places: YAMLPlaces

  private init(_ source: SourceText, _ text: Range<Int>, _ example: String) {
    self.example = example
    self.source = source
    self.text = text
    places = YAMLPlaces(source.bytes, text)
  }

  /// The entries of the map in the bytes `text` of `source`; empty if it cannot be read.
  ///
  /// Diagnostics: `invalid-yaml`, `duplicate-key`.
  /// - Parameter example: a line that shows the expected form.
  package static func read(
    _ source: SourceText, _ text: Range<Int>, example: String = "title: The March plan"
  ) -> (
    entries: [YAMLEntry], diagnostics: [Diagnostic]
  ) {
    if let refusal = YAMLGuard.refusal(source.bytes, text) {
      let place = Place(path: source.path, range: refusal.offset..<min(refusal.offset + 1, text.upperBound))
      return ([], [Diagnostic(.invalidYAML, at: place, refusal.message)])
    }
    if let entries = PlainYAML.entries(source.bytes, text) { return (entries, []) }
    return parsed(source, text, example: example)
  }

  /// The same by the parser, for any accepted text.
  static func parsed(
    _ source: SourceText, _ text: Range<Int>, example: String
  ) -> (entries: [YAMLEntry], diagnostics: [Diagnostic]) {
    var yaml = YAMLText(source, text, example)
    do {
      return try yaml.entries()
    } catch let error as YamlError {
      var problem = YAMLProblem(source: source, text: text, places: yaml.places)
      return ([], [problem.diagnostic(error)])
    } catch {
      let place = Place(path: source.path, range: text.prefix(0))
      return ([], [Diagnostic(.invalidYAML, at: place, "this YAML cannot be read: \(error)")])
    }
  }

  private mutating func entries() throws -> (entries: [YAMLEntry], diagnostics: [Diagnostic]) {
    // Yams keeps a pointer to the string's bytes, which only strings of more than 15 bytes store at a fixed
    // address.
    let padding = String(repeating: "\n", count: 16)
    let string = String(decoding: source.bytes[text], as: UTF8.self) + padding
    let parser = try Parser(yaml: string, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return ([], []) }
    let value = value(of: root, depth: 0)
    switch value.content {
    case .map(let entries): return (entries, [])
    case .empty: return ([], [])
    case .text(let content): return ([], [noKeys(value.range, hasColon: content.contains(":"))])
    case .list, .tooDeep: return ([], [noKeys(value.range, hasColon: false)])
    }
  }

  private func noKeys(_ range: Range<Int>, hasColon: Bool) -> Diagnostic {
    let message = hasColon ? "a colon needs a space after it" : "this is not a list of keys and values"
    let suggestion = Suggestion("write lines such as “\(example)”")
    return Diagnostic(
      .invalidYAML, at: Place(path: source.path, range: range), message, suggestion: suggestion)
  }

  private mutating func value(of node: Node, depth: Int) -> YAMLValue {
    let start = node.mark.map { places.offset(of: $0) } ?? text.lowerBound
    switch node {
    case .scalar(let scalar):
      let range = places.scalar(at: start, text: scalar.string)
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLValue(
        content: isPlain && Self.isNull(scalar.string) ? .empty : .text(scalar.string), range: range)
    case .sequence(let sequence):
      let content: YAMLValue.Content =
        depth < Self.depth ? .list(sequence.map { value(of: $0, depth: depth + 1) }) : .tooDeep
      return YAMLValue(content: content, range: places.line(from: start))
    case .mapping(let mapping):
      let content: YAMLValue.Content =
        depth < Self.depth ? .map(mapping.map { entry($0.key, $0.value, depth: depth + 1) }) : .tooDeep
      return YAMLValue(content: content, range: places.line(from: start))
    case .alias:
      return YAMLValue(content: .empty, range: places.line(from: start))
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLEntry {
    let start = key.mark.map { places.offset(of: $0) } ?? text.lowerBound
    let name = key.scalar?.string
    return YAMLEntry(
      key: name ?? "", keyRange: name.map { places.scalar(at: start, text: $0) } ?? places.line(from: start),
      value: self.value(of: value, depth: depth))
  }

  /// Whether a plain text stands for no value.
  static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }
}

/// A value of a YAML document, as deep as front matter and site.yml need it, with its place.
package struct YAMLValue: Sendable, Hashable {
  package indirect enum Content: Sendable, Hashable {
    /// No value: `key:`, `~` or `null`.
    case empty
    /// A scalar as text, with quotes and escapes resolved; numbers and dates are text, too.
    case text(String)
    case list([YAMLValue])
    /// In order of appearance, without duplicate keys.
    case map([YAMLEntry])
    /// A list or map that is nested deeper than any key needs.
    case tooDeep
  }

  package let content: Content
  /// UTF-8 byte offsets in the file: exact for plain and quoted scalars, otherwise the rest of the first
  /// line.
  package let range: Range<Int>
}

/// One `key: value` of a YAML map.
package struct YAMLEntry: Sendable, Hashable {
  /// As written, without quotation marks; empty for a key that is not text.
  package let key: String
  /// UTF-8 byte offsets in the file.
  package let keyRange: Range<Int>
  package let value: YAMLValue
}
