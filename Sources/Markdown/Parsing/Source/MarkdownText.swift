import Text

/// A text for libcmark: valid UTF-8, with its lines and a mapping back to the file.
struct MarkdownText {
  /// Valid UTF-8 without NUL and without a byte order mark.
  private(set) var bytes: [UInt8]
  /// The offset of each line's first byte, in order.
  private(set) var lines: [Int32]
  private var maps: [SourceMap] = []
  /// The offset of the text in the file.
  private let start: Int

  /// A text that is part of its file, from the offset `start` on.
  init(bytes: [UInt8], startingAt start: Int) {
    self.bytes = bytes
    self.start = start
    lines = bytes.lineStarts
  }

  /// Replaces the text by a rewritten one.
  mutating func replace(by text: RewrittenText) {
    bytes = text.bytes
    maps.append(text.map)
    lines = bytes.lineStarts
  }

  /// The offset in the file of the byte at `offset`.
  mutating func fileOffset(_ offset: Int) -> Int {
    var offset = offset
    for index in maps.indices.reversed() { offset = maps[index].origin(of: offset) }
    return start + offset
  }

  /// The range in the file from the first byte of `range` to after its last.
  mutating func fileRange(_ range: Range<Int>) -> ByteRange {
    guard !range.isEmpty else {
      let offset = fileOffset(range.lowerBound)
      return ByteRange(offset, offset)
    }
    var (first, end) = (range.lowerBound, range.upperBound)
    for index in maps.indices.reversed() { (first, end) = maps[index].origins(of: first, end) }
    return ByteRange(start + first, start + max(first, end))
  }

  /// The offset in the file of the end of a range that ends at `offset`.
  mutating func fileEnd(_ offset: Int) -> Int {
    var end = offset
    for index in maps.indices.reversed() where end > 0 { end = maps[index].originOfEnd(after: end - 1) }
    return start + end
  }

  /// The bytes of a 0-based line, without its line end.
  func line(_ index: Int) -> Range<Int> {
    let start = Int(lines[index])
    var end = index + 1 < lines.count ? Int(lines[index + 1]) : bytes.count
    if end > start, bytes[end - 1] == ASCII.newline { end -= 1 }
    if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
    return start..<end
  }

  /// The bytes of a 0-based line, including its line end.
  func wholeLine(_ index: Int) -> Range<Int> {
    Int(lines[index])..<(index + 1 < lines.count ? Int(lines[index + 1]) : bytes.count)
  }

  /// The number, from 0 on, of the line that the byte at `offset` is in; nil: there is no such byte.
  func lineNumber(at offset: Int) -> Int? {
    let next = lines.partition { Int($0) > offset }
    return next > 0 && offset < bytes.count ? next - 1 : nil
  }

  /// The 0-based lines of the last `count` line ends before `offset`, in order.
  func linesEnding(before offset: Int, count: Int) -> Range<Int> {
    guard count > 0, let line = lineNumber(at: max(0, offset - 1)) else { return 0..<0 }
    return max(0, line - count)..<line
  }
}
