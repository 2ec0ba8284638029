import Diagnostics

/// The mark of a cell that a merged cell of an .odt document covers: pandoc drops these cells, and with them the place of
/// those after them.
struct CoveredCell {
  /// A character for private use, which no document has.
  private static let sign: Character = "\u{E0F1}"

  /// The rows and columns from the merged cell to this one, and the size of the merged cell.
  let numbers: [Int]

  init?(_ cell: PandocTable.Cell) {
    guard cell.blocks.count == 1, case .paragraph(let inlines) = cell.blocks[0], inlines.count == 1,
      case .text(let text) = inlines[0], text.first == Self.sign
    else { return nil }
    let numbers = text.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.numbers = numbers
  }

  /// The merged cell of the mark in a row and column.
  func merge(row: Int, column: Int) -> SourceTable.Merge? {
    guard row >= numbers[0], column >= numbers[1] else { return nil }
    return SourceTable.Merge(
      row: row - numbers[0], column: column - numbers[1], rowCount: numbers[2], columnCount: numbers[3])
  }

  static func text(_ numbers: [Int]) -> String {
    String(sign) + numbers.map(String.init).joined(separator: ".")
  }
}

/// Prepares the merged cells of an .odt document for pandoc.
package enum OpenDocumentText {
  private static let limit = Limit.mergedCells.value

  /// A copy in which every cell that a merged cell covers is a cell with a mark.
  package static func markingCoveredCells(_ content: [UInt8]) -> [UInt8] {
    var scanner = XMLScanner(content)
    var copy = XMLReplacements(content)
    var tables: [Coverage] = []
    while let token = scanner.next() {
      switch token {
      case .open(let tag):
        let last = tables.count - 1
        switch tag.name {
        case "table:table": tables.append(Coverage())
        case "table:table-row" where last >= 0: tables[last].startRow()
        case "table:table-cell" where last >= 0:
          copy.replace(tag.range.lowerBound..<tag.range.lowerBound, with: tables[last].marks())
          tables[last].add(
            rows: tag.count("table:number-rows-spanned", limit: limit),
            columns: tag.count("table:number-columns-spanned", limit: limit))
        case "table:covered-table-cell" where last >= 0:
          let count = tag.count("table:number-columns-repeated", limit: limit)
          if tag.isEmpty { copy.replace(tag.range, with: tables[last].marks(count)) }
        default: break
        }
      case .close("table:table-row", let range) where !tables.isEmpty:
        copy.replace(range.lowerBound..<range.lowerBound, with: tables[tables.count - 1].marks())
      case .close("table:table", _): _ = tables.popLast()
      default: break
      }
    }
    return copy.bytes
  }

  /// The merged cells of a table while its rows are read.
  private struct Coverage {
    private var row = -1
    private var column = 0
    private var merges: [SourceTable.Merge] = []

    mutating func startRow() {
      row += 1
      column = 0
      merges.removeAll { $0.row + $0.rowCount <= row }
    }

    mutating func add(rows: Int, columns: Int) {
      if rows > 1 || columns > 1 {
        merges.append(SourceTable.Merge(row: row, column: column, rowCount: rows, columnCount: columns))
      }
      column += 1
    }

    /// The marks of the next covered cells.
    ///
    /// - Parameter limit: the most cells; nil: all that are covered here.
    mutating func marks(_ limit: Int? = nil) -> String {
      var result = ""
      var count = 0
      while count < limit ?? .max,
        let merge = merges.first(where: {
          column >= $0.column && column < $0.column + $0.columnCount
            && !($0.row == row && $0.column == column)
        })
      {
        let numbers = [row - merge.row, column - merge.column, merge.rowCount, merge.columnCount]
        result +=
          "<table:table-cell><text:p>\(CoveredCell.text(numbers))</text:p></table:table-cell>"
        column += 1
        count += 1
      }
      return result
    }
  }
}
