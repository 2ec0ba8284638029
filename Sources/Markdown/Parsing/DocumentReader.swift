import Diagnostics

/// Copies libcmark's tree into nodes and applies the extensions on the way.
///
/// Extensions that change blocks are called where a block is closed (`leave`, `closeTextBlock`); those that change
/// inlines are called by `InlineRewriter`.
struct DocumentReader: CMarkVisitor {
  /// The deepest nesting of blocks and inlines that is read.
  static let maximumDepth = Limit.nesting.value

  var list: NodeList
  var text: MarkdownText
  /// The place of the document in its file.
  private let file: ByteRange
  let plan: TablePlan
  let placeholders: Placeholders
  /// The number of block quotes at the start of the text that are footnote definitions.
  let footnotes: Int
  let readsGitHub: Bool
  let readsSite: Bool
  /// The shapes of the tables, in order.
  var shapes: [TableShape]
  /// The index of the table that was closed last; nil if there is none, or if it already has a caption.
  var lastTable: Int?
  /// Block quotes that are not callouts, because their marker is escaped.
  private var plainQuotes: Set<Int> = []
  private var footnotesRead = 0
  private var containers = ContainerStack()
  private var places = InlinePlaces()
  /// The index of the block whose inlines are being read.
  var block = 0
  /// The bytes of that block in `text`.
  private(set) var blockRange = 0..<0
  /// The end in `text` of the inline that was read last.
  private var lastOffset = 0
  private let marks: PairedMarks
  /// The offsets, in the nodes' text, of the block's characters of marks that come from an escape or an entity.
  private var escapedMarks: [Int] = []
  /// The places of the block's texts.
  private var textPlaces: [TextPlace] = []
  /// The ranges in the file of references to footnotes that are not defined.
  private(set) var undefinedFootnotes: [ByteRange] = []
  private var hints = InlineHints()
  /// The number of planned cells that were found.
  var foundCells = 0
  /// Whether a planned cell was found inside a container.
  var foundNestedCell = false
  /// Whether reading stopped at `maximumDepth`.
  private(set) var isTooDeep = false

  /// - Parameter file: the place of the document in its file.
  init(
    _ text: MarkdownText, of file: ByteRange, plan: TablePlan, placeholders: Placeholders, footnotes: Int,
    profile: MarkdownProfile
  ) {
    self.text = text
    self.plan = plan
    self.placeholders = placeholders
    self.footnotes = footnotes
    readsGitHub = profile.gitHubExtensions
    readsSite = profile.siteExtensions
    marks = PairedMarks(profile)
    shapes = plan.tables.map { TableShape(alignments: $0.alignments) }
    list = NodeList(textCapacity: text.bytes.count + plan.text.count)
    self.file = file
  }

  mutating func enter(_ node: borrowing CMarkNode) -> Bool {
    let kind = node.kind
    switch kind {
    case .document: list.open(Node(.document, source: file))
    case .codeBlock, .htmlBlock, .thematicBreak: addLeafBlock(node, kind)
    case .paragraph, .heading: openTextBlock(node, kind)
    case .blockQuote, .bulletList, .orderedList, .listItem: openContainer(node, kind)
    default: enterInline(node, kind)
    }
    isTooDeep = list.depth > Self.maximumDepth + 1
    return !isTooDeep
  }

  mutating func leave(_ node: borrowing CMarkNode) -> Bool {
    switch node.kind {
    case .blockQuote, .listItem:
      containers.pop()
      if readsSite, let quote = list.open.last, list[quote].kind == .blockQuote,
        plainQuotes.isEmpty || !plainQuotes.contains(quote)
      {
        Callout.make(from: quote, in: &list)
      }
      list.close()
    case .paragraph, .heading: closeTextBlock()
    case .link, .image: closeLink(node)
    case .emphasis where places.hasJoinedLines: closeMark(length: 1)
    case .strong where places.hasJoinedLines: closeMark(length: 2)
    default: list.close()
    }
    return true
  }

  // MARK: Blocks

  private mutating func openContainer(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let line = max(1, node.startLine) - 1
    if kind == .blockQuote { containers.pushQuote(firstLine: line) }
    if kind == .listItem { containers.pushListItem(firstLine: line, in: text) }
    var new = Node(kind, source: text.fileRange(range(of: node)))
    if kind == .bulletList || kind == .orderedList {
      new.flag = node.isTight
      new.detail = kind == .orderedList ? Int32(truncatingIfNeeded: node.listStart) : 0
    }
    if kind == .blockQuote, list.depth == 1, footnotesRead < footnotes {
      new.kind = .footnoteDefinition
      new.detail = Int32(truncatingIfNeeded: footnotesRead)
      footnotesRead += 1
    }
    list.open(new)
  }

  private mutating func addLeafBlock(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    var new = Node(kind, source: text.fileRange(range(of: node)))
    if kind != .thematicBreak { new.text = node.withLiteral { restored($0) } }
    if kind == .codeBlock { new.extra = node.withInfo { restored($0) } }
    if kind == .htmlBlock, isFootnoteComment(new.text) { return }
    list.add(new)
  }

  /// Whether an HTML block is the comment that replaces a footnote definition.
  private func isFootnoteComment(_ range: ByteRange) -> Bool {
    let comment = FootnoteRewriter.comment
    return range.count <= comment.count + 2 && list.text[range.range].trimmingSpace.elementsEqual(comment)
  }

  /// Stores bytes, with placeholders replaced by what the author wrote.
  private mutating func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    let start = list.text.count
    placeholders.restore(bytes, to: &list.text)
    return ByteRange(start, list.text.count)
  }

  private mutating func openTextBlock(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let range = range(of: node)
    let startsWithBracket =
      range.lowerBound < text.bytes.count && text.bytes[range.lowerBound] == ASCII.openBracket
    places.begin(
      firstLine: node.startLine, lastLine: node.endLine, firstColumn: node.startColumn,
      uncounted: startsWithBracket && kind == .paragraph
        ? node.linesOfDefinitions(until: lastLineWithText(of: node)) : 0)
    lastOffset = range.lowerBound
    blockRange = range
    hints = InlineHints()
    escapedMarks = []
    textPlaces.removeAll(keepingCapacity: true)
    if kind == .heading, foundCells < plan.cells.count, Int(plan.cells[foundCells].line) == node.startLine - 1
    {
      return openCell()
    }
    block = list.count
    var new = Node(kind, source: text.fileRange(range))
    if kind == .heading { new.detail = Int32(truncatingIfNeeded: node.level) }
    list.open(new)
  }

  /// The last 1-based line of a paragraph that has more than white space, such as form feeds.
  private func lastLineWithText(of node: borrowing CMarkNode) -> Int {
    var line = min(node.endLine, text.lines.count)
    while line > node.startLine {
      let content = containers.content(ofLine: line - 1, in: text).offset
      if text.bytes[content..<max(content, text.line(line - 1).upperBound)].contains(where: { !$0.isSpace }) {
        break
      }
      line -= 1
    }
    return line
  }

  /// Closes a paragraph, heading or cell, and applies the extensions that change one.
  private mutating func closeTextBlock() {
    finishInlines()
    let source = text.bytes[blockRange]
    if readsGitHub { TaskMark.take(from: &list, paragraph: block, source: source) }
    if readsSite, CalloutMarker.isEscaped(source), block > 0, list[block - 1].kind == .blockQuote {
      plainQuotes.insert(block - 1)
    }
    let isCell = list[block].kind == .tableCell
    // Cells are parsed as headings, “# …”.
    if isCell { list[block].flag = source.dropFirst(2).first { !$0.isSpace } == UInt8(ascii: "\\") }
    if isCell, readsSite, let nodes = CellHTML.rewritten(list.nodes, from: block + 1, text: list.text) {
      list.replace(block + 1..<list.count, with: nodes)
    } else if readsSite, !isCell {
      readBreakTags()
    }
    list.close()
    if isCell { return closeCell() }
    guard readsSite else { return }
    if Figure.isFigure(list, block) { list[block].kind = .figure } else { takeCaption() }
  }

  /// Reads `<br>` as a line break, so that it divides words wherever the text is shown without markup.
  private mutating func readBreakTags() {
    for index in list.nodes.indices.dropFirst(block + 1) where list[index].isBreakTag(in: list.text) {
      list[index] = Node(.lineBreak, flag: true, end: list[index].end, source: list[index].source)
    }
  }

  /// The bytes of a block in `text`.
  private func range(of node: borrowing CMarkNode) -> Range<Int> {
    let lines = text.lines
    let start = min(text.bytes.count, Int(lines[clamped: node.startLine - 1]) + max(1, node.startColumn) - 1)
    let end = min(text.bytes.count, Int(lines[clamped: node.endLine - 1]) + node.endColumn)
    return start..<max(start, end)
  }

  // MARK: Inlines

  private mutating func enterInline(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    switch kind {
    case .softBreak, .lineBreak: addBreak(kind)
    case .text, .code, .htmlInline: addLiteral(node, kind)
    case .link, .image: openLink(node, kind)
    default: list.open(Node(kind, source: text.fileRange(inlineRange(node))))
    }
  }

  private mutating func addBreak(_ kind: NodeKind) {
    list.add(Node(kind, source: text.fileRange(lastOffset..<lastOffset)))
    guard let line = text.lineNumber(at: lastOffset), line + 1 < text.lines.count else { return }
    let end = text.line(line).upperBound
    let isEscaped = kind == .lineBreak && end > lastOffset && text.bytes[end - 1] == ASCII.backslash
    passLineEnd(of: line, isCounted: !isEscaped)
  }

  /// Goes on to the line after a 0-based one.
  private mutating func passLineEnd(of line: Int, isCounted: Bool) {
    let content = containers.content(ofLine: line + 1, in: text).offset
    places.passLineEnd(
      Int(text.lines[line + 1]), content: content, isCounted: isCounted, in: text, containers)
    lastOffset = content
  }

  /// Ends emphasis after the marks that follow its last child. libcmark's own end is a place in the wrong line.
  private mutating func closeMark(length: Int) {
    lastOffset = min(lastOffset + length, blockRange.upperBound)
    if let index = list.open.last {
      let end = Int32(truncatingIfNeeded: text.fileEnd(lastOffset))
      list[index].source.end = max(list[index].source.start, end)
    }
    list.close()
  }

  private mutating func addLiteral(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let range = inlineRange(node)
    places.readInline(endingInLine: node.endLine)
    lastOffset = range.upperBound
    let literal = node.withLiteral { kind == .text ? list.store($0) : restored($0) }
    if kind == .text {
      hints.scan(list.text, literal, marks)
      notePlace(literal, written: range)
    }
    list.add(Node(kind, text: literal, source: text.fileRange(range)))
  }

  private mutating func notePlace(_ literal: ByteRange, written: Range<Int>) {
    let place = TextPlace(node: list.count, written: written, isExact: literal.count == written.count)
    textPlaces.append(place)
    guard !place.isExact, hints.hasMark else { return }
    var escaped: [Int] = []
    place.forEachEscaped(in: list.text[literal.range], text.bytes) { offset in
      if marks.contains(list.text[offset]) { escaped.append(offset) }
    }
    escapedMarks += escaped
  }

  /// Applies the extensions to the inlines of the block that is about to be closed, if it may contain any.
  private mutating func finishInlines() {
    guard !hints.isEmpty else { return }
    let events = inlineEvents()
    guard !events.isEmpty else { return }
    var rewriter = InlineRewriter(
      &list, &text, block: block, events: events, places: textPlaces, placeholders: placeholders)
    rewriter.run()
    rewriter.finish(into: &list, &text)
    undefinedFootnotes += rewriter.undefinedFootnotes
  }

  /// A function of its own, because a scan that is still alive would make the rewriter copy all nodes.
  private func inlineEvents() -> [InlineEvent] {
    var scan = InlineScan(
      list, block: block, placeholders: placeholders, findsAddresses: readsGitHub && hints.hasLink,
      marks: marks, escaped: escapedMarks)
    return scan.run()
  }

  private mutating func openLink(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let destination = node.withDestination { restored($0) }
    let title = node.withTitle { restored($0) }
    let start = linkStart(node, kind)
    lastOffset = start
    list.open(Node(kind, text: destination, extra: title, source: text.fileRange(start..<start)))
  }

  /// libcmark gives a link the line of its end and the column of its start, and gives an autolink a wrong column even
  /// on its first line. The place of the first child is right.
  private mutating func linkStart(_ node: borrowing CMarkNode, _ kind: NodeKind) -> Int {
    let child = node.firstChildStart
    if let child {
      let inner = places.offset(line: child.line, column: child.column, in: text, containers)
      if inner > 0, inner <= text.bytes.count, text.bytes[inner - 1] == ASCII.less { return inner - 1 }
    }
    let own = places.offset(
      line: child?.line ?? places.current, column: node.startColumn, in: text, containers)
    return Self.clamp(own, to: blockRange)
  }

  /// Ends the link after the brackets and parentheses that follow its last child.
  private mutating func closeLink(_ node: borrowing CMarkNode) {
    guard let index = list.open.last else { return }
    if let end = LinkEnd(in: text, containers, limit: blockRange.upperBound).find(from: lastOffset) {
      for line in text.linesEnding(before: end.offset, count: end.uncountedLines) {
        passLineEnd(of: line, isCounted: false)
      }
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

extension [Int32] {
  /// The element at `index` or, outside the bounds, the nearest element; 0 if the array is empty.
  fileprivate subscript(clamped index: Int) -> Int32 {
    isEmpty ? 0 : self[Swift.max(0, Swift.min(index, count - 1))]
  }
}
