/// A place in one file of the author's.
package struct Place: Sendable, Hashable {
  /// The path as messages print it; the same spelling as `SourceText.path`.
  package let path: String
  /// UTF-8 byte offsets from the start of the file, 0-based, end excluded; nil: the file as a whole.
  /// An empty range marks the point before its byte.
  package let range: Range<Int>?

  package init(path: String, range: Range<Int>? = nil) {
    self.path = path
    self.range = range
  }
}

extension Place: Comparable {
  /// By path (as bytes), then whole-file places, then by start and end.
  package static func < (left: Place, right: Place) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    guard let leftRange = left.range else { return right.range != nil }
    guard let rightRange = right.range else { return false }
    return (leftRange.lowerBound, leftRange.upperBound) < (rightRange.lowerBound, rightRange.upperBound)
  }
}
