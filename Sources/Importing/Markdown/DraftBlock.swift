import Text

/// A block of a report under construction.
indirect enum DraftBlock: Hashable, Sendable {
  /// `level`: 2 to 6; the title is part of the front matter.
  case heading(level: Int, MarkdownLine)
  case paragraph(MarkdownLine)
  /// `start`: the number of the first item; nil for bullets. Each item is a list of blocks.
  case list(start: Int?, [[DraftBlock]])
  case table(DraftTable)
  /// The directive that says what the next block is, such as `positions list`.
  case directive(String)
  case quote([DraftBlock])
  /// The code with its line ends.
  case code(String, language: String)
  case rule
  /// `[^label]: text`.
  case footnote(label: String, MarkdownLine)
}

/// A table under construction.
struct DraftTable: Hashable, Sendable {
  /// The directive above the table, such as `positions as-of=2025-02`; nil: none.
  var directive: String?
  /// One text per column.
  var header: [MarkdownLine]
  /// The body rows; `init` fills short ones up to the width of the header.
  var rows: [[MarkdownLine]]
  /// The caption, written below the table as `: caption`; nil: none.
  var caption: MarkdownLine?

  /// A table with short rows filled up and the header extended to the widest row.
  init(directive: String? = nil, header: [MarkdownLine], rows: [[MarkdownLine]], caption: MarkdownLine? = nil)
  {
    let width = max(1, rows.reduce(header.count) { max($0, $1.count) })
    self.directive = directive
    self.header = Self.filled(header, to: width)
    self.rows = rows.map { Self.filled($0, to: width) }
    self.caption = caption
  }

  private static func filled(_ cells: [MarkdownLine], to width: Int) -> [MarkdownLine] {
    cells + Array(repeating: "", count: width - cells.count)
  }
}

extension DraftBlock {
  /// The paragraphs of a cell of a sheet, with blank lines between them; empty: it holds at most one.
  static func paragraphs(ofCell text: String) -> [DraftBlock] {
    guard text.contains(where: \.isNewline) else { return [] }
    var paragraphs: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = String(line).singleSpaced
      if words.isEmpty || paragraphs.isEmpty {
        paragraphs.append(words)
      } else {
        paragraphs[paragraphs.count - 1] += (paragraphs[paragraphs.count - 1].isEmpty ? "" : " ") + words
      }
    }
    paragraphs.removeAll(where: \.isEmpty)
    guard paragraphs.count > 1 else { return [] }
    return paragraphs.enumerated().map { index, words in
      let text = MarkdownEscape.cell(words)
      return .paragraph(index == 0 ? text : MarkdownEscape.lineStart(text))
    }
  }
}
