import Content
import Graph

extension PageValues {
  /// Words that a reader takes in a minute.
  private static let wordsPerMinute = 220

  func report(_ entry: ReportEntry) -> TemplateValues {
    let report = entry.report
    let words = site.words
    var (values, page) = shared(
      .report, address: entry.address, title: report.header.title, description: report.summary)
    list(&values, "reports", from: page)
    if let year = report.date?.year { self.year(&values, year, from: page) }
    facets(&values) { SearchFacets(report: entry, in: $0) }
    if graph.settings.baseURL != nil, graph.settings.pageKinds[.previews] {
      values.text(.published, report.date?.description)
      values.text(.modified, report.updated?.description)
    }
    if let date = report.date {
      values.html(.date) { output in
        if report.dateOrigin == .firstCommit {
          words.write(.firstCommitted, into: &output) { words.dates.time(date, into: &$0) }
        } else {
          words.dates.time(date, into: &output)
        }
      }
    }
    if let updated = report.updated { values.html(.updated) { words.dates.time(updated, into: &$0) } }
    values.text(.authors, joined(report.authors))
    if !report.tags.isEmpty { values.html(.tags) { writeTags(report.tags, into: &$0) } }
    values.text(.summary, report.summary)
    badges(&values, BadgeWriter(page: page).badges(ofReport: entry.id), on: page)
    values.text(.readingTime, String(max(1, report.wordCount / Self.wordsPerMinute)))
    contents(&values, report.header, entry.links)
    article(&values, .article, report.header, entry.links, on: page, report: entry)
    structuredData(&values, page) { $0.report(entry) }
    let names = ReportNamesWriter(page: page, report: entry)
    if !names.hasNoIssues { values.html(.issues) { names.issues(into: &$0) } }
    if !names.hasNoParties { values.html(.parties) { names.parties(into: &$0) } }
    if let links = site.reportLinks?[entry.id], !links.isEmpty {
      values.html(.linkedFrom) { MentionListWriter(page: page).write(links, into: &$0) }
    }
    neighbours(of: entry, in: &values, page)
    return values
  }

  /// The way to the other reports of a report's year.
  private func year(_ values: inout TemplateValues, _ year: Int, from page: PageLinks) {
    values.text(.year, String(year))
    guard graph.settings.pageKinds[.lists] else { return }
    values.html(.yearAddress) { years.address(of: YearKey(year), on: page, into: &$0) }
  }

  /// The reports before and after `entry`, which the graph has in the order of their dates.
  private func neighbours(of entry: ReportEntry, in values: inout TemplateValues, _ page: PageLinks) {
    let place = entry.id.index
    let previous = place > 0 ? graph.reports[place - 1] : nil
    let next = place + 1 < graph.reports.count ? graph.reports[place + 1] : nil
    values.set(.neighbours, .flag(previous != nil || next != nil))
    if let previous {
      values.text(.previous, page.way(to: previous.address))
      values.text(.previousTitle, previous.report.header.title)
      date(&values, .previousDate, of: previous)
    }
    if let next {
      values.text(.next, page.way(to: next.address))
      values.text(.nextTitle, next.report.header.title)
      date(&values, .nextDate, of: next)
    }
  }

  private func date(_ values: inout TemplateValues, _ name: TemplateName, of entry: ReportEntry) {
    let date = site.reportDates[entry.id.index]
    if !date.isEmpty { values.html(name) { $0.append(contentsOf: date) } }
  }

  /// `A`, `A and B`, `A, B and C`; nil without names.
  private func joined(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    if names.count == 1 { return last }
    return site.words.text(.twoNames, names.dropLast().joined(separator: site.words.text(.comma)), last)
  }

  private func writeTags(_ tags: [String], into output: inout [UInt8]) {
    output.raw("<ul class=\"tags\" aria-label=\"")
    site.words.write(.tags, into: &output)
    output.raw("\">\n")
    for tag in tags {
      output.raw("<li>")
      output.escaped(tag)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}
