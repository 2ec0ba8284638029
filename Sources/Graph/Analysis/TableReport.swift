import Content
import Diagnostics

/// Every table of a site with the decision about it, for those who wonder why a table gives positions or none.
package struct TableReport: Sendable {
  /// One table.
  package struct Entry: Sendable, Hashable {
    /// The path of its report, as messages print it.
    package let path: String
    /// The path of its sheet, as messages print it; nil: the table is in the report.
    package let sheet: String?
    /// The 1-based line of its header row, in the sheet if there is one.
    package let line: Int
    /// The text of its first header cell.
    package let corner: String
    package let decision: TableDecision
  }

  /// By report, in the order of the graph, then by place.
  package let entries: [Entry]

  package init(_ graph: IssueGraph) {
    entries = zip(graph.reports, graph.tableDecisions).flatMap { entry, decisions in
      zip(entry.report.tables, decisions).map { table, decision in
        Entry(
          path: entry.report.header.sourcePath, sheet: table.sheet?.sourcePath, line: table.line,
          corner: table.header.first?.text ?? "",
          decision: decision)
      }
    }
  }

  /// The warning that a site has tables that could compare positions, but no position; nil if it has a position, or if all
  /// its tables are declared or list options.
  package static func noPositions(in graph: IssueGraph) -> Diagnostic? {
    guard graph.positions.isEmpty, graph.silentCells.isEmpty else { return nil }
    for (entry, decisions) in zip(graph.reports, graph.tableDecisions) {
      for (table, decision) in zip(entry.report.tables, decisions) {
        guard decision.rule != .declared, decision.kind != .options, table.header.count > 1 else { continue }
        let body = TableBody(of: table.node, in: entry.report.header.document)
        guard table.header.count > 2 || body.isProse, let corner = table.header.first else { continue }
        return Diagnostic(
          .noPositions, at: Place(path: entry.report.header.sourcePath, range: corner.range),
          "the site has tables but no positions; this one \(decision.kind == .plain ? "stays plain" : "gives none"): \(decision.reason(corner: corner.text))",
          suggestion: Suggestion(
            "write \(decision.kind == .plain ? decision.alternative : "<!-- standpoint: positions -->") above tables that compare positions; “standpoint check --explain-tables” explains each table"
          ))
      }
    }
    return nil
  }
}
