import Content
import Graph

/// The corrections of all reports, the newest first, by year.
///
/// If there are many, the list shows the newest ones, and each year has its own page.
struct CorrectionList: Sendable {
  /// A correction with its report.
  struct Entry: Sendable {
    let report: ID<ReportEntry>
    let correction: Correction
  }

  /// The largest number of corrections on one page.
  static let mostOnOnePage = 200
  /// The number of corrections in the list if years have pages.
  static let newestShown = 50

  /// The newest first; those of one date by report, the newest report first, then in the author's order.
  let entries: [Entry]
  /// The entries by year.
  private(set) var years: [(key: YearKey, entries: ArraySlice<Entry>)] = []
  /// Whether each year has a page.
  let havePages: Bool

  init(_ graph: IssueGraph) {
    let all = graph.reports.reversed().flatMap { entry in
      entry.corrections.map { Entry(report: entry.id, correction: $0) }
    }
    let entries = all.enumerated().sorted {
      ($1.element.correction.date, $0.offset) < ($0.element.correction.date, $1.offset)
    }.map(\.element)
    var start = 0
    while start < entries.count {
      let year = entries[start].correction.date.year
      let end = entries[start...].firstIndex { $0.correction.date.year != year } ?? entries.count
      years.append((YearKey(year), entries[start..<end]))
      start = end
    }
    self.entries = entries
    let addresses = Set(years.map { Self.address(of: $0.key) })
    havePages = entries.count > Self.mostOnOnePage && !graph.pages.contains { addresses.contains($0.address) }
  }

  /// Whether the list has a section for each year.
  var hasSections: Bool { years.count > 1 || havePages }

  /// Whether there is a feed, which needs full addresses and at least one correction.
  func hasFeed(_ settings: SiteSettings) -> Bool {
    settings.baseURL != nil && settings.pageKinds[.feeds] && settings.pageKinds[.corrections]
      && !entries.isEmpty
  }

  /// The address of a year's page below the site's root.
  static func address(of year: YearKey) -> String { CorrectionListPage.address + "/" + year.address }

  /// “Corrections in 2025”.
  static func title(_ year: YearKey, _ words: LocalizedStrings) -> String {
    words.text(.nameInYear, words.text(.corrections), year.address)
  }

  /// The anchor of a year's section in the list.
  static func anchor(of year: YearKey) -> String { "year:" + year.address }

  /// Writes links to the years; `current` is the year of the page, if any.
  func writeContents(on page: PageLinks, current: YearKey? = nil, into output: inout [UInt8]) {
    output.raw("<ul>\n")
    for (year, entries) in years {
      output.raw("<li><a href=\"")
      if havePages {
        page.page(Self.address(of: year), into: &output)
      } else {
        page.place(CorrectionListPage.address, anchor: Self.anchor(of: year), into: &output)
      }
      output.raw(year == current ? "\" aria-current=\"page\">" : "\">")
      output.raw(year.address)
      output.raw("</a> <span class=\"count\">")
      output.number(entries.count)
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes all corrections, or the newest ones with links to the pages of their years.
  func write(on page: PageLinks, into output: inout [UInt8]) {
    let writer = CorrectionWriter(page: page)
    if !hasSections { return writer.list(entries, into: &output) }
    var left = havePages ? Self.newestShown : Int.max
    for (year, entries) in years {
      output.raw("<section id=\"")
      output.raw(Self.anchor(of: year))
      output.raw("\">\n<h2>")
      output.raw(year.address)
      output.raw("</h2>\n")
      let shown = entries.prefix(left)
      left -= shown.count
      if !shown.isEmpty { writer.list(shown, into: &output) }
      if shown.count < entries.count { writeMore(year, entries.count, on: page, into: &output) }
      output.raw("</section>\n")
    }
  }

  /// Writes the corrections of one year.
  func write(_ year: YearKey, on page: PageLinks, into output: inout [UInt8]) {
    guard let entries = years.first(where: { $0.key == year })?.entries else { return }
    CorrectionWriter(page: page).list(entries, into: &output)
  }

  private func writeMore(_ year: YearKey, _ count: Int, on page: PageLinks, into output: inout [UInt8]) {
    output.raw("<p class=\"more\"><a href=\"")
    page.page(Self.address(of: year), into: &output)
    output.raw("\">")
    output.escaped(Self.title(year, page.site.words))
    output.raw("</a> <span class=\"count\">")
    output.number(count)
    output.raw("</span></p>\n")
  }
}
