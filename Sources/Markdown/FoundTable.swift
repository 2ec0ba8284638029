/// A table as found in the lines of a text: which lines, and where their content starts.
struct FoundTable {
  /// A line of the table: its 0-based number, and the bytes of its content without prefixes, indentation and line end.
  struct Line {
    var number: Int
    var content: Range<Int>
  }

  let header: Line
  let delimiter: Line
  let alignments: [ColumnAlignment]
  var rows: [Line] = []
  /// The header is the first line of its paragraph, so that its prefix may hold a list marker.
  let startsParagraph: Bool

  var columns: Int { alignments.count }
  /// The number just after the table's last line.
  var endLine: Int { (rows.last ?? delimiter).number + 1 }
}

/// A delimiter row that has another number of cells than the line above it.
struct UnfitDelimiter {
  let header: FoundTable.Line
  let delimiter: FoundTable.Line
  let headerCells: Int
  let delimiterCells: Int
}
