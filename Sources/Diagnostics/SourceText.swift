/// One text file of an author's, as it was read.
public struct SourceText: Sendable, Hashable {
  /// The path as messages print it, relative to the site's folder, such as `Content/reports/a.md`.
  public let path: String
  /// The file's bytes, unchanged; valid UTF-8 or not.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
