import Diagnostics
import Text

/// One source in a citation such as `[@key, p. 4; @other]`, as in Pandoc.
struct CitationItem {
  /// Without `@`.
  let key: String
  /// What follows the key, such as `p. 4`; empty if there is nothing.
  let locator: String
  /// The range of the item, with the bracket or the semicolon on both sides that belongs to it.
  let range: Range<Int>

  /// The label of the footnote that cites the source: the same key and locator give the same footnote.
  var label: String {
    let parts = locator.lowercased().split { !$0.isLetter && !$0.isNumber }
    return "@" + ([Substring(key)] + parts).joined(separator: "-")
  }

  /// The key under which the footnote is found, which no author can write.
  var footnoteKey: String { "\0" + label }
}

/// Finds citations of sources.
enum CitationFinder {
  /// The longest citation, in bytes.
  private static let longest = 1024

  /// Whether the text contains `[@`.
  static func mayCite(_ bytes: [UInt8]) -> Bool {
    bytes.contains(ASCII.openBracket, followedBy: ASCII.at)
  }

  /// The citations of a text, in order, also those in code, which are not citations. `[@name](url)`, `[@name][…]` and a
  /// defined `[@name]:` are links.
  static func all(in bytes: [UInt8]) -> [CitationItem] {
    var items: [CitationItem] = []
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == ASCII.openBracket, bytes[index + 1] == ASCII.at,
        let found = citation(bytes, at: index)
      {
        items += found
        index = found.last?.range.upperBound ?? index + 1
      } else {
        index += 1
      }
    }
    let defined = definedLabels(bytes)
    return defined.isEmpty ? items : items.filter { !defined.contains($0.key) }
  }

  /// The keys of `[@name]: address`.
  static func definedLabels(_ bytes: [UInt8]) -> Set<String> {
    var keys: Set<String> = []
    for index in bytes.indices.dropLast(3)
    where bytes[index] == ASCII.openBracket && bytes[index + 1] == ASCII.at
      && (index == 0 || bytes[index - 1] == ASCII.newline)
    {
      guard let end = bytes[index...].prefix(longest).firstIndex(of: ASCII.closeBracket),
        end + 1 < bytes.count,
        bytes[end + 1] == ASCII.colon
      else { continue }
      keys.insert(String(decoding: bytes[index + 2..<end], as: UTF8.self))
    }
    return keys
  }

  /// The items of the citation that starts with the bracket at `start`; nil if there is none.
  static func citation(_ bytes: [UInt8], at start: Int) -> [CitationItem]? {
    let limit = min(bytes.count, start + longest)
    guard
      let end = bytes[start + 1..<limit].firstIndex(where: {
        $0 == ASCII.closeBracket || $0 == ASCII.openBracket
      }),
      bytes[end] == ASCII.closeBracket
    else { return nil }
    if end + 1 < bytes.count,
      [ASCII.openParenthesis, ASCII.openBracket, ASCII.colon].contains(bytes[end + 1])
    {
      return nil
    }
    var items: [CitationItem] = []
    var from = start
    for place in start + 1...end where bytes[place] == UInt8(ascii: ";") || place == end {
      let inside = String(decoding: bytes[from + 1..<place], as: UTF8.self).trimmingWhitespace
      guard inside.first == "@", let item = item(inside.dropFirst(), in: from..<place) else { return nil }
      items.append(item)
      from = place
    }
    guard let last = items.popLast() else { return nil }
    // The last item includes the closing bracket.
    let range = last.range.lowerBound..<end + 1
    return items + [CitationItem(key: last.key, locator: last.locator, range: range)]
  }

  private static func item(_ text: Substring, in range: Range<Int>) -> CitationItem? {
    var end = text.startIndex
    var index = text.startIndex
    // A key has letters, digits and underscores, and single punctuation between them.
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      if character.isLetter || character.isNumber || character == "_" {
        end = next
      } else if end != index || !":.#$%&-+?~/".contains(character) {
        break
      }
      index = next
    }
    let key = text[..<end]
    let rest = text[end...]
    guard !key.isEmpty, rest.isEmpty || rest.first == "," || rest.first == " " else { return nil }
    let locator = rest.drop { $0 == "," || $0.isWhitespace }
    guard !locator.contains("@") else { return nil }
    return CitationItem(key: String(key), locator: String(locator).singleSpaced, range: range)
  }
}

extension MarkdownDiagnostics {
  /// - Parameter place: the range of the item of a citation.
  mutating func addUnknownSource(at place: ByteRange, _ bytes: [UInt8], among keys: NearestNames) {
    let written = bytes[place.range]
    guard let at = written.firstIndex(of: ASCII.at) else { return }
    let key = String(decoding: written[(at + 1)...], as: UTF8.self).prefix {
      !",;] ".contains($0) && !$0.isWhitespace
    }
    let near = nearest(String(key), among: keys)
    add(
      .unknownSource, at..<at + 1 + key.utf8.count, "no source has the key “\(key)”",
      suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: "@" + $0) })
  }
}
