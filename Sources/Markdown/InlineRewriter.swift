/// Writes the inlines of a block anew, with events in place of stretches of its texts.
struct InlineRewriter {
  private var list: NodeList
  /// The file's range of references to footnotes that are not defined.
  private(set) var undefined: [ByteRange] = []
  private let old: [Node]
  private let base: Int
  private let events: [InlineEvent]
  private let placeholders: Placeholders
  private var text = MarkdownText(bytes: [], startingAt: 0)
  private let places: [TextPlace]
  private var nextPlace = 0
  private var nextEvent = 0
  /// Ends of the old nodes that are open, and how many of them are links or images.
  private var ends: [(end: Int, isLink: Bool)] = []
  private var links = 0

  /// Takes the nodes and the text out of `list` and `text`; `finish` gives them back.
  init(
    _ list: inout NodeList, _ text: inout MarkdownText, block: Int, events: [InlineEvent],
    places: [TextPlace],
    placeholders: Placeholders
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
      } else if Int(node.end) > index + 1 || node.kind == .emphasis || node.kind == .strong
        || node.kind == .link
        || node.kind == .image
      {
        let isLink = node.kind == .link || node.kind == .image
        ends.append((Int(node.end), isLink))
        if isLink { links += 1 }
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

  private mutating func closeNodes(endingAt index: Int) {
    while let last = ends.last, last.end <= index {
      ends.removeLast()
      if last.isLink { links -= 1 }
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

  /// The file's range of a stretch of a text node.
  private mutating func source(of range: Range<Int>, in node: Node) -> ByteRange {
    guard nextPlace < places.count else { return node.source }
    let literal = list.text[node.text.range]
    let start = places[nextPlace].offset(of: range.lowerBound, in: literal, text.bytes)
    let end = places[nextPlace].offset(of: range.upperBound, in: literal, text.bytes)
    return text.fileRange(start..<max(start, end))
  }

  private mutating func write(_ event: InlineEvent, of node: Node) {
    switch event.kind {
    case .placeholder(let index): write(placeholders.stretches[index])
    case .strikethroughStart: list.open(Node(.strikethrough, source: source(of: event.range, in: node)))
    case .strikethroughEnd:
      if let open = list.open.last { list[open].source.end = source(of: event.range, in: node).end }
      list.close()
    case .autolink(let scheme):
      let text = Array(list.text[event.range])
      let start: StaticString = scheme == .http ? "http://" : scheme == .mailto ? "mailto:" : ""
      let destination = list.keep(
        Array(UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)) + text)
      let source = source(of: event.range, in: node)
      list.open(Node(.link, text: destination, source: source))
      list.add(Node(.text, text: ByteRange(event.range.lowerBound, event.range.upperBound), source: source))
      list.close()
    }
  }

  private mutating func writeLink(_ text: ByteRange, _ scheme: Autolink.Scheme, source: ByteRange) {
    let start: StaticString = scheme == .http ? "http://" : scheme == .mailto ? "mailto:" : ""
    let prefix = UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)
    let destination = scheme == .none ? text : list.keep(Array(prefix) + list.text[text.range])
    list.open(Node(.link, text: destination, source: source))
    list.add(Node(.text, text: text, source: source))
    list.close()
  }

  private mutating func write(_ stretch: Placeholders.Stretch) {
    switch stretch.meaning {
    case .wikilink(let target, let shown, let isEmbed):
      guard links == 0 else {
        return list.addText(list.keep(placeholders.text[shown ?? target]), source: stretch.source)
      }
      let target = list.keep(placeholders.text[target])
      let shown = shown.map { list.keep(placeholders.text[$0]) } ?? .empty
      list.add(Node(.wikilink, flag: isEmbed, text: target, extra: shown, source: stretch.source))
    case .footnote(let index):
      list.add(Node(.footnoteReference, detail: Int32(truncatingIfNeeded: index), source: stretch.source))
    case .autolink(let scheme):
      let text = list.keep(placeholders.text[stretch.written])
      if links == 0 {
        writeLink(text, scheme, source: stretch.source)
      } else {
        list.addText(text, source: stretch.source)
      }
    case .undefinedFootnote:
      undefined.append(stretch.source)
      list.addText(list.keep(placeholders.text[stretch.written]), source: stretch.source)
    case .itself:
      list.addText(list.keep(placeholders.text[stretch.written]), source: stretch.source)
    }
  }
}
