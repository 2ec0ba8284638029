/// A list of nodes in pre-order that is being built, with the buffer that contains their texts.
struct NodeList {
  fileprivate(set) var nodes: [Node] = []
  var text: [UInt8] = []
  /// The indices of the open nodes, outermost first.
  private(set) var open: [Int] = []

  /// The index of the last text that was added, if nothing has been closed since.
  private var openText: Int?

  init(textCapacity: Int) {
    text.reserveCapacity(textCapacity)
    // Unused pages of a large reservation cost nothing; copying the list as it grows would.
    nodes.reserveCapacity(textCapacity < 200_000 ? textCapacity / 16 + 16 : textCapacity / 4 * 3)
  }

  var count: Int { nodes.count }
  var depth: Int { open.count }
  subscript(_ index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// Opens a node. Nodes added until it is closed become its subtree.
  mutating func open(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
  }

  /// Closes the node that was opened last.
  mutating func close() {
    openText = nil
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
  }

  /// Adds a node without children.
  mutating func add(_ node: Node) {
    var node = node
    node.end = Int32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(node)
  }

  /// Appends bytes to the text and returns their range.
  mutating func store(_ bytes: some Collection<UInt8>) -> ByteRange {
    let start = text.count
    text.append(contentsOf: bytes)
    return ByteRange(start, text.count)
  }

  /// Adds a text, or appends it to the text before it if nothing was opened or closed in between.
  mutating func addText(_ range: ByteRange, source: ByteRange) {
    if let last = openText, last == nodes.count - 1 {
      nodes[last].text = joined(nodes[last].text, range)
      nodes[last].source.end = max(nodes[last].source.end, source.end)
    } else {
      add(Node(.text, text: range, source: source))
      openText = nodes.count - 1
    }
  }

  /// The range of two texts as one. A text that was joined before is at the end of the buffer, so that joining it again
  /// copies only the new bytes.
  private mutating func joined(_ first: ByteRange, _ second: ByteRange) -> ByteRange {
    if first.end == second.start { return ByteRange(Int(first.start), Int(second.end)) }
    guard Int(first.end) == text.count else { return store(Array(text[first.range] + text[second.range])) }
    text.append(contentsOf: Array(text[second.range]))
    return ByteRange(Int(first.start), text.count)
  }

  /// Replaces the nodes in `range` by `new`, whose ends must already be correct, and moves the ends of the
  /// nodes after them. The ends of the nodes before them do not change.
  mutating func replace(_ range: Range<Int>, with new: [Node]) {
    let shift = Int32(truncatingIfNeeded: new.count - range.count)
    nodes.replaceSubrange(range, with: new)
    guard shift != 0 else { return }
    for index in range.lowerBound + new.count..<nodes.count { nodes[index].end += shift }
  }

  /// Removes all nodes from `index` on.
  mutating func removeNodes(from index: Int) { nodes.removeSubrange(index...) }
}
