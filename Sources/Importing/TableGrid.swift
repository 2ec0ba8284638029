/// The cells of a table in rows and columns: a cell that spans several stands in the first, the others are empty.
struct TableGrid {
  private(set) var rows: [[PandocTable.Cell?]] = []
  /// At least one cell spans several columns or rows.
  private(set) var hasSpans = false
  private static let widthLimit = 10_000

  init(_ source: [[PandocTable.Cell]]) {
    // For each column: how many further rows a cell from above takes.
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
