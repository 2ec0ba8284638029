import Diagnostics
import Text

/// Reads a comparison that is written as a list or by headings as a table, so that everything that reads tables reads it.
///
/// ```markdown
/// <!-- standpoint: positions list -->
/// - NATO expansion
///   - United States: [+] Open to Ukraine joining.
/// ```
///
/// What does not have this form stays as it is, and the comment above it has no table.
struct ListComparison {
  /// The positions of one issue.
  private struct Row {
    let title: [Node]
    let source: ByteRange
    /// By column.
    var cells: [Int: Cell] = [:]
  }

  private struct Cell {
    var mark: ByteRange = .empty
    var attribute: ByteRange = .empty
    var content: [Node] = []
    let source: ByteRange
  }

  private let nodes: [Node]
  private let text: [UInt8]
  private var parties: [[Node]] = []
  /// The columns of the parties, by their names without spaces in lower case.
  private var columns: [[UInt8]: Int] = [:]
  private var rows: [Row] = []

  /// Replaces the comparisons of a document, whose nodes are in pre-order with absolute ends.
  ///
  /// - Returns: the places of those that would have too many cells, which stay lists.
  static func rewrite(_ nodes: inout [Node], text: [UInt8], tables: inout [TableShape]) -> [Range<Int>] {
    var tooLarge: [Range<Int>] = []
    var result = Result()
    var index = 1
    while index < nodes.count, nodes.count > 1 {
      let next = Int(nodes[index].end)
      if nodes[index].kind == .htmlBlock, let byHeading = form(of: text[nodes[index].text.range]),
        next < nodes.count
      {
        var reader = ListComparison(nodes: nodes, text: text)
        if let end = byHeading ? reader.readHeadings(from: next) : reader.readList(at: next),
          !reader.rows.isEmpty, !reader.parties.isEmpty
        {
          index = end
          if reader.cellCount > Limit.tableCells.value {
            tooLarge.append(nodes[next].source.range)
            continue
          }
          result.copy(nodes, until: next)
          result.put(
            reader.table(number: tables.count, at: next, end: end, base: result.nodes.count), end: end)
          tables.append(
            TableShape(alignments: [ColumnAlignment](repeating: .none, count: reader.parties.count + 1)))
          continue
        }
      }
      index = next
    }
    if !result.nodes.isEmpty { nodes = result.finished(nodes) }
    return tooLarge
  }

  /// The nodes of a document in which tables take the place of lists.
  private struct Result {
    private(set) var nodes: [Node] = []
    /// The number of nodes of the original that have been copied or replaced.
    private var done = 0

    /// Copies the nodes of the original up to one at its top level.
    mutating func copy(_ original: [Node], until end: Int) {
      let shift = Int32(truncatingIfNeeded: nodes.count - done)
      nodes += original[done..<end].lazy.map { node in
        var node = node
        node.end += shift
        return node
      }
      done = end
    }

    /// Puts a table in the place of the nodes up to `end`.
    mutating func put(_ table: [Node], end: Int) {
      nodes += table
      done = end
    }

    func finished(_ original: [Node]) -> [Node] {
      var result = self
      result.copy(original, until: original.count)
      result.nodes[0].end = Int32(truncatingIfNeeded: result.nodes.count)
      return result.nodes
    }
  }

  /// The number of cells of the table, headings included.
  private var cellCount: Int { (rows.count + 1) * (parties.count + 1) }

  /// Whether a comment asks for a comparison by heading (true) or as a list (false); nil: for neither.
  private static func form(of html: ArraySlice<UInt8>) -> Bool? {
    guard html.count < 400, html.contains(UInt8(ascii: "!")) else { return nil }
    let comment = String(decoding: html, as: UTF8.self)
    guard comment.hasPrefix("<!--"), let end = comment.firstRange(of: "-->") else { return nil }
    let words = comment[..<end.lowerBound].dropFirst(4).split { $0.isWhitespace || $0 == ":" }
    guard words.count >= 3, words[0].lowercased() == "standpoint", words[1] == "positions" else { return nil }
    if words.contains("list") { return false }
    return zip(words, words.dropFirst()).contains { $0 == "by" && $1 == "heading" } ? true : nil
  }

  private init(nodes: [Node], text: [UInt8]) {
    self.nodes = nodes
    self.text = text
  }

  private func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < Int(nodes[index].end) {
      children.append(child)
      child = Int(nodes[child].end)
    }
    return children
  }

  private func isList(_ index: Int) -> Bool {
    nodes[index].kind == .bulletList || nodes[index].kind == .orderedList
  }

  // MARK: The two forms

  /// The end of the list at `index`; nil if it is not a list, or if an item does not have the form.
  private mutating func readList(at index: Int) -> Int? {
    guard isList(index) else { return nil }
    for item in children(of: index) {
      let blocks = children(of: item)
      guard blocks.count >= 2, nodes[blocks[0]].kind == .paragraph, blocks.dropFirst().allSatisfy(isList)
      else {
        return nil
      }
      rows.append(Row(title: inlines(of: blocks[0]), source: nodes[blocks[0]].source))
      for list in blocks.dropFirst() where !readParties(list) { return nil }
    }
    return Int(nodes[index].end)
  }

  /// The end of the section at `start`; nil if its parts do not have the form.
  private mutating func readHeadings(from start: Int) -> Int? {
    guard nodes[start].kind == .heading else { return nil }
    let level = nodes[start].detail
    var index = start
    while index < Int(nodes[0].end), nodes[index].kind != .footnoteDefinition {
      let node = nodes[index]
      if node.kind == .heading, node.detail < level { break }
      if node.kind == .heading, node.detail == level {
        rows.append(Row(title: inlines(of: index), source: node.source))
        index = Int(node.end)
      } else if node.kind == .heading {
        var end = Int(node.end)
        while end < Int(nodes[0].end), nodes[end].kind != .heading, nodes[end].kind != .footnoteDefinition {
          end = Int(nodes[end].end)
        }
        var blocks: [Int] = []
        var block = Int(node.end)
        while block < end {
          blocks.append(block)
          block = Int(nodes[block].end)
        }
        guard !blocks.isEmpty else { return nil }
        add(position(first: blocks[0], from: nil, others: Array(blocks.dropFirst())), of: inlines(of: index))
        index = end
      } else if isList(index) {
        guard readParties(index) else { return nil }
        index = Int(node.end)
      } else {
        return nil
      }
    }
    return index
  }

  /// Reads the items of a list as positions on the last issue; false if one does not have the form.
  private mutating func readParties(_ list: Int) -> Bool {
    for item in children(of: list) {
      let blocks = children(of: item)
      guard let first = blocks.first, nodes[first].kind == .paragraph, let (name, start) = party(in: first)
      else {
        return false
      }
      add(position(first: first, from: start, others: Array(blocks.dropFirst())), of: name)
    }
    return true
  }

  /// Where the words of a position begin: at a node, and at an offset in its text.
  private typealias Start = (node: Int, offset: Int)

  /// The name before the first colon of a paragraph, and what follows; nil without one.
  private func party(in paragraph: Int) -> (name: [Node], start: Start)? {
    let parts = children(of: paragraph)
    guard let first = parts.first else { return nil }
    if nodes[first].kind == .text, let colon = colon(in: nodes[first].text.range) {
      var name = nodes[first]
      name.text.end = Int32(truncatingIfNeeded: colon.lowerBound)
      name.end = 1
      if name.text.isEmpty { return nil }
      let start: Start = (node: first, offset: colon.upperBound)
      return (name: [name], start: start)
    }
    // A name in bold, or a link, with the colon inside or after it.
    var name = copied(first..<Int(nodes[first].end))
    if let last = name.indices.last, name[last].kind == .text, let colon = colon(in: name[last].text.range),
      text[colon.upperBound..<Int(name[last].text.end)].allSatisfy(\.isSpace)
    {
      name[last].text.end = Int32(truncatingIfNeeded: colon.lowerBound)
      let start: Start = (node: Int(nodes[first].end), offset: 0)
      return (name: name, start: start)
    }
    guard parts.count > 1, nodes[parts[1]].kind == .text else { return nil }
    let range = nodes[parts[1]].text.range
    guard let colon = colon(in: range), text[range.lowerBound..<colon.lowerBound].allSatisfy(\.isSpace) else {
      return nil
    }
    let start: Start = (node: parts[1], offset: colon.upperBound)
    return (name: name, start: start)
  }

  /// The first colon, which may be full-width.
  private func colon(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if text[index] == ASCII.colon { return index..<index + 1 }
      if text[index...].prefix(3).elementsEqual([0xEF, 0xBC, 0x9A]) { return index..<index + 3 }
    }
    return nil
  }

  // MARK: Cells

  /// Copies of nodes whose `end` is the size of their subtree, so that they can be put elsewhere.
  private func copied(_ range: Range<Int>) -> [Node] {
    range.map { index in
      var node = nodes[index]
      node.end -= Int32(truncatingIfNeeded: index)
      return node
    }
  }

  private func inlines(of block: Int) -> [Node] { copied(block + 1..<Int(nodes[block].end)) }

  private func position(first: Int, from start: Start?, others: [Int]) -> Cell {
    let end = Int(nodes[first].end)
    let source = ByteRange(
      Int(nodes[first].source.start), Int(nodes[others.last ?? first].source.end))
    var cell = Cell(source: source)
    guard nodes[first].kind == .paragraph else {
      cell.content = ([first] + others).flatMap { copied($0..<Int(nodes[$0].end)) }
      return cell
    }
    var words = copied((start?.node ?? first + 1)..<end)
    if let start, start.offset > 0, !words.isEmpty {
      words[0].text.start = Int32(truncatingIfNeeded: start.offset)
    }
    takeMark(&words, &cell)
    takeAttribute(&words, &cell)
    let isBlank = words.allSatisfy { $0.kind == .text && text[$0.text.range].allSatisfy(\.isSpace) }
    if others.isEmpty {
      cell.content = words
    } else if isBlank {
      // “Party:” with a list or a quotation below it.
      cell.content = others.flatMap { copied($0..<Int(nodes[$0].end)) }
    } else {
      var paragraph = nodes[first]
      paragraph.end = Int32(truncatingIfNeeded: words.count + 1)
      cell.content = [paragraph] + words
      for block in others { cell.content += copied(block..<Int(nodes[block].end)) }
    }
    if cell.attribute.isEmpty, !others.isEmpty {
      var content = cell.content
      takeAttribute(&content, &cell)
      cell.content = content
    }
    return cell
  }

  private func takeMark(_ words: inout [Node], _ cell: inout Cell) {
    guard !words.isEmpty, words[0].kind == .text else { return }
    var range = words[0].text.range
    while let byte = text[range].first, byte.isSpace { range = range.lowerBound + 1..<range.upperBound }
    if let mark = CellParts.mark(text, range) {
      cell.mark = ByteRange(mark.lowerBound, mark.upperBound)
      range = mark.upperBound + 1..<range.upperBound
      while let byte = text[range].first, byte.isSpace { range = range.lowerBound + 1..<range.upperBound }
    }
    words[0].text.start = Int32(truncatingIfNeeded: range.lowerBound)
  }

  private func takeAttribute(_ words: inout [Node], _ cell: inout Cell) {
    guard let last = words.indices.last, words[last].kind == .text else { return }
    var range = words[last].text.range
    while let byte = text[range].last, byte.isSpace { range = range.lowerBound..<range.upperBound - 1 }
    let parts = CellParts(text, range)
    guard let attribute = parts.attribute else { return }
    cell.attribute = ByteRange(attribute.lowerBound, attribute.upperBound)
    words[last].text.end = Int32(truncatingIfNeeded: attribute.lowerBound - 1)
  }

  private mutating func add(_ cell: Cell, of name: [Node]) {
    let key = name.flatMap { node in node.shownText.map { Array(text[$0.range]) } ?? [] }.map(\.lowered)
      .filter { !$0.isSpace }
    let column = columns[key] ?? parties.count
    if column == parties.count {
      columns[key] = column
      parties.append(name)
    }
    if rows[rows.count - 1].cells[column + 1] != nil {
      rows.append(Row(title: rows[rows.count - 1].title, source: rows[rows.count - 1].source))
    }
    rows[rows.count - 1].cells[column + 1] = cell
  }

  // MARK: The table

  /// The nodes of the table, with the ends that they have at `base`.
  ///
  /// - Parameter place: the first of the nodes that it replaces, which end before `end`.
  private func table(number: Int, at place: Int, end: Int, base: Int) -> [Node] {
    let source = ByteRange(Int(nodes[place].source.start), Int(nodes[end - 1].source.end))
    let top = ByteRange(Int(source.start), Int(source.start))
    var builder = TableNodes(base: base)
    builder.open(Node(.table, detail: Int32(truncatingIfNeeded: number), source: source))
    builder.open(Node(.tableRow, source: top))
    builder.add(cell: Node(.tableCell, source: top), [])
    for (column, party) in parties.enumerated() {
      builder.add(
        cell: Node(
          .tableCell, detail: Int32(truncatingIfNeeded: column + 1), source: party.first?.source ?? top),
        party)
    }
    builder.close()
    for (index, row) in rows.enumerated() {
      builder.open(Node(.tableRow, detail: Int32(truncatingIfNeeded: index + 1), source: row.source))
      builder.add(cell: Node(.tableCell, source: row.source), row.title)
      for column in 1...parties.count {
        let cell = row.cells[column] ?? Cell(source: ByteRange(Int(row.source.end), Int(row.source.end)))
        builder.add(
          cell: Node(
            .tableCell, detail: Int32(truncatingIfNeeded: column), text: cell.mark, extra: cell.attribute,
            source: cell.source), cell.content)
      }
      builder.close()
    }
    builder.close()
    return builder.nodes
  }
}

/// Builds the nodes of a table from copies of other nodes.
private struct TableNodes {
  private(set) var nodes: [Node] = []
  private var open: [Int] = []
  private let base: Int

  init(base: Int) { self.base = base }

  mutating func open(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
  }

  mutating func close() {
    if let index = open.popLast() { nodes[index].end = Int32(truncatingIfNeeded: base + nodes.count) }
  }

  /// Adds a cell with copied nodes as its content.
  mutating func add(cell: Node, _ content: [Node]) {
    open(cell)
    for node in content {
      var copy = node
      copy.end += Int32(truncatingIfNeeded: base + nodes.count)
      nodes.append(copy)
    }
    close()
  }
}
