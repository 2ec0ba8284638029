/// A block of a report under construction. Its texts are Markdown: escaped, and on one line.
indirect enum DraftBlock: Hashable {
  /// `level`: 2 to 6; the title is part of the front matter.
  case heading(level: Int, String)
  case paragraph(String)
  /// `start`: the number of the first item; nil for bullets. Each item is a list of blocks.
  case list(start: Int?, [[DraftBlock]])
  case table(DraftTable)
  case quote([DraftBlock])
  /// The code with its line ends.
  case code(String, language: String)
  case rule
  /// `[^label]: text`.
  case footnote(label: String, String)
}

/// A table under construction. Its cells are Markdown, escaped except for pipes.
struct DraftTable: Hashable {
  /// The directive above the table, such as `positions as-of=2025-02`; nil: none.
  var directive: String?
  /// One text per column.
  var header: [String]
  /// The body rows; `init` fills short ones up to the width of the header.
  var rows: [[String]]
  /// The caption, written below the table as `: caption`; nil: none.
  var caption: String?

  /// A table with short rows filled up and the header extended to the widest row.
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
