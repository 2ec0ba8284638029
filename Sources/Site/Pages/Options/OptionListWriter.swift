import Content
import Graph
import Markdown

/// Writes options by report, each with the content of its row.
struct OptionListWriter {
  let page: PageLinks

  /// Writes the options of reports; within a report, in the order of its rows.
  func write(_ reports: [ID<ReportEntry>], into output: inout HTML) {
    for report in reports.map({ page.site.graph.reports[$0.index] }) {
      let options = page.site.graph.comparisonsOfReport[report.id].flatMap {
        page.site.graph.optionsOfComparison[$0]
      }
      output.raw("<section class=\"option-group\">\n<h2>")
      page.reportLink(report.id, into: &output)
      output.raw("</h2>\n")
      if let date = report.report.date {
        output.raw("<p class=\"source\">")
        page.site.words.dates.time(date, into: &output)
        output.raw("</p>\n")
      }
      for option in options { write(page.site.graph.options[option.index], of: report, into: &output) }
      output.raw("</section>\n")
    }
  }

  private func write(_ option: Option, of report: ReportEntry, into output: inout HTML) {
    output.raw("<h3>")
    NameListWriter(page: page).optionLink(option, into: &output)
    output.raw("</h3>\n")
    if !option.issues.isEmpty {
      NameListWriter(page: page).issues(option.issues, counts: false, into: &output)
    }
    let document = report.report.header.document
    let header = report.report.tables[page.site.graph.comparisons[option.comparison.index].table].header
    let cells = Array(document.children(of: option.rowNode)).enumerated().dropFirst()
      .filter { document.nodes[$0.element].end > $0.element + 1 }
    if cells.isEmpty { return }
    output.raw("<dl>\n")
    for (column, cell) in cells {
      output.raw("<dt>")
      output.escaped(header.indices.contains(column) ? header[column].text : "")
      output.raw("</dt>\n<dd>")
      let writer = DocumentWriter(
        document, links: report.links, on: page, use: .elsewhere(address: report.address))
      writer.writeInlines(of: cell, into: &output)
      output.raw("</dd>\n")
    }
    output.raw("</dl>\n")
  }
}
