import Content
import Graph

extension PageValues {
  /// The cards of a report's positions.
  func cards(_ entry: ReportEntry) -> TemplateValues {
    let title = site.words.text(.positionsIn, entry.report.header.title)
    var (values, page) = shared(.cards, address: entry.address + "/positions", title: title, description: nil)
    list(&values, "reports", from: page)
    values.text(.name, entry.report.header.title)
    values.text(.address, page.way(to: entry.address))
    if let date = entry.report.date { values.html(.date) { page.site.words.dates.time(date, into: &$0) } }
    values.html(.cards) { output in
      let graph = page.site.graph
      let comparisons = graph.comparisonsOfReport[entry.id]
      writeLegend(comparisons.flatMap { graph.positionsOfComparison[$0] }, into: &output)
      for comparison in comparisons {
        for position in graph.positionsOfComparison[comparison] {
          CardWriter(page: page).whole(position, into: &output)
        }
      }
    }
    return values
  }
}
