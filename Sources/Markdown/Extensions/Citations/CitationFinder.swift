import Diagnostics
import Text

/// One source in a citation such as `[see @key, p. 4; @other]`, as in Pandoc.
struct CitationItem {
  /// What comes before the key, such as `see`; empty if there is nothing.
  let prefix: String
  /// Without `@`.
  let key: String
  /// What follows the key, such as `p. 4`; empty if there is nothing.
  let locator: String
  /// The range of the item, with the bracket or the semicolon on both sides that belongs to it.
  let range: Range<Int>

  /// The label of the footnote that cites the source: the same words before and after a key give the same footnote.
  var label: String {
    let parts = (prefix + " " + locator).lowercased().split { !$0.isLetter && !$0.isNumber }
    return "@" + key + (parts.isEmpty ? "" : "," + parts.joined(separator: "-"))
  }

  /// The key under which the footnote is found, which no author can write.
  var footnoteKey: String { "\0" + label }
}

/// Finds citations of sources.
enum CitationFinder {
  /// The longest citation, in bytes.
  private static let longest = 1024

  /// Whether the text contains `[@`, or could cite one of the described sources in another way.
  static func mayCite(_ bytes: [UInt8], hasSources: Bool) -> Bool {
    bytes.contains(ASCII.openBracket, followedBy: ASCII.at)
      || hasSources && bytes.contains(ASCII.at) && bytes.contains(ASCII.openBracket)
  }

  /// Whether the bracket at `start`, which is not followed by another one, could start a citation: `@` follows before the next bracket.
  static func mayStart(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for byte in bytes[(start + 1)...].prefix(longest) {
      if byte == ASCII.at { return true }
      if byte == ASCII.closeBracket || byte == ASCII.openBracket { return false }
    }
    return false
  }

  /// The citations of a text, in order, including those in code, which are not citations. `[@name](url)`, `[@name][label]` and
  /// `[@name]` are links if the label or the name is defined, as in `[@name]: address`.
  ///
  /// - Parameter isKnown: whether a source has a key.
  static func all(in bytes: [UInt8], isKnown: (String) -> Bool) -> [CitationItem] {
    let defined = LinkLabels(bytes)
    var items: [CitationItem] = []
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == ASCII.openBracket,
        let found = citation(bytes, at: index, besides: defined, isKnown: { isKnown($0.key) })
      {
        items += found
        index = found.last?.range.upperBound ?? index + 1
      } else {
        index += 1
      }
    }
    return items
  }

  /// The items of the citation that starts with the bracket at `start`; nil if there is none.
  ///
  /// - Parameters:
  ///   - defined: the labels of links that the text defines.
  ///   - isKnown: whether a source is described. What does not start with `[@` is a citation only if one of its sources is.
  static func citation(
    _ bytes: [UInt8], at start: Int, besides defined: LinkLabels, isKnown: (CitationItem) -> Bool
  ) -> [CitationItem]? {
    guard let end = closingBracket(bytes, after: start), bytes[start + 1..<end].contains(ASCII.at),
      !defined.contains(bytes[start + 1..<end]), !isLink(bytes, endingAt: end, defined)
    else { return nil }
    var items: [CitationItem] = []
    var from = start
    for place in start + 1...end where bytes[place] == UInt8(ascii: ";") || place == end {
      let inside = words(bytes[from + 1..<place])
      guard let item = item(inside, in: from..<place) else { return nil }
      items.append(item)
      from = place
    }
    guard bytes[start + 1] == ASCII.at || items.contains(where: isKnown), let last = items.popLast() else {
      return nil
    }
    // The last item includes the closing bracket.
    let range = last.range.lowerBound..<end + 1
    return items
      + [CitationItem(prefix: last.prefix, key: last.key, locator: last.locator, range: range)]
  }

  /// The text of an item on one line, without the marks of block quotes at the starts of its further lines.
  private static func words(_ bytes: ArraySlice<UInt8>) -> Substring {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let others = lines.dropFirst().map { $0.drop { $0 == ">" || $0.isWhitespace } }
    return (lines.prefix(1) + others).joined(separator: " ").trimmingWhitespace[...]
  }

  /// The bracket that closes the one at `start`, with no other one between them, in the same paragraph; nil if there is none.
  private static func closingBracket(_ bytes: [UInt8], after start: Int) -> Int? {
    var line: ParagraphLine?
    for place in (start + 1)..<min(bytes.count, start + 1 + longest) {
      switch bytes[place] {
      case ASCII.closeBracket: return place
      case ASCII.openBracket: return nil
      case ASCII.newline, ASCII.carriageReturn:
        // The second character of a line end.
        if bytes[place] == ASCII.newline, bytes[place - 1] == ASCII.carriageReturn { continue }
        let first = line ?? ParagraphLine(bytes, containing: start)
        guard first.mayContinue(afterLineEnd: place) else { return nil }
        line = first
      default: break
      }
    }
    return nil
  }

  /// Whether the brackets before `end` are the text of a link: a destination or a defined label follows.
  private static func isLink(_ bytes: [UInt8], endingAt end: Int, _ defined: LinkLabels) -> Bool {
    let next = end + 1
    guard next < bytes.count else { return false }
    if bytes[next] == ASCII.openParenthesis { return true }
    guard bytes[next] == ASCII.openBracket, let close = closingBracket(bytes, after: next) else {
      return false
    }
    return defined.contains(bytes[next + 1..<close])
  }

  private static func item(_ text: Substring, in range: Range<Int>) -> CitationItem? {
    guard let at = text.firstIndex(of: "@") else { return nil }
    // `-@key` leaves out the author in styles that name authors in the text.
    let before = text[..<at].last == "-" ? text[..<at].dropLast() : text[..<at]
    guard before.last?.isWhitespace ?? true, let (key, rest) = Self.key(text[at...].dropFirst()),
      rest.isEmpty || rest.first == "," || rest.first == " "
    else {
      return nil
    }
    let locator = rest.drop { $0 == "," || $0.isWhitespace }
    guard !locator.contains("@") else { return nil }
    return CitationItem(
      prefix: String(before.trimmingWhitespace).singleSpaced, key: String(key),
      locator: String(locator).singleSpaced, range: range)
  }

  /// The key at the start of a text, which may be in braces, as in `@{https://example.org}`, and what follows it; nil if
  /// there is none.
  private static func key(_ text: Substring) -> (key: Substring, rest: Substring)? {
    if text.first == "{" {
      guard let close = text.firstIndex(of: "}") else { return nil }
      let key = text[..<close].dropFirst()
      return key.isEmpty ? nil : (key, text[close...].dropFirst())
    }
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
    return end == text.startIndex ? nil : (text[..<end], text[end...])
  }
}

/// The labels of links that a text defines, as in `[label]: address`, including those in code.
struct LinkLabels {
  private var labels: Set<String> = []

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
      if let label = Self.label(bytes, start..<end) { labels.insert(Self.key(label)) }
      start = end + 1
    }
  }

  /// Whether a label is defined, in whatever case.
  func contains(_ label: ArraySlice<UInt8>) -> Bool {
    !labels.isEmpty && labels.contains(Self.key(label))
  }

  /// The label that a line defines, possibly in block quotes; nil if it does not define any.
  private static func label(_ bytes: [UInt8], _ line: Range<Int>) -> ArraySlice<UInt8>? {
    var cursor = LineCursor(bytes, line: line)
    while cursor.skipQuoteMarker() {}
    let content = cursor.content
    let text = bytes[content.offset..<line.upperBound]
    guard content.indent < 4, text.first == ASCII.openBracket,
      let close = text.dropFirst().firstIndex(where: { $0 == ASCII.closeBracket || $0 == ASCII.openBracket }),
      bytes[close] == ASCII.closeBracket, close > content.offset + 1, text.dropFirst().first != ASCII.caret,
      close + 1 < line.upperBound, bytes[close + 1] == ASCII.colon
    else { return nil }
    let parts = text[(close + 2)...].split(maxSplits: 1, whereSeparator: \.isSpace)
    // After the address, only a title may follow.
    let title = parts.count < 2 ? nil : parts[1].first { !$0.isSpace }
    guard title.map({ "\"'(".utf8.contains($0) }) ?? true else { return nil }
    return bytes[content.offset + 1..<close]
  }

  private static func key(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().trimmingWhitespace.singleSpaced
  }
}

extension MarkdownDiagnostics {
  /// - Parameter place: the range of the item of a citation.
  mutating func addUnknownSource(at place: ByteRange, _ bytes: [UInt8], among keys: NearestNames) {
    let written = bytes[place.range]
    guard let at = written.firstIndex(of: ASCII.at) else { return }
    let rest = String(decoding: written[(at + 1)...], as: UTF8.self)
    let isBraced = rest.first == "{"
    let key = rest.dropFirst(isBraced ? 1 : 0).prefix {
      isBraced ? $0 != "}" : !",;] ".contains($0) && !$0.isWhitespace
    }
    // Bytes that are not UTF-8 are longer in the key than in the file.
    let end =
      isBraced
      ? written[at...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? written.endIndex
      : min(at + 1 + key.utf8.count, written.endIndex)
    let near = nearest(String(key), among: keys)
    add(
      .unknownSource, at..<end, "no source has the key “\(key)”",
      suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: "@" + $0) })
  }
}
