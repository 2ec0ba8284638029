/// Counts the lines of a file up to offsets that are asked for in ascending order, so that the file is read once.
struct LineCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The 1-based line of a byte; LF, CR and CR LF end lines.
  mutating func line(of offset: Int) -> Int {
    let end = min(offset, bytes.count)
    guard end > self.offset else { return line }
    line += count(10, before: end)
    if count(13, before: end) > 0 {
      line += (self.offset..<end).count { index in
        bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
      }
    }
    self.offset = end
    return line
  }

  /// How often a byte stands between the last offset and `end`; simple enough to go many bytes at a time.
  private func count(_ byte: UInt8, before end: Int) -> Int {
    bytes[offset..<end].withUnsafeBufferPointer { bytes in
      var count = 0
      for other in bytes { count &+= other == byte ? 1 : 0 }
      return count
    }
  }
}
