import Text

/// The block quotes and list items around a block, and their prefixes at the start of each line.
struct ContainerStack {
  private enum Kind {
    case quote
    /// `width`: the columns by which lines after the first must be indented.
    case listItem(width: Int)
  }

  private struct Container {
    let kind: Kind
    let firstLine: Int
  }

  private var containers: [Container] = []

  var isEmpty: Bool { containers.isEmpty }

  /// The number of open containers.
  var depth: Int { containers.count }

  /// Opens the container that a walk through the tree enters; does nothing for other nodes.
  mutating func enter(_ node: borrowing CMarkNode, in text: MarkdownText) {
    let line = max(1, node.startLine) - 1
    switch node.kind {
    case .blockQuote: pushQuote(firstLine: line)
    case .listItem: pushListItem(firstLine: line, in: text)
    default: break
    }
  }

  /// Closes the container that a walk through the tree leaves; does nothing for other nodes.
  mutating func leave(_ node: borrowing CMarkNode) {
    switch node.kind {
    case .blockQuote, .listItem: pop()
    default: break
    }
  }

  mutating func pushQuote(firstLine: Int) {
    containers.append(Container(kind: .quote, firstLine: firstLine))
  }

  /// Opens a list item and reads its marker from its first line.
  mutating func pushListItem(firstLine: Int, in text: MarkdownText) {
    var cursor = LineCursor(text.bytes, line: text.line(firstLine))
    _ = enter(&cursor, line: firstLine)
    let indent = cursor.content.indent
    let marker = Self.skipMarker(&cursor)
    containers.append(Container(kind: .listItem(width: indent + marker), firstLine: firstLine))
  }

  mutating func pop() { containers.removeLast() }

  /// The offset of the content of a 0-based line, its indentation in columns after the prefixes, and whether the line is
  /// lazy.
  ///
  /// A lazy line lacks the prefix of a container, so it can only continue a paragraph; the white space at its start
  /// counts as content.
  func content(ofLine line: Int, in text: MarkdownText) -> (offset: Int, indent: Int, isLazy: Bool) {
    var cursor = LineCursor(text.bytes, line: text.line(line))
    let isLazy = !enter(&cursor, line: line)
    let content = cursor.content
    return (isLazy ? cursor.offset : content.offset, content.indent, isLazy)
  }

  /// Skips the prefixes of all containers; false at the first missing one.
  private func enter(_ cursor: inout LineCursor, line: Int) -> Bool {
    for container in containers {
      switch container.kind {
      case .quote:
        guard cursor.skipQuoteMarker() else { return false }
      case .listItem(let width):
        if line == container.firstLine {
          _ = Self.skipMarker(&cursor)
        } else {
          let content = cursor.content
          guard content.indent >= width || content.offset == cursor.end else { return false }
          cursor.skip(columns: width)
        }
      }
    }
    return true
  }

  /// Skips a list marker and the white space that belongs to it; returns their columns without the indentation before
  /// them (CommonMark 0.30, section 5.2).
  private static func skipMarker(_ cursor: inout LineCursor) -> Int {
    cursor.skip(columns: cursor.content.indent)
    var width = 1
    while cursor.offset + width - 1 < cursor.end, cursor.bytes[cursor.offset + width - 1].isDigit {
      width += 1
    }
    cursor.skip(bytes: min(width, cursor.end - cursor.offset))
    let content = cursor.content
    let isBlank = content.offset >= cursor.end
    let padding = isBlank || content.indent > 4 || content.indent < 1 ? 1 : content.indent
    cursor.skip(columns: padding)
    return width + padding
  }
}
