import Content
import Graph

/// All reports by year, newest first.
struct ReportYears {
  private(set) var years: [(key: YearKey, reports: [ID<ReportEntry>])] = []

  init(_ graph: IssueGraph) {
    for entry in graph.reports.reversed() {
      let key = YearKey(entry.report.date?.year)
      if let last = years.last, last.key == key {
        years[years.count - 1].reports.append(entry.id)
      } else {
        years.append((key, [entry.id]))
      }
    }
    for index in years.indices { years[index].reports = graph.byWeight(years[index].reports) }
  }

  /// Writes links to the years.
  func writeContents(on page: PageLinks, into output: inout [UInt8]) {
    output.raw("<ul>\n")
    for (key, reports) in years {
      output.raw("<li><a href=\"#year:")
      output.raw(key.address)
      output.raw("\">")
      title(key, page.site.words, into: &output)
      output.raw("</a> <span class=\"count\">")
      output.number(reports.count)
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  func write(on page: PageLinks, into output: inout [UInt8]) {
    for (key, reports) in years {
      output.raw("<section id=\"year:")
      output.raw(key.address)
      output.raw("\">\n<h2>")
      title(key, page.site.words, into: &output)
      output.raw("</h2>\n")
      NameListWriter(page: page).reports(reports, summaries: true, into: &output)
      output.raw("</section>\n")
    }
  }

  private func title(_ key: YearKey, _ words: Words, into output: inout [UInt8]) {
    if let year = key.year { output.number(year) } else { words.write(.undatedTitle, into: &output) }
  }
}
