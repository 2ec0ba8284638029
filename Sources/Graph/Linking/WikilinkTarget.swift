import Markdown
import Text

/// The parts of a wikilink's target: `kind:name#fragment`.
struct WikilinkTarget: Sendable, Hashable {
  /// A prefix that says which kind of target is meant.
  enum Kind: String, Sendable, CaseIterable {
    case issue, party, report, page
  }

  /// nil: any kind.
  let kind: Kind?
  /// Trimmed; empty: the page itself.
  let name: String
  /// What follows the first `#`, trimmed; nil if there is none.
  let fragment: String?

  init(_ text: String) {
    var rest = Substring(text)
    var kind: Kind?
    for candidate in Kind.allCases where rest.lowercased().hasPrefix(candidate.rawValue + ":") {
      kind = candidate
      rest = rest.dropFirst(candidate.rawValue.count + 1)
    }
    self.kind = kind
    guard let hash = rest.firstIndex(of: "#") else {
      name = String(rest.trimmingWhitespace)
      fragment = nil
      return
    }
    name = String(rest[..<hash].trimmingWhitespace)
    fragment = String(rest[rest.index(after: hash)...].trimmingWhitespace)
  }

  /// The range of the name within the target of a wikilink: without prefix and fragment, as in a table
  /// heading.
  static func name(in range: ByteRange, of document: Document) -> ByteRange {
    let bytes = document.text[range.range]
    var start = bytes.startIndex
    for kind in Kind.allCases where bytes.starts(with: (kind.rawValue + ":").utf8) {
      start += kind.rawValue.utf8.count + 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    return ByteRange(start, end)
  }
}
