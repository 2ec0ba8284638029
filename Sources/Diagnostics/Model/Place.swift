import Text

/// A place in one of the author's files.
package struct Place: Sendable, Hashable {
  /// The path as messages print it; spelt as in `SourceText.path`.
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
  /// Orders by path (as bytes), then whole files first, then by start and end.
  package static func < (left: Place, right: Place) -> Bool {
    if left.path != right.path { return left.path.precedesByBytes(right.path) }
    guard let leftRange = left.range else { return right.range != nil }
    guard let rightRange = right.range else { return false }
    return (leftRange.lowerBound, leftRange.upperBound) < (rightRange.lowerBound, rightRange.upperBound)
  }
}

/// A text file of the author.
package struct SourceText: Sendable, Hashable {
  /// The path as messages print it, relative to the folder of the site, such as `Content/reports/a.md`.
  package let path: String
  /// The bytes of the file, unchanged, whether or not they are valid UTF-8.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
