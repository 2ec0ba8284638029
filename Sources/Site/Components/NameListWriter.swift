import Graph

/// Writes lists of issues, parties, reports and options.
struct NameListWriter {
  let page: PageLinks

  private var graph: IssueGraph { page.site.graph }

  /// Writes issues as links; with `counts`, the number of positions of each.
  func issues(_ issues: some Sequence<ID<Issue>>, counts: Bool, into output: inout HTML) {
    output.raw("<ul class=\"names\">\n")
    for issue in issues {
      output.raw("<li>")
      page.issueLink(issue, into: &output)
      if counts { count(page.site.graph.positionsOfIssue[issue].count, into: &output) }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes parties as links; with `counts`, the number of positions of each.
  func parties(_ parties: some Sequence<ID<Party>>, counts: Bool, into output: inout HTML) {
    output.raw("<ul class=\"names\">\n")
    for party in parties {
      output.raw("<li")
      output.hueClass(party, of: page.site.hues)
      output.raw(">")
      page.partyLink(party, into: &output)
      if counts { count(page.site.graph.positionsOfParty[party].count, into: &output) }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes reports as links with their dates; with `summaries`, their summaries too.
  func reports(_ reports: some Sequence<ID<ReportEntry>>, summaries: Bool, into output: inout HTML) {
    output.raw("<ul class=\"reports\">\n")
    for report in reports {
      output.raw("<li>")
      page.reportLink(report, into: &output)
      let date = page.site.reportDates[report.index]
      if !date.isEmpty {
        output.raw(" <span class=\"date\">")
        output.append(contentsOf: date)
        output.raw("</span>")
      }
      if summaries, let summary = page.site.graph.reports[report.index].report.summary {
        output.raw("\n<p>")
        output.escaped(summary)
        output.raw("</p>")
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes options as links to their rows, each with its report.
  func options(_ options: some Sequence<ID<Option>>, into output: inout HTML) {
    output.raw("<ul class=\"options\">\n")
    for id in options {
      let option = page.site.graph.options[id.index]
      output.raw("<li>")
      optionLink(option, into: &output)
      output.raw(" <span class=\"source\">")
      page.reportLink(option.report, into: &output)
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes an option's name as a link to its row.
  func optionLink(_ option: Option, into output: inout HTML) {
    output.raw("<a href=\"")
    page.report(option.report, into: &output)
    output.raw("#")
    output.escaped(option.anchor)
    output.raw("\">")
    output.escaped(option.name)
    output.raw("</a>")
  }

  private func count(_ count: Int, into output: inout HTML) {
    if count == 0 { return }
    output.raw(" <span class=\"count\">")
    page.site.words.write(.positionCount, count: count, into: &output)
    output.raw("</span>")
  }
}
