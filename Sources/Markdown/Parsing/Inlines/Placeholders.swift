import Text

/// The constructs of a text that libcmark must not read, and the placeholders that replace them in the text
/// that it reads.
///
/// A placeholder is U+FDD0, the decimal index of the replacement, U+FDD1: noncharacters and digits, so that
/// libcmark treats emphasis and quotation marks around it as if it were a word. Beside a mark of emphasis with punctuation on
/// its other side, it begins with U+FE10 or ends with U+FE11, which are punctuation: the marks of `**Bold.**[^1]` and of
/// `[[A]]**“B”**` would be text beside a word. A U+FDD0 or U+FE10 that the author wrote becomes a placeholder, too.
struct Placeholders {
  /// The construct that a placeholder replaces.
  enum Kind {
    case wikilink(Wikilink)
    /// The index of the footnote's definition.
    case footnote(Int)
    /// A reference to a footnote that is not defined.
    case undefinedFootnote
    /// A bare address.
    case autolink(Autolink.Scheme)
    /// The text as the author wrote it.
    case literal
  }

  /// A construct that was replaced by a placeholder.
  struct Replacement {
    let kind: Kind
    /// The text that the author wrote, as a range of `text`.
    let written: Range<Int>
    /// The text that the author wrote, as a range of the file.
    let source: ByteRange
  }

  /// The text without placeholders, which the ranges of the replacements refer to.
  private(set) var text: [UInt8] = []
  private(set) var replacements: [Replacement] = []

  var isEmpty: Bool { replacements.isEmpty }

  mutating func add(_ kind: Kind, _ written: Range<Int>, _ source: ByteRange) {
    replacements.append(Replacement(kind: kind, written: written, source: source))
  }

  mutating func setText(_ text: [UInt8]) { self.text = text }

  /// The placeholder for the replacement that is added next.
  ///
  /// - Parameters:
  ///   - beginsMarked: whether it begins with punctuation.
  ///   - endsMarked: whether it ends with punctuation.
  func nextPlaceholder(beginsMarked: Bool, endsMarked: Bool) -> [UInt8] {
    [0xEF, beginsMarked ? 0xB8 : 0xB7, 0x90] + Array(String(replacements.count).utf8)
      + [0xEF, endsMarked ? 0xB8 : 0xB7, 0x91]
  }

  /// Whether the three bytes at `offset` are the first ones of a placeholder; those of the author were replaced.
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == 0xEF && offset + 2 < bytes.count && bytes[offset + 2] == 0x90
      && (bytes[offset + 1] == 0xB7 || bytes[offset + 1] == 0xB8)
  }

  /// The placeholder that starts at `offset`: the index of its replacement, and its end; nil if there is
  /// none.
  func placeholder(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (index: Int, end: Int)? {
    guard offset + 6 < bytes.count, Self.starts(bytes, at: offset) else { return nil }
    var number = 0
    var end = offset + 3
    while end < bytes.count, bytes[end].isDigit, end < offset + 12 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return number < replacements.count ? (number, end + 3) : nil
  }

  /// Appends `bytes` with placeholders replaced by what the author wrote.
  func restore(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard !isEmpty else { return output.append(contentsOf: bytes) }
    var copied = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0xEF, let found = placeholder(bytes, at: offset) else {
        offset += 1
        continue
      }
      output.append(contentsOf: bytes[copied..<offset])
      output.append(contentsOf: text[replacements[found.index].written])
      (copied, offset) = (found.end, found.end)
    }
    output.append(contentsOf: bytes[copied...])
  }
}

/// Replaces wikilinks, references to footnotes and some bare addresses by placeholders.
struct PlaceholderScan {
  private var text: MarkdownText
  private let profile: MarkdownProfile
  private let footnotes: [String: Int]
  /// Whether some of the footnotes cite sources.
  private let citesSources: Bool
  private(set) var placeholders = Placeholders()
  private var rewritten = RewrittenText(capacity: 0)
  private var copied = 0
  /// The offsets of `![` that must be read as text.
  private var harmfulImages: Set<Int> = []
  private var autolinks = AutolinkScan()
  /// The labels of links; nil: nothing has asked for them yet.
  private var linkLabels: LinkLabels?

  /// - Parameter footnotes: the index of each defined footnote, by the key of its label.
  init(_ text: MarkdownText, profile: MarkdownProfile, footnotes: [String: Int]) {
    self.text = text
    self.profile = profile
    self.footnotes = footnotes
    citesSources = footnotes.keys.contains { $0.first == "\0" }
  }

  /// The text with its placeholders.
  mutating func run() -> MarkdownText {
    for offset in candidates() where offset >= copied { replace(at: offset) }
    guard !placeholders.isEmpty else { return text }
    placeholders.setText(text.bytes)
    rewritten.copy(copied..<text.bytes.count, of: text.bytes)
    var result = text
    result.replace(by: rewritten)
    return result
  }

  /// The offsets of every `[[`, `[^`, `[@` or other start of a citation, `://`, U+FDD0 and U+FE10, and of the `![` that must be read as text, in order.
  private mutating func candidates() -> [Int] {
    var found: [Int] = []
    var images = 0
    text.bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.openBracket, 0xEF, ASCII.colon)
      var offset = search.next(in: bytes, from: 0)
      while offset + 2 < bytes.count {
        let next = bytes[offset + 1]
        switch bytes[offset] {
        case ASCII.openBracket:
          if next == ASCII.openBracket || next == ASCII.caret || next == ASCII.at
            || citesSources && CitationFinder.mayStart(bytes, at: offset)
          {
            found.append(offset)
          }
          if offset > 0, bytes[offset - 1] == ASCII.exclamation { images += 1 }
        case ASCII.colon:
          if next == UInt8(ascii: "/"), bytes[offset + 2] == next { found.append(offset) }
        default:
          if next == 0xB7 || next == 0xB8, bytes[offset + 2] == 0x90 { found.append(offset) }
        }
        offset = search.next(in: bytes, from: offset + 1)
      }
    }
    guard images > ImageBracketLimit.maximumOpen else { return found }
    harmfulImages = ImageBracketLimit.harmful(text.bytes)
    return harmfulImages.isEmpty ? found : (found + harmfulImages).sorted()
  }

  private mutating func replace(at offset: Int) {
    if harmfulImages.contains(offset) { return put(.literal, offset..<offset + 2) }
    if text.bytes[offset] == ASCII.colon { return replaceAddress(at: offset) }
    if text.bytes[offset] == 0xEF { return put(.literal, offset..<offset + 3) }
    guard !isEscaped(offset) else { return }
    if text.bytes[offset + 1] == ASCII.caret { return replaceReference(at: offset) }
    if text.bytes[offset + 1] != ASCII.openBracket { return replaceCitation(at: offset) }
    guard profile.siteExtensions, let (link, range) = Wikilink.find(text.bytes, at: offset, after: copied)
    else { return }
    put(.wikilink(link), range)
  }

  /// - Parameter place: where diagnostics find what is replaced; nil: `range`.
  private mutating func put(_ kind: Placeholders.Kind, _ range: Range<Int>, place: Range<Int>? = nil) {
    rewritten.copy(copied..<range.lowerBound, of: text.bytes)
    let flanks = FlankedMarks(text.bytes, range, after: copied)
    rewritten.put(
      placeholders.nextPlaceholder(beginsMarked: flanks.before, endsMarked: flanks.after),
      at: range.lowerBound)
    placeholders.add(kind, range, text.fileRange(place ?? range))
    copied = range.upperBound
  }

  private mutating func replaceReference(at offset: Int) {
    guard profile.gitHubExtensions else { return }
    let range = offset..<min(text.bytes.count, offset + 1024)
    guard let label = FootnoteFinder.reference(text.bytes, range) else { return }
    let end = label.upperBound + 1
    if end < text.bytes.count, text.bytes[end] == ASCII.openParenthesis { return }
    if let footnote = footnotes[FootnoteFinder.key(text.bytes[label])] {
      put(.footnote(footnote), offset..<end)
    } else if profile.siteExtensions {
      put(.undefinedFootnote, offset..<end)
    }
  }

  private mutating func replaceCitation(at offset: Int) {
    guard profile.siteExtensions else { return }
    let defined = linkLabels ?? LinkLabels(text.bytes)
    linkLabels = defined
    let items = CitationFinder.citation(text.bytes, at: offset, besides: defined) {
      footnotes[$0.footnoteKey] != nil
    }
    guard let items else { return }
    for (number, item) in items.enumerated() {
      if let footnote = footnotes[item.footnoteKey] {
        let start = number == 0 ? startWithSpace(of: item) : item.range.lowerBound
        put(.footnote(footnote), start..<item.range.upperBound, place: item.range)
      } else {
        put(.undefinedFootnote, item.range)
      }
    }
  }

  /// Where the spaces between a word and a citation start, as Pandoc wants them before one; otherwise, where the citation does.
  private func startWithSpace(of item: CitationItem) -> Int {
    let start = item.range.lowerBound
    let lineStart = (text.bytes[copied..<start].lastIndex(of: ASCII.newline) ?? copied - 1) + 1
    let line = text.bytes[lineStart..<start]
    guard let last = line.last, last == ASCII.space, let end = line.lastIndex(where: { $0 != ASCII.space })
    else {
      return start
    }
    let byte = text.bytes[end]
    let isWord = byte >= 0x80 || byte.isLetter || byte.isDigit || "\"')}*_.,;!?".utf8.contains(byte)
    let first = line.drop(while: \.isSpace)
    // A mark of a list item needs the space behind it.
    let word = first.prefix { !$0.isSpace }
    let isMark = word.endIndex == end + 1 && (word.count == 1 || ".)".utf8.contains(byte))
    return isWord && !isMark ? end + 1 : start
  }

  private mutating func replaceAddress(at colon: Int) {
    guard profile.gitHubExtensions else { return }
    let found = autolinks.find(
      text.bytes, at: colon, after: copied, smartPunctuation: profile.smartPunctuation)
    if let found { put(.autolink(found.scheme), found.range) }
  }

  /// Whether an odd number of backslashes precedes `offset`.
  private func isEscaped(_ offset: Int) -> Bool { text.bytes.isEscaped(offset, from: copied) }
}
