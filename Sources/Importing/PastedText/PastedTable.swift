import Content
import Text

/// A table in pasted text.
struct PastedTable {
  /// The cells as plain text, not escaped. The first row is the header.
  var rows: [[String]]
  /// The index after the last line.
  let end: Int
  /// Why the lines are read as a table, such as `cells separated by pipes`.
  let reason: String
  /// The rows with more or fewer cells than the header: the index of the line and the number of cells.
  let ragged: [(line: Int, cells: Int)]
}

/// Finds tables among the lines of pasted text.
struct PastedTableFinder {
  private let lines: [PastedLine]
  private let words: HeaderWords
  /// The maximum number of lines of a broken row.
  private static let brokenLimit = 8

  init(_ lines: [PastedLine], words: HeaderWords) {
    self.lines = lines
    self.words = words
  }

  /// The table that starts at line `index`; nil if there is none.
  func table(at index: Int) -> PastedTable? {
    pipeTable(at: index) ?? tabTable(at: index) ?? spacedTable(at: index)
  }

  // MARK: Pipes

  private struct Row {
    let line: Int
    let cells: [String]
  }

  private func pipeTable(at start: Int) -> PastedTable? {
    guard let first = PipeRow(lines[start].text), !first.isDelimiter, !isAboveHeader(start) else {
      return nil
    }
    var rows = [Row(line: start, cells: first.cells)]
    var hasDelimiter = false
    var index = start + 1
    while index < lines.count, !endsTable(at: index, rows: rows, hasDelimiter: hasDelimiter) {
      guard let (row, end) = pipeRow(at: index, like: first) else { break }
      if row.isDelimiter { hasDelimiter = true } else { rows.append(Row(line: index, cells: row.cells)) }
      index = end
    }
    guard rows.count > 1 || hasDelimiter else { return nil }
    let reason = "cells separated by pipes" + (hasDelimiter ? "" : "; the first row is the header")
    return made(rows, end: index, reason: reason)
  }

  /// Whether the line is prose with a pipe in it, directly above the header of a table.
  private func isAboveHeader(_ index: Int) -> Bool {
    index + 2 < lines.count && PipeRow(lines[index + 2].text)?.isDelimiter == true
      && PipeRow(lines[index + 1].text)?.isDelimiter == false
  }

  /// Whether the row has the form of the first one and, without enclosing pipes, the same number of cells.
  private func isRow(_ row: PipeRow, like first: PipeRow) -> Bool {
    guard row.hasOpeningPipe == first.hasOpeningPipe else { return false }
    return row.hasOpeningPipe
      || row.cells.count + (row.hasClosingPipe ? 1 : 0) >= first.cells.count
        && row.cells.count <= first.cells.count
  }

  /// The row at line `index`, joined with the lines that continue its cells; nil if the line is not a row.
  private func pipeRow(at index: Int, like first: PipeRow) -> (row: PipeRow, end: Int)? {
    guard !(lines[index].followsBlank && PipeRow(lines[index].text)?.hasOpeningPipe != first.hasOpeningPipe)
    else { return nil }
    let row = PipeRow(lines[index].text)
    if let row, !row.isDelimiter, !isRow(row, like: first) { return nil }
    let isWhole = !first.hasOpeningPipe || !first.hasClosingPipe || row?.hasClosingPipe == true
    if isWhole { return row.map { ($0, index + 1) } }
    guard lines[index].text.first == "|" else { return row.map { ($0, index + 1) } }
    return brokenRow(at: index, width: first.cells.count) ?? row.map { ($0, index + 1) }
  }

  private func brokenRow(at index: Int, width: Int) -> (row: PipeRow, end: Int)? {
    var text = lines[index].text
    for next in (index + 1)..<min(lines.count, index + Self.brokenLimit) {
      if lines[next].followsBlank || lines[next].text.first == "|" && text.last == "|" { return nil }
      text += " " + lines[next].text
      guard let row = PipeRow(text) else { continue }
      if row.cells.count > width { return nil }
      if row.hasClosingPipe, row.cells.count == width { return (row, next + 1) }
    }
    return nil
  }

  /// Whether the table ends before line `index`: at a blank line if the table has a delimiter row, or at the header of
  /// another table.
  private func endsTable(at index: Int, rows: [Row], hasDelimiter: Bool) -> Bool {
    guard let row = PipeRow(lines[index].text) else { return false }
    if lines[index].followsBlank, hasDelimiter { return true }
    if index + 1 < lines.count, let next = PipeRow(lines[index + 1].text), next.isDelimiter {
      return !row.isDelimiter
    }
    return !row.isDelimiter && isHeader(row.cells) && rows.count > 1
  }

  private func isHeader(_ cells: [String]) -> Bool {
    let corner = NameKey(cells[0])
    return (words.axis.contains(corner) || words.option.contains(corner) || words.party.contains(corner))
      && cells.allSatisfy { LineShape($0).words <= 5 }
  }

  // MARK: Tabs

  private func tabTable(at start: Int) -> PastedTable? {
    guard let first = tabCells(at: start) else { return nil }
    var rows = [Row(line: start, cells: first)]
    var index = start + 1
    while index < lines.count, !lines[index].followsBlank, let cells = tabCells(at: index),
      !(rows.count > 1 && isHeader(cells))
    {
      rows.append(Row(line: index, cells: cells))
      index += 1
    }
    guard rows.count > 1 else { return nil }
    return made(rows, end: index, reason: "cells separated by tabs; the first row is the header")
  }

  private func tabCells(at index: Int) -> [String]? {
    let line = lines[index]
    guard line.text.contains("\t"), ListMarker(line.text) == nil else {
      return nil
    }
    let leading = Array(repeating: "", count: line.leadingTabs)
    let cells = line.text.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0.trimmingWhitespace)
    }
    return leading + cells
  }

  // MARK: Spaces

  private func spacedTable(at start: Int) -> PastedTable? {
    guard let table = SpacedTable(at: start, in: lines) else { return nil }
    return made(
      table.rows.map { Row(line: $0.line, cells: $0.cells) }, end: table.end,
      reason: "columns aligned by spaces; the first row is the header")
  }

  private func made(_ rows: [Row], end: Int, reason: String) -> PastedTable {
    let width = rows[0].cells.count
    let ragged = rows.dropFirst().filter { $0.cells.count != width }
    return PastedTable(
      rows: rows.map(\.cells), end: end, reason: reason, ragged: ragged.map { ($0.line, $0.cells.count) })
  }
}
