/// Puts placeholders in a text: for wikilinks and for references to footnotes.
struct PlaceholderScan {
  private var text: MarkdownText
  private let profile: MarkdownProfile
  private let footnotes: [String: Int]
  private(set) var placeholders = Placeholders()
  private var rewritten = RewrittenText(capacity: 0)
  private var copied = 0
  /// The offsets of `![` that are to be read as text.
  private var harmful: Set<Int> = []
  private var brackets = OpenBrackets()
  /// Ends of the word and of the address that were looked at last.
  private var wordEnd = 0
  private var addressEnd = 0

  /// `footnotes`: the index of each defined footnote, by the key of its label.
  init(_ text: MarkdownText, profile: MarkdownProfile, footnotes: [String: Int]) {
    self.text = text
    self.profile = profile
    self.footnotes = footnotes
  }

  /// The text with its placeholders.
  mutating func run() -> MarkdownText {
    for index in candidates() where index >= copied { replace(at: index) }
    guard !placeholders.isEmpty else { return text }
    placeholders.keep(text.bytes)
    rewritten.copy(copied..<text.bytes.count, of: text.bytes)
    var result = text
    result.replace(by: rewritten)
    return result
  }

  /// Where `[[`, `[^`, `://` and U+FDD0 stand, and the `![` that are harmful.
  private mutating func candidates() -> [Int] {
    var found: [Int] = []
    var images = 0
    text.bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.openBracket, 0xEF, ASCII.colon)
      var index = search.next(in: bytes, from: 0)
      while index + 2 < bytes.count {
        let next = bytes[index + 1]
        switch bytes[index] {
        case ASCII.openBracket:
          if next == ASCII.openBracket || next == ASCII.caret { found.append(index) }
          if index > 0, bytes[index - 1] == ASCII.exclamation { images += 1 }
        case ASCII.colon:
          if next == UInt8(ascii: "/"), bytes[index + 2] == next { found.append(index) }
        default:
          if next == 0xB7, bytes[index + 2] == 0x90 { found.append(index) }
        }
        index = search.next(in: bytes, from: index + 1)
      }
    }
    guard images > BracketGuard.mostOpen else { return found }
    harmful = BracketGuard.harmful(text.bytes)
    return harmful.isEmpty ? found : (found + harmful).sorted()
  }

  private mutating func replace(at index: Int) {
    if harmful.contains(index) { return put(.itself, index..<index + 2) }
    if text.bytes[index] == ASCII.colon { return replaceAddress(at: index) }
    if text.bytes[index] == 0xEF { return put(.itself, index..<index + 3) }
    guard !isEscaped(index) else { return }
    if text.bytes[index + 1] == ASCII.caret { return replaceReference(at: index) }
    guard profile.siteExtensions, let (meaning, end) = wikilink(at: index) else { return }
    if case .wikilink(_, _, true) = meaning { return put(meaning, index - 1..<end) }
    put(meaning, index..<end)
  }

  private mutating func put(_ meaning: Placeholders.Meaning, _ range: Range<Int>) {
    rewritten.copy(copied..<range.lowerBound, of: text.bytes)
    rewritten.put(placeholders.nextMark, at: range.lowerBound)
    placeholders.add(meaning, range, text.fileRange(range))
    copied = range.upperBound
  }

  private mutating func replaceReference(at index: Int) {
    guard profile.gitHubExtensions else { return }
    guard let label = FootnoteFinder.reference(text.bytes, index..<min(text.bytes.count, index + 1024)) else {
      return
    }
    let end = label.upperBound + 1
    if end < text.bytes.count, text.bytes[end] == ASCII.openParenthesis { return }
    if let footnote = footnotes[FootnoteFinder.key(text.bytes[label])] {
      put(.footnote(footnote), index..<end)
    } else if profile.siteExtensions {
      put(.undefinedFootnote, index..<end)
    }
  }

  /// The wikilink that starts at `index`, and its end.
  private func wikilink(at index: Int) -> (Placeholders.Meaning, Int)? {
    let bytes = text.bytes
    var end = index + 2
    var bar: Int?
    scan: while end < bytes.count {
      switch bytes[end] {
      case ASCII.closeBracket: break scan
      case ASCII.newline, ASCII.carriageReturn, ASCII.openBracket, ASCII.backtick, ASCII.less, ASCII.greater:
        return nil
      case ASCII.pipe: bar = bar ?? end
      default: break
      }
      end += 1
    }
    guard end + 1 < bytes.count, bytes[end + 1] == ASCII.closeBracket else { return nil }
    if end + 2 < bytes.count, bytes[end + 2] == ASCII.openParenthesis { return nil }
    var targetEnd = bar ?? end
    if bar != nil, bytes[targetEnd - 1] == ASCII.backslash { targetEnd -= 1 }
    let target = trimmed(index + 2..<targetEnd)
    guard !target.isEmpty else { return nil }
    let isEmbed = index > copied && bytes[index - 1] == ASCII.exclamation && !isEscaped(index - 1)
    return (.wikilink(target: target, shown: bar.map { trimmed($0 + 1..<end) }, isEmbed: isEmbed), end + 2)
  }

  /// A bare address that holds signs of emphasis or quotes, which libcmark would look into; all others are found
  /// in the texts later. One within brackets may be part of a link and is left alone.
  private mutating func replaceAddress(at colon: Int) {
    guard profile.gitHubExtensions, colon >= addressEnd else { return }
    let found = text.bytes.withUnsafeBufferPointer { bytes -> Autolink? in
      var start = colon
      while start > copied, bytes[start - 1].isLetter { start -= 1 }
      guard start == 0 || bytes[start - 1].isSpace || "*_~(".utf8.contains(bytes[start - 1]) else {
        return nil
      }
      if start > 1, bytes[start - 1] == ASCII.openParenthesis, bytes[start - 2] == ASCII.closeBracket {
        return nil
      }
      if wordEnd <= colon {
        wordEnd = colon
        while wordEnd < bytes.count, !bytes[wordEnd].isSpace, bytes[wordEnd] != ASCII.less { wordEnd += 1 }
      }
      return Autolink.find(bytes, start..<wordEnd, at: colon, after: start, isFree: true)
    }
    guard let found else { return }
    addressEnd = found.range.upperBound
    guard needsPlaceholder(found.range) else { return }
    guard brackets.depth(at: found.range.lowerBound, in: text.bytes) == 0 else { return }
    put(.autolink(found.scheme), found.range)
  }

  private func needsPlaceholder(_ range: Range<Int>) -> Bool {
    let address = text.bytes[range]
    guard !address.contains(ASCII.backtick) else { return false }
    return address.contains {
      "*_~\\".utf8.contains($0) || profile.smartPunctuation && "-.'".utf8.contains($0)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let slice = text.bytes[range].trimmingSpace
    return slice.startIndex..<slice.endIndex
  }

  /// An odd number of backslashes stands before `index`.
  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > copied, text.bytes[start - 1] == ASCII.backslash { start -= 1 }
    return (index - start) % 2 == 1
  }
}
