import Content
import Graph

/// The feed of corrections, the newest first.
struct CorrectionsFeed {
  private let graph: IssueGraph
  private let words: LocalizedStrings

  init(_ graph: IssueGraph, words: LocalizedStrings) {
    self.graph = graph
    self.words = words
  }

  var bytes: [UInt8] {
    let settings = graph.settings
    return AtomFeed(
      title: words.text(.siteCorrections, settings.title), language: settings.language,
      author: settings.title,
      page: settings.fullAddress(ofPage: CorrectionListPage.address) ?? "",
      itself: settings.fullAddress(DataFile.correctionsFeed.path) ?? "",
      entries: CorrectionList(graph).entries.prefix(ReportFeed.mostEntries).map(entry)
    ).bytes
  }

  private func entry(_ entry: CorrectionList.Entry) -> AtomFeed.Entry {
    let report = graph.reports[entry.report.index]
    let title = report.report.header.title
    let subject = entry.correction.cell.map {
      words.text(.partyOnIssue, graph.parties[$0.party.index].name, graph.issues[$0.issue.index].name)
    }
    return AtomFeed.Entry(
      title: subject.map { words.text(.labelled, title, $0) } ?? title,
      address: (graph.settings.fullAddress(ofPage: report.address) ?? "") + "#" + entry.correction.anchor,
      updated: entry.correction.date, summary: entry.correction.note, authors: report.report.authors)
  }
}
