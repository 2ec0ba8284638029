extension UInt8 {
  /// Whether the byte is `A` to `Z` or `a` to `z`.
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is `0` to `9`.
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

  /// Upper-case ASCII letters as lower case; other bytes unchanged.
  @inlinable package var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
