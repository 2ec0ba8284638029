import Diagnostics

/// Makes text of the links and the references to footnotes beyond the limits of a file.
///
/// A link becomes its label, a wikilink the text that it shows, and a reference the characters in the file. Images are not links.
struct ReferenceLimit {
  /// Counts the links or the references of a document.
  struct Count {
    let maximum: Int
    private var found = 0
    /// The place in the file of the first one beyond the limit; nil: there are no more than allowed.
    private(set) var firstBeyond: ByteRange?

    fileprivate init(maximum: Int) { self.maximum = maximum }

    /// Counts another one, and returns whether it is beyond the limit.
    fileprivate mutating func isBeyond(_ node: Node) -> Bool {
      found += 1
      guard found > maximum else { return false }
      firstBeyond = firstBeyond ?? node.source
      return true
    }
  }

  private(set) var links: Count
  private(set) var footnotes: Count

  init(_ limits: Limits) {
    links = Count(maximum: limits[.links])
    footnotes = Count(maximum: limits[.footnotes])
  }

  /// - Parameters:
  ///   - nodes: all nodes of a document.
  ///   - text: the text that the nodes refer to; receives the characters of the references that become text.
  ///   - source: the bytes of the file.
  mutating func apply(to nodes: inout [Node], text: inout [UInt8], source: [UInt8]) {
    guard nodes.count > min(links.maximum, footnotes.maximum) else { return }
    var dropped: [Int] = []
    for index in nodes.indices {
      switch nodes[index].kind {
      case .link where links.isBeyond(nodes[index]): dropped.append(index)
      case .wikilink where links.isBeyond(nodes[index]): nodes[index].becomeText()
      case .footnoteReference where footnotes.isBeyond(nodes[index]):
        let written = source[nodes[index].source.range]
        nodes[index].becomeText(ByteRange(text.count, text.count + written.count))
        text += written
      default: break
      }
    }
    if !dropped.isEmpty { Self.remove(dropped, from: &nodes) }
  }

  /// Removes nodes, but not their subtrees.
  ///
  /// - Parameter dropped: the indices, in ascending order.
  private static func remove(_ dropped: [Int], from nodes: inout [Node]) {
    /// For each index, the number of removed nodes before it.
    var shifts = [Int32](repeating: 0, count: nodes.count + 1)
    for index in dropped { shifts[index + 1] = 1 }
    for index in nodes.indices { shifts[index + 1] += shifts[index] }
    var kept: [Node] = []
    kept.reserveCapacity(nodes.count - dropped.count)
    for index in nodes.indices where shifts[index] == shifts[index + 1] {
      var node = nodes[index]
      node.end -= shifts[Int(node.end)]
      kept.append(node)
    }
    nodes = kept
  }
}

extension Node {
  fileprivate mutating func becomeText() { becomeText(extra.isEmpty ? text : extra) }

  fileprivate mutating func becomeText(_ range: ByteRange) {
    self = Node(.text, end: end, text: range, source: source)
  }
}
