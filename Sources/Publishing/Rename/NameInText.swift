import Content
import Text

/// Finds the bytes of a name in the constructs that can hold one.
struct NameInText {
  /// The keys of the names that are replaced.
  let keys: Set<NameKey>

  func isOld(_ text: some StringProtocol) -> Bool { keys.contains(NameKey(String(text))) }

  /// The name in the heading of a table, without marks around it and notes after it; nil: it has another name.
  func inCell(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, min(range.upperBound, bytes.count))
    if let note = (start..<end).first(where: { bytes[$0...].starts(with: Array("[^".utf8)) }) { end = note }
    let marks = Array("*_ \t".utf8)
    while start < end, marks.contains(bytes[start]) { start += 1 }
    while end > start, marks.contains(bytes[end - 1]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return isOld(text) || isOld(text.replacing("\\", with: "")) ? start..<end : nil
  }

  /// The names in a wikilink: its target, and what follows `#`.
  func inWikilink(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let text = bytes[range.clamped(to: 0..<bytes.count)]
    guard let open = text.indices.first(where: { text[$0...].starts(with: Array("[[".utf8)) }) else {
      return []
    }
    var end = open + 2
    while end < text.endIndex, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "|") { end += 1 }
    if end > open + 2, text[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    return inTarget(bytes, open + 2..<end)
  }

  /// The names in `kind:name#fragment`.
  func inTarget(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let start = range.lowerBound + Self.kind(in: String(decoding: bytes[range], as: UTF8.self)).utf8.count
    let hash = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "#"))
    let parts = [start..<(hash ?? range.upperBound)] + (hash.map { [$0 + 1..<range.upperBound] } ?? [])
    return parts.map { Self.trimmed(bytes, $0) }.filter {
      !$0.isEmpty && isOld(String(decoding: bytes[$0], as: UTF8.self))
    }
  }

  /// The part of a text that selects a kind, such as `issue:`; empty without one.
  static func kind(in text: String) -> Substring {
    let kinds = ["issue:", "party:", "report:", "page:"]
    return text.prefix(kinds.first { text.lowercased().hasPrefix($0) }?.count ?? 0)
  }

  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// The whole scalar of YAML that a range is in: with its quotation marks.
  static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, range.upperBound < bytes.count else { return range }
    let (before, after) = (bytes[range.lowerBound - 1], bytes[range.upperBound])
    let isQuoted = before == after && (before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"))
    return isQuoted ? range.lowerBound - 1..<range.upperBound + 1 : range
  }

  /// The text of a scalar of YAML, without its quotation marks.
  static func text(_ bytes: [UInt8], ofScalar range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let first = text.first, text.count > 1, first == text.last, first == "\"" || first == "'" else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}
