/// A line and a column, as editors count them.
package struct SourceLocation: Sendable, Hashable {
  /// 1-based; `\n`, `\r\n` and a lone `\r` end a line.
  package let line: Int
  /// 1-based; a byte order mark at the start of the file does not count.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The unit of columns.
package enum ColumnUnit: Sendable, Hashable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8
  /// UTF-16 code units, as the Language Server Protocol counts them.
  case utf16
  /// Unicode scalars, as diagnostics count them.
  case scalars
}
