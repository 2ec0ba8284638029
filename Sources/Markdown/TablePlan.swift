/// The tables of a text whose cells were made headings of one line each, for the parse to fold back.
struct TablePlan {
  /// One cell that has a line of its own in the rewritten text.
  struct Cell {
    /// 0-based line of the rewritten text.
    let line: Int
    /// Index into `rows`.
    let row: Int
    let column: Int
    /// The cell in the file, without the white space around it; its mark and attribute included.
    let source: ByteRange
    /// The insides of its leading stance mark and of its trailing attribute, in `text`.
    let mark: ByteRange
    let attribute: ByteRange
  }

  struct Row {
    /// Index into `tables`.
    let table: Int
    /// 0 for the header, else the 1-based number of the body row.
    let number: Int
    let source: ByteRange
    /// Its cells, as indices into `cells`; fewer than the table has columns in a short row.
    let cells: Range<Int>
  }

  struct Table {
    let alignments: [ColumnAlignment]
    let source: ByteRange
    let rows: Range<Int>
  }

  var tables: [Table] = []
  var rows: [Row] = []
  var cells: [Cell] = []
  /// The bytes of marks and attributes.
  var text: [UInt8] = []
  /// For each line of the rewritten text its line in the text before; nil for the cells.
  var origins: [Int?] = []
}
