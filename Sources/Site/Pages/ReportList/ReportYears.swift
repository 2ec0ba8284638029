import Content
import Graph

extension YearSections<ID<ReportEntry>> {
  /// All reports by year, the newest first; those of one year by `weight:`. None if lists are switched off.
  init(reportsOf graph: IssueGraph) {
    let reports = graph.settings.pageKinds[.lists] ? graph.reports.reversed().map(\.id) : []
    self.init(
      reports, at: ReportListPage.address, named: .reports,
      year: { graph.reports[$0.index].report.date?.year }, arrange: graph.byWeight,
      areTaken: { addresses in
        graph.reports.contains { addresses.contains($0.address) }
          || graph.pages.contains { addresses.contains($0.address) }
      })
  }
}

extension IssueGraph {
  /// The reports with the lowest `weight:` first; reports of equal weight keep their order.
  func byWeight(_ reports: [ID<ReportEntry>]) -> [ID<ReportEntry>] {
    let weight = { (id: ID<ReportEntry>) in self.reports[id.index].report.header.matter.weight }
    guard reports.contains(where: { weight($0) != 0 }) else { return reports }
    return reports.enumerated().sorted { (weight($0.element), $0.offset) < (weight($1.element), $1.offset) }
      .map(\.element)
  }
}
