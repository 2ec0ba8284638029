import Text

/// A parsed Markdown document: a flat pre-order list of nodes over one buffer of text.
///
/// Immutable and passed by reference.
package final class Document: Sendable {
  /// All nodes in pre-order; `nodes[0]` is the root, of kind `.document`.
  package let nodes: [Node]
  /// The bytes that `Node.text` and `Node.extra` refer to; valid UTF-8.
  package let text: [UInt8]
  /// The shapes of the tables, in order of appearance; `Node.detail` of a table is an index into them.
  package let tables: [TableShape]
  /// The footnotes that have references, by number: `footnotes[number - 1]`.
  package let footnotes: [FootnoteShape]
  /// Comments that are not part of the document: ranges of the file.
  package let comments: [ByteRange]
  /// The identifiers that the author gave to headings and other blocks, ascending by node, each once.
  package let identifiers: [BlockIdentifier]
  /// Whether a letter of its text is written from right to left.
  package let hasRightToLeftText: Bool
  /// The node of the first footnote definition; the number of nodes if there is none.
  package let firstFootnoteDefinition: Int
  /// The nodes of the footnote definitions, by their numbers.
  private let footnoteDefinitions: [Int32: Int]

  /// A document of nodes in pre-order; `nodes` must not be empty.
  package init(
    nodes: [Node], text: [UInt8], tables: [TableShape], footnotes: [FootnoteShape] = [],
    comments: [ByteRange] = [], identifiers: [BlockIdentifier] = []
  ) {
    self.nodes = nodes.trimmed
    self.text = text.trimmed
    self.tables = tables
    self.footnotes = footnotes
    self.comments = comments
    self.identifiers = identifiers
    hasRightToLeftText = LetterDirection.rightToLeft.occurs(in: text)
    var node = 1
    while node < nodes.count, nodes[node].kind != .footnoteDefinition { node = Int(nodes[node].end) }
    firstFootnoteDefinition = node
    var definitions: [Int32: Int] = [:]
    while node < nodes.count {
      if nodes[node].kind == .footnoteDefinition { definitions[nodes[node].detail] = node }
      node = Int(nodes[node].end)
    }
    footnoteDefinitions = definitions
  }

  /// The node of the footnote definition that references with a number lead to; nil: there is none.
  package func footnoteDefinition(_ number: Int32) -> Int? { footnoteDefinitions[number] }

  /// The same document with other places in files.
  ///
  /// - Parameter moved: the new range of a range of the file.
  package func movingSources(_ moved: (Range<Int>) -> Range<Int>) -> Document {
    Document(
      nodes: nodes.map { node in
        var node = node
        node.source = ByteRange(moving: node.source, by: moved)
        return node
      }, text: text, tables: tables, footnotes: footnotes,
      comments: comments.map { ByteRange(moving: $0, by: moved) }, identifiers: identifiers)
  }

  /// The text of a range.
  package func string(_ range: ByteRange) -> String {
    String(decoding: text[range.range], as: UTF8.self)
  }

  /// The indices of a node's children in `nodes`, in order.
  package func children(of index: Int) -> ChildIndices { ChildIndices(document: self, parent: index) }

  /// The plain text of a subtree: text and code without markup, line breaks as spaces, wikilinks as the text they show;
  /// without footnote numbers.
  package func plainText(of index: Int) -> String {
    if let text = onlyText(of: index) { return string(text) }
    var bytes: [UInt8] = []
    appendPlainText(of: index, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a cell or a heading that has nothing else, as most have; nil for others.
  private func onlyText(of index: Int) -> ByteRange? {
    let node = nodes[index]
    guard node.kind == .tableCell || node.kind == .heading, Int(node.end) <= index + 2 else { return nil }
    if Int(node.end) == index + 1 { return .empty }
    return nodes[index + 1].kind == .text ? nodes[index + 1].text : nil
  }

  /// Appends the text of a subtree without markup. Line breaks, paragraphs, lists and their items are boundaries: there is a
  /// space between what comes before and after them.
  ///
  /// - Parameter note: the text for a reference to a footnote, by the number of the footnote; nil: it has none, and neither has
  ///   the space before it.
  package func appendPlainText(
    of index: Int, to bytes: inout [UInt8], note: ((Int32) -> String)? = nil
  ) {
    let start = bytes.count
    var isBroken = false
    var isAfterNote = false
    var blockEnd = Int.max
    var number = index
    for node in nodes[index..<Int(nodes[index].end)] {
      if number >= blockEnd { (isBroken, blockEnd) = (true, .max) }
      defer { number += 1 }
      switch node.kind {
      case .softBreak, .lineBreak: isBroken = true
      case .paragraph, .bulletList, .orderedList, .listItem, .blockQuote:
        isBroken = true
        blockEnd = min(blockEnd, Int(node.end))
      case .footnoteReference:
        guard let note else {
          isAfterNote = true
          continue
        }
        if bytes.count > start, bytes.last?.isSpace == false { bytes.append(ASCII.space) }
        bytes += note(node.detail).utf8
      default:
        guard let shown = node.shownText else { continue }
        var words = text[shown.range]
        if isBroken {
          words = words.drop(while: \.isSpace)
          if words.isEmpty { continue }
          if bytes.count > start, bytes.last?.isSpace == false { bytes.append(ASCII.space) }
          isBroken = false
        }
        if isAfterNote, bytes.count > start, bytes.last == ASCII.space, let first = words.first,
          first.isSpace || ".,;:!?)".utf8.contains(first)
        {
          bytes.removeLast()
        }
        isAfterNote = false
        bytes += words
      }
    }
    if isAfterNote, bytes.count > start, bytes.last == ASCII.space { bytes.removeLast() }
  }
}

/// The children of a node, as indices into `Document.nodes`.
package struct ChildIndices: Sequence, IteratorProtocol {
  private let document: Document
  private var nextChild: Int
  private let end: Int

  init(document: Document, parent: Int) {
    self.document = document
    nextChild = parent + 1
    end = Int(document.nodes[parent].end)
  }

  package mutating func next() -> Int? {
    guard nextChild < end else { return nil }
    defer { nextChild = Int(document.nodes[nextChild].end) }
    return nextChild
  }
}

/// The properties of a table that its delimiter row and caption set.
package struct TableShape: Sendable, Hashable {
  /// One alignment per column.
  package let alignments: [ColumnAlignment]
  /// The identifier in the caption's `{#id …}`; nil if there is none.
  package let id: String?
  /// The classes in the caption's `{… .class}`, in order, without the full stops.
  package let classes: [String]

  package init(alignments: [ColumnAlignment], id: String? = nil, classes: [String] = []) {
    self.alignments = alignments
    self.id = id
    self.classes = classes
  }
}

/// An identifier that an author gave to a block: `## Title {#id}`, or `^id` at the end of a block.
package struct BlockIdentifier: Sendable, Hashable {
  package let node: Int32
  /// As written, without `#` or `^`.
  package let name: String
}

/// A footnote's label and its references.
package struct FootnoteShape: Sendable, Hashable {
  /// The label as written in the definition, as a range of `Document.text`.
  package let label: ByteRange
  /// The references, as ascending indices into `Document.nodes`; not empty.
  package let references: [Int32]

  /// The 1-based number of `node` among the references; 1 if it is not one of them.
  package func ordinal(of node: Int) -> Int {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(references[middle]) < node { low = middle + 1 } else { high = middle }
    }
    return low < references.count && Int(references[low]) == node ? low + 1 : 1
  }
}

/// The alignment of the text in a column.
package enum ColumnAlignment: Sendable, Hashable {
  case none, left, center, right
}
