/// The header of a table of a web page, while its first rows are read.
///
/// Without a `<thead>`, pandoc takes the first row alone for the header and ends its merged cells there, so that the names
/// of the columns in the second row move to the left. Browsers show all rows of header cells as the header: here, the
/// first rows in which all cells are `<th>`, and the rows that their merged cells reach.
struct WebTableHead {
  private struct Row {
    let start: Int
    var cellCount = 0
    var hasOnlyHeaders = true
    /// The most rows that a cell of it spans.
    var height = 1
  }

  /// The start tag of the table's body, if it comes before the first row.
  private var body: Range<Int>?
  /// Where the first row starts; nil before it.
  private var start: Int?
  /// The row that is being read.
  private var row: Row?
  /// The rows of the header so far.
  private var count = 0
  /// The rows that merged cells of the header reach.
  private var reach = 0
  /// Where the first row below the header starts; nil while none is known.
  private var end: Int?
  private var isDecided = false

  /// Reads the start tag of a caption or of a group of rows or columns.
  mutating func openGroup(_ name: String, _ range: Range<Int>) {
    switch name {
    case "thead": isDecided = true
    case "tbody" where start == nil: body = range
    case "tbody", "tfoot": endGroup()
    default: break
    }
  }

  mutating func startRow(_ place: Int) {
    finishRow()
    row = Row(start: place)
    start = start ?? place
  }

  /// - Parameter height: the number of rows that the cell spans.
  mutating func addCell(isHeader: Bool, height: Int) {
    guard var row, !isDecided else { return }
    row.cellCount += 1
    row.hasOnlyHeaders = row.hasOnlyHeaders && isHeader
    row.height = max(row.height, height)
    self.row = row
  }

  /// Ends a group of rows, which merged cells do not leave. A table that consists of header cells has no header.
  mutating func endGroup() {
    finishRow()
    isDecided = isDecided || start != nil
  }

  private mutating func finishRow() {
    guard !isDecided, let row else { return }
    self.row = nil
    // One cell across the table below the first row is the name of the rows below it.
    let isHeader = row.hasOnlyHeaders && row.cellCount > (count == 0 ? 0 : 1)
    guard isHeader || count < reach else {
      end = row.start
      isDecided = true
      return
    }
    if isHeader { reach = max(reach, count + row.height) }
    count += 1
  }

  /// The changes that mark the header; none if pandoc finds it by itself.
  var edits: [PageEdit] {
    guard let end, let start, count > 1 else { return [] }
    let close = "</thead>" + (body == nil ? "" : "<tbody>")
    return (body.map { [PageEdit(.removes, at: $0)] } ?? [])
      + [PageEdit(.marksHeader, at: start, "<thead>"), PageEdit(.marksHeader, at: end, close)]
  }
}
