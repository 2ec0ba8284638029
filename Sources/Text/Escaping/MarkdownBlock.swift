/// A block of Markdown (GFM): one or several lines, of which only the marks of the block itself begin something.
package struct MarkdownBlock: Sendable, Hashable {
  /// Without a line end at its end.
  package let text: String

  private init(_ text: String) { self.text = text }

  package static let rule = MarkdownBlock("* * *")

  /// Empty for an empty line.
  package static func paragraph(_ line: MarkdownLine) -> MarkdownBlock {
    let lines = lines(of: line.closed.text).filter { !$0.isEmpty }
    return MarkdownBlock(lines.map { MarkdownEscaping.lineStart(String($0)) }.joined(separator: "\n"))
  }

  /// - Parameter level: from 1 to 6.
  package static func heading(_ level: Int, _ line: MarkdownLine) -> MarkdownBlock {
    let text = line.closed.text.replacing("\\\n", with: " ")
    return MarkdownBlock(
      String(repeating: "#", count: min(max(level, 1), 6)) + " " + MarkdownEscaping.headingEnd(text))
  }

  package static func quote(_ blocks: [MarkdownBlock]) -> MarkdownBlock { blocks.prefixed("> ", "> ") }

  /// - Parameter start: the number of the first item; nil: a list with bullets.
  package static func list(_ items: [[MarkdownBlock]], start: Int? = nil) -> MarkdownBlock {
    let texts = items.enumerated().map { index, blocks in
      let mark = start.map { "\($0 + index). " } ?? "- "
      return blocks.prefixed(mark, String(repeating: " ", count: mark.count)).text
    }
    return MarkdownBlock(texts.joined(separator: "\n"))
  }

  /// An item of a list with bullets, and items of a list below it, each on one line.
  package static func entry(_ line: MarkdownLine, _ details: [MarkdownLine] = []) -> MarkdownBlock {
    let lines = ["- " + paragraph(line).text] + details.map { "  - " + paragraph($0).text }
    return MarkdownBlock(lines.joined(separator: "\n"))
  }

  /// Such items as one list.
  package static func entries(_ entries: [MarkdownBlock]) -> MarkdownBlock {
    MarkdownBlock(entries.map(\.text).joined(separator: "\n"))
  }

  /// A note for the reference `[^number]`.
  package static func footnote(_ number: Int, _ blocks: [MarkdownBlock]) -> MarkdownBlock {
    blocks.prefixed("[^\(number)]: ", "    ")
  }

  /// Code as it is.
  package static func code(_ text: String) -> MarkdownBlock {
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return MarkdownBlock(fence + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence)
  }

  /// A table without alignment, of rows that are as wide as the header.
  package static func table(header: [MarkdownLine], rows: [[MarkdownLine]]) -> MarkdownBlock {
    let rule = "|" + String(repeating: " --- |", count: header.count)
    return MarkdownBlock(([row(header), rule] + rows.map(row)).joined(separator: "\n"))
  }

  private static func row(_ cells: [MarkdownLine]) -> String {
    "|" + cells.map { $0.isEmpty ? "  |" : " \($0.closed.inCell) |" }.joined()
  }

  // By bytes, which is far faster than by characters.
  private static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  fileprivate static func prefixed(_ text: String, _ first: String, _ others: String) -> MarkdownBlock {
    MarkdownBlock(
      lines(of: text).enumerated().map { index, line in
        let prefix = index == 0 ? first : others
        return line.isEmpty ? String(prefix.prefix { $0 != " " }) : prefix + line
      }.joined(separator: "\n"))
  }
}

extension [MarkdownBlock] {
  /// The blocks with blank lines between them, without a line end; empty ones are left out.
  package var document: String { map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n") }

  /// The blocks as one, with a mark before the first line, and space or a mark before the others.
  fileprivate func prefixed(_ first: String, _ others: String) -> MarkdownBlock {
    .prefixed(document, first, others)
  }
}
