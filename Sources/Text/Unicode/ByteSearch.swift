extension [UInt8] {
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

  // Here, because other modules search through an unspecialised sequence.
  private func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound, bytes[index] != byte { index += 1 }
      return index < range.upperBound ? index : nil
    }
  }
}
