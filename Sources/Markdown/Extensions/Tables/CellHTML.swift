import Text

/// Reads the HTML tags without attributes that authors write in table cells as the nodes that they stand for: `<br>`, lists,
/// paragraphs, bold and italics. A cell of a pipe table has no other way to hold them.
///
/// Tags that do not match, or that would give invalid HTML, stay as they are.
struct CellHTML {
  /// Two tags of one level that belong together, by the positions of siblings.
  private struct Element {
    let kind: NodeKind
    /// The position after its content.
    let end: Int
    /// The position after it.
    let next: Int
    /// The position of the element around it on the same level; nil: there is none.
    let parent: Int?
  }

  private static let kinds: [String: NodeKind] = [
    "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "p": .paragraph, "ul": .bulletList,
    "ol": .orderedList, "li": .listItem,
  ]

  private let nodes: [Node]
  private let text: [UInt8]
  private var new: [Node] = []
  private let base: Int

  /// The nodes of a cell's subtree without the cell, with absolute ends; nil if there is nothing to rewrite.
  ///
  /// - Parameters:
  ///   - nodes: all nodes of the document so far; the cell is the last block.
  ///   - first: the first node below the cell.
  static func rewritten(_ nodes: [Node], from first: Int, text: [UInt8]) -> [Node]? {
    guard nodes[first...].contains(where: { $0.kind == .htmlInline }) else { return nil }
    var html = CellHTML(nodes: Array(nodes[first...]), text: text, base: first)
    html.write(0..<html.nodes.count, allowsBlocks: true)
    return html.new
  }

  private init(nodes: [Node], text: [UInt8], base: Int) {
    self.nodes = nodes
    self.text = text
    self.base = base
  }

  private mutating func write(_ range: Range<Int>, allowsBlocks: Bool) {
    var siblings: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      siblings.append(index)
      index = Int(nodes[index].end) - base
    }
    let elements = elements(of: siblings, allowsBlocks: allowsBlocks)
    write(0..<siblings.count, of: siblings, elements)
  }

  private mutating func write(_ span: Range<Int>, of siblings: [Int], _ elements: [Int: Element]) {
    var position = span.lowerBound
    while position < span.upperBound {
      let index = siblings[position]
      guard let element = elements[position] else {
        copy(index)
        position += 1
        continue
      }
      let inside = position + 1..<element.end
      let hasBlocks = inside.contains { elements[$0].map { Self.isBlock($0.kind) } ?? false }
      let isList = element.kind == .bulletList || element.kind == .orderedList
      if hasBlocks, !isList, element.kind != .listItem {
        write(inside, of: siblings, elements)
      } else {
        var node = Node(element.kind, source: nodes[index].source)
        node.flag = isList
        node.detail = element.kind == .orderedList ? 1 : 0
        open(node) { html in
          if !isList { return html.write(inside, of: siblings, elements) }
          for item in inside where elements[item]?.parent == position {
            html.write(item..<item + 1, of: siblings, elements)
          }
        }
      }
      position = element.next
    }
  }

  private mutating func open(_ node: Node, _ content: (inout CellHTML) -> Void) {
    let place = new.count
    new.append(node)
    content(&self)
    new[place].end = Int32(truncatingIfNeeded: base + new.count)
  }

  private mutating func copy(_ index: Int) {
    var node = nodes[index]
    if node.isBreakTag(in: text) {
      node = Node(.lineBreak, source: node.source)
    }
    open(node) { $0.write(index + 1..<Int($0.nodes[index].end) - $0.base, allowsBlocks: false) }
  }

  private static func isBlock(_ kind: NodeKind) -> Bool { kind != .strong && kind != .emphasis }

  // MARK: Matching tags

  private func elements(of siblings: [Int], allowsBlocks: Bool) -> [Int: Element] {
    var elements: [Int: Element] = [:]
    var open: [(name: String, position: Int)] = []
    func close(at position: Int, next: Int) {
      guard let last = open.popLast(), let kind = Self.kinds[last.name] else { return }
      elements[last.position] = Element(kind: kind, end: position, next: next, parent: open.last?.position)
    }
    for (position, index) in siblings.enumerated() {
      guard let tag = tag(nodes[index]), let kind = Self.kinds[tag.name], allowsBlocks || !Self.isBlock(kind)
      else { continue }
      if tag.isClosing {
        if tag.name == "li" || tag.name == "ul" || tag.name == "ol", open.last?.name == "p" {
          close(at: position, next: position)
        }
        if tag.name == "ul" || tag.name == "ol", open.last?.name == "li" {
          close(at: position, next: position)
        }
        if open.last?.name == tag.name { close(at: position, next: position + 1) }
        continue
      }
      if tag.name == "li" || tag.name == "p", open.last?.name == "p" { close(at: position, next: position) }
      if tag.name == "li" {
        if open.last?.name == "li" { close(at: position, next: position) }
        guard open.last?.name == "ul" || open.last?.name == "ol" else { continue }
      }
      open.append((tag.name, position))
    }
    if open.last?.name == "p" { close(at: siblings.count, next: siblings.count) }
    dropBrokenLists(&elements, siblings)
    return elements
  }

  /// Removes lists that hold more than items, and items without a list.
  private func dropBrokenLists(_ elements: inout [Int: Element], _ siblings: [Int]) {
    for (position, element) in elements.sorted(by: { $0.key < $1.key })
    where element.kind == .bulletList || element.kind == .orderedList {
      var inside = position + 1
      while inside < element.end, let item = elements[inside]?.next ?? blank(siblings[inside], inside) {
        inside = item
      }
      if inside < element.end { elements[position] = nil }
    }
    for (position, element) in elements.sorted(by: { $0.key < $1.key }) where element.kind == .listItem {
      if element.parent.map({ elements[$0] == nil }) ?? true { elements[position] = nil }
    }
  }

  /// The position after a node that shows nothing; nil for others.
  private func blank(_ index: Int, _ position: Int) -> Int? {
    let node = nodes[index]
    let isBlank =
      node.kind == .softBreak || node.kind == .lineBreak
      || node.kind == .text && text[node.text.range].allSatisfy(\.isSpace)
      || node.isBreakTag(in: text)
    return isBlank ? position + 1 : nil
  }

  /// The name of a tag without attributes, in lower case; nil for anything else.
  private func tag(_ node: Node) -> (name: String, isClosing: Bool)? {
    guard node.kind == .htmlInline else { return nil }
    var inside = text[node.text.range].dropFirst().dropLast()
    let isClosing = inside.first == UInt8(ascii: "/")
    if isClosing { inside = inside.dropFirst() }
    while let last = inside.last, last.isSpace { inside = inside.dropLast() }
    guard !inside.isEmpty, inside.count <= 6, inside.allSatisfy(\.isAlphanumeric) else { return nil }
    return (String(decoding: inside.map(\.lowered), as: UTF8.self), isClosing)
  }
}
