import Text

/// A table of another program, before it becomes Markdown.
struct SourceTable {
  /// A cell; a merged cell is repeated in every row and column that it spans.
  struct Cell: Hashable {
    /// The plain text, with single spaces.
    var text: String
    /// The same as Markdown.
    var markdown: MarkdownLine
    /// The same as blocks, each escaped for its place; empty: the cell holds at most one paragraph.
    var blocks: [DraftBlock] = []
    /// The merged cell that it belongs to; nil: it is not merged.
    var merge: Merge?

    static let empty = Cell(text: "", markdown: "", merge: nil)

    var isEmpty: Bool { text.isEmpty && markdown.isEmpty }
  }

  /// A merged cell. Rows and columns count from 0.
  struct Merge: Hashable {
    let row: Int
    let column: Int
    let rowCount: Int
    let columnCount: Int
  }

  /// A row; its cells may be fewer than those of other rows.
  struct Row {
    /// The number of the row in the table, from 0.
    let index: Int
    var cells: [Cell]

    /// The cells with text; a merged cell counts once.
    var filled: [Cell] {
      var seen: Set<Merge> = []
      return cells.filter { cell in
        !cell.isEmpty && (cell.merge.map { seen.insert($0).inserted } ?? true)
      }
    }

    var first: Cell { cells.first ?? .empty }
  }

  var rows: [Row]
  /// The number of rows that the program marks as the head; 0: it does not say.
  var headCount = 0
}
