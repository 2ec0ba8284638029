import Content
import Diagnostics

/// A piece of a line between runs of two or more spaces.
struct SpacedCell: Hashable {
  let text: String
  /// The columns of a terminal that it takes; wide letters take two.
  let columns: Range<Int>

  /// The cells of a line; a single one for a line without two spaces in a row.
  static func cells(of line: some StringProtocol) -> [SpacedCell] {
    var cells: [SpacedCell] = []
    var (text, start, column, spaces) = ("", 0, 0, 0)
    for character in line {
      if character == " " {
        (spaces, column) = (spaces + 1, column + 1)
        continue
      }
      if spaces >= 2 || text.isEmpty {
        if !text.isEmpty { cells.append(SpacedCell(text: text, columns: start..<column - spaces)) }
        (text, start) = ("", column)
      } else if spaces == 1 {
        text.append(" ")
      }
      text.append(character)
      (spaces, column) = (0, column + TerminalText.width(of: String(character)))
    }
    if !text.isEmpty { cells.append(SpacedCell(text: text, columns: start..<column - spaces)) }
    return cells
  }
}

/// A table whose columns are aligned by spaces.
struct SpacedTable {
  /// The index of the first line and the cells of each row; the first row is the header.
  private(set) var rows: [(line: Int, cells: [String])] = []
  /// The index after the last line.
  private(set) var end: Int

  private let lines: [PastedLine]
  private var header: [SpacedCell]
  /// Whether blank lines separate the rows, so that all lines between two of them are one row.
  private var hasBlanks = false

  /// The table that starts at line `start`, or at a rule there; nil if there is none.
  init?(at start: Int, in lines: [PastedLine]) {
    let isBelowRule = PastedTextReader.isRule(lines[start].text)
    let first = isBelowRule ? start + 1 : start
    guard first < lines.count, !isBelowRule || !lines[first].followsBlank, Self.isHeader(lines[first]) else {
      return nil
    }
    self.lines = lines
    header = lines[first].cells
    end = first + 1
    rows = [(first, header.map(\.text))]
    while end < lines.count, readLine() {}
    guard rows.count > (header.count == 2 ? 2 : 1) else { return nil }
  }

  /// Whether a line has at least two short cells that no sentence ends in.
  private static func isHeader(_ line: PastedLine) -> Bool {
    line.cells.count >= 2 && !line.text.contains("|") && ListMarker(line.text) == nil
      && line.cells.allSatisfy {
        let shape = LineShape($0.text)
        return shape.words <= 7 && (!shape.isClosed || shape.last == "?")
      }
  }

  /// Reads a line into the table; false: the table ends before it.
  private mutating func readLine() -> Bool {
    let line = lines[end]
    if line.text.contains("\t") || line.text.contains("|") { return false }
    if PastedTextReader.isRule(line.text) || line.cells.allSatisfy({ PastedTextReader.isRule($0.text) }) {
      if line.followsBlank { return false }
      end += 1
      return true
    }
    guard let cells = row(of: line.cells) else { return false }
    if cells[0].isEmpty || hasBlanks && !line.followsBlank {
      guard !line.followsBlank else { return false }
      append(cells)
    } else if line.cells.count == 1 {
      guard continuesFirstCell(line) else { return false }
      append(cells)
    } else {
      if rows.count == 1 { hasBlanks = line.followsBlank }
      if line.followsBlank != hasBlanks { return false }
      rows.append((end, cells))
    }
    end += 1
    return true
  }

  /// Appends the text of cells to those of the last row.
  private mutating func append(_ cells: [String]) {
    let last = rows.count - 1
    for (column, text) in cells.enumerated() where !text.isEmpty {
      if rows[last].cells[column].isEmpty {
        rows[last].cells[column] = text
      } else {
        LineWrapping.join(text, to: &rows[last].cells[column])
      }
    }
  }

  /// Whether a line with text in the first column only continues the cell above it: a row of the table follows.
  private func continuesFirstCell(_ line: PastedLine) -> Bool {
    guard !line.followsBlank, line.cells[0].columns.upperBound < header[1].columns.lowerBound,
      LineShape(line.text).startsLowerCase, end + 1 < lines.count
    else { return false }
    return !lines[end + 1].followsBlank && lines[end + 1].cells.count > 1
  }

  /// The cells by column; nil if they do not fit the columns.
  private func row(of found: [SpacedCell]) -> [String]? {
    if found.count == header.count {
      let isAligned = zip(found, header).allSatisfy { Self.isAligned($0, $1) }
      return isAligned || header.count > 2 ? found.map(\.text) : nil
    }
    guard found.count < header.count else { return nil }
    var cells = Array(repeating: "", count: header.count)
    for cell in found {
      guard let column = header.firstIndex(where: { Self.isAligned(cell, $0) }), cells[column].isEmpty else {
        return nil
      }
      cells[column] = cell.text
    }
    return cells
  }

  private static func isAligned(_ cell: SpacedCell, _ head: SpacedCell) -> Bool {
    let centre = cell.columns.lowerBound + cell.columns.upperBound
    return cell.columns.lowerBound == head.columns.lowerBound
      || cell.columns.upperBound == head.columns.upperBound
      || abs(centre - head.columns.lowerBound - head.columns.upperBound) <= 1
  }
}
