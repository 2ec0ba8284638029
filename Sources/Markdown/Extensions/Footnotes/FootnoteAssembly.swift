/// Moves the definitions of footnotes, which are read first, to the end of the document, in the order of
/// their first references.
struct FootnoteAssembly {
  private let old: [Node]
  private var text: [UInt8]
  private let labels: [[UInt8]]
  /// For each definition, the index of its node in `old`.
  private var starts: [Int] = []
  /// For each definition, its 1-based number; 0 before its first reference.
  private var numbers: [Int]
  private var order: [Int] = []
  private var references: [[Int32]] = []
  private(set) var nodes: [Node] = []

  /// - Parameter labels: the labels of the definitions, in the order of their nodes.
  init(_ nodes: [Node], text: [UInt8], labels: [[UInt8]]) {
    old = nodes
    self.text = text
    self.labels = labels
    numbers = Array(repeating: 0, count: labels.count)
  }

  /// The indices of the definitions without references.
  var unused: [Int] { numbers.indices.filter { numbers[$0] == 0 } }

  /// The document's nodes, its text and its footnotes.
  mutating func run() -> (nodes: [Node], text: [UInt8], footnotes: [FootnoteShape]) {
    var main = 1
    while main < old.count, old[main].kind == .footnoteDefinition {
      starts.append(main)
      main = Int(old[main].end)
    }
    nodes.reserveCapacity(old.count)
    // Documents stay in memory, and an array that grows takes up to twice its size.
    text.reserveCapacity(text.count + labels.reduce(0) { $0 + $1.count })
    nodes.append(old[0])
    append(main..<old.count)
    var written = 0
    var labelRanges: [ByteRange] = []
    while written < order.count {
      let definition = order[written]
      written += 1
      let start = text.count
      text += labels[definition]
      labelRanges.append(ByteRange(start, text.count))
      let first = nodes.count
      append(starts[definition]..<Int(old[starts[definition]].end))
      nodes[first].detail = Int32(truncatingIfNeeded: written)
      nodes[first].text = ByteRange(start, text.count)
    }
    nodes[0].end = Int32(truncatingIfNeeded: nodes.count)
    let footnotes = zip(labelRanges, references).map { FootnoteShape(label: $0, references: $1) }
    return (nodes, text, footnotes)
  }

  /// Appends old nodes and numbers the references among them.
  private mutating func append(_ range: Range<Int>) {
    let shift = Int32(truncatingIfNeeded: nodes.count - range.lowerBound)
    for index in range {
      var node = old[index]
      node.end += shift
      if node.kind == .footnoteReference { node.detail = addReference(to: Int(node.detail)) }
      nodes.append(node)
    }
  }

  /// Records that the next node is a reference, and returns the number of the footnote.
  private mutating func addReference(to definition: Int) -> Int32 {
    if numbers[definition] == 0 {
      order.append(definition)
      references.append([])
      numbers[definition] = order.count
    }
    references[numbers[definition] - 1].append(Int32(truncatingIfNeeded: nodes.count))
    return Int32(truncatingIfNeeded: numbers[definition])
  }
}
