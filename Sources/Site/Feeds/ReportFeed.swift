import Content
import Diagnostics
import Graph

/// Feeds of reports, the most recently changed first. They leave out undated reports.
struct ReportFeed {
  /// The most entries in a feed, because readers fetch it often.
  static let mostEntries = Limit.feedReports.value

  /// The most positions in an entry; the rest is in the report.
  static let mostPositions = Limit.feedPositions.value

  private let graph: IssueGraph
  private let content: (ID<ReportEntry>) -> HTML

  /// - Parameter content: what a report says, as HTML; empty: nothing.
  init(_ graph: IssueGraph, content: @escaping (ID<ReportEntry>) -> HTML = { _ in HTML() }) {
    self.graph = graph
    self.content = content
  }

  /// The feed of all reports.
  func site() -> [UInt8] {
    let settings = graph.settings
    return bytes(settings.title, settings.description, address: "", graph.reports.map(\.id))
  }

  /// The feed of the reports on an issue.
  func issue(_ id: ID<Issue>) -> [UInt8] {
    let issue = graph.issues[id.index]
    let subtitle = issue.file?.summary ?? issue.file?.proposition
    return bytes(title(issue.name), subtitle, address: issue.address, reports(on: id))
  }

  /// The feed of the reports on a party.
  func party(_ id: ID<Party>) -> [UInt8] {
    let party = graph.parties[id.index]
    return bytes(title(party.name), party.file?.summary, address: party.address, reports(about: id))
  }

  /// The dated reports in which an issue has a row or is a core issue.
  func reports(on issue: ID<Issue>) -> [ID<ReportEntry>] {
    dated(Set(graph.reportsOfIssue[issue]), or: { $0.coreIssues.contains(issue) })
  }

  /// The dated reports in which a party has a column, or that affect it.
  func reports(about party: ID<Party>) -> [ID<ReportEntry>] {
    dated(Set(graph.reportsOfParty[party]), or: { $0.affects.contains(party) })
  }

  private func dated(
    _ known: Set<ID<ReportEntry>>, or isNamed: (ReportEntry) -> Bool
  ) -> [ID<ReportEntry>] {
    graph.reports.filter { (known.contains($0.id) || isNamed($0)) && $0.report.lastChange != nil }.map(\.id)
  }

  private func title(_ name: String) -> String { name + " – " + graph.settings.title }

  private func bytes(
    _ title: String, _ subtitle: String?, address: String, _ reports: [ID<ReportEntry>]
  ) -> [UInt8] {
    AtomFeed(
      title, subtitle: subtitle, of: address, at: SiteFeeds.path(of: address), graph.settings,
      entries: entries(reports)
    ).bytes
  }

  /// By last change, the newest first; on the same day, the later report first.
  private func entries(_ reports: [ID<ReportEntry>]) -> [AtomFeed.Entry] {
    let dated = reports.compactMap { id in graph.reports[id.index].report.lastChange.map { (day: $0, id: id) }
    }
    let newest = dated.sorted { ($0.day, $0.id) > ($1.day, $1.id) }.prefix(Self.mostEntries)
    return newest.map { entry(graph.reports[$0.id.index], updated: $0.day) }
  }

  private func entry(_ entry: ReportEntry, updated: PartialDate) -> AtomFeed.Entry {
    let report = entry.report
    return AtomFeed.Entry(
      title: report.header.title, address: graph.settings.fullAddress(ofPage: entry.address) ?? "",
      published: report.date, updated: updated, summary: report.summary, content: content(entry.id),
      authors: report.authors,
      categories: categories(of: entry), language: report.language)
  }

  private func categories(of entry: ReportEntry) -> [AtomFeed.Category] {
    let issues = graph.issuesOfReport[entry.id].map { id in
      let issue = graph.issues[id.index]
      return AtomFeed.Category(
        scheme: graph.settings.fullAddress("issues/"), term: issue.slug, label: issue.name)
    }
    let parties = graph.partiesOfReport[entry.id].map { id in
      let party = graph.parties[id.index]
      return AtomFeed.Category(
        scheme: graph.settings.fullAddress("parties/"), term: party.slug, label: party.name)
    }
    return issues + parties + entry.report.tags.map { AtomFeed.Category(scheme: nil, term: $0, label: $0) }
  }
}

extension PartialDate {
  /// The first day of the date; for a month or a year, its first day.
  var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) }
}

extension Report {
  /// The newest day of `updated`, `date` and the corrections; nil if there is none. Never before the report itself:
  /// `updated: 2025-03` in a report of 10 March gives 10 March.
  var lastChange: PartialDate? {
    var newest = date?.firstDay
    // Not through the key paths of the front matter, which copy all of it.
    if let updated = header.matter.updated?.firstDay { newest = max(newest ?? updated, updated) }
    for correction in header.matter.corrections {
      let day = correction.date.firstDay
      newest = max(newest ?? day, day)
    }
    return newest
  }
}
