/// Copies libcmark's tree into nodes, folding the planned cells back into tables.
struct DocumentReader: CMarkVisitor {
  /// Blocks and inlines nested deeper than this are not read.
  static let deepest = 200

  var list: NodeList
  var text: MarkdownText
  let plan: TablePlan
  let placeholders: Placeholders
  /// So many block quotes at the start are the definitions of footnotes.
  let footnotes: Int
  let readsTasks: Bool
  let readsSite: Bool
  /// The shapes of the tables, in order.
  var shapes: [TableShape]
  /// The table that was closed last.
  var lastTable: Int?
  /// Block quotes whose first paragraph would be a callout's, were its mark not escaped.
  private var plainQuotes: Set<Int> = []
  private var footnotesRead = 0
  var containers = ContainerStack()
  var places = InlinePlaces()
  /// The block whose inlines are being read, and its bytes in `text`.
  var block = 0
  var blockRange = 0..<0
  /// Where the inline that was read last ends, in `text`.
  var lastOffset = 0
  /// The offsets of the block's tildes that come from an escape or an entity, in the nodes' text.
  var inertTildes: [Int] = []
  /// Where the block's texts are written.
  var textPlaces: [TextPlace] = []
  /// The file's ranges of references to footnotes that are not defined.
  var undefinedFootnotes: [ByteRange] = []
  var signals = InlineSignals()
  /// The number of planned cells that were found.
  private(set) var foundCells = 0
  /// A planned cell was found inside a container.
  private(set) var foundNestedCell = false
  private(set) var isTooDeep = false

  init(
    _ text: MarkdownText, plan: TablePlan, placeholders: Placeholders, footnotes: Int,
    profile: MarkdownProfile
  ) {
    self.text = text
    self.plan = plan
    self.placeholders = placeholders
    self.footnotes = footnotes
    readsTasks = profile.gitHubExtensions
    readsSite = profile.siteExtensions
    shapes = plan.tables.map { TableShape(alignments: $0.alignments) }
    list = NodeList(textCapacity: text.bytes.count)
  }

  mutating func enter(_ node: borrowing CMarkNode) -> Bool {
    let kind = node.kind
    switch kind {
    case .document: list.open(Node(.document))
    case .codeBlock, .htmlBlock, .thematicBreak: addLeafBlock(node, kind)
    case .paragraph, .heading: openTextBlock(node, kind)
    case .blockQuote, .bulletList, .orderedList, .listItem: openContainer(node, kind)
    default: enterInline(node, kind)
    }
    isTooDeep = list.depth > Self.deepest + 1
    return !isTooDeep
  }

  mutating func leave(_ node: borrowing CMarkNode) -> Bool {
    switch node.kind {
    case .blockQuote, .listItem:
      containers.pop()
      if readsSite, let quote = list.open.last, list[quote].kind == .blockQuote,
        plainQuotes.isEmpty || !plainQuotes.contains(quote)
      {
        SiteBlocks.makeCallout(of: quote, in: &list)
      }
      list.close()
    case .paragraph, .heading: closeTextBlock()
    case .link, .image: closeLink(node)
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

  /// The comment that stands where a footnote's definition was taken out.
  private func isFootnoteComment(_ range: ByteRange) -> Bool {
    let comment = FootnoteRewriter.comment
    return range.count <= comment.count + 2 && list.text[range.range].trimmingSpace.elementsEqual(comment)
  }

  /// Keeps bytes as the author wrote them.
  mutating func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    let start = list.text.count
    placeholders.restore(bytes, to: &list.text)
    return ByteRange(start, list.text.count)
  }

  private mutating func openTextBlock(_ node: borrowing CMarkNode, _ kind: NodeKind) {
    let range = range(of: node)
    let startsWithBracket =
      range.lowerBound < text.bytes.count && text.bytes[range.lowerBound] == ASCII.openBracket
    let lastLeaf = startsWithBracket && kind == .paragraph ? node.lastLeafLine : 0
    places.begin(
      firstLine: node.startLine, lastLine: node.endLine, firstColumn: node.startColumn,
      uncounted: lastLeaf > 0 ? max(0, node.endLine - lastLeaf) : 0)
    lastOffset = range.lowerBound
    blockRange = range
    signals = InlineSignals()
    inertTildes = []
    textPlaces.removeAll(keepingCapacity: true)
    if kind == .heading, foundCells < plan.cells.count, plan.cells[foundCells].line == node.startLine - 1 {
      return openCell()
    }
    block = list.count
    var new = Node(kind, source: text.fileRange(range))
    if kind == .heading { new.detail = Int32(truncatingIfNeeded: node.level) }
    list.open(new)
  }

  private mutating func closeTextBlock() {
    finishInlines()
    let source = text.bytes[blockRange]
    if readsTasks { TaskMark.take(from: &list, paragraph: block, source: source) }
    if readsSite, CalloutMark.isEscaped(source), block > 0, list[block - 1].kind == .blockQuote {
      plainQuotes.insert(block - 1)
    }
    let isCell = list[block].kind == .tableCell
    list.close()
    if isCell { closeCell() } else if readsSite { finishSiteParagraph() }
  }

  /// The bytes of a block in `text`.
  private func range(of node: borrowing CMarkNode) -> Range<Int> {
    let lines = text.lines
    let start = min(text.bytes.count, Int(lines[clamped: node.startLine - 1]) + max(1, node.startColumn) - 1)
    let end = min(text.bytes.count, Int(lines[clamped: node.endLine - 1]) + node.endColumn)
    return start..<max(start, end)
  }

  // MARK: Tables

  private mutating func openCell() {
    let cell = plan.cells[foundCells]
    let row = plan.rows[cell.row]
    if foundCells == row.cells.lowerBound {
      if row.number == 0 {
        if list.depth > 1 { foundNestedCell = true }
        let table = plan.tables[row.table]
        list.open(Node(.table, detail: Int32(truncatingIfNeeded: row.table), source: table.source))
      }
      list.open(Node(.tableRow, detail: Int32(truncatingIfNeeded: row.number), source: row.source))
    }
    block = list.count
    list.open(
      Node(
        .tableCell, detail: Int32(truncatingIfNeeded: cell.column),
        text: list.keep(plan.text[cell.mark.range]),
        extra: list.keep(plan.text[cell.attribute.range]), source: cell.source))
    foundCells += 1
  }

  private mutating func closeCell() {
    let cell = plan.cells[foundCells - 1]
    let row = plan.rows[cell.row]
    guard foundCells == row.cells.upperBound else { return }
    let table = plan.tables[row.table]
    let end = ByteRange(Int(row.source.end), Int(row.source.end))
    for column in cell.column + 1..<max(cell.column + 1, table.alignments.count) {
      list.add(Node(.tableCell, detail: Int32(truncatingIfNeeded: column), source: end))
    }
    list.close()
    if cell.row + 1 == table.rows.upperBound {
      lastTable = list.open.last
      list.close()
    }
  }
}

extension [Int32] {
  /// The element at `index`, or the nearest there is; 0 when there is none.
  fileprivate subscript(clamped index: Int) -> Int32 {
    isEmpty ? 0 : self[Swift.max(0, Swift.min(index, count - 1))]
  }
}
