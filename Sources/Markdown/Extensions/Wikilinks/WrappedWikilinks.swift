import Text

/// Joins the lines of wikilinks that span several lines, so that every later step finds them on one line.
///
/// Lines are joined only within a paragraph or underlined heading of libcmark. The prefix of the containers on the second
/// line (`>`, indentation) is dropped with the line end. A paragraph that may hold a table is left alone.
struct WrappedWikilinks: CMarkVisitor {
  /// For each wikilink, the 0-based lines from its `[[` to its `]]`, in ascending order.
  private let wrapped: [ClosedRange<Int>]
  private let text: MarkdownText
  private var next = 0
  private var containers = ContainerStack()
  /// The ranges that become a space: from the end of a line's text to the start of the next line's; ascending.
  private var joints: [Range<Int>] = []

  /// The text with each wikilink on one line.
  static func joined(_ text: MarkdownText) -> MarkdownText {
    let wrapped = find(in: text)
    guard !wrapped.isEmpty, let tree = CMarkTree(text.bytes, smartPunctuation: false) else { return text }
    var visitor = WrappedWikilinks(text, wrapped)
    tree.walk(&visitor)
    return visitor.rewritten()
  }

  private init(_ text: MarkdownText, _ wrapped: [ClosedRange<Int>]) {
    self.text = text
    self.wrapped = wrapped
  }

  private func rewritten() -> MarkdownText {
    if joints.isEmpty { return text }
    var result = RewrittenText(capacity: text.bytes.count)
    var copied = 0
    for joint in joints {
      result.copy(copied..<joint.lowerBound, of: text.bytes)
      result.put([ASCII.space], at: joint.lowerBound)
      copied = joint.upperBound
    }
    result.copy(copied..<text.bytes.count, of: text.bytes)
    var joined = text
    joined.replace(by: result)
    return joined
  }

  // MARK: Joining lines

  mutating func enter(_ node: borrowing CMarkNode) -> Bool {
    containers.enter(node, in: text)
    let line = max(1, node.startLine) - 1
    switch node.kind {
    case .paragraph: join(line..<max(line, node.endLine))
    case .heading: join(line..<max(line, node.endLine - 1))
    default: break
    }
    return containers.depth <= DocumentReader.maximumDepth && next < wrapped.count
  }

  mutating func leave(_ node: borrowing CMarkNode) -> Bool {
    containers.leave(node)
    return true
  }

  /// Joins the wrapped wikilinks within `lines`, the lines of one block.
  private mutating func join(_ lines: Range<Int>) {
    while next < wrapped.count, wrapped[next].lowerBound < lines.lowerBound { next += 1 }
    let first = next
    while next < wrapped.count, wrapped[next].lowerBound < lines.upperBound { next += 1 }
    guard first < next, !mayHoldTable(lines) else { return }
    for link in wrapped[first..<next] where link.upperBound < lines.upperBound {
      for line in link.lowerBound..<link.upperBound { joints.append(joint(after: line)) }
    }
  }

  private func joint(after number: Int) -> Range<Int> {
    let content = containers.content(ofLine: number + 1, in: text).offset
    let end = text.line(number + 1).upperBound
    let start = text.bytes[content..<end].firstIndex { !$0.isSpace } ?? end
    let line = text.line(number)
    let last = text.bytes[line].lastIndex { !$0.isSpace }
    return (last.map { $0 + 1 } ?? line.lowerBound)..<start
  }

  private func mayHoldTable(_ lines: Range<Int>) -> Bool {
    text.bytes.withUnsafeBufferPointer { buffer in
      lines.contains { TableRow.looksLikeDelimiter(buffer, text.line($0)) }
        || lines.contains { number in
          let offset = containers.content(ofLine: number, in: text).offset
          return TableRow.looksLikeDelimiter(buffer, offset..<max(offset, text.line(number).upperBound))
        }
    }
  }

  // MARK: Finding what may be a wrapped wikilink

  private static func find(in text: MarkdownText) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var number = 0
    text.bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.openBracket)
      var index = search.next(in: bytes, from: 0)
      while index + 1 < bytes.count {
        if bytes[index + 1] == ASCII.openBracket, let end = end(of: index, in: bytes) {
          while number + 1 < text.lines.count, Int(text.lines[number + 1]) <= index { number += 1 }
          var last = number
          while last + 1 < text.lines.count, Int(text.lines[last + 1]) <= end { last += 1 }
          found.append(number...last)
        }
        index = search.next(in: bytes, from: index + 1)
      }
    }
    return found
  }

  /// The offset of the `]]` that closes the `[[` at `start` on a later line; nil if it is closed on its own line, or if
  /// the text in between cannot be part of a wikilink.
  private static func end(of start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    var index = start + 2
    var isWrapped = false
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.closeBracket:
        let isClosed = index + 1 < bytes.count && bytes[index + 1] == ASCII.closeBracket
        return isWrapped && isClosed ? index : nil
      case ASCII.openBracket, ASCII.backtick, ASCII.less, ASCII.greater: return nil
      case ASCII.newline, ASCII.carriageReturn:
        guard let next = continuation(after: index, in: bytes) else { return nil }
        isWrapped = true
        index = next
      default: index += 1
      }
    }
    return nil
  }

  /// The offset of the text of the next line, after white space and block quote markers; nil if the line has no text or
  /// the line end is a hard break.
  private static func continuation(after end: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let isHard =
      bytes[end - 1] == ASCII.backslash
      || bytes[end - 1] == ASCII.space && bytes[end - 2] == ASCII.space
    guard !isHard else { return nil }
    var index = end + 1
    if bytes[end] == ASCII.carriageReturn, index < bytes.count, bytes[index] == ASCII.newline { index += 1 }
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.newline, ASCII.carriageReturn: return nil
      case ASCII.greater: index += 1
      case let byte where byte.isSpace: index += 1
      default: return index
      }
    }
    return nil
  }
}
