import Text

/// A part of a text node that becomes another node, or the mark at the start or end of one.
struct InlineEvent {
  enum Kind {
    /// An index into `Placeholders.replacements`.
    case placeholder(Int)
    case autolink(Autolink.Scheme)
    /// The first mark of a pair, and the kind of node that the pair gives.
    case markStart(NodeKind)
    case markEnd
  }

  let kind: Kind
  /// The index of the text node.
  let node: Int
  /// The range in the nodes' text.
  let range: Range<Int>
}

/// Searches the texts of one block for placeholders, bare addresses and paired marks.
struct InlineScan {
  private let list: NodeList
  private let block: Int
  private let placeholders: Placeholders
  private let findsAddresses: Bool
  private var events: [InlineEvent] = []
  private let marks: PairedMarks
  private var runs: PairedMarkRuns

  /// - Parameters:
  ///   - findsAddresses: whether bare addresses are links, and the block may contain some.
  ///   - escaped: the offsets of characters of marks that come from an escape or an entity.
  init(
    _ list: NodeList, block: Int, placeholders: Placeholders, findsAddresses: Bool, marks: PairedMarks,
    escaped: [Int]
  ) {
    self.list = list
    self.block = block
    self.placeholders = placeholders
    self.findsAddresses = findsAddresses
    self.marks = marks
    runs = PairedMarkRuns(list, block: block, marks: marks, escaped: escaped)
  }

  /// The events of the block, in order.
  mutating func run() -> [InlineEvent] {
    var linkEnd = 0
    for index in block + 1..<max(block + 1, list.count) {
      let node = list[index]
      switch node.kind {
      case .link, .image: linkEnd = max(linkEnd, Int(node.end))
      case .text: search(index, node, inLink: index < linkEnd)
      default: break
      }
    }
    let pairs = runs.matched()
    guard !pairs.isEmpty else { return events }
    return (events + pairs).sorted {
      ($0.node, $0.range.lowerBound) < ($1.node, $1.range.lowerBound)
    }
  }

  private mutating func search(_ index: Int, _ node: Node, inLink: Bool) {
    list.text.withUnsafeBufferPointer { bytes in
      let (first, second, hasOthers) = (marks.first, marks.second, marks.hasOthers)
      let range = node.text.range
      var start = range.lowerBound
      var offset = start
      /// The end of the bytes that may be of interest.
      var examined = start
      while offset < range.upperBound {
        if offset >= examined, offset + 16 < range.upperBound {
          examined = offset + 16
          if !InlineHints.mayMatch(UnsafeRawBufferPointer(bytes), at: offset, marks) {
            offset = examined
            continue
          }
        }
        if let event = event(bytes, index, offset, range, after: start, inLink: inLink) {
          events.append(event)
          start = event.range.upperBound
          offset = start
        } else if bytes[offset] == first || (hasOthers && bytes[offset] == second) {
          offset = runs.note(bytes, index, offset, range)
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
      return InlineEvent(kind: .placeholder(found.index), node: index, range: offset..<found.end)
    case ASCII.colon, ASCII.at, UInt8(ascii: "w"):
      guard findsAddresses, !inLink else { return nil }
      let mayStart = offset > range.lowerBound || mayStartAddress(index)
      guard let link = Autolink.find(bytes, range, at: offset, after: start, mayStart: mayStart) else {
        return nil
      }
      return InlineEvent(kind: .autolink(link.scheme), node: index, range: link.range)
    default: return nil
    }
  }

  /// Whether an address may start with the text node: after a line end or at the edge of emphasis.
  private func mayStartAddress(_ index: Int) -> Bool {
    let before = list[index - 1].kind
    if Int(list[index - 1].end) > index { return before != .link && before != .image }
    return before != .code && before != .htmlInline && before != .text
  }
}

/// What the texts of a block may contain, so that most blocks do not need an `InlineScan`.
struct InlineHints {
  private(set) var hasMark = false
  private(set) var hasLink = false
  private(set) var hasPlaceholder = false

  var isEmpty: Bool { !hasMark && !hasLink && !hasPlaceholder }

  /// Adds the hints of one text.
  mutating func scan(_ bytes: [UInt8], _ range: ByteRange, _ marks: PairedMarks) {
    bytes.withUnsafeBytes { buffer in
      var index = Int(range.start)
      let end = Int(range.end)
      while index + 16 < end {
        if Self.mayMatch(buffer, at: index, marks) { scan(buffer, index..<index + 16, end, marks) }
        index += 16
      }
      scan(buffer, index..<end, end, marks)
    }
  }

  /// Whether sixteen bytes, after which there is another one, contain a mark, `@`, a colon, `ww` in any case or the first byte
  /// of a placeholder. Few do.
  @inline(__always)
  static func mayMatch(_ text: UnsafeRawBufferPointer, at index: Int, _ marks: PairedMarks) -> Bool {
    let (bytes, next) = (SixteenBytes(text, at: index), SixteenBytes(text, at: index + 1))
    let signs = bytes.equal(marks.first) .| bytes.equal(marks.second) .| bytes.equal(ASCII.at)
    let others = bytes.equal(ASCII.colon) .| bytes.equal(0xEF)
    let w = UInt8(ascii: "w")
    return !(signs .| others .| (bytes.lowered.equal(w) .& next.lowered.equal(w))).isEmpty
  }

  private mutating func scan(
    _ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ end: Int, _ marks: PairedMarks
  ) {
    for index in range {
      switch buffer[index] {
      case marks.first, marks.second: hasMark = true
      case ASCII.at, ASCII.colon: hasLink = true
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        if index + 1 < end, buffer[index + 1] | 0x20 == UInt8(ascii: "w") { hasLink = true }
      case 0xEF: hasPlaceholder = true
      default: break
      }
    }
  }
}
