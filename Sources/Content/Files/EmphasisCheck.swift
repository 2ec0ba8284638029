import Diagnostics
import Markdown
import Text

/// Finds `**` and `~~` that Markdown reads as text in Chinese, Japanese and Korean, where no spaces tell it what they belong to.
enum EmphasisCheck {
  /// `literal-emphasis` for each text with such marks, in order.
  static func diagnostics(in document: Document, source: SourceText) -> [Diagnostic] {
    guard mayOccur(in: source.bytes) else { return [] }
    return document.nodes.compactMap { node in
      guard case .text = node.kind, node.text.count > 2, let mark = mark(in: document.text[node.text.range])
      else { return nil }
      let range = place(of: mark, in: node, source: source)
      let marks = mark.sign
      return Diagnostic(
        .literalEmphasis, at: Place(path: source.path, range: range),
        "“\(marks)” is shown as text here, because it is next to punctuation",
        suggestion: Suggestion("put the punctuation outside the marks, such as \(marks)立场\(marks)：中国"))
    }
  }

  private static func mayOccur(in bytes: [UInt8]) -> Bool {
    let hasMarks = [UInt8(ascii: "*"), UInt8(ascii: "~")].contains { bytes.contains($0, followedBy: $0) }
    return hasMarks && bytes.withUnsafeBytes(hasScript)
  }

  /// Whether a character of these scripts occurs.
  private static func hasScript(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = bytes.firstBesidesASCII(from: 0)
    while index < bytes.count {
      if (0xE3...0xED).contains(bytes[index]) { return true }
      index = bytes.firstBesidesASCII(from: index + 1)
    }
    return false
  }

  private struct Mark {
    let sign: String
    /// The bytes from the start of the text.
    let offset: Int
  }

  /// The first pair of marks beside a character of these scripts or their punctuation.
  private static func mark(in text: ArraySlice<UInt8>) -> Mark? {
    var index = text.startIndex
    while index + 1 < text.endIndex {
      let byte = text[index]
      if byte == text[index + 1], byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") {
        // The first byte of three for all characters from U+3000 on is E3 or more.
        let isAfter = index >= text.startIndex + 3 && (0xE3...0xEF).contains(text[index - 3])
        let isBefore = index + 2 < text.endIndex && (0xE3...0xEF).contains(text[index + 2])
        if isAfter || isBefore {
          return Mark(sign: byte == UInt8(ascii: "*") ? "**" : "~~", offset: index - text.startIndex)
        }
      }
      index += 1
    }
    return nil
  }

  /// The place in the file: exact where the text is written there as it is.
  private static func place(of mark: Mark, in node: Node, source: SourceText) -> Range<Int> {
    let range = node.source.range
    let start = range.lowerBound + mark.offset
    guard start + 2 <= range.upperBound, range.upperBound <= source.bytes.count,
      source.bytes[start..<start + 2].elementsEqual(mark.sign.utf8)
    else { return range }
    return start..<start + 2
  }
}
