/// Finds the paragraphs and underlined headings that contain a line that looks like a delimiter row.
struct TextBlockFinder: CMarkVisitor {
  struct Block {
    /// The 0-based lines; of a heading with its underline, and possibly with the line after it.
    let lines: Range<Int>
    let isHeading: Bool
    /// The lines that look like delimiter rows.
    let delimiters: ArraySlice<Int>
    let containers: ContainerStack
  }

  private(set) var blocks: [Block] = []
  private let text: MarkdownText
  private let delimiters: [Int]
  private var nextDelimiter = 0
  private var containers = ContainerStack()

  /// - Parameter delimiters: the 0-based lines that look like delimiter rows, ascending.
  init(_ text: MarkdownText, delimiters: [Int]) {
    self.text = text
    self.delimiters = delimiters
  }

  mutating func enter(_ node: borrowing CMarkNode) -> Bool {
    containers.enter(node, in: text)
    let line = max(1, node.startLine) - 1
    switch node.kind {
    case .paragraph, .heading: note(line..<max(line + 1, node.endLine), isHeading: node.kind == .heading)
    default: break
    }
    return containers.depth <= DocumentReader.maximumDepth && nextDelimiter < delimiters.count
  }

  mutating func leave(_ node: borrowing CMarkNode) -> Bool {
    containers.leave(node)
    return true
  }

  private mutating func note(_ lines: Range<Int>, isHeading: Bool) {
    while nextDelimiter < delimiters.count, delimiters[nextDelimiter] < lines.lowerBound {
      nextDelimiter += 1
    }
    let first = nextDelimiter
    while nextDelimiter < delimiters.count, delimiters[nextDelimiter] < lines.upperBound {
      nextDelimiter += 1
    }
    guard first < nextDelimiter, lines.count > 1 else { return }
    blocks.append(
      Block(
        lines: lines, isHeading: isHeading, delimiters: delimiters[first..<nextDelimiter],
        containers: containers))
  }
}
