import Text

/// Writes a table of a page as a table of GFM: cells that span rows are repeated, those that span columns leave the rest empty.
struct MarkdownTableWriter {
  private let writer: MarkdownWriter
  private var tree: HTMLTree { writer.tree }

  init(_ writer: MarkdownWriter) { self.writer = writer }

  /// The caption, and the table.
  func blocks(_ table: Int) -> [MarkdownBlock] {
    let parts = tree.nodes[table].children
    let heads = rows(parts.filter { tree.name($0) == "thead" })
    let others = rows(parts.filter { tree.name($0) != "thead" })
    let caption = parts.filter { tree.name($0) == "caption" }.flatMap { writer.blocks([$0]) }
    let grid = self.grid(heads + others)
    guard let width = grid.map(\.count).max(), width > 0 else { return caption }
    let rows = grid.map { $0 + Array(repeating: MarkdownLine(), count: width - $0.count) }
    let head = heads.isEmpty ? Array(repeating: MarkdownLine(), count: width) : rows[0]
    return caption + [.table(header: head, rows: heads.isEmpty ? rows : Array(rows.dropFirst()))]
  }

  /// The rows of a table or its parts; hidden ones are left out.
  private func rows(_ parts: [Int]) -> [Int] {
    parts.flatMap { part -> [Int] in
      if writer.isLeftOut(part) { return [] }
      switch tree.name(part) {
      case "tr": return [part]
      case "thead", "tbody", "tfoot": return rows(tree.nodes[part].children)
      default: return []
      }
    }
  }

  /// The largest number of rows and columns that a cell may span, as in HTML.
  private static let mostSpan = 1_000

  private func span(_ name: String, _ cell: Int) -> Int {
    min(max(tree.attribute(name, of: cell).flatMap(Int.init) ?? 1, 1), Self.mostSpan)
  }

  private func grid(_ rows: [Int]) -> [[MarkdownLine]] {
    /// The cells that reach down from rows above, by column: their text, and in how many rows more.
    var above: [Int: (text: MarkdownLine, rows: Int)] = [:]
    return rows.map { row in
      var line: [MarkdownLine] = []
      func takeAbove() {
        while let cell = above[line.count] {
          above[line.count] = cell.rows > 1 ? (cell.text, cell.rows - 1) : nil
          line.append(cell.text)
        }
      }
      for cell in tree.nodes[row].children
      where ["td", "th"].contains(tree.name(cell)) && !writer.isLeftOut(cell) {
        takeAbove()
        let start = line.count
        let columns = span("colspan", cell)
        let rowCount = span("rowspan", cell)
        line += texts(of: cell, columns, isNote: tree.hasClass("notes", row))
        if rowCount > 1 { for column in start..<line.count { above[column] = (line[column], rowCount - 1) } }
      }
      takeAbove()
      return line
    }
  }

  /// The text of a cell, in the first of its columns; that of a note in the second, where the words are.
  private func texts(of cell: Int, _ columns: Int, isNote: Bool) -> [MarkdownLine] {
    let text = MarkdownLineWriter(writer, isInCell: true).lines(of: tree.nodes[cell].children).joined(
      separator: "<br>")
    var texts = Array(repeating: MarkdownLine(), count: columns)
    texts[isNote && columns > 1 ? 1 : 0] = text
    return texts
  }
}
