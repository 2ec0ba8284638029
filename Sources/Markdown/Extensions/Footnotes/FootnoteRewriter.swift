/// Rewrites a text with its footnote definitions at the start, each as a block quote, and a comment in place of each of
/// their lines. So containers and tables end where GitHub ends them, and link definitions apply everywhere.
enum FootnoteRewriter {
  /// The comment in place of a line that was moved; it holds U+FDD2.
  static let comment: [UInt8] = Array("<!--".utf8) + [0xEF, 0xB7, 0x92] + Array("-->".utf8)

  static func rewrite(_ text: MarkdownText, _ all: [FootnoteDefinition], kept: [FootnoteDefinition])
    -> MarkdownText
  {
    var result = RewrittenText(capacity: text.bytes.count + text.bytes.count / 8 + 64)
    for footnote in kept { writeFront(footnote, of: text, to: &result) }
    result.put(comment + [ASCII.newline], at: 0)
    var copied = 0
    for footnote in all {
      result.copy(copied..<Int(text.lines[footnote.lines.lowerBound]), of: text.bytes)
      for number in footnote.lines { writeComment(line: number, of: text, to: &result) }
      copied = text.wholeLine(footnote.lines.upperBound - 1).upperBound
    }
    result.copy(copied..<text.bytes.count, of: text.bytes)
    var rewritten = text
    rewritten.replace(by: result)
    return rewritten
  }

  private static func writeFront(
    _ footnote: FootnoteDefinition, of text: MarkdownText, to result: inout RewrittenText
  ) {
    guard footnote.generated.isEmpty else {
      return result.put(comment + Array("\n> ".utf8) + footnote.generated + [ASCII.newline], at: 0)
    }
    result.put(comment + [ASCII.newline], at: footnote.contents[0].lowerBound)
    for content in footnote.contents {
      result.put("> ".utf8, at: content.lowerBound)
      result.copy(content, of: text.bytes)
      result.put([ASCII.newline], at: content.upperBound)
    }
  }

  /// Writes the comment, after the block quote markers of the line.
  private static func writeComment(line number: Int, of text: MarkdownText, to result: inout RewrittenText) {
    let line = text.line(number)
    var cursor = LineCursor(text.bytes, line: line)
    while cursor.skipQuoteMarker() {}
    result.copy(line.lowerBound..<cursor.offset, of: text.bytes)
    if cursor.content.offset < cursor.end { result.put(comment, at: cursor.offset) }
    result.copy(line.upperBound..<text.wholeLine(number).upperBound, of: text.bytes)
  }
}
