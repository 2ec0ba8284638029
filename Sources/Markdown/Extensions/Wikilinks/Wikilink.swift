/// A wikilink, `[[target|shown]]`, or an embed, `![[target]]`.
struct Wikilink {
  /// The target, as a range of the text without placeholders.
  let target: Range<Int>
  /// The text to show, as a range of the same text; nil if there is none.
  let shown: Range<Int>?
  /// Whether it is an embed.
  let isEmbed: Bool

  /// The wikilink whose brackets start at `offset`, with its range; nil if there is none.
  ///
  /// The exclamation mark of an embed is part of the range if it is at or after `start`.
  static func find(_ bytes: [UInt8], at offset: Int, after start: Int) -> (Wikilink, Range<Int>)? {
    var end = offset + 2
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
    let target = trimmed(bytes, offset + 2..<targetEnd)
    guard !target.isEmpty else { return nil }
    let isEmbed =
      offset > start && bytes[offset - 1] == ASCII.exclamation && !bytes.isEscaped(offset - 1, from: start)
    let link = Wikilink(target: target, shown: bar.map { trimmed(bytes, $0 + 1..<end) }, isEmbed: isEmbed)
    return (link, (isEmbed ? offset - 1 : offset)..<end + 2)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let slice = bytes[range].trimmingSpace
    return slice.startIndex..<slice.endIndex
  }
}

extension InlineRewriter {
  /// Adds a wikilink, or its text if it is inside a link.
  mutating func write(_ link: Wikilink, source: ByteRange) {
    guard !isInLink else {
      return list.addText(list.store(placeholders.text[link.shown ?? link.target]), source: source)
    }
    let target = list.store(placeholders.text[link.target])
    let shown = link.shown.map { list.store(placeholders.text[$0]) } ?? .empty
    list.add(Node(.wikilink, flag: link.isEmbed, text: target, extra: shown, source: source))
  }
}

extension HTMLRenderer {
  /// Writes a wikilink as text. A site's own rule turns it into a link.
  mutating func writeWikilink(_ node: Node) { writeText(node.shownText ?? node.text) }
}
