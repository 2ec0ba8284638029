import Diagnostics
import Text

/// A JSON text with the places of its values (RFC 8259), as flat tokens: a container comes before its members, a key before
/// its value. Nothing here is recursive, so nesting costs no stack.
///
/// Foundation's `JSONDecoder` would neither name places in the file nor read again only what is new: an edition of 1,000 reports
/// (6.9 MB) took it 144 ms, and 117 ms here with all checks; twenty of them 4.7 s, and 1.3 s here.
final class JSONDocument: Sendable {
  struct SyntaxError: Error, Hashable {
    /// Starts in lower case, without a full stop.
    let message: String
    /// UTF-8 byte offsets in the text.
    let range: Range<Int>
  }

  enum Kind: UInt8, Sendable {
    case object, list, string
    /// A string with escapes.
    case escapedString
    case number, bool, null
  }

  struct Token: Sendable {
    let kind: Kind
    /// UTF-8 byte offsets in the text; a string's include its quotation marks.
    let start: Int32
    var end: Int32
    /// The number of the token after this value and all that it contains.
    var next: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  let bytes: [UInt8]
  let tokens: [Token]

  /// Throws `SyntaxError` unless the text is one JSON value in valid UTF-8 without repeated keys.
  init(_ bytes: [UInt8]) throws(SyntaxError) {
    self.bytes = bytes
    guard bytes.count < Int32.max else { throw SyntaxError(message: "the file is too large", range: 0..<0) }
    let invalid = UTF8Validation.firstInvalid(in: bytes[...]) ?? bytes.count
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<[Token], SyntaxError> in
      var scan = JSONScan(buffer, validUpTo: invalid)
      do throws(SyntaxError) {
        try scan.read()
        return .success(scan.tokens)
      } catch {
        return .failure(error)
      }
    }
    tokens = try outcome.get()
  }

  /// The tokens of the values in a list, or of the keys in an object.
  func members(of container: Int) -> [Int] {
    let isObject = tokens[container].kind == .object
    var members: [Int] = []
    var member = container + 1
    while member < tokens[container].next {
      members.append(member)
      member = Int(tokens[isObject ? member + 1 : member].next)
    }
    return members
  }

  /// The keys and 0-based indexes that lead to a value: `positions[3].stance`; empty: the whole text.
  func path(of value: Int) -> String {
    var (path, container) = ("", 0)
    while container < value {
      let isObject = tokens[container].kind == .object
      let members = members(of: container)
      guard let index = members.lastIndex(where: { $0 <= value }) else { return path }
      let member = members[index]
      path += isObject ? (path.isEmpty ? "" : ".") + text(of: member) : "[\(index)]"
      container = isObject ? member + 1 : member
    }
    return path
  }

  /// The places of the values with these paths, as far as the text has them.
  func places(of paths: Set<String>) -> [String: Range<Int>] {
    var known: [Substring: [Int]] = [:]
    var places: [String: Range<Int>] = [:]
    for path in paths {
      var (value, end): (Int?, String.Index) = (0, path.startIndex)
      for step in path.split(whereSeparator: { ".[]".contains($0) }) {
        guard let container = value else { break }
        let members = known[path[..<end]] ?? members(of: container)
        known[path[..<end]] = members
        value = self.member(step, of: container, members)
        end = step.endIndex
      }
      if let value { places[path] = tokens[value].range }
    }
    return places
  }

  private func member(_ step: Substring, of container: Int, _ members: [Int]) -> Int? {
    switch tokens[container].kind {
    case .object: members.first { text(of: $0) == step }.map { $0 + 1 }
    case .list: Int(step).flatMap { members.indices.contains($0) ? members[$0] : nil }
    default: nil
    }
  }

  /// The text of a string, without its quotation marks and escapes; of another value, its bytes.
  func text(of token: Int) -> String {
    let token = tokens[token]
    switch token.kind {
    case .string: return String(decoding: bytes[token.range.dropFirst().dropLast()], as: UTF8.self)
    case .escapedString: return unescaped(bytes[token.range.dropFirst().dropLast()])
    default: return String(decoding: bytes[token.range], as: UTF8.self)
    }
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var text = ""
    var rest = bytes
    func endUnits() {
      text += String(decoding: units, as: UTF16.self)
      units = []
    }
    while let byte = rest.first {
      guard byte == UInt8(ascii: "\\") else {
        endUnits()
        let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
        text += String(decoding: plain, as: UTF8.self)
        rest = rest[plain.endIndex...]
        continue
      }
      let escaped = rest[rest.startIndex + 1]
      let digits = escaped == UInt8(ascii: "u") ? rest.dropFirst(2).prefix(4) : []
      units.append(
        UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? UInt16(Self.character(escaped)))
      rest = rest.dropFirst(2 + digits.count)
    }
    endUnits()
    return text
  }

  /// The character that a letter after a backslash stands for.
  private static func character(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }
}
