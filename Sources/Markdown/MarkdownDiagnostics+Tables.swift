import Diagnostics

/// Complaints about tables, for the site's profile.
extension MarkdownDiagnostics {
  /// Looks through the tables of a text for what its author probably did not mean.
  mutating func check(_ result: TableReading.Result) {
    var text = result.original
    for table in result.tables {
      for (index, row) in table.rows.enumerated() {
        checkWikilinks(row, in: &text)
        let count = TableRow.cells(text.bytes, row.content).count
        guard count != table.columns else { continue }
        let isCaption =
          count == 1 && index == table.rows.count - 1 && TableCaption.sign(text.bytes[row.content]) != nil
        let place = text.fileRange(row.content).range
        if isCaption {
          addGluedCaption(at: place)
        } else {
          addRagged(at: place, found: count, expected: table.columns)
        }
      }
      checkWikilinks(table.header, in: &text)
    }
    for unfit in result.unfit where unfit.headerCells > 1 || unfit.delimiterCells > 1 {
      addUnfit(
        unfit, at: text.fileRange(unfit.delimiter.content).range,
        header: text.fileRange(unfit.header.content).range)
    }
    checkLinkDefinitions(in: &text)
  }

  private mutating func addRagged(at place: Range<Int>, found: Int, expected: Int) {
    let cells = found == 1 ? "1 cell" : "\(found) cells"
    let rest = found < expected ? "the rest is left empty" : "what is too much is left out"
    add(
      .raggedRow, place, "the row has \(cells), but its table has \(expected) columns; \(rest)",
      suggestion: found > expected ? Suggestion("write a bar inside a cell as “\\|”") : nil)
  }

  private mutating func addGluedCaption(at place: Range<Int>) {
    add(
      .gluedCaption, place, "a caption right below a table is read as a row",
      suggestion: Suggestion("put a blank line above it"))
  }

  private mutating func addUnfit(_ unfit: UnfitDelimiter, at place: Range<Int>, header: Range<Int>) {
    add(
      .notATable, place,
      "this is not read as a table: the header has \(unfit.headerCells == 1 ? "1 cell" : "\(unfit.headerCells) cells"), the row of dashes \(unfit.delimiterCells)",
      notes: [note("the header is here", header)])
  }

  /// A wikilink that an unescaped bar cut in two.
  private mutating func checkWikilinks(_ row: FoundTable.Line, in text: inout MarkdownText) {
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
        "the bar in the wikilink to “\(target)” ends the cell",
        suggestion: Suggestion("write it as “\\|” in a table"))
    }
  }

  /// Two such bytes stand side by side.
  private static func contains(_ bytes: [UInt8], _ range: Range<Int>, _ byte: UInt8) -> Bool {
    lastDouble(bytes, range, byte) != nil
  }

  /// The last place in `range` where two such bytes stand side by side.
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

  /// A link definition whose label is a stance mark makes links of what follows the mark.
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
        "“[\(label)]” is a stance mark, and this line makes it the label of a link",
        suggestion: Suggestion("give the link another label"))
    }
  }
}
