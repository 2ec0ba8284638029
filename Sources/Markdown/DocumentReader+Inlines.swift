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
      notePlace(literal, written: range)
    }
    list.add(Node(kind, text: literal, source: text.fileRange(range)))
  }

  private mutating func notePlace(_ literal: ByteRange, written: Range<Int>) {
    let place = TextPlace(node: list.count, written: written, isExact: literal.count == written.count)
    textPlaces.append(place)
    guard !place.isExact, signals.hasTilde else { return }
    var inert: [Int] = []
    place.forEachInert(in: list.text[literal.range], text.bytes) { offset in
      if list.text[offset] == ASCII.tilde { inert.append(offset) }
    }
    inertTildes += inert
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
    var rewriter = InlineRewriter(
      &list, &text, block: block, events: events, places: textPlaces, placeholders: placeholders)
    rewriter.run()
    rewriter.finish(into: &list, &text)
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
    if let child {
      let inner = places.offset(line: child.line, column: child.column, in: text, containers)
      if inner > 0, inner <= text.bytes.count, text.bytes[inner - 1] == ASCII.less { return inner - 1 }
    }
    let own = places.offset(
      line: child?.line ?? node.startLine, column: node.startColumn, in: text, containers)
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
    let fileEnd = Int32(truncatingIfNeeded: text.fileEnd(lastOffset))
    list[index].source.end = max(list[index].source.start, fileEnd)
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
