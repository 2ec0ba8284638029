import Diagnostics

/// A name as an author wrote it, and where.
public struct AuthoredName: Sendable, Hashable {
  public let text: String
  /// UTF-8 byte offsets in its file.
  public let range: Range<Int>

  public init(_ text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
