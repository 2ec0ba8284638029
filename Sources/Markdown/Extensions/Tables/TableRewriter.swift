import Text

/// Rewrites a text with each cell of its tables as a heading of one line, in the container of the table.
///
/// A heading is parsed exactly as a cell must be: it needs no blank line around it, so a list stays tight; it ends with
/// its line; its content is inlines only; and `*` and `_` at its ends keep their flanking.
///
/// Most cells are plain text, of which libcmark would make one text. They can be left out: the plan has their words.
struct TableRewriter {
  private var source: MarkdownText
  private let readsMarks: Bool
  private let leavesOutPlainCells: Bool
  private var text: RewrittenText
  private(set) var plan = TablePlan()
  private var copied = 0

  /// - Parameters:
  ///   - readsMarks: whether stance marks and attributes are removed from body cells.
  ///   - leavesOutPlainCells: only right if the first cells of the tables are found outside containers.
  init(_ source: MarkdownText, readsMarks: Bool, leavesOutPlainCells: Bool) {
    self.source = source
    self.readsMarks = readsMarks
    self.leavesOutPlainCells = leavesOutPlainCells
    text = RewrittenText(capacity: source.bytes.count + source.bytes.count / 4)
    plan.origins.reserveCapacity(source.lines.count * 2)
  }

  /// The text with these tables rewritten. The tables must be in the order of their lines.
  mutating func rewrite(_ tables: [SourceTable]) -> MarkdownText {
    let cells = tables.reduce(0) { $0 + ($1.rows.count + 1) * $1.columns }
    plan.cells.reserveCapacity(min(cells, source.bytes.count))
    plan.rows.reserveCapacity(tables.reduce(0) { $0 + $1.rows.count + 1 })
    for table in tables {
      copyLines(upTo: table.header.number)
      write(table)
      copied = table.endLine
    }
    copyLines(upTo: source.lines.count)
    var result = source
    result.replace(by: text)
    return result
  }

  private mutating func copyLines(upTo line: Int) {
    guard copied < line else { return }
    let end = source.wholeLine(line - 1).upperBound
    text.copy(Int(source.lines[copied])..<end, of: source.bytes)
    plan.origins.append(contentsOf: (copied..<line).lazy.map { Int32(truncatingIfNeeded: $0) })
    copied = line
  }

  private mutating func write(_ table: SourceTable) {
    let firstRow = plan.rows.count
    write(row: table.header, number: 0, of: table)
    for (index, row) in table.rows.enumerated() { write(row: row, number: index + 1, of: table) }
    let end = (table.rows.last ?? table.delimiter).content.upperBound
    plan.tables.append(
      TablePlan.Table(
        alignments: table.alignments, source: source.fileRange(table.header.content.lowerBound..<end),
        rows: firstRow..<plan.rows.count))
  }

  private mutating func write(row: SourceTable.Line, number: Int, of table: SourceTable) {
    let firstCell = plan.cells.count
    let cells = TableRow.cells(source.bytes, row.content)
    for (column, cell) in cells.prefix(table.columns).enumerated() {
      let isFirst = number == 0 && column == 0
      let line = isFirst && table.startsParagraph ? table.header : table.delimiter
      let prefix = Int(source.lines[line.number])..<line.content.lowerBound
      let parts = number > 0 && readsMarks ? CellParts(source.bytes, cell) : CellParts(plain: cell)
      let isPlain =
        leavesOutPlainCells && !isFirst && prefix.isEmpty && PlainText.isPlain(source.bytes[parts.content])
      plan.cells.append(plannedCell(cell, parts, column: column, isPlain: isPlain))
      if !isPlain { write(parts.content, of: cell, prefix: prefix) }
    }
    plan.rows.append(
      TablePlan.Row(
        table: plan.tables.count, number: number, source: source.fileRange(row.content),
        cells: firstCell..<plan.cells.count, written: cells.count))
  }

  private mutating func plannedCell(
    _ cell: Range<Int>, _ parts: CellParts, column: Int, isPlain: Bool
  ) -> TablePlan.Cell {
    let place = source.fileRange(cell)
    return TablePlan.Cell(
      line: isPlain ? TablePlan.noLine : Int32(truncatingIfNeeded: plan.origins.count),
      row: Int32(truncatingIfNeeded: plan.rows.count), column: Int32(truncatingIfNeeded: column),
      source: place, mark: store(parts.mark), attribute: store(parts.attribute),
      words: store(isPlain ? parts.content : nil),
      place: !isPlain ? .empty : parts.content == cell ? place : source.fileRange(parts.content))
  }

  private mutating func write(_ content: Range<Int>, of cell: Range<Int>, prefix: Range<Int>) {
    plan.origins.append(TablePlan.isCell)
    text.copy(prefix, of: source.bytes)
    text.put("# ".utf8, at: cell.lowerBound)
    copyUnescaped(content)
    text.put(" #\n".utf8, at: cell.upperBound)
  }

  /// Copies the content of a cell with `\|` as `|`.
  private mutating func copyUnescaped(_ range: Range<Int>) {
    let source = source.bytes
    var start = range.lowerBound
    source.withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[..<range.upperBound])
      ByteSearch(ASCII.pipe).forEach(in: part, from: range.lowerBound) { pipe in
        guard pipe > range.lowerBound, part[pipe - 1] == ASCII.backslash else { return }
        text.copy(start..<pipe - 1, of: source)
        start = pipe
      }
    }
    text.copy(start..<range.upperBound, of: source)
  }

  private mutating func store(_ range: Range<Int>?) -> ByteRange {
    guard let range else { return .empty }
    let start = plan.text.count
    plan.text.append(contentsOf: source.bytes[range])
    return ByteRange(start, plan.text.count)
  }
}

/// Describes the tables of a text whose cells were rewritten as headings, so that `DocumentReader` can rebuild them.
struct TablePlan {
  /// A cell, which is a line of its own in the rewritten text.
  struct Cell {
    /// The 0-based line of the rewritten text; `noLine` for a plain cell, which is not in it.
    let line: Int32
    /// An index into `rows`.
    let row: Int32
    let column: Int32
    /// The cell in the file with its mark and attribute, without the white space around it.
    let source: ByteRange
    /// The insides of the leading stance mark and of the trailing attribute, in `text`; empty if there is none.
    let mark: ByteRange
    let attribute: ByteRange
    /// For a plain cell: its words, in `text`, and their place in the file.
    let words: ByteRange
    let place: ByteRange

    /// Whether the cell was left out of the rewritten text.
    var isPlain: Bool { line == TablePlan.noLine }
  }

  struct Row {
    /// An index into `tables`.
    let table: Int
    /// 0 for the header, otherwise the 1-based number of the body row.
    let number: Int
    let source: ByteRange
    /// The cells, as indices into `cells`; a short row has fewer than the table has columns.
    let cells: Range<Int>
    /// The number of cells that are written in the row, with those that the table has no columns for.
    let written: Int
  }

  struct Table {
    let alignments: [ColumnAlignment]
    let source: ByteRange
    /// The rows, as indices into the plan's `rows`.
    let rows: Range<Int>
  }

  var tables: [Table] = []
  var rows: [Row] = []
  var cells: [Cell] = []
  /// The bytes of marks, attributes and plain cells.
  var text: [UInt8] = []
  /// For each line of the rewritten text, its line in the original text; `isCell` for the cells.
  var origins: [Int32] = []
  static let isCell: Int32 = -1
  static let noLine: Int32 = -1

  /// The line in the original text of a line of the rewritten text; nil: it is a cell.
  func origin(of line: Int) -> Int? { origins[line] == Self.isCell ? nil : Int(origins[line]) }
}
