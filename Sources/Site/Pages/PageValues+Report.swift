import Content
import Graph

extension PageValues {
  /// Words that a reader takes in a minute.
  private static let wordsPerMinute = 220

  func report(_ entry: ReportEntry) -> TemplateValues {
    let report = entry.report
    var (values, page) = shared(
      .report, address: entry.address, title: report.header.title, description: report.summary)
    list(&values, "reports", from: page)
    if graph.settings.baseURL != nil, graph.settings.pageKinds.previews {
      values.text(.published, report.date?.description)
      values.text(.modified, report.updated?.description)
    }
    if let date = report.date {
      values.html(.date) { output in
        if report.dateOrigin == .firstCommit { output.raw("First committed ") }
        output.time(date)
      }
    }
    if let updated = report.updated { values.html(.updated) { $0.time(updated) } }
    values.text(.authors, Self.joined(report.authors))
    if !report.tags.isEmpty { values.html(.tags) { Self.writeTags(report.tags, into: &$0) } }
    values.text(.summary, report.summary)
    badges(&values, BadgeWriter(page: page).badges(ofReport: entry.id), on: page)
    values.text(.readingTime, String(max(1, report.wordCount / Self.wordsPerMinute)))
    if let contents = ContentsWriter(report.header, links: entry.links) {
      values.html(.contents) { contents.write(into: &$0) }
    }
    article(&values, .article, report.header, entry.links, on: page, report: entry)
    structuredData(&values, page) { $0.report(entry) }
    let names = ReportNamesWriter(page: page, report: entry)
    if !names.hasNoIssues { values.html(.issues) { names.issues(into: &$0) } }
    if !names.hasNoParties { values.html(.parties) { names.parties(into: &$0) } }
    return values
  }

  /// `A`, `A and B`, `A, B and C`; nil without names.
  private static func joined(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    if names.count == 1 { return last }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func writeTags(_ tags: [String], into output: inout [UInt8]) {
    output.raw("<ul class=\"tags\" aria-label=\"Tags\">\n")
    for tag in tags {
      output.raw("<li>")
      output.escaped(tag)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}
