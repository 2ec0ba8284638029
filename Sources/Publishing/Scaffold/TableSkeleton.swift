import Content
import Graph
import Importing
import Text

/// An empty positions table of the issues and parties that a site knows.
struct TableSkeleton {
  private static let mostParties = 6
  private static let mostIssues = 12

  /// Without line ends.
  let lines: [String]
  /// How many issues and parties of the site are not in it.
  let left: Int

  /// Nil for files without positions, and if the site knows too little for a table.
  ///
  /// - Parameter title: of the new file; for an issue, the only row.
  init?(_ site: SiteNames, for kind: NewFileKind, title: String) {
    guard kind == .report || kind == .issue, site.graph.parties.count > 1 else { return nil }
    let graph = site.graph
    let parties = Self.busiest(graph.positions.map(\.party.index), of: graph.parties.count, Self.mostParties)
    let issues = Self.busiest(graph.positions.map(\.issue.index), of: graph.issues.count, Self.mostIssues)
    let rows = kind == .issue ? [title] : issues.map { graph.issues[$0].name }
    if rows.isEmpty { return nil }
    let header = [graph.settings.words.axis.first ?? "Issue"] + parties.map { graph.parties[$0].name }
    let empty = [MarkdownLine](repeating: "", count: parties.count)
    lines =
      PipeTable(
        header: header.map(MarkdownEscape.cell), rows: rows.map { [MarkdownEscape.cell($0)] + empty }
      ).lines
    left = graph.parties.count - parties.count + graph.issues.count - issues.count
  }

  /// The indices of those with the most positions, in their own order.
  private static func busiest(_ indices: [Int], of count: Int, _ most: Int) -> [Int] {
    var totals = [Int](repeating: 0, count: count)
    for index in indices { totals[index] += 1 }
    let sorted = (0..<count).sorted { (totals[$1], $0) < (totals[$0], $1) }
    return sorted.prefix(most).sorted()
  }
}
