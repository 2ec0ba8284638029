/// The lines of a file: converts byte offsets to lines and columns and back.
///
/// Bytes that are not valid UTF-8 count as the U+FFFD characters that a decoder replaces them by.
package struct LineIndex: Sendable {
  /// The file's bytes, unchanged.
  package let bytes: [UInt8]
  /// The offset of each line's first byte, in order; at least one.
  private let starts: [Int]
  /// The last answer of `location(of:in:)`, from which the next one on the same line is counted.
  private var last: (line: Int, offset: Int, column: Int, unit: ColumnUnit)

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = Self.lineStarts(in: bytes)
    last = (0, starts[0], 1, .scalars)
  }

  /// The number of lines: one more than there are line ends.
  var lineCount: Int { starts.count }

  /// The line and column of a byte offset.
  ///
  /// Offsets before or after the file give its first or last location, and offsets within a character the location of
  /// the character. Asked in ascending order of offset, it reads each line once, however long the line is.
  package mutating func location(of offset: Int, in unit: ColumnUnit = .scalars) -> SourceLocation {
    let offset = clamped(offset)
    let line = lineIndex(of: offset)
    if line != last.line || offset < last.offset || unit != last.unit { last = (line, starts[line], 1, unit) }
    last.column += columns(in: last.offset..<offset, unit)
    last.offset = offset
    return SourceLocation(line: line + 1, column: last.column)
  }

  /// The byte offset of a line and column.
  ///
  /// A column past the end of the line gives the end of the line's text, a column within a character the start of the
  /// character, and a line before or after the file the file's start or end.
  package func offset(of location: SourceLocation, in unit: ColumnUnit = .scalars) -> Int {
    guard location.line >= 1 else { return starts[0] }
    guard location.line <= starts.count else { return bytes.count }
    let text = text(ofLine: location.line - 1)
    return bytes.withUnsafeBytes { buffer in
      var offset = text.lowerBound
      var column = 1
      while offset < text.upperBound {
        let length = UTF8Validation.characterLength(in: buffer, at: offset)
        column += Self.columns(of: length, unit)
        if column > location.column { break }
        offset += length
      }
      return offset
    }
  }

  /// The 1-based line of a byte offset; the first or last line for offsets before or after the file.
  package func lineNumber(of offset: Int) -> Int { lineIndex(of: clamped(offset)) + 1 }

  /// The bytes of the line that contains `offset`, without the line end.
  package func line(at offset: Int) -> Range<Int> { text(ofLine: lineIndex(of: clamped(offset))) }

  /// The nearest offset within the file that does not split a character; the end of the file is one.
  ///
  /// A byte that belongs to no well-formed character is never joined to an earlier line.
  package func clamped(_ offset: Int) -> Int {
    let offset = max(starts[0], min(offset, bytes.count))
    guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return offset }
    let first = max(starts[0], offset - 3)
    guard let lead = (first..<offset).last(where: { bytes[$0] & 0xC0 != 0x80 }) else { return offset }
    let length = bytes.withUnsafeBytes { UTF8Validation.characterLength(in: $0, at: lead) }
    return lead + length > offset ? lead : offset
  }

  /// The bytes of a line (0-based) without the line end.
  private func text(ofLine line: Int) -> Range<Int> {
    guard line + 1 < starts.count else { return starts[line]..<bytes.count }
    var end = starts[line + 1] - 1
    if bytes[end] == UInt8(ascii: "\n"), end > starts[line], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return starts[line]..<end
  }

  /// The 0-based line of an offset.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The number of columns of the characters in a range, which splits none of them.
  private func columns(in range: Range<Int>, _ unit: ColumnUnit) -> Int {
    if unit == .utf8 { return range.count }
    return bytes.withUnsafeBytes { buffer in
      var offset = range.lowerBound
      var columns = 0
      while offset < range.upperBound {
        let length = buffer[offset] < 0x80 ? 1 : UTF8Validation.characterLength(in: buffer, at: offset)
        columns += Self.columns(of: length, unit)
        offset += length
      }
      return columns
    }
  }

  /// The number of columns of a character of `length` bytes.
  @inline(__always)
  private static func columns(
    of length: Int, _ unit: ColumnUnit
  ) -> Int {
    switch unit {
    case .utf8: length
    // Only characters of four bytes are beyond the Basic Multilingual Plane.
    case .utf16: length == 4 ? 2 : 1
    case .scalars: 1
    }
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [start]
    starts.reserveCapacity(bytes.count / 48 + 8)
    bytes.withUnsafeBytes { $0.forEachLineEnd(from: start) { starts.append($0) } }
    return starts
  }
}
