import Text

/// Document in, HTML out, as CommonMark and GitHub write it.
///
/// A caller that wants some nodes written otherwise (links resolved, headings with anchors, tables as
/// comparisons) gives a rule, which is asked at each node.
package struct HTMLRenderer {
  /// What a rule has done with a node.
  package enum Answer {
    /// Nothing: write the node as usual.
    case standard
    /// Everything, its children included.
    case done
    /// Its opening; the children follow as usual, then these bytes.
    case opened(closing: [UInt8])
  }

  /// Asked at each node before it is written: the renderer (append to `output`) and the node's index.
  package typealias Rule = (_ renderer: inout HTMLRenderer, _ index: Int) -> Answer

  package let document: Document
  /// Raw HTML is passed through; else only the short list of harmless tags is, comments are dropped, and the rest
  /// is escaped.
  package let trustsHTML: Bool
  /// Links with any scheme are passed through; else only http, https, mailto, tel and relative ones.
  package let trustsLinks: Bool
  /// Stands between `fn-` or `fnref-` and the label in the ids of footnotes, so that several documents can share
  /// a page; empty by default.
  package var footnotePrefix: [UInt8] = []
  /// Stands in the opening tag of each code block, with a space before it; empty by default.
  package var codeBlockAttributes: [UInt8] = []
  /// The HTML so far.
  package var output: [UInt8] = []

  package init(_ document: Document, trustsHTML: Bool = false, trustsLinks: Bool = false) {
    self.document = document
    self.trustsHTML = trustsHTML
    self.trustsLinks = trustsLinks
  }

  /// Writes the subtree of `index` (0: the whole document, footnotes last).
  package mutating func render(_ index: Int, rule: Rule? = nil) {
    let needsParent = Self.dependsOnParent(document.nodes[index].kind)
    render(
      index..<Int(document.nodes[index].end), of: needsParent ? parent(of: index) : nil, rule: rule)
  }

  /// Writes the children of `index`, not the node itself.
  package mutating func renderChildren(of index: Int, rule: Rule? = nil) {
    render(index + 1..<Int(document.nodes[index].end), of: index, rule: rule)
  }

  /// A node that is open, and what is to be written at its end.
  struct Frame {
    let index: Int
    let end: Int
    let kind: NodeKind
    /// A list with tight items, or an item of one: paragraphs directly below an item are written bare.
    let isTight: Bool
    /// Index into `Document.tables` in a table and its rows; -1 elsewhere.
    let table: Int32
    /// nil: as usual for `kind`.
    let closing: [UInt8]?
  }

  private mutating func render(_ range: Range<Int>, of parent: Int?, rule: Rule?) {
    var frames: [Frame] = []
    let outermost = parent.map { frame(of: $0) }
    var index = range.lowerBound
    while index < range.upperBound {
      while let frame = frames.last, frame.end <= index {
        close(frames.removeLast(), in: frames.last ?? outermost)
      }
      index = write(index, in: &frames, outermost: outermost, end: range.upperBound, rule: rule)
    }
    while let frame = frames.popLast() { close(frame, in: frames.last ?? outermost) }
  }

  /// Writes one node, or its opening; returns the index of the next one to write.
  private mutating func write(
    _ index: Int, in frames: inout [Frame], outermost: Frame?, end: Int, rule: Rule?
  ) -> Int {
    let node = document.nodes[index]
    let inner = frames.last ?? outermost
    if node.kind == .footnoteDefinition, index > 0, inner?.kind == .document { openFootnotes(index) }
    if let rule {
      switch rule(&self, index) {
      case .standard: break
      case .done: return Int(node.end)
      case .opened(let closing):
        frames.append(frame(index, in: inner, closing: closing))
        return index + 1
      }
    }
    guard open(node, index, in: inner) else { return Int(node.end) }
    frames.append(frame(index, in: inner, closing: nil))
    return index + 1
  }

  private func frame(_ index: Int, in parent: Frame?, closing: [UInt8]?) -> Frame {
    let node = document.nodes[index]
    let table = node.kind == .table ? node.detail : node.kind == .tableRow ? parent?.table ?? -1 : -1
    return Frame(
      index: index, end: Int(node.end), kind: node.kind, isTight: isTight(node, in: parent), table: table,
      closing: closing)
  }

  /// Nodes of this kind are written in a way that depends on what they stand in.
  private static func dependsOnParent(_ kind: NodeKind) -> Bool {
    switch kind {
    case .paragraph, .listItem, .tableRow, .tableCell, .footnoteDefinition: true
    default: false
    }
  }

  private func isTight(_ node: Node, in parent: Frame?) -> Bool {
    switch node.kind {
    case .bulletList, .orderedList: node.flag
    case .listItem: parent?.isTight ?? false
    default: false
    }
  }

  private func frame(of index: Int) -> Frame {
    let kind = document.nodes[index].kind
    let outer =
      kind == .listItem || kind == .tableRow
      ? parent(of: index).map { frame($0, in: nil, closing: nil) } : nil
    return frame(index, in: outer, closing: nil)
  }

  /// The node that `index` is a child of; nil for the root.
  private func parent(of index: Int) -> Int? {
    document.nodes[..<index].lastIndex { Int($0.end) > index }
  }

  // MARK: Pieces

  mutating func write(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Starts a new line unless one has just started.
  mutating func startLine() {
    if let last = output.last, last != ASCII.newline { output.append(ASCII.newline) }
  }

  /// Appends a text of the document, escaped.
  package mutating func writeText(_ range: ByteRange) {
    HTMLEscape.append(document.text[range.range], to: &output)
  }

  mutating func writeNumber(_ number: some BinaryInteger) { output.append(contentsOf: String(number).utf8) }
}
