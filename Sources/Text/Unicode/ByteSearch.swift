/// Finds bytes, many at a time.
package struct ByteSearch {
  private let first: UInt8
  private let second: UInt8
  private let third: UInt8

  /// A search for any of three bytes, which may be equal.
  package init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// A search for one byte.
  package init(_ byte: UInt8) { self.init(byte, byte, byte) }

  /// The offset of the first of the bytes at or after `start`; the count of `bytes` if there is none.
  package func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let (first, second) = (Sixteen(repeating: first), Sixteen(repeating: second))
    // Equal bytes are compared once.
    if self.first == self.second, self.second == third {
      return next(in: bytes, from: start) { $0 .== first }
    }
    if self.first == third { return next(in: bytes, from: start) { ($0 .== first) .| ($0 .== second) } }
    let third = Sixteen(repeating: third)
    return next(in: bytes, from: start) { ($0 .== first) .| ($0 .== second) .| ($0 .== third) }
  }

  private typealias Sixteen = SIMD16<UInt8>
  private typealias Mask = SIMDMask<SIMD16<Int8>>

  @inline(__always)
  private func next(in bytes: UnsafeRawBufferPointer, from start: Int, _ found: (Sixteen) -> Mask) -> Int {
    var index = start
    while index + 32 <= bytes.count {
      let near = found(bytes.loadUnaligned(fromByteOffset: index, as: Sixteen.self))
      let far = found(bytes.loadUnaligned(fromByteOffset: index + 16, as: Sixteen.self))
      if Self.firstByte(of: near .| far) != nil { break }
      index += 32
    }
    while index + 16 <= bytes.count {
      let found = found(bytes.loadUnaligned(fromByteOffset: index, as: Sixteen.self))
      if let offset = Self.firstByte(of: found) { return index + offset }
      index += 16
    }
    while index < bytes.count, bytes[index] != first, bytes[index] != second, bytes[index] != third {
      index += 1
    }
    return index
  }

  /// The first of sixteen bytes that is found; nil: none is.
  @inline(__always)
  private static func firstByte(of mask: Mask) -> Int? {
    // A mask is sixteen bytes, each of them 0 or 0xFF.
    let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8 }
    return halves[1] == 0 ? nil : 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8
  }

  /// The top bits of the zero bytes of a word, reliable up to the lowest one.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
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
