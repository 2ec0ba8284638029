import Content
import Graph

/// The page of a report: its text, its issues and parties, and links to other reports.
struct ReportPage: SitePage {
  static let definition = PageDefinition(
    "report", "report pages",
    fields: [
      .text(.textLanguage, "The language of the report’s text, as a BCP 47 tag; absent if it is the site’s."),
      .text(
        .textDirection,
        "The direction of the report’s text, rtl or ltr; absent if its language is the site’s."),
      .text(.list, "The path to the list of all reports; absent if lists are turned off."),
      .text(.year, "The year of the report’s date; absent for an undated report."),
      .html(
        .yearAddress,
        "The path to the year’s section in the list of reports, or to its own page; absent if lists are turned off."
      ),
      .html(.date, "The report’s date as a time element; absent for an undated report."),
      .html(.updated, "The day of the last change as a time element; absent without one."),
      .html(
        .corrected, "“Corrected …” as a link to the newest correction; absent without corrections."),
      .text(.authors, "The authors' names, separated by commas and “and”; absent if there are none."),
      .html(.tags, "The report’s tags, as a list; absent if there are none."),
      .text(.summary, "The report’s summary; absent without one."),
      .html(
        .badges, "Gaps and overdue reviews, as a list; absent if there are none."
      ),
      .text(.readingTime, "The reading time in minutes, as a number."),
      .html(.contents, "The headings as a nested list of links; absent with fewer than three."),
      .flag(.longContents, "True when the contents have more than eight entries."),
      .html(.article, "The report’s text, with comparisons and footnotes."),
      .html(
        .corrections, "The report’s corrections with their dates, newest first; absent without any."),
      .html(
        .moves, "The moves that the report shows, as a list; absent if there are none."),
      .html(
        .issues,
        "The issues with a row in the report and its core issues, as lists of links; absent if there are none."
      ),
      .html(
        .parties,
        "The parties with a column in the report and those it affects, as lists of links; absent if there are none."
      ),
      .html(
        .linkedFrom,
        "Reports that link to it, with the sentence around the link; absent without any, and when mentions are turned off."
      ),
      .html(.citations, "The citation of the report."),
      .html(
        .cardFacts,
        "What the cards of the report’s cells show, as JSON for the script; absent without positions, or if `cards` is turned off."
      ),
      .flag(.neighbours, "True if there is a previous or a next report."),
      .text(.previous, "The path to the previous report by date; absent without one."),
      .text(.previousTitle, "The title of the previous report; absent without one."),
      .html(.previousDate, "The date of the previous report as a time element; absent without one."),
      .text(.next, "The path to the next report by date; absent without one."),
      .text(.nextTitle, "The title of the next report; absent without one."),
      .html(.nextDate, "The date of the next report as a time element; absent without one."),
    ], texts: StringKey.reportTexts, picture: .report, sharingType: "article", isSearched: true)

  /// The number of words that a reader reads in a minute.
  private static let wordsPerMinute = 220

  let id: ID<ReportEntry>

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.reports.map { ReportPage(id: $0.id) }
  }

  func address(in site: SiteLayout) -> String { site.graph.reports[id.index].address }

  func lastChange(in site: SiteLayout) -> PartialDate? { site.graph.reports[id.index].report.lastChange }

  func isDraft(in graph: IssueGraph) -> Bool { graph.reports[id.index].report.header.isDraft }

  func values(_ site: PageRenderer) -> TemplateValues {
    let entry = site.graph.reports[id.index]
    let report = entry.report
    let header = report.header
    var draft = site.draft(
      Self.definition, address: entry.address, title: header.title, description: header.matter.summary)
    draft.list(ReportListPage.address)
    draft.facets { SearchFacets(report: entry, in: $0) }
    dates(report, site, &draft)
    draft.text(.authors, site.joined(header.matter.authors))
    let tags = header.matter.tags
    if !tags.isEmpty { draft.html(.tags) { Self.write(tags, site.words, into: &$0) } }
    draft.text(.summary, header.matter.summary)
    draft.badges(BadgeWriter(page: draft.page).badges(ofReport: id))
    draft.text(.readingTime, String(max(1, report.wordCount / Self.wordsPerMinute)))
    draft.language(of: header)
    draft.contents(header, entry.links)
    draft.article(.article, header, entry.links, report: entry)
    draft.edit(header)
    corrections(entry, &draft)
    moves(site, &draft)
    citation(entry, site, &draft)
    draft.structuredData { $0.report(entry) }
    names(entry, site, &draft)
    neighbours(site, &draft)
    return draft.values
  }

  private func dates(_ report: Report, _ site: PageRenderer, _ draft: inout PageDraft) {
    let words = site.words
    let page = draft.page
    let settings = site.settings
    if let year = report.date?.year {
      draft.text(.year, String(year))
      if site.isOn(.lists) {
        draft.html(.yearAddress) { site.layout.years.address(of: YearKey(year), on: page, into: &$0) }
      }
    }
    if settings.baseURL != nil, site.isOn(.previews) {
      draft.text(.published, report.date?.description)
      draft.text(.modified, report.updated?.description)
    }
    if let date = report.date {
      draft.html(.date) { output in
        if report.dateOrigin == .firstCommit {
          words.write(.firstCommitted, into: &output) { words.dates.time(date, into: &$0) }
        } else {
          words.dates.time(date, into: &output)
        }
      }
    }
    if let updated = report.header.matter.updated {
      draft.html(.updated) { words.dates.time(updated, into: &$0) }
    }
  }

  /// The citation of the report, and the facts for those of its positions.
  private func citation(_ entry: ReportEntry, _ site: PageRenderer, _ draft: inout PageDraft) {
    let page = draft.page
    draft.html(.citations) {
      CitationWriter(words: site.words).write(
        Citation(entry, settings: site.settings, words: site.words), title: .citeReport, into: &$0)
    }
    guard site.isOn(.cards),
      site.graph.comparisonsOfReport[id].contains(where: { !site.graph.positionsOfComparison[$0].isEmpty })
    else { return }
    draft.html(.cardFacts) { CardFacts(of: entry, on: page).write(into: &$0) }
  }

  private func corrections(_ entry: ReportEntry, _ draft: inout PageDraft) {
    guard let newest = entry.newestCorrections.first else { return }
    let writer = CorrectionWriter(page: draft.page)
    draft.html(.corrected) { writer.mark(newest, of: entry.id, into: &$0) }
    draft.html(.corrections) { writer.list(of: entry, into: &$0) }
  }

  private func moves(_ site: PageRenderer, _ draft: inout PageDraft) {
    guard let moves = site.layout.moves.ofReport[id] else { return }
    let writer = MoveWriter(page: draft.page, record: site.layout.record)
    draft.html(.moves) { writer.list(moves, into: &$0) }
  }

  /// The issues and parties of the report, and the reports that link to it.
  private func names(_ entry: ReportEntry, _ site: PageRenderer, _ draft: inout PageDraft) {
    let page = draft.page
    let names = ReportNamesWriter(page: page, report: entry)
    if !names.hasNoIssues { draft.html(.issues) { names.issues(into: &$0) } }
    if !names.hasNoParties { draft.html(.parties) { names.parties(into: &$0) } }
    if let links = site.site.reportLinks?[entry.id], !links.isEmpty {
      draft.html(.linkedFrom) { MentionListWriter(page: page).write(links, into: &$0) }
    }
  }

  /// The previous and the next report by date, which is their order in the graph.
  private func neighbours(_ site: PageRenderer, _ draft: inout PageDraft) {
    let reports = site.graph.reports
    let previous = id.index > 0 ? reports[id.index - 1] : nil
    let next = id.index + 1 < reports.count ? reports[id.index + 1] : nil
    draft.flag(.neighbours, previous != nil || next != nil)
    if let previous {
      draft.text(.previous, draft.page.path(to: previous.address))
      draft.text(.previousTitle, previous.report.header.title)
      date(of: previous, .previousDate, site, &draft)
    }
    if let next {
      draft.text(.next, draft.page.path(to: next.address))
      draft.text(.nextTitle, next.report.header.title)
      date(of: next, .nextDate, site, &draft)
    }
  }

  private func date(
    of entry: ReportEntry, _ name: TemplateName, _ site: PageRenderer, _ draft: inout PageDraft
  ) {
    let date = site.site.reportDates[entry.id.index]
    if !date.isEmpty { draft.html(name) { $0.append(contentsOf: date) } }
  }

  private static func write(_ tags: [String], _ words: LocalizedStrings, into output: inout HTML) {
    output.raw("<ul class=\"tags\" aria-label=\"")
    words.write(.tags, into: &output)
    output.raw("\">\n")
    for tag in tags {
      output.raw("<li>")
      output.escaped(tag)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}

extension TemplateName {
  static let yearAddress = TemplateName("year-address")
  static let year = TemplateName("year")
  static let updated = TemplateName("updated")
  static let tags = TemplateName("tags")
  static let readingTime = TemplateName("reading-time")
  static let previousDate = TemplateName("previous-date")
  static let nextDate = TemplateName("next-date")
  static let linkedFrom = TemplateName("linked-from")
  static let authors = TemplateName("authors")
}
