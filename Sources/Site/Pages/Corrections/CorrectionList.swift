import Content
import Graph

/// The corrections of all reports, the newest first.
struct CorrectionList: Sendable {
  /// A correction with its report.
  struct Entry: Sendable {
    let report: ID<ReportEntry>
    let correction: Correction
  }

  /// The newest first; those of one date by report, the newest report first, then in the author's order.
  let entries: [Entry]
  let years: YearSections<Entry>

  init(_ graph: IssueGraph) {
    let all = graph.reports.reversed().flatMap { entry in
      entry.corrections.map { Entry(report: entry.id, correction: $0) }
    }
    let entries = all.enumerated().sorted {
      ($1.element.correction.date, $0.offset) < ($0.element.correction.date, $1.offset)
    }.map(\.element)
    self.entries = entries
    years = YearSections(
      entries, at: CorrectionListPage.address, named: .corrections, year: { $0.correction.date.year },
      areTaken: { addresses in graph.pages.contains { addresses.contains($0.address) } })
  }

  /// Whether the list has a section for each year.
  var hasSections: Bool { years.years.count > 1 || years.havePages }

  /// Whether there is a feed, which needs full addresses and at least one correction.
  func hasFeed(_ settings: SiteSettings) -> Bool {
    settings.baseURL != nil && settings.pageKinds[.feeds] && settings.pageKinds[.corrections]
      && !entries.isEmpty
  }

  /// Writes all corrections, or the newest ones with links to the pages of their years.
  func write(on page: PageLinks, into output: inout [UInt8]) {
    let writer = CorrectionWriter(page: page)
    if !hasSections { return writer.list(entries, into: &output) }
    years.write(on: page, into: &output) { writer.list($0, into: &$1) }
  }
}
