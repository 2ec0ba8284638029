import Diagnostics

/// Makes text of the links and the references to footnotes beyond the limits of a file.
///
/// A link becomes its label, a wikilink the text that it shows, and a reference the characters in the file. Images are not links.
struct ReferenceLimit {
  private let maximumLinks: Int
  private let maximumFootnotes: Int
  private var links = 0
  private var footnotes = 0
  /// The place in the file of the first link that became text; nil: all links are within the limit.
  private(set) var firstLink: ByteRange?
  /// The place in the file of the first reference that became text; nil: all references are within the limit.
  private(set) var firstFootnote: ByteRange?

  init(_ limits: Limits) {
    maximumLinks = limits[.links]
    maximumFootnotes = limits[.footnotes]
  }

  /// - Parameters:
  ///   - nodes: all nodes of a document.
  ///   - text: the text that the nodes refer to; receives the characters of the references that become text.
  ///   - source: the bytes of the file.
  mutating func apply(to nodes: inout [Node], text: inout [UInt8], source: [UInt8]) {
    guard nodes.count > min(maximumLinks, maximumFootnotes) else { return }
    var dropped: [Int] = []
    for index in nodes.indices {
      switch nodes[index].kind {
      case .link where isBeyondLimit(link: nodes[index]): dropped.append(index)
      case .wikilink where isBeyondLimit(link: nodes[index]): nodes[index].becomeText()
      case .footnoteReference where isBeyondLimit(footnote: nodes[index]):
        let written = source[nodes[index].source.range]
        nodes[index].becomeText(ByteRange(text.count, text.count + written.count))
        text += written
      default: break
      }
    }
    if !dropped.isEmpty { Self.remove(dropped, from: &nodes) }
  }

  private mutating func isBeyondLimit(link node: Node) -> Bool {
    links += 1
    guard links > maximumLinks else { return false }
    firstLink = firstLink ?? node.source
    return true
  }

  private mutating func isBeyondLimit(footnote node: Node) -> Bool {
    footnotes += 1
    guard footnotes > maximumFootnotes else { return false }
    firstFootnote = firstFootnote ?? node.source
    return true
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
