extension IssueGraph {
  /// The 1-based line of the report's file on which a position stands.
  package func line(of id: ID<Position>) -> Int {
    let position = positions[id.index]
    let table = comparisons[position.comparison.index].table
    return reports[position.report.index].report.tables[table].line + 1 + position.row
  }
}
