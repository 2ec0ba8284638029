import Text

/// Renders a document as HTML, the way CommonMark and GitHub do.
///
/// A caller that renders some nodes differently (links resolved, headings with anchors, tables as comparisons)
/// passes a rule, which is called for each node. The extensions render their own nodes in `Extensions/`.
package struct HTMLRenderer {
  /// What a rule did with a node.
  package enum Answer {
    /// Nothing: the renderer writes the node.
    case standard
    /// The rule wrote the node and its children.
    case done
    /// The rule wrote the opening; the renderer writes the children, then `closing`.
    case opened(closing: HTML)
  }

  /// Called for each node before it is written, with the renderer (append to its `output`) and the node's index.
  package typealias Rule = (_ renderer: inout HTMLRenderer, _ index: Int) -> Answer

  /// The document to render.
  package let document: Document
  /// Whether raw HTML is passed through. If not, only the tags of `AllowedHTML` are; comments are dropped and the
  /// rest is escaped.
  package let trustsHTML: Bool
  /// Whether links may have any scheme. If not, only http, https, mailto, tel and relative links are passed through.
  package let trustsLinks: Bool
  /// Inserted between `fn-` or `fnref-` and the label in the ids of footnotes, so that several documents can share
  /// a page; empty by default.
  var footnotePrefix: [UInt8] = []
  /// Attributes for the opening tag of each code block, starting with a space; empty by default.
  package var codeBlockAttributes = HTML()
  /// Which blocks have a `dir` attribute; none by default.
  package var directions = BlockDirections.none
  /// The HTML written so far.
  package var output = HTML()

  /// A renderer for `document` with empty output.
  package init(_ document: Document, trustsHTML: Bool = false, trustsLinks: Bool = false) {
    self.document = document
    self.trustsHTML = trustsHTML
    self.trustsLinks = trustsLinks
  }

  /// Renders the subtree of `index` (0: the whole document, footnotes last).
  package mutating func render(_ index: Int, rule: Rule? = nil) {
    let needsParent = Self.dependsOnParent(document.nodes[index].kind)
    render(
      index..<Int(document.nodes[index].end), of: needsParent ? parent(of: index) : nil, rule: rule)
  }

  /// Renders the children of `index` without the node itself.
  package mutating func renderChildren(of index: Int, rule: Rule? = nil) {
    render(index + 1..<Int(document.nodes[index].end), of: index, rule: rule)
  }

  /// Renders sibling nodes, the children of `parent` in a range.
  package mutating func render(_ siblings: Range<Int>, of parent: Int, rule: Rule? = nil) {
    render(siblings, of: Optional(parent), rule: rule)
  }

  /// A node whose opening is written and whose closing is not written yet.
  struct OpenNode {
    let index: Int
    let end: Int
    let kind: NodeKind
    /// Whether this is a tight list or an item of one: paragraphs directly below the item have no `<p>`.
    let isTight: Bool
    /// Index into `Document.tables` for tables and their rows; -1 for other nodes.
    let table: Int32
    /// The closing that a rule requested; nil for the usual closing of `kind`.
    let closing: HTML?
  }

  private mutating func render(_ range: Range<Int>, of parent: Int?, rule: Rule?) {
    var openNodes: [OpenNode] = []
    let outermost = parent.map { openNode(for: $0) }
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = openNodes.last, last.end <= index {
        close(openNodes.removeLast(), in: openNodes.last ?? outermost)
      }
      index = write(index, in: &openNodes, outermost: outermost, end: range.upperBound, rule: rule)
    }
    while let last = openNodes.popLast() { close(last, in: openNodes.last ?? outermost) }
  }

  /// Writes one node or its opening; returns the index of the next node to write.
  private mutating func write(
    _ index: Int, in openNodes: inout [OpenNode], outermost: OpenNode?, end: Int, rule: Rule?
  ) -> Int {
    let node = document.nodes[index]
    let inner = openNodes.last ?? outermost
    if node.kind == .footnoteDefinition, index > 0, inner?.kind == .document { openFootnotes(index) }
    if let rule {
      switch rule(&self, index) {
      case .standard: break
      case .done: return Int(node.end)
      case .opened(let closing):
        openNodes.append(openNode(index, in: inner, closing: closing))
        return index + 1
      }
    }
    guard open(node, index, in: inner) else { return Int(node.end) }
    openNodes.append(openNode(index, in: inner, closing: nil))
    return index + 1
  }

  private func openNode(_ index: Int, in parent: OpenNode?, closing: HTML?) -> OpenNode {
    let node = document.nodes[index]
    let table = node.kind == .table ? node.detail : node.kind == .tableRow ? parent?.table ?? -1 : -1
    return OpenNode(
      index: index, end: Int(node.end), kind: node.kind, isTight: isTight(node, in: parent), table: table,
      closing: closing)
  }

  /// Whether nodes of this kind are written differently depending on their parent.
  private static func dependsOnParent(_ kind: NodeKind) -> Bool {
    switch kind {
    case .paragraph, .listItem, .tableRow, .tableCell, .footnoteDefinition: true
    default: false
    }
  }

  private func isTight(_ node: Node, in parent: OpenNode?) -> Bool {
    switch node.kind {
    case .bulletList, .orderedList: node.flag
    case .listItem: parent?.isTight ?? false
    default: false
    }
  }

  private func openNode(for index: Int) -> OpenNode {
    let kind = document.nodes[index].kind
    let outer =
      kind == .listItem || kind == .tableRow
      ? parent(of: index).map { openNode($0, in: nil, closing: nil) } : nil
    return openNode(index, in: outer, closing: nil)
  }

  /// The parent of `index`; nil for the root.
  private func parent(of index: Int) -> Int? {
    document.nodes[..<index].lastIndex { Int($0.end) > index }
  }

  // MARK: Opening nodes

  /// Writes the opening of a node. False if its children must not be written, or have already been written.
  mutating func open(_ node: Node, _ index: Int, in parent: OpenNode?) -> Bool {
    switch node.kind {
    case .document: return true
    case .text: writeText(node.text)
    case .softBreak: output.raw("\n")
    case .lineBreak: node.flag ? output.raw("<br />") : output.raw("<br />\n")
    case .code: writeCode(node)
    case .htmlInline: writeHTMLInline(node)
    case .footnoteReference: writeFootnoteReference(node, index)
    case .wikilink: writeWikilink(node)
    case .image: writeImage(node, index)
    case .emphasis: return opened("<em>")
    case .strong: return opened("<strong>")
    case .link: return openLink(node)
    default: return openBlock(node, index, in: parent)
    }
    return false
  }

  private mutating func opened(_ tag: StaticString) -> Bool {
    write(tag)
    return true
  }

  private mutating func openBlock(_ node: Node, _ index: Int, in parent: OpenNode?) -> Bool {
    switch node.kind {
    case .paragraph:
      if parent?.kind == .listItem, parent?.isTight == true { return true }
      startLine()
      write("<p")
      if !isFirst(index, in: parent) { writeDirection(of: index) }
      write(">")
    case .heading:
      startLine()
      write("<h")
      output.number(node.detail)
      writeDirection(of: index)
      write(">")
    case .blockQuote:
      startLine()
      write("<blockquote")
      writeDirection(of: index)
      write(">\n")
    case .codeBlock: return writeCodeBlock(node)
    case .htmlBlock: return writeHTMLBlock(node)
    case .thematicBreak:
      startLine()
      write("<hr />\n")
      return false
    case .bulletList, .orderedList, .listItem: openList(node, index)
    case .table, .tableCaption, .tableRow, .tableCell: openTable(node, index, in: parent)
    case .callout, .calloutTitle: openCallout(node, index)
    case .figure: openFigure()
    case .footnoteDefinition: openFootnote(node)
    default: if let mark = PairedMark.of(node.kind) { write("<", mark.element) }
    }
    return true
  }

  /// The first paragraph of an item or quotation has the direction of the whole, which is taken from it.
  private func isFirst(_ index: Int, in parent: OpenNode?) -> Bool {
    guard let parent else { return false }
    return (parent.kind == .listItem || parent.kind == .blockQuote) && index == parent.index + 1
  }

  private mutating func openList(_ node: Node, _ index: Int) {
    startLine()
    switch node.kind {
    case .bulletList: write("<ul>\n")
    case .orderedList where node.detail == 1: write("<ol>\n")
    case .orderedList:
      write("<ol start=\"")
      writeNumber(node.detail)
      write("\">\n")
    default:
      write("<li")
      writeDirection(of: index)
      write(">")
      writeTaskBox(node)
    }
  }

  private mutating func writeCode(_ node: Node) {
    write("<code>")
    writeText(node.text)
    write("</code>")
  }

  private mutating func writeCodeBlock(_ node: Node) -> Bool {
    startLine()
    write("<pre")
    output.append(contentsOf: codeBlockAttributes)
    write("><code")
    let language = document.text[node.extra.range].prefix { !$0.isSpace }
    if !language.isEmpty {
      write(" class=\"language-")
      output.escaped(language)
      write("\"")
    }
    write(">")
    writeText(node.text)
    write("</code></pre>\n")
    return false
  }

  // MARK: Closing nodes

  mutating func close(_ node: OpenNode, in parent: OpenNode?) {
    if node.kind == .footnoteDefinition, node.closing == nil { closeFootnote(node) }
    if let closing = node.closing {
      output.append(contentsOf: closing)
    } else {
      writeClosing(node, in: parent)
    }
    if node.kind == .document || node.kind == .footnoteDefinition { closeFootnotes(after: node) }
  }

  private mutating func writeClosing(_ node: OpenNode, in parent: OpenNode?) {
    switch node.kind {
    case .paragraph:
      if parent?.kind == .listItem, parent?.isTight == true { return }
      if let parent, parent.kind == .footnoteDefinition, parent.end == node.end {
        write(" ")
        writeBackLinks(of: document.nodes[parent.index])
      }
      write("</p>\n")
    case .heading:
      write("</h")
      output.number(document.nodes[node.index].detail)
      write(">\n")
    case .blockQuote: closeBlock("</blockquote>\n")
    case .bulletList: closeBlock("</ul>\n")
    case .orderedList: closeBlock("</ol>\n")
    case .listItem: write("</li>\n")
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .link: write("</a>")
    case .table: closeTable(node)
    case .tableRow: closeRow(node)
    case .tableCell: closeCell(node, in: parent)
    case .tableCaption: write("</caption>\n")
    case .callout: closeBlock("</aside>\n")
    case .calloutTitle: write("</p>\n")
    case .figure: closeFigure(node)
    default: if let mark = PairedMark.of(node.kind) { write("</", mark.element) }
    }
  }

  private mutating func closeBlock(_ tag: StaticString) {
    startLine()
    write(tag)
  }

  // MARK: Raw HTML

  mutating func writeHTMLInline(_ node: Node) {
    let html = document.text[node.text.range]
    if trustsHTML {
      output.append(contentsOf: HTML(trusted: Array(html)))
    } else if let tag = AllowedHTML.tag(html) {
      output.append(contentsOf: tag)
    } else if !AllowedHTML.isComment(html) {
      output.escaped(html)
    }
  }

  mutating func writeHTMLBlock(_ node: Node) -> Bool {
    let html = document.text[node.text.range]
    if trustsHTML {
      startLine()
      output.append(contentsOf: HTML(trusted: Array(html)))
      startLine()
    } else if !AllowedHTML.isComment(html) {
      startLine()
      writeFiltered(html)
      startLine()
    }
    return false
  }

  /// Appends HTML with the allowed tags kept, comments dropped and the rest escaped.
  private mutating func writeFiltered(_ html: ArraySlice<UInt8>) {
    for piece in AllowedHTML.pieces(html) {
      switch piece {
      case .tag(let tag): output.append(contentsOf: tag)
      case .comment: break
      case .other(let range): output.escaped(html[range])
      }
    }
  }

  // MARK: Pieces

  mutating func write(_ text: StaticString) {
    output.raw(text)
  }

  /// Appends a tag: how it starts, and the name of its element.
  private mutating func write(_ start: StaticString, _ element: StaticString) {
    write(start)
    write(element)
    write(">")
  }

  /// Starts a new line, unless the output is empty or at the start of a line.
  mutating func startLine() {
    if let last = output.last, last != ASCII.newline { output.raw("\n") }
  }

  /// Appends a range of the document's text, escaped.
  package mutating func writeText(_ range: ByteRange) {
    output.escaped(document.text[range.range])
  }

  mutating func writeNumber(_ number: some BinaryInteger) { output.number(number) }
}
