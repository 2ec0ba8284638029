/// Finds the tables in lines that libcmark reads as one paragraph or heading.
///
/// The rules are those of cmark-gfm 0.29.0.gfm.6: the last line above the delimiter row is the header, the lines before
/// it remain a paragraph, and the rows end at a blank line, at a lazy line, or where any block starts.
struct TableFinder {
  private(set) var tables: [SourceTable] = []
  private(set) var mismatches: [MismatchedDelimiter] = []
  /// Whether a table ended before the last line, or goes on after it. The lines after it may not be a paragraph, or not begin
  /// one, so they must be parsed again.
  private(set) var isOpenEnded = false

  private let text: MarkdownText
  private let containers: ContainerStack

  init(_ text: MarkdownText, containers: ContainerStack) {
    self.text = text
    self.containers = containers
  }

  /// Searches `lines` for the first table.
  ///
  /// - Parameters:
  ///   - delimiters: the numbers of the lines that look like delimiter rows, ascending.
  ///   - isHeading: whether the last line underlines the others. Below a delimiter row it is a row, and so are lines after it.
  mutating func search(_ lines: Range<Int>, delimiters: ArraySlice<Int>, isHeading: Bool = false) {
    let limit = isHeading ? text.lines.count : lines.upperBound
    for number in delimiters where number > lines.lowerBound {
      guard let table = table(delimiter: number, lines: lines.lowerBound..<limit) else { continue }
      tables.append(table)
      isOpenEnded = table.endLine < limit && !(isHeading && isBlank(table.endLine))
      return
    }
  }

  private func isBlank(_ number: Int) -> Bool {
    let place = containers.content(ofLine: number, in: text)
    return line(number, place.offset).content.isEmpty
  }

  private mutating func table(delimiter number: Int, lines: Range<Int>) -> SourceTable? {
    let place = containers.content(ofLine: number, in: text)
    guard !place.isLazy, place.indent < 4 else { return nil }
    let delimiter = line(number, place.offset)
    // `- | -` is a list item.
    guard !BlockStart.begins(text.bytes, delimiter.content, indent: place.indent) else { return nil }
    guard let alignments = TableRow.alignments(text.bytes, delimiter.content) else { return nil }
    let header = line(number - 1, containers.content(ofLine: number - 1, in: text).offset)
    let cells = TableRow.cells(text.bytes, header.content).count
    guard cells == alignments.count else {
      mismatches.append(
        MismatchedDelimiter(
          header: header, delimiter: delimiter, headerCells: cells, delimiterCells: alignments.count))
      return nil
    }
    var table = SourceTable(
      header: header, delimiter: delimiter, alignments: alignments,
      startsParagraph: number - 1 == lines.lowerBound)
    table.rows = rows(number + 1..<max(number + 1, lines.upperBound))
    return table
  }

  private func rows(_ lines: Range<Int>) -> [SourceTable.Line] {
    var rows: [SourceTable.Line] = []
    for number in lines {
      let place = containers.content(ofLine: number, in: text)
      let row = line(number, place.offset)
      guard !place.isLazy, Self.isRow(text.bytes, row.content, indent: place.indent) else { break }
      rows.append(row)
    }
    return rows
  }

  /// Whether the line continues the table above it: it is not blank, has a cell and does not start a block.
  static func isRow(_ bytes: [UInt8], _ content: Range<Int>, indent: Int) -> Bool {
    guard let first = bytes[content].first, !BlockStart.begins(bytes, content, indent: indent) else {
      return false
    }
    return first != ASCII.pipe || bytes[content].dropFirst().contains { !$0.isCellSpace }
  }

  private func line(_ number: Int, _ offset: Int) -> SourceTable.Line {
    SourceTable.Line(number: number, content: offset..<max(offset, text.line(number).upperBound))
  }
}

/// A table in the lines of a text, before its cells are parsed.
struct SourceTable {
  /// A line of the table.
  struct Line {
    /// The 0-based number.
    var number: Int
    /// The content, without container prefixes, indentation and line end.
    var content: Range<Int>
  }

  let header: Line
  let delimiter: Line
  let alignments: [ColumnAlignment]
  var rows: [Line] = []
  /// Whether the header is the first line of its paragraph, so that its prefix may contain a list marker.
  let startsParagraph: Bool

  var columns: Int { alignments.count }
  /// The number of the line after the table.
  var endLine: Int { (rows.last ?? delimiter).number + 1 }
}

/// A delimiter row with a different number of cells than the line above it.
struct MismatchedDelimiter {
  let header: SourceTable.Line
  let delimiter: SourceTable.Line
  let headerCells: Int
  let delimiterCells: Int
}
