/// Divides tables that are too wide for paper: their first column is repeated in each part.
struct WideTable {
  /// The most columns of a table on an upright page.
  static let mostUpright = 6
  /// The most columns of a table, or of a part of one, on a turned page.
  static let mostTurned = 9
  /// A matrix with more columns is a list.
  static let mostOfMatrix = 25

  private let table: MarkupElement
  private let columns: Int
  /// Whether the format has turned pages.
  private let canTurn: Bool

  /// - Parameter canTurn: whether the format has turned pages.
  init(_ table: MarkupElement, canTurn: Bool) {
    self.table = table
    self.canTurn = canTurn
    columns = Self.rows(of: table).map { $0.reduce(0) { $0 + Self.span($1) } }.max() ?? 0
  }

  /// The table, its parts, or a list in its place.
  var nodes: [MarkupNode] {
    if columns <= Self.mostUpright { return [.element(table)] }
    if table.classes.contains("matrix"), columns > Self.mostOfMatrix { return list }
    let most = canTurn ? Self.mostTurned : Self.mostUpright
    guard columns > most, isDivisible else { return [turned(table)] }
    let count = (columns - 1 + most - 2) / (most - 1)
    let size = (columns - 1 + count - 1) / count
    return (0..<count).map { part in
      turned(self.part(part, of: count, columns: (1 + part * size)..<min(columns, 1 + (part + 1) * size)))
    }
  }

  private func turned(_ table: MarkupElement) -> MarkupNode {
    var table = table
    if canTurn { table["class"] = [table["class"], "turned"].compactMap(\.self).joined(separator: " ") }
    return .element(table)
  }

  /// Cells over several rows or some of the columns cannot be divided.
  private var isDivisible: Bool {
    Self.rows(of: table).allSatisfy { row in
      row.allSatisfy { ($0["rowspan"] ?? "1") == "1" }
        && (row.count == 1 || row.allSatisfy { Self.span($0) == 1 })
    }
  }

  private static func span(_ cell: MarkupElement) -> Int { cell["colspan"].flatMap { Int($0) } ?? 1 }

  private static func rows(of table: MarkupElement) -> [[MarkupElement]] {
    (table.elements + table.elements.flatMap(\.elements)).filter { $0.name == "tr" }
      .map { $0.elements.filter { $0.name == "td" || $0.name == "th" } }
  }

  private func part(_ part: Int, of count: Int, columns: Range<Int>) -> MarkupElement {
    var result = table
    if part > 0 { result["id"] = nil }
    result.children = table.children.map { changingRows(of: $0) { cut($0, to: columns, isFirst: part == 0) } }
    let number = MarkupNode.text(Array(" \(part + 1)/\(count)".utf8))
    if let place = result.children.firstIndex(where: { $0.element?.name == "caption" }),
      var caption = result.children[place].element
    {
      if part > 0 { caption = caption.withoutIDs }
      caption.children.append(number)
      result.children[place] = .element(caption)
    } else {
      result.children.insert(.element(MarkupElement(name: "caption", children: [number])), at: 0)
    }
    return result
  }

  private func changingRows(of node: MarkupNode, _ change: (MarkupElement) -> MarkupElement) -> MarkupNode {
    guard var element = node.element else { return node }
    if element.name == "tr" { return .element(change(element)) }
    if ["thead", "tbody", "tfoot"].contains(element.name) {
      element.children = element.children.map { changingRows(of: $0, change) }
    }
    return .element(element)
  }

  private func cut(_ row: MarkupElement, to columns: Range<Int>, isFirst: Bool) -> MarkupElement {
    var cells = row.elements.filter { $0.name == "td" || $0.name == "th" }
    var row = isFirst ? row : row.withoutOwnID
    guard !cells.isEmpty else { return row }
    if !isFirst { cells[0] = cells[0].withoutIDs }
    if cells.count == 1, Self.span(cells[0]) > 1 {
      cells[0]["colspan"] = String(columns.count + 1)
      row.children = [.element(cells[0])]
    } else {
      let others = columns.clamped(to: 0..<cells.count)
      row.children = ([cells[0]] + cells[others]).map { .element($0) }
    }
    return row
  }

  /// The rows, each with its cells as a list; cells without a position are left out.
  private var list: [MarkupNode] {
    let rows = Self.rows(of: table)
    guard let head = rows.first else { return [] }
    return rows.dropFirst().flatMap { row -> [MarkupNode] in
      guard let first = row.first else { return [] }
      var title = MarkupElement(name: "p", children: first.children)
      title["class"] = row.count == 1 ? "list-group" : "list-head"
      let items = row.enumerated().dropFirst().compactMap { column, cell -> MarkupNode? in
        if cell.classes.contains("none") || cell.children.allSatisfy(\.isBlank) { return nil }
        let name = head.indices.contains(column) ? head[column].withoutIDs.children : []
        return .element(
          MarkupElement(
            name: "li",
            children: [.element(MarkupElement(name: "b", children: name)), .text([UInt8(ascii: " ")])]
              + cell.children))
      }
      return [.element(title)]
        + (items.isEmpty ? [] : [.element(MarkupElement(name: "ul", children: items))])
    }
  }
}

extension MarkupElement {
  fileprivate var withoutOwnID: MarkupElement {
    var copy = self
    copy["id"] = nil
    return copy
  }

  /// Without anchors, in it too: for what is repeated.
  fileprivate var withoutIDs: MarkupElement {
    var copy = withoutOwnID
    copy.children = children.map { node in node.element.map { .element($0.withoutIDs) } ?? node }
    return copy
  }
}
