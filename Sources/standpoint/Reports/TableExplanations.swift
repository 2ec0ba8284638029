import Content
import Graph
import Text

/// The text of `check --explain-tables`: every table with its kind, the reason and the directive that would change it.
struct TableExplanations {
  private let report: TableReport

  init(_ graph: IssueGraph) { report = TableReport(graph) }

  /// Three lines for each table, in the order of reports.
  var text: String {
    if report.entries.isEmpty { return "No report contains a table.\n" }
    return report.entries.map { entry in
      let decision = entry.decision
      let otherwise = decision.kind == .plain ? "to compare positions" : "to keep it plain"
      return """
        \(entry.sheet ?? entry.path):\(entry.line): \(decision.kindInWords)\(entry.sheet == nil ? "" : ", read by \(entry.path)")
          because \(decision.reason(corner: entry.corner))
          \(otherwise), write \(decision.alternative) above it

        """
    }.joined()
  }
}
