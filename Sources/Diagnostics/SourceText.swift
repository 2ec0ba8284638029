/// One text file of an author's, as it was read.
package struct SourceText: Sendable, Hashable {
  /// The path as messages print it, relative to the site's folder, such as `Content/reports/a.md`.
  package let path: String
  /// The file's bytes, unchanged; valid UTF-8 or not.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
