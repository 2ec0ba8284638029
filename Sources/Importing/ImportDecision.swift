/// One thing that the importer decided, in words for the author.
package struct ImportDecision: Sendable, Hashable {
  /// 1-based line of the input where it starts; nil when it is about the input as a whole.
  package let line: Int?
  /// Such as `heading “Key points”: a short line without closing punctuation`.
  package let message: String

  package init(line: Int?, _ message: String) {
    self.line = line
    self.message = message
  }

  /// The decision as one line of text, such as `input.txt:12: heading …`.
  package func text(path: String) -> String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}
