/// Finds the definitions of footnotes, before libcmark sees the text: it would take some for link definitions.
///
/// A definition starts a line, with at most three spaces before it, also in block quotes. It goes on over lines that
/// are indented by four columns, blank lines between them, and lazy lines of its last paragraph.
struct FootnoteFinder {
  private var text: MarkdownText
  private(set) var found: [FoundFootnote] = []

  init(_ text: MarkdownText) { self.text = text }

  /// `[^` stands somewhere in the text.
  static func mayDefine(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 1
      while index < bytes.count {
        if bytes[index] == ASCII.caret, bytes[index - 1] == ASCII.openBracket { return true }
        index += 1
      }
      return false
    }
  }

  mutating func search() {
    var fence = FenceTracker()
    var number = 0
    while number < text.lines.count {
      let line = text.line(number)
      if !fence.covers(text.bytes, line), let footnote = footnote(startingAt: number) {
        found.append(footnote)
        number = footnote.lines.upperBound
      } else {
        number += 1
      }
    }
  }

  private mutating func footnote(startingAt number: Int) -> FoundFootnote? {
    let line = text.line(number)
    guard text.bytes[line].contains(ASCII.caret) else { return nil }
    var cursor = LineCursor(text.bytes, line: line)
    var quotes = 0
    while cursor.skipQuoteMark() { quotes += 1 }
    let place = cursor.content
    guard place.indent < 4, let label = Self.label(text.bytes, place.offset..<line.upperBound) else {
      return nil
    }
    var start = label.upperBound + 2
    while start < line.upperBound, text.bytes[start] == ASCII.space || text.bytes[start] == ASCII.tab {
      start += 1
    }
    let further = furtherLines(after: number, quotes: quotes, isOpen: start < line.upperBound)
    return FoundFootnote(
      label: Array(text.bytes[label]), key: Self.key(text.bytes[label]),
      place: text.fileRange(place.offset..<label.upperBound + 2),
      lines: number..<number + 1 + further.count, contents: [start..<max(start, line.upperBound)] + further)
  }

  /// The contents of the lines that belong to a definition, after its first.
  private func furtherLines(after first: Int, quotes: Int, isOpen: Bool) -> [Range<Int>] {
    var contents: [Range<Int>] = []
    var pending: [Range<Int>] = []
    var isOpen = isOpen
    for number in first + 1..<max(first + 1, text.lines.count) {
      var cursor = LineCursor(text.bytes, line: text.line(number))
      for _ in 0..<quotes {
        guard cursor.skipQuoteMark() else { return contents }
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

  /// The label of a definition that `range` starts with.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let label = reference(bytes, range), label.upperBound + 1 < range.upperBound,
      bytes[label.upperBound + 1] == ASCII.colon
    else { return nil }
    return label
  }

  /// The label of a `[^label]` that `range` starts with: not empty, no white space, no brackets.
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

  /// What labels are compared by.
  static func key(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}
