/// Reading of inlines: texts, codes, links.
extension DocumentReader {
  mutating func enterInline(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    switch kind {
    case .softBreak, .lineBreak:
      list.add(Node(kind, source: text.fileRange(lastOffset..<lastOffset)))
    case .text, .code, .htmlInline: addLiteral(node, kind)
    case .link, .image: openLink(node, kind)
    default: list.open(Node(kind, source: text.fileRange(inlineRange(node))))
    }
  }

  private mutating func addLiteral(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let range = inlineRange(node)
    lastOffset = range.upperBound
    let literal = node.withLiteral { kind == .text ? list.keep($0) : restored($0) }
    if kind == .text {
      signals.note(list.text, literal)
      if signals.hasTilde, literal.count != range.count { noteInertTildes(literal, written: range) }
    }
    list.add(Node(kind, text: literal, source: text.fileRange(range)))
  }

  /// Notes the tildes of a text that the author escaped, by reading text and source side by side.
  private mutating func noteInertTildes(_ literal: ByteRange, written: Range<Int>) {
    var source = written.lowerBound
    for offset in literal.range where source < written.upperBound {
      let byte = text.bytes[source]
      if byte == ASCII.backslash, source + 1 < written.upperBound, text.bytes[source + 1] == list.text[offset]
      {
        if list.text[offset] == ASCII.tilde { inertTildes.append(offset) }
        source += 2
      } else if byte == ASCII.ampersand,
        list.text[offset] != byte || text.bytes[source...].starts(with: "&amp;".utf8),
        let end = text.bytes[source..<written.upperBound].firstIndex(of: ASCII.semicolon)
      {
        if list.text[offset] == ASCII.tilde { inertTildes.append(offset) }
        source = end + 1
      } else if byte == list.text[offset] {
        source += 1
      }
    }
  }

  private func findEvents() -> [InlineEvent] {
    var finder = InlineEvents(
      list, block: block, placeholders: placeholders, signals: signals, inert: inertTildes)
    return finder.find()
  }

  /// Looks closer at the inlines of the block that is about to be closed, where there is reason to.
  mutating func finishInlines() {
    guard !signals.isSilent else { return }
    let events = findEvents()
    guard !events.isEmpty else { return }
    var rewriter = InlineRewriter(&list, block: block, events: events, placeholders: placeholders)
    rewriter.run()
    rewriter.finish(into: &list)
    undefinedFootnotes += rewriter.undefined
  }

  private mutating func openLink(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let destination = node.withDestination { restored($0) }
    let title = node.withTitle { restored($0) }
    let start = linkStart(node, kind)
    lastOffset = start
    list.open(Node(kind, text: destination, extra: title, source: text.fileRange(start..<start)))
  }

  /// A link's own line is the line of its end, its column that of its start; an autolink's column is wrong
  /// on its first line too. The first child knows better.
  private mutating func linkStart(_ node: borrowing CMarkNode, _ kind: NodeKind) -> Int {
    let child = node.firstChildStart
    let own = places.offset(
      line: child?.line ?? node.startLine, column: node.startColumn, in: text, containers)
    let mark = kind == .image ? ASCII.exclamation : ASCII.openBracket
    if own >= lastOffset, own < text.bytes.count, text.bytes[own] == mark { return own }
    guard let child else { return Self.clamp(own, to: blockRange) }
    let inner = places.offset(line: child.line, column: child.column, in: text, containers)
    if inner > 0, inner <= text.bytes.count, text.bytes[inner - 1] == ASCII.less { return inner - 1 }
    return Self.clamp(own, to: blockRange)
  }

  /// The end is where the brackets and parentheses after the link's last child end.
  mutating func closeLink(_ node: borrowing CMarkNode) {
    guard let index = list.open.last else { return }
    let end = LinkEnd.find(text.bytes, from: lastOffset, limit: blockRange.upperBound)
    if let end {
      places.skipLines(end.uncountedLines)
      lastOffset = end.offset
    }
    let range = text.fileRange(0..<lastOffset)
    list[index].source.end = max(list[index].source.start, range.end)
    list.close()
  }

  private mutating func inlineRange(_ node: borrowing CMarkNode) -> Range<Int> {
    let start = places.offset(line: node.startLine, column: node.startColumn, in: text, containers)
    let end = places.offset(line: node.endLine, column: node.endColumn, in: text, containers) + 1
    let first = Self.clamp(start, to: blockRange)
    return first..<max(first, Self.clamp(end, to: blockRange))
  }

  private static func clamp(_ offset: Int, to range: Range<Int>) -> Int {
    min(max(offset, range.lowerBound), range.upperBound)
  }
}
