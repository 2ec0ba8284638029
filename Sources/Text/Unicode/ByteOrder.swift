extension String {
  /// Whether the UTF-8 bytes of this text come before those of another. Unlike `<`, this order does not depend on the version
  /// of Unicode.
  @usableFromInline package func precedesByBytes(_ other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        Self.precedes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
      }
    }
  }

  /// Compares eight bytes a step, because many texts, such as paths, begin alike.
  private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    let common = Swift.min(left.count, right.count)
    var index = 0
    while index + 8 <= common {
      let first = UInt64(bigEndian: left.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let second = UInt64(bigEndian: right.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if first != second { return first < second }
      index += 8
    }
    while index < common {
      if left[index] != right[index] { return left[index] < right[index] }
      index += 1
    }
    return left.count < right.count
  }
}

extension Sequence where Element == String {
  /// The texts in the order of their UTF-8 bytes.
  @inlinable package func sortedByBytes() -> [String] { sorted { $0.precedesByBytes($1) } }
}

extension Sequence {
  /// The elements in the order of the UTF-8 bytes of a text.
  @inlinable package func sortedByBytes(of text: (Element) -> String) -> [Element] {
    sorted { text($0).precedesByBytes(text($1)) }
  }
}

extension MutableCollection where Self: RandomAccessCollection {
  /// Puts the elements in the order of the UTF-8 bytes of a text.
  @inlinable package mutating func sortByBytes(of text: (Element) -> String) {
    sort { text($0).precedesByBytes(text($1)) }
  }
}
