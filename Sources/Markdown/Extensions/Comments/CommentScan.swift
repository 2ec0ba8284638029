import Diagnostics
import Text

/// Finds the comments that are never published: between `%%`, as in Obsidian, and between `{::comment}` and `{:/comment}`,
/// as in kramdown. Code holds no comments.
struct CommentScan {
  private let text: MarkdownText
  /// The comments with their marks, in order.
  private(set) var comments: [Range<Int>] = []
  /// The start of a comment that is never closed; nil: there is none.
  private(set) var unclosed: Int?
  private var open: Int?
  private var codeEnd = 0

  init(_ text: MarkdownText) { self.text = text }

  /// Whether the text contains `%%` or `{::` anywhere.
  static func mayComment(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(UInt8(ascii: "%"), ASCII.openBrace, ASCII.openBrace)
      var index = search.next(in: bytes, from: 0)
      while index + 2 < bytes.count + 1, index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "%") { return true }
        if bytes[index] == ASCII.openBrace, bytes[index + 1] == ASCII.colon { return true }
        index = search.next(in: bytes, from: index + 1)
      }
      return false
    }
  }

  mutating func search() {
    var fence = FenceTracker()
    var isBlock = false
    for number in text.lines.indices {
      let line = text.line(number)
      if isBlock {
        guard trimmed(line).elementsEqual("{:/comment}".utf8) || trimmed(line).elementsEqual("{:/}".utf8)
        else { continue }
        isBlock = false
        close(at: line.upperBound)
        continue
      }
      if open == nil, fence.covers(text.bytes, line) { continue }
      if open == nil, trimmed(line).elementsEqual("{::comment}".utf8) {
        open = line.lowerBound
        isBlock = true
        continue
      }
      search(line)
    }
    if let open { leaveOpen(open) }
  }

  private func trimmed(_ line: Range<Int>) -> ArraySlice<UInt8> { text.bytes[line].trimmingSpace }

  private mutating func search(_ line: Range<Int>) {
    var offset = line.lowerBound
    let bytes = text.bytes
    while offset < line.upperBound {
      if offset < codeEnd, open == nil {
        offset = min(codeEnd, line.upperBound)
        continue
      }
      switch bytes[offset] {
      case ASCII.backslash where open == nil: offset += 2
      case ASCII.backtick where open == nil:
        let end = CodeSpan.end(in: text, at: offset)
        codeEnd = max(codeEnd, end)
        offset = end
      case UInt8(ascii: "%") where offset + 1 < line.upperBound && bytes[offset + 1] == UInt8(ascii: "%"):
        offset += 2
        if open == nil { open = offset - 2 } else { close(at: offset) }
      default: offset += 1
      }
    }
  }

  private mutating func close(at end: Int) {
    guard let start = open else { return }
    comments.append(start..<end)
    open = nil
  }

  /// What follows a mark without an end is not published either: to the end of the text if the mark is alone on its line,
  /// otherwise to the end of its paragraph.
  private mutating func leaveOpen(_ start: Int) {
    unclosed = start
    var number = text.lines.lastIndex { Int($0) <= start } ?? 0
    let line = text.line(number)
    let isAlone = text.bytes[line].trimmingSpace.count <= 2 || text.bytes[start] == ASCII.openBrace
    var end = text.bytes.count
    if !isAlone {
      while number + 1 < text.lines.count, !trimmed(text.line(number + 1)).isEmpty { number += 1 }
      end = text.line(number).upperBound
    }
    comments.append(start..<end)
  }

  /// The text without the comments. A line that holds nothing else goes with its end.
  func without(_ comments: [Range<Int>]) -> RewrittenText {
    var result = RewrittenText(capacity: text.bytes.count)
    var copied = 0
    for comment in comments {
      let range = wholeLines(comment)
      result.copy(copied..<max(copied, range.lowerBound), of: text.bytes)
      copied = max(copied, range.upperBound)
    }
    result.copy(copied..<text.bytes.count, of: text.bytes)
    return result
  }

  private func wholeLines(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, text.bytes[start - 1] == ASCII.space || text.bytes[start - 1] == ASCII.tab { start -= 1 }
    var end = range.upperBound
    while end < text.bytes.count, text.bytes[end] == ASCII.space || text.bytes[end] == ASCII.tab { end += 1 }
    let startsLine = start == 0 || text.bytes[start - 1] == ASCII.newline
    let endsLine = end == text.bytes.count || text.bytes[end].isSpace
    guard startsLine, endsLine else { return range }
    if end < text.bytes.count, text.bytes[end] == ASCII.carriageReturn { end += 1 }
    if end < text.bytes.count, text.bytes[end] == ASCII.newline { end += 1 }
    return start..<end
  }
}

/// A code span, found without parsing the text around it.
enum CodeSpan {
  /// The end of the code span whose backticks start at `offset`, at most the end of the paragraph; without closing
  /// backticks, the end of the opening ones.
  static func end(in text: MarkdownText, at offset: Int) -> Int {
    let bytes = text.bytes
    var index = offset
    while index < bytes.count, bytes[index] == ASCII.backtick { index += 1 }
    let (length, after) = (index - offset, index)
    var isBlank = false
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.backtick:
        var end = index
        while end < bytes.count, bytes[end] == ASCII.backtick { end += 1 }
        if end - index == length { return end }
        (index, isBlank) = (end, false)
      case ASCII.newline:
        if isBlank { return after }
        (index, isBlank) = (index + 1, true)
      case let byte where byte.isSpace: index += 1
      default: (index, isBlank) = (index + 1, false)
      }
    }
    return after
  }
}

extension DocumentParse {
  /// The text without comments; their places are kept for the site's note.
  mutating func removeComments(from text: MarkdownText) -> MarkdownText {
    guard CommentScan.mayComment(text.bytes) else { return text }
    var scan = CommentScan(text)
    scan.search()
    guard !scan.comments.isEmpty else { return text }
    var result = text
    comments = scan.comments.map { result.fileRange($0) }
    if let start = scan.unclosed {
      diagnostics.addUnclosedComment(at: result.fileRange(start..<min(start + 2, text.bytes.count)).range)
    }
    result.replace(by: scan.without(scan.comments))
    return result
  }
}

extension MarkdownDiagnostics {
  mutating func addUnclosedComment(at range: Range<Int>) {
    add(
      .unclosedComment, range, "this comment is never closed, so what follows is not published",
      suggestion: Suggestion("write “%%” where the comment ends, or “\\%%” if it is not a comment"))
  }
}
