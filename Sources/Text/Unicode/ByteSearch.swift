/// Finds bytes, many at a time.
package struct ByteSearch {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt64

  /// A search for any of three bytes, which may be equal.
  @inlinable @inline(__always)
  package init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    self.first = Self.repeated(first)
    self.second = Self.repeated(second)
    self.third = Self.repeated(third)
  }

  /// A search for one byte.
  @inlinable @inline(__always)
  package init(_ byte: UInt8) { self.init(byte, byte, byte) }

  /// The offset of the first of the bytes at or after `start`; the count of `bytes` if there is none.
  ///
  /// Always inlined: with bytes that are known there, equal ones are compared once.
  @inlinable @inline(__always)
  package func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 32 <= bytes.count {
      let near = found(in: bytes, at: index) | found(in: bytes, at: index + 8)
      let far = found(in: bytes, at: index + 16) | found(in: bytes, at: index + 24)
      if near | far != 0 { break }
      index += 32
    }
    while index + 8 <= bytes.count {
      let found = found(in: bytes, at: index)
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

  /// The top bits of the sought bytes among the eight at `index`, reliable up to the lowest one.
  @inlinable @inline(__always)
  func found(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    return Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third)
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
