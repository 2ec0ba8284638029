/// A line and a column as editors count them.
package struct SourceLocation: Sendable, Hashable {
  /// 1-based; `\n`, `\r\n` and a lone `\r` end a line.
  package let line: Int
  /// 1-based, in Unicode scalars; a byte order mark at the file's start does not count.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
