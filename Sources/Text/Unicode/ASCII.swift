extension UInt8 {
  /// Whether the byte is `A` to `Z` or `a` to `z`.
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is `0` to `9`.
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

  /// Upper-case ASCII letters as lower case; other bytes unchanged.
  @inlinable package var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first byte outside ASCII at or after `start`; the count of the bytes if there is none.
  package func firstBesidesASCII(from start: Int) -> Int {
    var index = start
    while index + 32 <= count {
      let words = word(index) | word(index + 8) | word(index + 16) | word(index + 24)
      if words & 0x8080_8080_8080_8080 != 0 { break }
      index += 32
    }
    while index < count, self[index] < 0x80 { index += 1 }
    return index
  }

  private func word(_ offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}
