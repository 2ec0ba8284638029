/// One thing that the importer decided, in words for the author.
public struct ImportDecision: Sendable, Hashable {
  /// 1-based line of the input where it starts; nil when it is about the input as a whole.
  public let line: Int?
  /// Such as `heading “Key points”: a short line without closing punctuation`.
  public let message: String

  public init(line: Int?, _ message: String) {
    self.line = line
    self.message = message
  }

  /// The decision as one line of text, such as `input.txt:12: heading …`.
  public func text(path: String) -> String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
