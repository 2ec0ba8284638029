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
    // Equal bytes are compared once.
    if first == second, second == third { return next(in: bytes, from: start) { $0.equal(first) } }
    if first == third { return next(in: bytes, from: start) { $0.equal(first) .| $0.equal(second) } }
    return next(in: bytes, from: start) { $0.equal(first) .| $0.equal(second) .| $0.equal(third) }
  }

  /// Calls `body` with the offset of each of the bytes from `start` on, in order. One such search is far cheaper than a
  /// search for each of many bytes.
  package func forEach(in bytes: UnsafeRawBufferPointer, from start: Int, _ body: (Int) -> Void) {
    if first == third {
      return forEach(in: bytes, from: start, { $0.equal(first) .| $0.equal(second) }, body)
    }
    forEach(in: bytes, from: start, { $0.equal(first) .| $0.equal(second) .| $0.equal(third) }, body)
  }

  private func isSought(_ byte: UInt8) -> Bool { byte == first || byte == second || byte == third }

  @inline(__always)
  private func next(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ found: (SixteenBytes) -> SixteenBytes.Found
  ) -> Int {
    var index = start
    while index + 64 <= bytes.count {
      let first = found(SixteenBytes(bytes, at: index)) .| found(SixteenBytes(bytes, at: index + 16))
      let second = found(SixteenBytes(bytes, at: index + 32)) .| found(SixteenBytes(bytes, at: index + 48))
      if !(first .| second).isEmpty { break }
      index += 64
    }
    while index + 16 <= bytes.count {
      let (low, high) = found(SixteenBytes(bytes, at: index)).halves
      if low != 0 { return index + low.trailingZeroBitCount / 8 }
      if high != 0 { return index + 8 + high.trailingZeroBitCount / 8 }
      index += 16
    }
    while index < bytes.count, !isSought(bytes[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private func forEach(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ found: (SixteenBytes) -> SixteenBytes.Found,
    _ body: (Int) -> Void
  ) {
    var index = start
    while index + 32 <= bytes.count {
      let near = found(SixteenBytes(bytes, at: index))
      let far = found(SixteenBytes(bytes, at: index + 16))
      if !(near .| far).isEmpty {
        Self.forEach(of: near.halves.low, from: index, body)
        Self.forEach(of: near.halves.high, from: index + 8, body)
        Self.forEach(of: far.halves.low, from: index + 16, body)
        Self.forEach(of: far.halves.high, from: index + 24, body)
      }
      index += 32
    }
    while index < bytes.count {
      if isSought(bytes[index]) { body(index) }
      index += 1
    }
  }

  /// Calls `body` for each of eight bytes that is found.
  @inline(__always)
  private static func forEach(of half: UInt64, from start: Int, _ body: (Int) -> Void) {
    var rest = half & 0x0101_0101_0101_0101
    while rest != 0 {
      body(start + rest.trailingZeroBitCount / 8)
      rest &= rest - 1
    }
  }

  /// The top bits of the bytes `<`, `>`, `"` and `&` of a word, reliable up to the lowest one; see `SixteenBytes.markup`.
  @inline(__always)
  static func markup(_ word: UInt64) -> UInt64 {
    zeros((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      | zeros((word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222)
  }

  /// The top bits of the zero bytes of a word, reliable up to the lowest one.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

extension String {
  /// Whether its UTF-8 has such a byte. Without the view of the bytes, which is far slower than the bytes themselves.
  @inlinable @inline(__always)
  package func hasByte(where isWanted: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isWanted) } ?? utf8.contains(where: isWanted)
  }

  /// Whether a byte occurs in its UTF-8.
  package func hasByte(_ byte: UInt8) -> Bool {
    let utf8 = utf8
    return utf8.withContiguousStorageIfAvailable {
      ByteSearch(byte).next(in: UnsafeRawBufferPointer($0), from: 0) < $0.count
    } ?? utf8.contains(byte)
  }
}

extension [UInt8] {
  /// Whether a byte occurs in a range.
  package func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    contains(anyOf: ByteSearch(byte), in: range)
  }

  /// Whether one of the bytes that are searched occurs in a range.
  package func contains(anyOf search: ByteSearch, in range: Range<Int>) -> Bool {
    withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[range])
      return search.next(in: part, from: 0) < part.count
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
