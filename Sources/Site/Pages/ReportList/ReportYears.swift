import Content
import Graph

/// All reports by year, newest first.
///
/// If there are many reports, the list shows the newest ones, and each year has its own page.
struct ReportYears: Sendable {
  /// The largest number of reports on one page.
  static let mostOnOnePage = 200
  /// The number of reports in the list if years have pages.
  static let newestShown = 50

  private(set) var years: [(key: YearKey, reports: [ID<ReportEntry>])] = []
  /// Whether each year has a page.
  private(set) var havePages = false

  init(_ graph: IssueGraph) {
    guard graph.settings.pageKinds[.lists] else { return }
    for entry in graph.reports.reversed() {
      let key = YearKey(entry.report.date?.year)
      if let last = years.last, last.key == key {
        years[years.count - 1].reports.append(entry.id)
      } else {
        years.append((key, [entry.id]))
      }
    }
    for index in years.indices { years[index].reports = graph.byWeight(years[index].reports) }
    havePages = graph.reports.count > Self.mostOnOnePage && areAddressesFree(graph)
  }

  /// Whether no report or page has the address of a year, as `2025.md` would.
  private func areAddressesFree(_ graph: IssueGraph) -> Bool {
    let addresses = Set(years.map { Self.address(of: $0.key) })
    return !graph.reports.contains { addresses.contains($0.address) }
      && !graph.pages.contains { addresses.contains($0.address) }
  }

  /// The address of a year's page below the site's root.
  static func address(of year: YearKey) -> String { ReportListPage.address + "/" + year.address }

  /// “Reports in 2025”, “Reports: Undated”.
  static func title(_ year: YearKey, _ words: LocalizedStrings) -> String {
    let reports = words.text(.reports)
    guard let number = year.year else { return words.text(.labelled, reports, words.text(.undatedTitle)) }
    return words.text(.nameInYear, reports, String(number))
  }

  /// The anchor of a year's section in the list.
  static func anchor(of year: YearKey) -> String { "year:" + year.address }

  /// Writes the path from a page to a year: its own page, or its section in the list.
  func address(of year: YearKey, on page: PageLinks, into output: inout [UInt8]) {
    if havePages {
      page.page(Self.address(of: year), into: &output)
    } else {
      page.place(ReportListPage.address, anchor: Self.anchor(of: year), into: &output)
    }
  }

  /// Writes links to the years; `current` is the year of the page, if any.
  func writeContents(on page: PageLinks, current: YearKey? = nil, into output: inout [UInt8]) {
    output.raw("<ul>\n")
    for (key, reports) in years {
      output.raw("<li><a href=\"")
      address(of: key, on: page, into: &output)
      output.raw(key == current ? "\" aria-current=\"page\">" : "\">")
      shortTitle(key, page.site.words, into: &output)
      output.raw("</a> <span class=\"count\">")
      output.number(reports.count)
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes the list of all reports, or of the newest ones with links to the pages of their years.
  func write(on page: PageLinks, into output: inout [UInt8]) {
    var left = havePages ? Self.newestShown : Int.max
    for (key, reports) in years {
      output.raw("<section id=\"")
      output.raw(Self.anchor(of: key))
      output.raw("\">\n<h2>")
      shortTitle(key, page.site.words, into: &output)
      output.raw("</h2>\n")
      let shown = reports.prefix(left)
      left -= shown.count
      if !shown.isEmpty { NameListWriter(page: page).reports(shown, summaries: true, into: &output) }
      if shown.count < reports.count { writeMore(key, reports.count, on: page, into: &output) }
      output.raw("</section>\n")
    }
  }

  /// Writes the list of one year.
  func write(_ year: YearKey, on page: PageLinks, into output: inout [UInt8]) {
    guard let reports = years.first(where: { $0.key == year })?.reports else { return }
    NameListWriter(page: page).reports(reports, summaries: true, into: &output)
  }

  private func writeMore(_ year: YearKey, _ count: Int, on page: PageLinks, into output: inout [UInt8]) {
    output.raw("<p class=\"more\"><a href=\"")
    address(of: year, on: page, into: &output)
    output.raw("\">")
    output.escaped(Self.title(year, page.site.words))
    output.raw("</a> <span class=\"count\">")
    output.number(count)
    output.raw("</span></p>\n")
  }

  private func shortTitle(_ key: YearKey, _ words: LocalizedStrings, into output: inout [UInt8]) {
    if let year = key.year { output.number(year) } else { words.write(.undatedTitle, into: &output) }
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
