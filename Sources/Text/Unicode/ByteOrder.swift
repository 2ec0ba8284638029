extension String {
  /// Whether the UTF-8 bytes of this text come before those of another. Unlike `<`, this order does not depend on the version
  /// of Unicode.
  @inlinable package func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
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
