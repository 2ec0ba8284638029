/// Finds bytes, many at a time.
package struct ByteSearch {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt64

  /// A search for any of three bytes, which may be equal.
  @inlinable
  package init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    self.first = Self.repeated(first)
    self.second = Self.repeated(second)
    self.third = Self.repeated(third)
  }

  /// A search for one byte.
  @inlinable
  package init(_ byte: UInt8) { self.init(byte, byte, byte) }

  /// The offset of the first of the bytes at or after `start`; the count of `bytes` if there is none.
  package func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    // Equal bytes are compared once.
    if first == second, second == third { return next(in: bytes, from: start) { Self.zeros($0 ^ first) } }
    if first == third {
      return next(in: bytes, from: start) { Self.zeros($0 ^ first) | Self.zeros($0 ^ second) }
    }
    return next(in: bytes, from: start) {
      Self.zeros($0 ^ first) | Self.zeros($0 ^ second) | Self.zeros($0 ^ third)
    }
  }

  /// - Parameter found: the top bits of the sought bytes among eight, reliable up to the lowest one.
  @inline(__always)
  private func next(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ found: (UInt64) -> UInt64
  ) -> Int {
    var index = start
    while index + 32 <= bytes.count {
      let near = found(Self.word(bytes, index)) | found(Self.word(bytes, index + 8))
      let far = found(Self.word(bytes, index + 16)) | found(Self.word(bytes, index + 24))
      if near | far != 0 { break }
      index += 32
    }
    while index + 8 <= bytes.count {
      let found = found(Self.word(bytes, index))
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

  /// The eight bytes at `index`, the first of which is the lowest.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inlinable @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bits of the zero bytes, reliable up to the lowest one.
  @inlinable @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- repeated(1)) & ~word & repeated(0x80) }
}

extension [UInt8] {
  /// Whether a byte occurs in a range.
  package func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[range])
      return ByteSearch(byte).next(in: part, from: 0) < part.count
    }
  }

  /// Whether `second`, the rarer of two bytes, follows `first` anywhere.
  package func contains(_ first: UInt8, followedBy second: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      let search = ByteSearch(second)
      var found = search.next(in: bytes, from: 1)
      while found < bytes.count {
        if bytes[found - 1] == first { return true }
        found = search.next(in: bytes, from: found + 1)
      }
      return false
    }
  }

  /// Whether some bytes occur, one after the other.
  package func contains(_ sought: [UInt8]) -> Bool { firstRange(of: sought, in: 0..<count) != nil }

  /// The first place of some bytes in a range; nil: they are not there.
  package func firstRange(of sought: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let last = sought.last, sought.count <= range.count else { return nil }
    return withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[range])
      let search = ByteSearch(last)
      var found = search.next(in: part, from: sought.count - 1)
      while found < part.count {
        let start = found + 1 - sought.count
        if part[start...found].elementsEqual(sought) {
          return range.lowerBound + start..<range.lowerBound + found + 1
        }
        found = search.next(in: part, from: found + 1)
      }
      return nil
    }
  }
}
