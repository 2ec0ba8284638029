/// Sixteen bytes of a text, examined at once.
///
/// Not a type of this package, because only members of types from elsewhere are inlined into other modules; and with types
/// for all parts, because the compiler uses operators for single bytes otherwise.
package typealias SixteenBytes = SIMD16<UInt8>

extension SIMD16<UInt8> {
  /// For each of the bytes, whether it is what was asked for.
  package typealias Found = SIMDMask<SIMD16<Int8>>

  /// The bytes of `text` from `offset` on.
  @inlinable @inline(__always)
  package init(_ text: UnsafeRawBufferPointer, at offset: Int) {
    self = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The bytes that are `byte`.
  @inlinable @inline(__always)
  package func equal(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> {
    let wanted = SIMD16<UInt8>(repeating: byte)
    return self .== wanted
  }

  /// The bytes from `first` to `last`.
  @inlinable @inline(__always)
  package func within(_ first: UInt8, _ last: UInt8) -> SIMDMask<SIMD16<Int8>> {
    let start = SIMD16<UInt8>(repeating: first)
    let length = SIMD16<UInt8>(repeating: last - first)
    let distance: SIMD16<UInt8> = self &- start
    return distance .<= length
  }

  /// The bytes with the capitals of ASCII as small letters; other bytes may change, too.
  @inlinable @inline(__always)
  package var lowered: SIMD16<UInt8> {
    let bit = SIMD16<UInt8>(repeating: 0x20)
    return self | bit
  }

  /// The bytes `<`, `>`, `"` and `&`.
  @inlinable @inline(__always)
  package var markup: SIMDMask<SIMD16<Int8>> {
    // `<` and `>` differ in one bit, and so do `"` and `&`: one comparison serves both.
    let (second, third) = (SIMD16<UInt8>(repeating: 0x02), SIMD16<UInt8>(repeating: 0xFB))
    let (angles, quotes): (SIMD16<UInt8>, SIMD16<UInt8>) = (self | second, self & third)
    return angles.equal(0x3E) .| quotes.equal(0x22)
  }

  /// The letters of ASCII.
  @inlinable @inline(__always)
  package var letters: SIMDMask<SIMD16<Int8>> { lowered.within(0x61, 0x7A) }
}

extension SIMDMask<SIMD16<Int8>> {
  /// The first and the last eight bytes of a mask, each of which is 0 or 0xFF; the first is the lowest.
  @inlinable @inline(__always)
  package var halves: (low: UInt64, high: UInt64) {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
  }

  /// Whether none of the bytes was found.
  @inlinable @inline(__always)
  package var isEmpty: Bool { halves.low | halves.high == 0 }

  /// Whether all bytes were found.
  @inlinable @inline(__always)
  package var isFull: Bool { halves.low & halves.high == .max }
}
