import Diagnostics

/// A name as an author wrote it, and where.
package struct AuthoredName: Sendable, Hashable {
  package let text: String
  /// UTF-8 byte offsets in its file.
  package let range: Range<Int>

  package init(_ text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
