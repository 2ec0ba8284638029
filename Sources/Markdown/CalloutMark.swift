/// Obsidian's `[!kind] Title` at the start of a block quote.
struct CalloutMark {
  /// The kind, as bytes of the nodes' text.
  let kind: Range<Int>
  /// 0 not foldable, 1 open, 2 closed.
  let fold: Int32
  /// Where the title starts in the text.
  let titleStart: Int

  /// The mark that a text starts with; nil when it starts with none.
  init?(_ bytes: [UInt8], _ text: Range<Int>) {
    guard text.count >= 4, bytes[text.lowerBound] == ASCII.openBracket,
      bytes[text.lowerBound + 1] == ASCII.exclamation
    else { return nil }
    let start = text.lowerBound + 2
    var end = start
    while end < text.upperBound,
      bytes[end].isAlphanumeric || bytes[end] == ASCII.hyphen || bytes[end] == ASCII.underscore
    {
      end += 1
    }
    guard end > start, end < text.upperBound, bytes[end] == ASCII.closeBracket else { return nil }
    kind = start..<end
    var after = end + 1
    let sign = after < text.upperBound ? bytes[after] : 0
    fold = sign == UInt8(ascii: "+") ? 1 : sign == ASCII.hyphen ? 2 : 0
    if fold > 0 { after += 1 }
    while after < text.upperBound, bytes[after].isSpace { after += 1 }
    titleStart = after
  }

  /// The source of a paragraph starts with what would be a mark if a backslash did not say otherwise: `\[!note]`, `[!note\]`.
  static func isEscaped(_ source: ArraySlice<UInt8>) -> Bool {
    switch source.first {
    case ASCII.backslash: return source.dropFirst().first == ASCII.openBracket
    case ASCII.openBracket:
      let mark = source.dropFirst().prefix { $0 != ASCII.closeBracket }
      return mark.contains(ASCII.backslash)
    default: return false
    }
  }
}
