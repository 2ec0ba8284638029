/// A table of a document. Its cells may span several columns or rows.
struct PandocTable: Decodable, Hashable {
  struct Cell: Decodable, Hashable {
    let rowSpan: Int
    let columnSpan: Int
    let blocks: [PandocBlock]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      try list.skip(2)
      rowSpan = try list.decode(Int.self)
      columnSpan = try list.decode(Int.self)
      blocks = try list.decode([PandocBlock].self)
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
  let head: [[Cell]]
  let body: [[Cell]]

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

/// The cells of a table in rows and columns. A merged cell is in its first row and column; the others are nil.
struct TableGrid {
  private(set) var rows: [[PandocTable.Cell?]] = []
  /// Whether a cell spans several columns or rows.
  private(set) var hasSpans = false
  private static let widthLimit = 10_000

  init(_ source: [[PandocTable.Cell]]) {
    // For each column, the number of further rows that a cell from above takes.
    var taken: [Int] = []
    for row in source {
      var line: [PandocTable.Cell?] = []
      func skipTaken() {
        while line.count < taken.count, taken[line.count] > 0 {
          taken[line.count] -= 1
          line.append(nil)
        }
      }
      for cell in row {
        skipTaken()
        if cell.columnSpan > 1 || cell.rowSpan > 1 { hasSpans = true }
        for column in 0..<max(1, min(cell.columnSpan, Self.widthLimit)) {
          if line.count == taken.count { taken.append(0) }
          taken[line.count] = max(0, cell.rowSpan - 1)
          line.append(column == 0 ? cell : nil)
        }
      }
      skipTaken()
      rows.append(line)
    }
  }
}
