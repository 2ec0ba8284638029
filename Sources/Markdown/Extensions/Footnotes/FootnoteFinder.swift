import Text

/// Finds the definitions of footnotes before libcmark reads the text, because it would read some as link definitions.
///
/// A definition starts a line, possibly in block quotes, with at most three spaces before it. It continues over lines
/// that are indented by four columns, blank lines between them, and lazy continuation lines of its last paragraph.
struct FootnoteFinder {
  private var text: MarkdownText
  private(set) var found: [FootnoteDefinition] = []

  init(_ text: MarkdownText) { self.text = text }

  /// Whether the text contains `[^` anywhere.
  static func mayDefine(_ bytes: [UInt8]) -> Bool {
    bytes.contains(ASCII.openBracket, followedBy: ASCII.caret)
  }

  mutating func search() {
    var fence = FenceTracker()
    let mayHoldCode = [ASCII.backtick, ASCII.tilde].contains { text.bytes.contains([$0, $0, $0]) }
    var number = 0
    while number < text.lines.count {
      // Lines without a caret matter only if a fence may be among them.
      if !mayHoldCode {
        number = lineWithCaret(from: number)
        if number == text.lines.count { return }
      }
      let line = text.line(number)
      if !fence.covers(text.bytes, line), let footnote = footnote(startingAt: number) {
        found.append(footnote)
        number = footnote.lines.upperBound
      } else {
        number += 1
      }
    }
  }

  /// The first line from `number` on that has a caret; the number of lines if there is none.
  private func lineWithCaret(from number: Int) -> Int {
    let caret = text.bytes.withUnsafeBytes {
      ByteSearch(ASCII.caret).next(in: $0, from: Int(text.lines[number]))
    }
    return text.lineNumber(at: caret) ?? text.lines.count
  }

  private mutating func footnote(startingAt number: Int) -> FootnoteDefinition? {
    let line = text.line(number)
    guard text.bytes.contains(ASCII.caret, in: line) else { return nil }
    var cursor = LineCursor(text.bytes, line: line)
    var quotes = 0
    while cursor.skipQuoteMarker() { quotes += 1 }
    let place = cursor.content
    guard place.indent < 4, let label = Self.label(text.bytes, place.offset..<line.upperBound) else {
      return nil
    }
    var start = label.upperBound + 2
    while start < line.upperBound, text.bytes[start] == ASCII.space || text.bytes[start] == ASCII.tab {
      start += 1
    }
    let further = furtherLines(after: number, quotes: quotes, isOpen: start < line.upperBound)
    return FootnoteDefinition(
      label: Array(text.bytes[label]), key: Self.key(text.bytes[label]),
      source: text.fileRange(place.offset..<label.upperBound + 2),
      lines: number..<number + 1 + further.count, contents: [start..<max(start, line.upperBound)] + further)
  }

  /// The contents of the lines of a definition after the first one.
  private func furtherLines(after first: Int, quotes: Int, isOpen: Bool) -> [Range<Int>] {
    var contents: [Range<Int>] = []
    var pending: [Range<Int>] = []
    var isOpen = isOpen
    for number in first + 1..<max(first + 1, text.lines.count) {
      var cursor = LineCursor(text.bytes, line: text.line(number))
      for _ in 0..<quotes {
        guard cursor.skipQuoteMarker() else { return contents }
      }
      let content = cursor.content
      if content.offset == cursor.end {
        pending.append(cursor.end..<cursor.end)
        isOpen = false
        continue
      }
      if content.indent >= 4 {
        cursor.skip(columns: 4)
        contents += pending + [cursor.offset..<cursor.end]
        pending = []
        isOpen = true
        continue
      }
      let rest = content.offset..<cursor.end
      guard isOpen, !BlockStart.begins(text.bytes, rest, indent: content.indent),
        Self.label(text.bytes, rest) == nil
      else { return contents }
      contents.append(rest)
    }
    return contents
  }

  /// The label of the definition at the start of `range`; nil if there is none.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let label = reference(bytes, range), label.upperBound + 1 < range.upperBound,
      bytes[label.upperBound + 1] == ASCII.colon
    else { return nil }
    return label
  }

  /// The label of the `[^label]` at the start of `range`; nil if there is none. A label holds no white space or brackets.
  static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 3, bytes[range.lowerBound] == ASCII.openBracket,
      bytes[range.lowerBound + 1] == ASCII.caret
    else { return nil }
    let start = range.lowerBound + 2
    var index = start
    while index < range.upperBound, !bytes[index].isSpace, bytes[index] != ASCII.closeBracket,
      bytes[index] != ASCII.openBracket
    {
      index += 1
    }
    guard index > start, index < range.upperBound, bytes[index] == ASCII.closeBracket else { return nil }
    return start..<index
  }

  /// The key by which labels are compared: without case.
  static func key(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}

/// The definition of a footnote.
struct FootnoteDefinition {
  /// The label as written, without brackets and caret.
  let label: [UInt8]
  /// The key by which labels are compared: without case.
  let key: String
  /// The range of `[^label]:` in the file.
  let source: ByteRange
  /// The 0-based lines of the text.
  let lines: Range<Int>
  /// The content of each of `lines`, as bytes of the text; empty for a blank line.
  let contents: [Range<Int>]
  /// The whole content of a footnote that cites a source, in Markdown; empty for one that is written in the text.
  var generated: [UInt8] = []
}

extension FootnoteDefinition {
  /// The footnote that cites a source.
  init(citing item: CitationItem, note: String, source: ByteRange) {
    let prefix = item.prefix.isEmpty ? "" : item.prefix + " "
    let locator = item.locator.isEmpty ? "" : ", " + item.locator
    self.init(
      label: Array(item.label.utf8), key: item.footnoteKey, source: source, lines: 0..<0, contents: [],
      generated: Array((prefix + note + locator).utf8))
  }
}
