#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension [UInt8] {
  /// The index of the first occurrence of a byte in a range; nil if there is none.
  ///
  /// The C library examines many bytes at once, unlike `firstIndex(of:)`.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { buffer in
      let part = UnsafeRawBufferPointer(rebasing: buffer[range])
      guard let start = part.baseAddress, let found = memchr(start, Int32(byte), part.count) else {
        return nil
      }
      return range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// Whether a byte occurs in a range.
  package func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    firstIndex(of: byte, in: range) != nil
  }

  /// Whether `second`, the rarer of two bytes, follows `first` anywhere.
  package func contains(_ first: UInt8, followedBy second: UInt8) -> Bool {
    var start = 1
    while start < count, let found = firstIndex(of: second, in: start..<count) {
      if self[found - 1] == first { return true }
      start = found + 1
    }
    return false
  }
}
