/// A list of nodes under construction, in pre-order, with the buffer that their texts point into.
struct NodeList {
  private(set) var nodes: [Node] = []
  var text: [UInt8] = []
  /// Indices of the nodes that are not yet closed, outermost first.
  private(set) var open: [Int] = []

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

  /// Takes all nodes from `index` on out of the list.
  mutating func removeNodes(from index: Int) { nodes.removeSubrange(index...) }
}
