import Text

/// The text of a file's front matter, and the places where something can be inserted.
struct FrontMatterText {
  /// The bytes of the file to replace, and their replacement.
  struct Insertion: Sendable, Hashable {
    let range: Range<Int>
    let text: String

    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  let bytes: [UInt8]
  /// The YAML between the fences.
  let yaml: Range<Int>

  /// The insertion for a change; nil: the file already has it.
  func insertion(
    of change: FrontMatterEdit.Change, among entries: [YAMLEntry]
  ) throws(FrontMatterEdit.Refusal) -> Insertion? {
    let key = change.key
    guard let entry = entries.first(where: { $0.key == key }) else {
      let first = bytes[yaml].first { $0 > 0x20 }
      guard first != UInt8(ascii: "{") else {
        throw refusal("the front matter is written with braces; add “\(key)” by hand")
      }
      return Insertion(at: yaml.upperBound, Self.lines(change, newline: Self.newline(in: bytes[yaml])))
    }
    switch change {
    case .set(_, let value): return try set(entry, to: value)
    case .add(let names, _):
      let missing = names.missing(from: entry.value.texts)
      return missing.isEmpty ? nil : try add(missing, to: entry)
    }
  }

  private func set(_ entry: YAMLEntry, to value: String) throws(FrontMatterEdit.Refusal) -> Insertion? {
    switch entry.value.content {
    case .empty: return try fill(entry, with: YAMLScalar.text(value))
    case .text(let text):
      if NameKey(text) == NameKey(value) { return nil }
      throw refusal("“\(entry.key)” already says “\(text.excerpt)”")
    case .list, .map, .tooDeep: throw refusal("“\(entry.key)” is not text")
    }
  }

  private func add(_ names: [String], to entry: YAMLEntry) throws(FrontMatterEdit.Refusal) -> Insertion {
    let start = entry.value.range.lowerBound
    switch entry.value.content {
    case .empty: return try fill(entry, with: "[" + Self.joined(names, .plain) + "]")
    case .text(let text): return try list(of: text, and: names, in: entry)
    case .list:
      guard start < yaml.upperBound else { throw unusual(entry) }
      if bytes[start] == UInt8(ascii: "[") { return try flow(names, from: start, entry) }
      if bytes[start] == UInt8(ascii: "-") { return block(names, from: start) }
      throw unusual(entry)
    case .map, .tooDeep: throw refusal("“\(entry.key)” is not a list")
    }
  }

  /// Turns `aliases: A` into `aliases: [A, B]`.
  private func list(
    of text: String, and names: [String], in entry: YAMLEntry
  ) throws(FrontMatterEdit.Refusal) -> Insertion {
    let range = entry.value.range
    let raw = String(decoding: bytes[range], as: UTF8.self)
    let style = YAMLScalar.Style(startingWith: bytes[range].first)
    guard style != .plain || raw == text else { throw unusual(entry) }
    let kept =
      style == .plain && raw.contains(where: { ",[]{}".contains($0) })
      ? YAMLScalar.text(text, style: .double) : raw
    return Insertion(range, "[\(kept), \(Self.joined(names, style))]")
  }

  /// Inserts a value after a key that has none.
  private func fill(_ entry: YAMLEntry, with text: String) throws(FrontMatterEdit.Refusal) -> Insertion {
    var offset = entry.keyRange.upperBound
    while offset < yaml.upperBound, bytes[offset] == 0x20 { offset += 1 }
    guard offset < yaml.upperBound, bytes[offset] == UInt8(ascii: ":") else { throw unusual(entry) }
    offset += 1
    var end = offset
    while end < yaml.upperBound, bytes[end] != 10, bytes[end] != 13, bytes[end] != UInt8(ascii: "#") {
      end += 1
    }
    let value = String(decoding: bytes[offset..<end], as: UTF8.self).trimmingWhitespace
    guard ["", "~", "null", "Null", "NULL"].contains(String(value)) else { throw unusual(entry) }
    let isComment = end < yaml.upperBound && bytes[end] == UInt8(ascii: "#")
    return Insertion(offset..<end, " " + text + (isComment ? " " : ""))
  }

  /// Inserts names before the closing bracket.
  private func flow(
    _ names: [String], from start: Int, _ entry: YAMLEntry
  ) throws(FrontMatterEdit.Refusal) -> Insertion {
    var scan = FlowScan(bytes: bytes, end: yaml.upperBound, offset: start + 1)
    guard scan.run() else { throw unusual(entry) }
    let text = Self.joined(names, YAMLScalar.Style(startingWith: scan.lastItem.map { bytes[$0] }))
    guard let last = scan.lastContent else { return Insertion(at: start + 1, text) }
    return Insertion(at: last + 1, bytes[last] == UInt8(ascii: ",") ? " " + text : ", " + text)
  }

  /// Inserts names below the last entry of a list with one line per entry.
  private func block(_ names: [String], from start: Int) -> Insertion {
    let lines = BlockListLines(bytes: bytes, end: yaml.upperBound, firstDash: start)
    let item = bytes[lines.lastItem...].first
    let style = YAMLScalar.Style(startingWith: item)
    let newline = Self.newline(in: bytes[yaml])
    let text = names.map { newline + lines.lead + YAMLScalar.text($0, style: style) }.joined()
    return Insertion(at: lines.lastEnd, text)
  }

  private func refusal(_ message: String) -> FrontMatterEdit.Refusal { FrontMatterEdit.Refusal(message) }

  private func unusual(_ entry: YAMLEntry) -> FrontMatterEdit.Refusal {
    refusal("“\(entry.key)” is written in a way that cannot be changed safely; change it by hand")
  }

  private static func joined(_ names: [String], _ style: YAMLScalar.Style) -> String {
    names.map { YAMLScalar.text($0, style: style) }.joined(separator: ", ")
  }

  /// A change as separate lines.
  static func lines(_ change: FrontMatterEdit.Change, newline: String) -> String {
    switch change {
    case .set(let key, let value): "\(key): \(YAMLScalar.text(value))\(newline)"
    case .add(let names, let key):
      "\(key):\(newline)"
        + names.missing(from: []).map { "  - \(YAMLScalar.text($0))\(newline)" }.joined()
    }
  }

  /// The line ending of a text, which is that of its first line.
  static func newline(in bytes: ArraySlice<UInt8>) -> String {
    guard let end = bytes.firstIndex(of: 10), end > bytes.startIndex, bytes[end - 1] == 13 else {
      return "\n"
    }
    return "\r\n"
  }
}
