import Text

/// Splits table rows into cells and reads delimiter rows, by the rules of cmark-gfm 0.29.0.gfm.6 and the GFM
/// specification, section 4.10.
enum TableRow {
  /// The cells of a row, without the white space around them; empty if the line is not a row.
  ///
  /// A pipe after a backslash does not separate cells, not even in code.
  ///
  /// - Parameter line: the content of the line, without container prefixes, indentation and line end.
  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    cells.reserveCapacity(8)
    var offset = afterPipe(bytes, line.lowerBound, line.upperBound)
    while offset < line.upperBound {
      let end = endOfCell(bytes, offset..<line.upperBound)
      cells.append(trimmed(bytes, offset..<end))
      guard end < line.upperBound else { break }
      offset = afterPipe(bytes, end, line.upperBound)
    }
    return cells
  }

  /// The end of the cell at the start of `range`, with the white space at its end.
  private static func endOfCell(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { bytes in
      let search = ByteSearch(ASCII.pipe)
      let line = UnsafeRawBufferPointer(rebasing: bytes[..<range.upperBound])
      var end = search.next(in: line, from: range.lowerBound)
      while end < range.upperBound, end > range.lowerBound, line[end - 1] == ASCII.backslash {
        end = search.next(in: line, from: end + 1)
      }
      return end
    }
  }

  /// The alignments of a delimiter row, one per column; nil if the line is not a delimiter row.
  static func alignments(_ bytes: [UInt8], _ line: Range<Int>) -> [ColumnAlignment]? {
    var alignments: [ColumnAlignment] = []
    var offset = line.lowerBound
    if offset < line.upperBound, bytes[offset] == ASCII.pipe { offset += 1 }
    while true {
      guard let (alignment, end) = marker(bytes, offset..<line.upperBound) else { return nil }
      alignments.append(alignment)
      guard end < line.upperBound else { return alignments }
      guard bytes[end] == ASCII.pipe else { return nil }
      offset = skipSpace(bytes, end + 1, line.upperBound)
      if offset == line.upperBound { return alignments }
    }
  }

  /// Whether a delimiter row, or a container prefix before one, may start with this byte.
  static func mayStartDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.pipe, ASCII.hyphen, ASCII.colon, ASCII.greater: true
    default: byte.isCellSpace
    }
  }

  /// Whether the line, after possible container prefixes, contains only characters of a delimiter row.
  static func looksLikeDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index].isCellSpace || bytes[index] == ASCII.greater { index += 1 }
    var hyphen = false
    var separator = false
    while index < line.upperBound {
      switch bytes[index] {
      case ASCII.hyphen: hyphen = true
      case ASCII.pipe, ASCII.colon: separator = true
      case let byte where byte.isSpace: break
      default: return false
      }
      index += 1
    }
    return hyphen && separator
  }

  /// The alignment of a `:---:` at the start of `range`, and its end including the white space around it.
  private static func marker(_ bytes: [UInt8], _ range: Range<Int>) -> (ColumnAlignment, Int)? {
    var index = skipSpace(bytes, range.lowerBound, range.upperBound)
    let left = index < range.upperBound && bytes[index] == ASCII.colon
    if left { index += 1 }
    let hyphens = index
    while index < range.upperBound, bytes[index] == ASCII.hyphen { index += 1 }
    guard index > hyphens else { return nil }
    let right = index < range.upperBound && bytes[index] == ASCII.colon
    if right { index += 1 }
    let alignment: ColumnAlignment = left ? (right ? .center : .left) : (right ? .right : .none)
    return (alignment, skipSpace(bytes, index, range.upperBound))
  }

  private static func afterPipe(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    guard offset < end, bytes[offset] == ASCII.pipe else { return offset }
    return skipSpace(bytes, offset + 1, end)
  }

  private static func skipSpace(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset].isCellSpace { offset += 1 }
    return offset
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isSpace { start += 1 }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}
