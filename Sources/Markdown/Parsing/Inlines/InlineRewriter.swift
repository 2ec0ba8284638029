/// Rewrites the inlines of a block, with the nodes of the extensions in place of parts of its texts.
///
/// The nodes of the extensions are added by the two functions at the end.
struct InlineRewriter {
  var list: NodeList
  let placeholders: Placeholders
  /// The ranges in the file of references to footnotes that are not defined.
  private(set) var undefinedFootnotes: [ByteRange] = []
  private let old: [Node]
  private let base: Int
  private let events: [InlineEvent]
  private var text = MarkdownText(bytes: [], startingAt: 0)
  private let places: [TextPlace]
  private var nextPlace = 0
  private var nextEvent = 0
  /// The ends of the old nodes that are open, and whether each one is a link or image.
  private var ends: [(end: Int, isLink: Bool)] = []
  private var openLinks = 0

  /// Whether the next node is inside a link or an image.
  var isInLink: Bool { openLinks > 0 }

  /// Moves the nodes out of `list` and the bytes out of `text`; `finish` moves them back.
  init(
    _ list: inout NodeList, _ text: inout MarkdownText, block: Int, events: [InlineEvent],
    places: [TextPlace], placeholders: Placeholders
  ) {
    base = block + 1
    old = Array(list.nodes[base...])
    self.list = NodeList(textCapacity: 0)
    self.places = places
    swap(&self.list, &list)
    swap(&self.text, &text)
    self.list.removeNodes(from: base)
    self.events = events
    self.placeholders = placeholders
  }

  mutating func run() {
    for (position, node) in old.enumerated() {
      let index = base + position
      closeNodes(endingAt: index)
      if node.kind == .text {
        write(node, index)
      } else if Int(node.end) > index + 1 || Self.mayHaveChildren(node.kind) {
        let isLink = node.kind == .link || node.kind == .image
        ends.append((Int(node.end), isLink))
        if isLink { openLinks += 1 }
        list.open(node)
      } else {
        list.add(node)
      }
    }
    closeNodes(endingAt: base + old.count)
  }

  mutating func finish(into list: inout NodeList, _ text: inout MarkdownText) {
    swap(&self.list, &list)
    swap(&self.text, &text)
  }

  private static func mayHaveChildren(_ kind: NodeKind) -> Bool {
    kind == .emphasis || kind == .strong || kind == .link || kind == .image
  }

  private mutating func closeNodes(endingAt index: Int) {
    while let last = ends.last, last.end <= index {
      ends.removeLast()
      if last.isLink { openLinks -= 1 }
      list.close()
    }
  }

  private mutating func write(_ node: Node, _ index: Int) {
    while nextPlace < places.count, places[nextPlace].node < index { nextPlace += 1 }
    var start = Int(node.text.start)
    while nextEvent < events.count, events[nextEvent].node == index {
      let event = events[nextEvent]
      nextEvent += 1
      writeText(start..<event.range.lowerBound, of: node)
      write(event, of: node)
      start = event.range.upperBound
    }
    writeText(start..<Int(node.text.end), of: node)
  }

  private mutating func writeText(_ range: Range<Int>, of node: Node) {
    guard !range.isEmpty else { return }
    let text = ByteRange(range.lowerBound, range.upperBound)
    list.addText(text, source: source(of: range, in: node))
  }

  /// The range in the file of a part of a text node.
  private mutating func source(of range: Range<Int>, in node: Node) -> ByteRange {
    guard nextPlace < places.count else { return node.source }
    let literal = list.text[node.text.range]
    let start = places[nextPlace].offset(of: range.lowerBound, in: literal, text.bytes)
    let end = places[nextPlace].offset(of: range.upperBound, in: literal, text.bytes)
    return text.fileRange(start..<max(start, end))
  }

  // MARK: The nodes of the extensions

  private mutating func write(_ event: InlineEvent, of node: Node) {
    switch event.kind {
    case .placeholder(let index): write(placeholders.replacements[index])
    case .markStart(let kind): list.open(Node(kind, source: source(of: event.range, in: node)))
    case .markEnd:
      if let open = list.open.last {
        list[open].source.end = max(list[open].source.start, source(of: event.range, in: node).end)
      }
      list.close()
    case .autolink(let scheme):
      let text = ByteRange(event.range.lowerBound, event.range.upperBound)
      write(address: text, scheme, source: source(of: event.range, in: node))
    }
  }

  private mutating func write(_ replacement: Placeholders.Replacement) {
    let source = replacement.source
    switch replacement.kind {
    case .wikilink(let link): write(link, source: source)
    case .footnote(let index):
      list.add(Node(.footnoteReference, detail: Int32(truncatingIfNeeded: index), source: source))
    case .undefinedFootnote:
      undefinedFootnotes.append(source)
      list.addText(list.store(placeholders.text[replacement.written]), source: source)
    case .autolink(let scheme):
      write(address: list.store(placeholders.text[replacement.written]), scheme, source: source)
    case .literal: list.addText(list.store(placeholders.text[replacement.written]), source: source)
    }
  }
}
