/// A parsed Markdown document: a flat pre-order list of nodes over one buffer of text.
///
/// It never changes, and is shared rather than copied when passed on.
package final class Document: Sendable {
  /// All nodes in pre-order; `nodes[0]` is the root, of kind `.document`.
  package let nodes: [Node]
  /// The bytes that `Node.text` and `Node.extra` point into; valid UTF-8.
  package let text: [UInt8]
  /// The shapes of the tables, in order of appearance; `Node.detail` of a table is an index into it.
  package let tables: [TableShape]

  /// The footnotes that are referred to, by number: `footnotes[number - 1]`.
  package let footnotes: [FootnoteShape]

  package init(nodes: [Node], text: [UInt8], tables: [TableShape], footnotes: [FootnoteShape] = []) {
    self.nodes = nodes
    self.text = text
    self.tables = tables
    self.footnotes = footnotes
  }

  /// The text of a range, as a string.
  package func string(_ range: ByteRange) -> String {
    String(decoding: text[range.range], as: UTF8.self)
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> ChildIndices { ChildIndices(document: self, parent: index) }

  /// The readable text of a subtree: texts and codes joined, breaks as one space, no markup, no footnote
  /// numbers, wikilinks as their shown text or target.
  package func plainText(of index: Int) -> String {
    var bytes: [UInt8] = []
    for node in nodes[index..<Int(nodes[index].end)] {
      switch node.kind {
      case .text, .code: bytes += text[node.text.range]
      case .wikilink: bytes += text[(node.extra.isEmpty ? node.text : node.extra).range]
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The children of a node, as indices into `Document.nodes`.
package struct ChildIndices: Sequence, IteratorProtocol {
  private let document: Document
  private var following: Int
  private let end: Int

  init(document: Document, parent: Int) {
    self.document = document
    following = parent + 1
    end = Int(document.nodes[parent].end)
  }

  package mutating func next() -> Int? {
    guard following < end else { return nil }
    defer { following = Int(document.nodes[following].end) }
    return following
  }
}

/// What the delimiter row and the caption of a table say.
package struct TableShape: Sendable, Hashable {
  /// One entry a column.
  package let alignments: [ColumnAlignment]
  /// The identifier of the caption's `{#id …}`; nil without one.
  package let id: String?
  /// The classes of the caption's `{… .class}`, in order, without full stops.
  package let classes: [String]

  package init(alignments: [ColumnAlignment], id: String? = nil, classes: [String] = []) {
    self.alignments = alignments
    self.id = id
    self.classes = classes
  }
}

/// A footnote's label, and where it is referred to.
package struct FootnoteShape: Sendable, Hashable {
  /// The label as its definition has it, in `Document.text`.
  package let label: ByteRange
  /// The nodes that refer to it, as indices into `Document.nodes`, ascending; never empty.
  package let references: [Int32]

  package init(label: ByteRange, references: [Int32]) {
    self.label = label
    self.references = references
  }

  /// The 1-based place of a referring node among the references; 1 when it is none of them.
  package func ordinal(of node: Int) -> Int {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(references[middle]) < node { low = middle + 1 } else { high = middle }
    }
    return low < references.count && Int(references[low]) == node ? low + 1 : 1
  }
}

/// How a column's text is set.
package enum ColumnAlignment: UInt8, Sendable, Hashable {
  case none, left, center, right
}
