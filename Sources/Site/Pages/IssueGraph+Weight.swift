import Graph

extension IssueGraph {
  /// The reports with the lowest `weight:` first; those of one weight stay in their order.
  func byWeight(_ reports: [ID<ReportEntry>]) -> [ID<ReportEntry>] {
    let weight = { (id: ID<ReportEntry>) in self.reports[id.index].report.weight }
    guard reports.contains(where: { weight($0) != 0 }) else { return reports }
    return reports.enumerated().sorted { (weight($0.element), $0.offset) < (weight($1.element), $1.offset) }
      .map(\.element)
  }
}
