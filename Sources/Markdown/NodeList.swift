/// A list of nodes under construction, in pre-order, with the buffer that their texts point into.
struct NodeList {
  fileprivate(set) var nodes: [Node] = []
  var text: [UInt8] = []
  /// Indices of the nodes that are not yet closed, outermost first.
  private(set) var open: [Int] = []

  /// The text that was added last, while nothing was opened or closed since.
  private var openText: Int?

  init(textCapacity: Int) {
    text.reserveCapacity(textCapacity)
    nodes.reserveCapacity(textCapacity / 16 + 16)
  }

  var count: Int { nodes.count }
  var depth: Int { open.count }
  subscript(_ index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// Opens a node: what is added until `close` becomes its subtree.
  mutating func open(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
  }

  /// Closes the node that was opened last; its source grows to hold its last child's.
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

  /// Keeps bytes and says where they are.
  mutating func keep(_ bytes: some Collection<UInt8>) -> ByteRange {
    let start = text.count
    text.append(contentsOf: bytes)
    return ByteRange(start, text.count)
  }

  /// Adds a text, or lets the text before it go on when their bytes can be made neighbours.
  mutating func addText(_ range: ByteRange, source: ByteRange) {
    if let last = openText, last == nodes.count - 1 {
      if Int(nodes[last].text.end) != Int(range.start) {
        nodes[last].text = keep(Array(text[nodes[last].text.range] + text[range.range]))
      } else {
        nodes[last].text.end = range.end
      }
      nodes[last].source.end = max(nodes[last].source.end, source.end)
    } else {
      add(Node(.text, text: range, source: source))
      openText = nodes.count - 1
    }
  }

  /// Puts `new`, whose ends are right for their new place, in place of the nodes in `range`; moves the ends of the
  /// nodes after it. Nodes before it keep theirs.
  mutating func replace(_ range: Range<Int>, with new: [Node]) {
    let shift = Int32(truncatingIfNeeded: new.count - range.count)
    nodes.replaceSubrange(range, with: new)
    guard shift != 0 else { return }
    for index in range.lowerBound + new.count..<nodes.count { nodes[index].end += shift }
  }

  /// Takes all nodes from `index` on out of the list.
  mutating func removeNodes(from index: Int) { nodes.removeSubrange(index...) }
}
