import Text

/// Obsidian's callouts: block quotes that start with `[!kind] Title`.
enum Callout {
  /// Turns the block quote at `quote`, which is still open, into a callout if it starts with a marker.
  static func make(from quote: Int, in list: inout NodeList) {
    let (paragraph, first) = (quote + 1, quote + 2)
    guard first < list.count, list[paragraph].kind == .paragraph, list[first].kind == .text,
      let marker = CalloutMarker(list.text, list[first].text.range)
    else { return }
    list[quote].kind = .callout
    list[quote].detail = marker.fold
    list[quote].text = list.store(list.text[marker.kind].map(\.lowered))
    let old = list[paragraph]
    var inlines = Array(list.nodes[first..<Int(old.end)])
    let taken = marker.titleStart - Int(inlines[0].text.start)
    if inlines[0].source.count == inlines[0].text.count {
      inlines[0].source.start += Int32(truncatingIfNeeded: taken)
    }
    inlines[0].text.start += Int32(truncatingIfNeeded: taken)
    let line = lineEnd(inlines, base: first)
    var new: [Node] = []
    let title = inlines[..<line].drop { $0.kind == .text && $0.text.isEmpty }
    append(title, as: .calloutTitle, at: paragraph, oldStart: first + title.startIndex, to: &new)
    append(inlines.dropFirst(line + 1), as: .paragraph, at: paragraph, oldStart: first + line + 1, to: &new)
    list.replace(paragraph..<Int(old.end), with: new)
  }

  /// The index of the first line break among the top-level inlines; their count if there is none.
  private static func lineEnd(_ inlines: [Node], base: Int) -> Int {
    var index = 0
    while index < inlines.count {
      // A tag `<br>` is part of the title.
      let isEnd = inlines[index].kind == .lineBreak && !inlines[index].flag
      if inlines[index].kind == .softBreak || isEnd { return index }
      index = Int(inlines[index].end) - base
    }
    return inlines.count
  }

  /// Appends a block with these inlines, unless there are none.
  private static func append(
    _ inlines: ArraySlice<Node>, as kind: NodeKind, at index: Int, oldStart: Int, to new: inout [Node]
  ) {
    guard let first = inlines.first, let last = inlines.last else { return }
    let shift = Int32(truncatingIfNeeded: index + new.count + 1 - oldStart)
    let source = ByteRange(Int(first.source.start), Int(max(first.source.start, last.source.end)))
    new.append(
      Node(kind, end: Int32(truncatingIfNeeded: index + new.count + 1 + inlines.count), source: source))
    new += inlines.lazy.map { node in
      var node = node
      node.end += shift
      return node
    }
  }
}

/// The marker of a callout, `[!kind]`, with the sign after it that makes the callout foldable.
struct CalloutMarker {
  /// The kind, as a range of the nodes' text.
  let kind: Range<Int>
  /// 0 if not foldable, 1 if open (`+`), 2 if closed (`-`).
  let fold: Int32
  /// The offset of the title in the nodes' text.
  let titleStart: Int

  /// The marker at the start of a text; nil if there is none.
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

  /// Whether the source of a paragraph starts with an escaped marker, such as `\[!note]` or `[!note\]`.
  static func isEscaped(_ source: ArraySlice<UInt8>) -> Bool {
    switch source.first {
    case ASCII.backslash: return source.dropFirst().first == ASCII.openBracket
    case ASCII.openBracket:
      let marker = source.dropFirst().prefix { $0 != ASCII.closeBracket }
      return marker.contains(ASCII.backslash)
    default: return false
    }
  }
}

extension HTMLRenderer {
  /// Opens a callout, or its title. A callout without a title gets its kind as one.
  mutating func openCallout(_ node: Node, _ index: Int) {
    if node.kind == .calloutTitle { return write("<p class=\"callout-title\">") }
    startLine()
    write("<aside class=\"callout callout-")
    writeText(node.text)
    write("\">\n")
    if index + 1 < Int(node.end), document.nodes[index + 1].kind == .calloutTitle { return }
    write("<p class=\"callout-title\">")
    let kind = document.text[node.text.range]
    if let letter = kind.first { output.escaped([letter.isLetter ? letter & 0xDF : letter][...]) }
    output.escaped(kind.dropFirst())
    write("</p>\n")
  }
}
