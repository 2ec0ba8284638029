import Diagnostics
import Text

/// The diagnostics about tables. All except `table-too-large` are only for the site's profile.
extension MarkdownDiagnostics {
  /// Checks the tables of a text for probable mistakes.
  mutating func check(_ result: TableExtractor.Result) {
    var text = result.original
    let mayHoldWikilinks =
      !result.tables.isEmpty && text.bytes.contains(ASCII.openBracket, followedBy: ASCII.openBracket)
    for (table, planned) in zip(result.tables, result.plan.tables) {
      // The first of the planned rows is the header.
      for (index, row) in table.rows.enumerated() {
        if mayHoldWikilinks { checkWikilinks(row, in: &text) }
        let count = result.plan.rows[planned.rows.lowerBound + 1 + index].written
        guard count != table.columns, !Self.isRule(text.bytes[row.content]) else { continue }
        let isCaption =
          count == 1 && index == table.rows.count - 1
          && TableCaption.markerLength(text.bytes[row.content]) != nil
        let place = text.fileRange(row.content).range
        if isCaption {
          addGluedCaption(at: place)
        } else {
          addRagged(at: place, found: count, expected: table.columns)
        }
      }
      if mayHoldWikilinks { checkWikilinks(table.header, in: &text) }
    }
    for mismatch in result.mismatches where mismatch.headerCells > 1 || mismatch.delimiterCells > 1 {
      addMismatch(
        mismatch, at: text.fileRange(mismatch.delimiter.content).range,
        header: text.fileRange(mismatch.header.content).range)
    }
    checkLinkDefinitions(in: &text)
  }

  /// Whether a row is a line that some programs draw between rows: only bars, dashes, equals and plus signs.
  private static func isRule(_ row: ArraySlice<UInt8>) -> Bool {
    row.allSatisfy {
      $0 == ASCII.pipe || $0 == ASCII.hyphen || $0 == ASCII.equals || $0 == UInt8(ascii: "+")
        || $0 == ASCII.colon
        || $0.isSpace
    }
  }

  mutating func addTooLarge(_ table: SourceTable, in text: MarkdownText) {
    var text = text
    add(
      .tableTooLarge, text.fileRange(table.header.content).range,
      "the table has \(table.columns) columns and \(table.rows.count + 1) rows, more than 150,000 cells; it is shown as text"
    )
  }

  /// - Parameter comparison: the place of a comparison that is not written as a table.
  mutating func addTooLarge(comparison: Range<Int>) {
    add(
      .tableTooLarge, comparison,
      "the table of this comparison would have more than 150,000 cells; it is shown as text")
  }

  private mutating func addRagged(at place: Range<Int>, found: Int, expected: Int) {
    let rest = found < expected ? "the missing cells are empty" : "the extra cells are dropped"
    add(
      .raggedRow, place,
      "the row has \(found.counted("cell")), but its table has \(expected.counted("column")); \(rest)",
      suggestion: found > expected ? Suggestion("write a pipe inside a cell as “\\|”") : nil)
  }

  private mutating func addGluedCaption(at place: Range<Int>) {
    add(
      .gluedCaption, place, "a caption directly below a table is read as a row",
      suggestion: Suggestion("add a blank line above it"))
  }

  private mutating func addMismatch(_ mismatch: MismatchedDelimiter, at place: Range<Int>, header: Range<Int>)
  {
    add(
      .notATable, place,
      "this is not a table, because its header has \(mismatch.headerCells.counted("cell")) and the row of dashes has \(mismatch.delimiterCells)",
      notes: [note("the header is here", header)])
  }

  /// Reports wikilinks that an unescaped bar splits into two cells.
  private mutating func checkWikilinks(_ row: SourceTable.Line, in text: inout MarkdownText) {
    let bytes = text.bytes
    guard Self.contains(bytes, row.content, ASCII.openBracket) else { return }
    let cells = TableRow.cells(bytes, row.content)
    for (left, right) in zip(cells, cells.dropFirst()) {
      guard let open = Self.lastDouble(bytes, left, ASCII.openBracket),
        !Self.contains(bytes, open + 2..<left.upperBound, ASCII.closeBracket),
        Self.contains(bytes, right, ASCII.closeBracket)
      else { continue }
      let target = String(decoding: bytes[open + 2..<left.upperBound], as: UTF8.self)
      add(
        .halfWikilink, text.fileRange(open..<left.upperBound).range,
        "the pipe in the wikilink to “\(target)” ends the cell",
        suggestion: Suggestion("write the pipe as “\\|” in a table"))
    }
  }

  /// Whether `range` contains two such bytes next to each other.
  private static func contains(_ bytes: [UInt8], _ range: Range<Int>, _ byte: UInt8) -> Bool {
    lastDouble(bytes, range, byte) != nil
  }

  /// The offset of the last two such bytes next to each other in `range`; nil if there are none.
  private static func lastDouble(_ bytes: [UInt8], _ range: Range<Int>, _ byte: UInt8) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.upperBound - 2
      while index >= range.lowerBound {
        if bytes[index] == byte, bytes[index + 1] == byte { return index }
        index -= 1
      }
      return nil
    }
  }

  /// Reports link definitions whose label is a stance mark, because they turn marks into links.
  private mutating func checkLinkDefinitions(in text: inout MarkdownText) {
    for number in text.lines.indices {
      let start = Int(text.lines[number])
      guard text.bytes[start] == ASCII.openBracket || text.bytes[start] == ASCII.space else { continue }
      let line = text.line(number)
      guard let first = text.bytes[line].firstIndex(where: { $0 != ASCII.space }), first - start < 4,
        let mark = CellParts.mark(text.bytes, first..<line.upperBound),
        mark.upperBound + 1 < line.upperBound, text.bytes[mark.upperBound + 1] == ASCII.colon
      else { continue }
      let label = String(decoding: text.bytes[mark], as: UTF8.self)
      add(
        .markIsLinkLabel, text.fileRange(first..<mark.upperBound + 2).range,
        "the stance mark “[\(label)]” is defined as the label of a link",
        suggestion: Suggestion("use a different label for the link"))
    }
  }
}
