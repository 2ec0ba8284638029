/// Looks through the texts of one block for placeholders, bare addresses and tildes.
struct InlineEvents {
  private let list: NodeList
  private let block: Int
  private let placeholders: Placeholders
  private let findsLinks: Bool
  private var events: [InlineEvent] = []
  private var tildes: TildeRuns

  /// `inert`: the offsets of tildes that come from an escape or an entity.
  init(_ list: NodeList, block: Int, placeholders: Placeholders, signals: InlineSignals, inert: [Int]) {
    self.list = list
    self.block = block
    self.placeholders = placeholders
    findsLinks = signals.hasLink
    tildes = TildeRuns(list, block: block, inert: inert)
  }

  /// The events of the block, in order.
  mutating func find() -> [InlineEvent] {
    var linkEnd = 0
    for index in block + 1..<max(block + 1, list.count) {
      let node = list[index]
      switch node.kind {
      case .link, .image: linkEnd = max(linkEnd, Int(node.end))
      case .text: search(index, node, inLink: index < linkEnd)
      default: break
      }
    }
    let edges = tildes.matched()
    guard !edges.isEmpty else { return events }
    return (events + edges).sorted { ($0.node, $0.range.lowerBound) < ($1.node, $1.range.lowerBound) }
  }

  private mutating func search(_ index: Int, _ node: Node, inLink: Bool) {
    list.text.withUnsafeBufferPointer { bytes in
      let range = node.text.range
      var start = range.lowerBound
      var offset = start
      while offset < range.upperBound {
        if let event = event(bytes, index, offset, range, after: start, inLink: inLink) {
          events.append(event)
          start = event.range.upperBound
          offset = start
        } else if bytes[offset] == ASCII.tilde {
          offset = tildes.note(bytes, index, offset, range)
        } else {
          offset += 1
        }
      }
    }
  }

  private mutating func event(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ offset: Int, _ range: Range<Int>, after start: Int,
    inLink: Bool
  ) -> InlineEvent? {
    switch bytes[offset] {
    case 0xEF:
      guard let found = placeholders.placeholder(bytes, at: offset) else { return nil }
      return InlineEvent(kind: .placeholder(found.stretch), node: index, range: offset..<found.end)
    case ASCII.colon, ASCII.at, UInt8(ascii: "w"):
      guard findsLinks, !inLink else { return nil }
      let isFree = offset > range.lowerBound || isFree(before: index)
      guard let link = Autolink.find(bytes, range, at: offset, after: start, isFree: isFree) else {
        return nil
      }
      return InlineEvent(kind: .autolink(link.scheme), node: index, range: link.range)
    default: return nil
    }
  }

  /// An address may start a text after a line end or the edge of an emphasis.
  private func isFree(before index: Int) -> Bool {
    let before = list[index - 1].kind
    if Int(list[index - 1].end) > index { return before != .link && before != .image }
    return before != .code && before != .htmlInline && before != .text
  }
}
