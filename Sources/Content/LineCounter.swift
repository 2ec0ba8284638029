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
    bytes.withUnsafeBytes { buffer in
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
      var count = 0
      var index = offset
      while index + 8 <= end {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
        // The top bit of each byte that was the wanted one.
        count += (~(((word & low) &+ low) | word | low)).nonzeroBitCount
        index += 8
      }
      while index < end {
        count += buffer[index] == byte ? 1 : 0
        index += 1
      }
      return count
    }
  }
}
