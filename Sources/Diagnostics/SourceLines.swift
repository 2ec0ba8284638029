/// The lines of one file, for turning byte offsets into lines and columns.
///
/// Asked in ascending order of offset it reads each line once, however long it is and however often it is asked.
package struct SourceLines: Sendable {
  /// The file's bytes, as they were read.
  package let bytes: [UInt8]
  /// Offset of each line's first byte; at least one.
  private let starts: [Int]
  /// The last answer: counting goes on from here when the next offset lies behind it on the same line.
  private var last = (line: 0, offset: 0, scalars: 0)

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let bom = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [bom]
    for (offset, byte) in bytes.enumerated() {
      let endsLine = byte == 10 || (byte == 13 && !(offset + 1 < bytes.count && bytes[offset + 1] == 10))
      if endsLine { starts.append(offset + 1) }
    }
    self.starts = starts
    last.offset = bom
  }

  /// Line and column of a byte offset. Offsets before or behind the file give its first or last place, offsets
  /// inside a character the character's place.
  package mutating func location(of offset: Int) -> SourceLocation {
    let offset = clamped(offset)
    let line = lineIndex(of: offset)
    if line != last.line || offset < last.offset { last = (line, starts[line], 0) }
    let passed = bytes[last.offset..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    last = (line, offset, last.scalars + passed)
    return SourceLocation(line: line + 1, column: last.scalars + 1)
  }

  /// The 1-based line of a byte offset.
  package func lineNumber(of offset: Int) -> Int { lineIndex(of: clamped(offset)) + 1 }

  /// The bytes of the line that holds `offset`, without its end.
  package func line(at offset: Int) -> Range<Int> {
    let line = lineIndex(of: clamped(offset))
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > starts[line], bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return starts[line]..<end
  }

  /// The nearest offset inside the file that starts a character. A byte that belongs to no well-formed character
  /// counts as a character of its own, so that the answer never lies on an earlier line.
  package func clamped(_ offset: Int) -> Int {
    let offset = max(starts[0], min(offset, bytes.count))
    guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return offset }
    let first = max(starts[0], offset - 3)
    guard let lead = (first..<offset).last(where: { bytes[$0] & 0xC0 != 0x80 }) else { return offset }
    return lead + Self.length(from: bytes[lead]) > offset ? lead : offset
  }

  /// The number of bytes of a character whose first byte is `lead` (Unicode Standard, table 3-6); 1 for a byte that
  /// starts none.
  private static func length(from lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
