/// Writes the lines of a Markdown table whose columns are aligned by display width.
package struct PipeTable: Sendable {
  /// How the cells of a column are aligned.
  package enum Alignment: Sendable, Hashable {
    case none, left, center, right
  }

  private let header: [String]
  private let rows: [[String]]
  private let alignments: [Alignment]

  /// - Parameters:
  ///   - header: the cells of the header row, without white space around them.
  ///   - rows: the other rows; one with fewer cells than the header stays short.
  ///   - alignments: of the columns; those that are missing have none.
  package init(header: [MarkdownLine], rows: [[MarkdownLine]], alignments: [Alignment] = []) {
    self.header = header.map(\.inCell)
    self.rows = rows.map { $0.map(\.inCell) }
    self.alignments = header.indices.map { $0 < alignments.count ? alignments[$0] : .none }
  }

  /// The lines without line ends: the header, the delimiter row, and the other rows.
  package var lines: [String] {
    let widths = widths
    let columns = widths
    return [line(header, columns), delimiters(columns)] + rows.map { line($0, columns) }
  }

  private var widths: [Int] {
    var widths = header.map { max(3, DisplayWidth.of($0)) }
    for row in rows {
      for (column, cell) in row.enumerated().prefix(widths.count) {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let fields = cells.enumerated().map { column, cell in
      column < widths.count ? padded(cell, to: widths[column], alignments[column]) : cell
    }
    return "| " + fields.joined(separator: " | ") + " |"
  }

  private func padded(_ cell: String, to width: Int, _ alignment: Alignment) -> String {
    let space = max(0, width - DisplayWidth.of(cell))
    let before =
      switch alignment {
      case .none, .left: 0
      case .center: space / 2
      case .right: space
      }
    return String(repeating: " ", count: before) + cell + String(repeating: " ", count: space - before)
  }

  private func delimiters(_ widths: [Int]) -> String {
    let cells = zip(widths, alignments).map { width, alignment in
      switch alignment {
      case .none: String(repeating: "-", count: width + 2)
      case .left: ":" + String(repeating: "-", count: width + 1)
      case .center: ":" + String(repeating: "-", count: width) + ":"
      case .right: String(repeating: "-", count: width + 1) + ":"
      }
    }
    return "|" + cells.joined(separator: "|") + "|"
  }
}
