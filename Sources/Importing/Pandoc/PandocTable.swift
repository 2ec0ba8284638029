import Diagnostics

/// A table of a document. Its cells may span several columns or rows.
struct PandocTable: Decodable, Hashable {
  struct Cell: Decodable, Hashable {
    let rowSpan: Int
    let columnSpan: Int
    var blocks: [PandocBlock]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      try list.skip(2)
      rowSpan = try list.decode(Int.self)
      columnSpan = try list.decode(Int.self)
      blocks = CellListMark.lists(in: try list.decode([PandocBlock].self))
    }
  }

  private struct Row: Decodable {
    let cells: [Cell]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      try list.skip()
      cells = try list.decode([Cell].self)
    }
  }

  /// The head or foot of a table, `[attributes, [rows]]`.
  private struct Rows: Decodable {
    let rows: [Row]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      try list.skip()
      rows = try list.decode([Row].self)
    }
  }

  private struct Body: Decodable {
    let rows: [Row]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      try list.skip(2)
      rows = try list.decode([Row].self) + list.decode([Row].self)
    }
  }

  let caption: PandocCaption
  /// The declared number of columns.
  let width: Int
  private(set) var head: [[Cell]]
  private(set) var body: [[Cell]]

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    try list.skip()
    caption = try list.decode(PandocCaption.self)
    width = try list.decode([PandocSkipped].self).count
    head = try list.decode(Rows.self).rows.map(\.cells)
    let bodies = try list.decode([Body].self)
    body = try (bodies.flatMap(\.rows) + list.decode(Rows.self).rows).map(\.cells)
  }
}

extension PandocTable {
  /// A copy with other contents of its cells.
  func mapping(_ map: ([PandocBlock]) -> [PandocBlock]) -> PandocTable {
    var copy = self
    for row in head.indices {
      for cell in head[row].indices { copy.head[row][cell].blocks = map(head[row][cell].blocks) }
    }
    for row in body.indices {
      for cell in body[row].indices { copy.body[row][cell].blocks = map(body[row][cell].blocks) }
    }
    return copy
  }
}

/// The cells of a table in rows and columns. A merged cell is in each row and column that it spans.
struct TableGrid {
  struct Slot {
    let cell: PandocTable.Cell
    /// nil: it is not merged.
    let merge: SourceTable.Merge?
  }

  private(set) var rows: [[Slot?]] = []
  /// A table has at most about this many cells, with those that merged cells cover.
  private static let cellLimit = Limit.tableCells.value

  init(_ source: [[PandocTable.Cell]]) {
    // Every row becomes as wide as the widest, so a cell spans further columns only while there is room for all rows.
    let widthLimit = max(100, Self.cellLimit / max(1, source.count))
    // The merged cells from rows above, by column, with the number of rows that they still take.
    var taken: [(slot: Slot, left: Int)?] = []
    for (number, row) in source.enumerated() {
      var line: [Slot?] = []
      func takeFromAbove() {
        while line.count < taken.count, let above = taken[line.count], above.left > 0 {
          taken[line.count]?.left -= 1
          line.append(above.slot)
        }
      }
      for cell in row {
        takeFromAbove()
        if let mark = CoveredCell(cell) {
          line.append(covered(mark, row: number, column: line.count, in: line))
          continue
        }
        let width = max(1, min(cell.columnSpan, widthLimit - line.count))
        let height = max(1, min(cell.rowSpan, source.count - number))
        let merge =
          width > 1 || height > 1
          ? SourceTable.Merge(
            row: number, column: line.count, rowCount: height, columnCount: width) : nil
        for _ in 0..<width {
          while taken.count <= line.count { taken.append(nil) }
          let slot = Slot(cell: cell, merge: merge)
          taken[line.count] = (slot, height - 1)
          line.append(slot)
        }
      }
      takeFromAbove()
      rows.append(line.map { $0?.cell.blocks.isEmpty == true && $0?.merge == nil ? nil : $0 })
    }
    markFirstCells()
  }

  /// The slot of a cell that is covered by a merged cell above it or on its left.
  private func covered(_ mark: CoveredCell, row: Int, column: Int, in line: [Slot?]) -> Slot? {
    guard let merge = mark.merge(row: row, column: column) else { return nil }
    let first = merge.row == row ? line : merge.row < rows.count ? rows[merge.row] : []
    guard merge.column < first.count, let slot = first[merge.column] else { return nil }
    return Slot(cell: slot.cell, merge: merge)
  }

  /// Gives the first cell of each covered area its merge, too.
  private mutating func markFirstCells() {
    for merge in Set(rows.joined().compactMap { $0?.merge }) {
      guard rows.indices.contains(merge.row), merge.column < rows[merge.row].count,
        let slot = rows[merge.row][merge.column], slot.merge == nil
      else { continue }
      rows[merge.row][merge.column] = Slot(cell: slot.cell, merge: merge)
    }
  }
}
