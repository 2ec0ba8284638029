import Graph

/// Writes the issues and parties of one report: those of its tables, then those that only its front matter names.
struct ReportNamesWriter {
  let page: PageLinks
  let report: ReportEntry

  private var graph: IssueGraph { page.site.graph }

  /// Whether neither a table nor `core-issues:` names an issue.
  var hasNoIssues: Bool { graph.issuesOfReport[report.id].isEmpty && report.coreIssues.isEmpty }
  /// Whether neither a table nor `affects:` names a party.
  var hasNoParties: Bool { graph.partiesOfReport[report.id].isEmpty && report.affects.isEmpty }

  /// Writes the issues with a row, core issues marked; then the core issues without a row.
  func issues(into output: inout HTML) {
    let rows = graph.issuesOfReport[report.id]
    list(rows, marked: report.coreIssues, as: .coreIssue, into: &output) {
      page.issueLink($0, into: &$1)
    }
    let others = Self.unique(report.coreIssues, except: rows)
    list(others, under: .coreIssuesWithoutRow, into: &output) {
      page.issueLink($0, into: &$1)
    }
  }

  /// Writes the parties with a column, affected ones marked; then the affected ones without a column.
  func parties(into output: inout HTML) {
    let columns = graph.partiesOfReport[report.id]
    let hue: (ID<Party>, inout HTML) -> Void = { $1.hueClass($0, of: page.site.hues) }
    list(columns, marked: report.affects, as: .affected, hue: hue, into: &output) {
      page.partyLink($0, into: &$1)
    }
    let others = Self.unique(report.affects, except: columns)
    list(others, under: .affectedWithoutColumn, hue: hue, into: &output) {
      page.partyLink($0, into: &$1)
    }
  }

  private func list<Subject>(
    _ subjects: some Collection<ID<Subject>>, marked: [ID<Subject>] = [], as mark: StringKey = .coreIssue,
    under title: StringKey? = nil, hue: (ID<Subject>, inout HTML) -> Void = { _, _ in },
    into output: inout HTML,
    link: (ID<Subject>, inout HTML) -> Void
  ) {
    if subjects.isEmpty { return }
    if let title {
      output.raw("<h3>")
      page.site.words.write(title, into: &output)
      output.raw("</h3>\n")
    }
    output.raw("<ul class=\"names\">\n")
    for subject in subjects {
      output.raw("<li")
      hue(subject, &output)
      output.raw(">")
      link(subject, &output)
      if marked.contains(subject) {
        output.raw(" <span class=\"count\">")
        page.site.words.write(mark, into: &output)
        output.raw("</span>")
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Without duplicates, in the author's order.
  private static func unique<Subject>(
    _ subjects: [ID<Subject>], except shown: ArraySlice<ID<Subject>>
  ) -> [ID<Subject>] {
    var seen = Set(shown)
    return subjects.filter { seen.insert($0).inserted }
  }
}
