/// A table: rows of cells, some of which span several columns or rows.
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

  /// `[attributes, [rows]]`, a table's head or foot.
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
  /// How many columns it declares.
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
