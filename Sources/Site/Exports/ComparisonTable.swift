import Content
import Graph
import Markdown
import Text

/// A comparison as CSV (RFC 4180, UTF-8), with the rows and columns of its report. A column with stances is
/// followed by a column with their names.
struct ComparisonTable {
  private let graph: IssueGraph
  private let comparison: Comparison

  init(_ id: ID<Comparison>, in graph: IssueGraph) {
    self.graph = graph
    comparison = graph.comparisons[id.index]
  }

  /// Whether the site has such files: `exports` in `page-kinds:`.
  static func isEnabled(_ graph: IssueGraph) -> Bool { graph.settings.pageKinds[.exports] }

  /// The name of the file next to the report’s page: the anchor of the comparison, or the number of its table if the anchor
  /// is not safe as a file name.
  static func fileName(of comparison: Comparison) -> String {
    let isPlain = comparison.anchor.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return (isPlain ? comparison.anchor : "table-\(comparison.table + 1)") + ".csv"
  }

  /// The path below the output folder.
  static func path(of id: ID<Comparison>, in graph: IssueGraph) -> String {
    let comparison = graph.comparisons[id.index]
    return graph.reports[comparison.report.index].address + "/" + fileName(of: comparison)
  }

  /// One line per row, the header first; lines end in CR LF.
  func csv() -> [UInt8] {
    let report = graph.reports[comparison.report.index].report
    let document = report.header.document
    let rows = document.children(of: report.tables[comparison.table].node)
      .filter { document.nodes[$0].kind == .tableRow }
      .map { document.children(of: $0) }
    let positions = Dictionary(
      graph.positionsOfComparison[comparison.id].map { (graph.positions[$0.index].cell, $0) },
      uniquingKeysWith: { first, _ in first })
    let rated = rows.reduce(into: Set<Int>()) { columns, cells in
      for (column, cell) in cells.enumerated() where stance(positions[cell]) != nil { columns.insert(column) }
    }
    var output: [UInt8] = []
    for (number, cells) in rows.enumerated() {
      CSVEscape.appendRecord(
        cells.enumerated().flatMap { column, cell in
          let text =
            positions[cell].map(graph.text) ?? String(document.plainText(of: cell).trimmingWhitespace)
          guard rated.contains(column) else { return [text] }
          return [text, number == 0 ? text + ": stance" : stance(positions[cell])?.word ?? ""]
        }, to: &output)
    }
    return output
  }

  private func stance(_ position: ID<Position>?) -> Stance? {
    position.flatMap { graph.positions[$0.index].stance }
  }
}
