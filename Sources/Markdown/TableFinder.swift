/// Finds the tables in a run of lines that libcmark takes for one paragraph.
///
/// The rules are those of cmark-gfm 0.29.0.gfm.6: the last line above the delimiter row is the header, lines before
/// it stay a paragraph, and the rows end at a blank line, at a lazy line, or where any block starts.
struct TableFinder {
  private(set) var tables: [FoundTable] = []
  private(set) var unfit: [UnfitDelimiter] = []
  /// A table ended inside the run: what follows may be no paragraph at all, and must be read anew.
  private(set) var isOpenEnded = false

  private let text: MarkdownText
  private let containers: ContainerStack

  init(_ text: MarkdownText, containers: ContainerStack) {
    self.text = text
    self.containers = containers
  }

  /// Looks for a table whose delimiter row is among `lines`; stops at the first.
  ///
  /// `delimiters` are the numbers of the lines that look like delimiter rows, ascending.
  mutating func search(_ lines: Range<Int>, delimiters: ArraySlice<Int>) {
    for number in delimiters where number > lines.lowerBound {
      guard let table = table(delimiter: number, lines: lines) else { continue }
      tables.append(table)
      isOpenEnded = table.endLine < lines.upperBound
      return
    }
  }

  private mutating func table(delimiter number: Int, lines: Range<Int>) -> FoundTable? {
    let place = containers.content(ofLine: number, in: text)
    guard !place.isLazy, place.indent < 4 else { return nil }
    let delimiter = line(number, place.offset)
    guard let alignments = TableRow.alignments(text.bytes, delimiter.content) else { return nil }
    let header = line(number - 1, containers.content(ofLine: number - 1, in: text).offset)
    let cells = TableRow.cells(text.bytes, header.content).count
    guard cells == alignments.count else {
      unfit.append(
        UnfitDelimiter(
          header: header, delimiter: delimiter, headerCells: cells, delimiterCells: alignments.count))
      return nil
    }
    var table = FoundTable(
      header: header, delimiter: delimiter, alignments: alignments,
      startsParagraph: number - 1 == lines.lowerBound)
    table.rows = rows(number + 1..<max(number + 1, lines.upperBound))
    return table
  }

  private func rows(_ lines: Range<Int>) -> [FoundTable.Line] {
    var rows: [FoundTable.Line] = []
    for number in lines {
      let place = containers.content(ofLine: number, in: text)
      let row = line(number, place.offset)
      guard !place.isLazy, Self.isRow(text.bytes, row.content, indent: place.indent) else { break }
      rows.append(row)
    }
    return rows
  }

  /// The line goes on with the table above it: it is not blank, has a cell, and starts no block.
  static func isRow(_ bytes: [UInt8], _ content: Range<Int>, indent: Int) -> Bool {
    guard let first = bytes[content].first, !BlockStart.begins(bytes, content, indent: indent) else {
      return false
    }
    return first != ASCII.pipe || bytes[content].dropFirst().contains { !$0.isCellSpace }
  }

  private func line(_ number: Int, _ offset: Int) -> FoundTable.Line {
    FoundTable.Line(number: number, content: offset..<max(offset, text.line(number).upperBound))
  }
}
