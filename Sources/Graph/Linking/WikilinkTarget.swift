import Markdown
import Text

/// The parts of a wikilink's target: `kind:name#fragment`.
struct WikilinkTarget: Sendable, Hashable {
  /// A prefix that says which kind of thing is meant.
  enum Kind: String, Sendable, CaseIterable {
    case issue, party, report, page
  }

  /// nil: any kind.
  let kind: Kind?
  /// Trimmed; empty: the page itself.
  let name: String
  /// What follows the first `#`, trimmed; nil without one.
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

  /// The name's place in the target text of a wikilink: without prefix and fragment, as a table heading is read.
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
