/// Finds bytes eight at a time.
struct ByteSearch {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// A search for any of three bytes, which may be equal.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    self.first = UInt64(first) &* Self.ones
    self.second = UInt64(second) &* Self.ones
    self.third = UInt64(third) &* Self.ones
  }

  /// The offset of the first of the bytes at or after `start`; the count of `bytes` if there is none.
  @inline(__always)
  func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = UInt64(bytes[index])
      if byte == first & 0xFF || byte == second & 0xFF || byte == third & 0xFF { return index }
      index += 1
    }
    return index
  }

  /// The top bits of the zero bytes, reliable up to the lowest one.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
}
