/// A block of a report that is being written. Its texts are Markdown already: escaped, on one line.
indirect enum DraftBlock: Hashable {
  /// `level`: 2 to 6; the title stands in the front matter.
  case heading(level: Int, String)
  case paragraph(String)
  /// `start`: number of the first entry; nil: bullets. Each entry is a list of blocks.
  case list(start: Int?, [[DraftBlock]])
  case table(DraftTable)
  case quote([DraftBlock])
  /// The code as it is, with line ends.
  case code(String, language: String)
  case rule
  /// `[^label]: text`.
  case footnote(label: String, String)
}

/// A table that is being written; its cells are Markdown, escaped but for pipes.
struct DraftTable: Hashable {
  /// What stands in the directive comment above it, such as `positions as-of=2025-02`; nil: no comment.
  var directive: String?
  /// One text a column.
  var header: [String]
  /// Filled to the header's width by `init`.
  var rows: [[String]]
  /// What stands below it as `: caption`; nil: nothing.
  var caption: String?

  /// A table whose short rows are filled, and whose header is as wide as the widest row.
  init(directive: String? = nil, header: [String], rows: [[String]], caption: String? = nil) {
    let width = max(1, rows.reduce(header.count) { max($0, $1.count) })
    self.directive = directive
    self.header = Self.filled(header, to: width)
    self.rows = rows.map { Self.filled($0, to: width) }
    self.caption = caption
  }

  private static func filled(_ cells: [String], to width: Int) -> [String] {
    cells + Array(repeating: "", count: width - cells.count)
  }
}
