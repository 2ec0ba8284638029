import Diagnostics

/// A name as an author wrote it, with its place.
package struct AuthoredName: Sendable, Hashable {
  package let text: String
  /// UTF-8 byte offsets in its file.
  package let range: Range<Int>

  package init(_ text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

/// Two parties to compare, as named by `pairs:` in `site.yml`.
package struct AuthoredPair: Sendable, Hashable {
  package let first: AuthoredName
  package let second: AuthoredName
  /// The settings file as messages print it.
  package let sourcePath: String

  package init(_ first: AuthoredName, _ second: AuthoredName, sourcePath: String) {
    self.first = first
    self.second = second
    self.sourcePath = sourcePath
  }
}
