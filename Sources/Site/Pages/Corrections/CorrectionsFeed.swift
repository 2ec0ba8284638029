import Content
import Graph

/// The feed of corrections, the newest first.
struct CorrectionsFeed {
  private let list: CorrectionList
  private let graph: IssueGraph
  private let words: LocalizedStrings

  init(_ list: CorrectionList, graph: IssueGraph, words: LocalizedStrings) {
    self.list = list
    self.graph = graph
    self.words = words
  }

  var bytes: [UInt8] {
    let settings = graph.settings
    return AtomFeed(
      words.text(.siteCorrections, settings.title), of: CorrectionListPage.address,
      at: DataFile.correctionsFeed.path, settings,
      entries: list.entries.prefix(ReportFeed.mostEntries).map(entry)
    ).bytes
  }

  private func entry(_ entry: CorrectionList.Entry) -> AtomFeed.Entry {
    switch entry {
    case .noted(let correction, let report): noted(correction, in: report)
    case .found(let found): self.found(found)
    }
  }

  private func found(_ found: CorrectionList.FoundCorrection) -> AtomFeed.Entry {
    let change = found.change
    return AtomFeed.Entry(
      title: words.text(
        .labelled, words.text(.partyOnIssue, change.party.name, change.issue.name), words.text(change.label)),
      address: (graph.settings.fullAddress(ofPage: found.address) ?? "") + "#" + found.anchor,
      updated: found.date, summary: ChangesFeed.sides(of: change, words))
  }

  private func noted(_ correction: Correction, in id: ID<ReportEntry>) -> AtomFeed.Entry {
    let report = graph.reports[id.index]
    let title = report.report.header.title
    let subject = correction.cell.map {
      words.text(.partyOnIssue, graph.parties[$0.party.index].name, graph.issues[$0.issue.index].name)
    }
    return AtomFeed.Entry(
      title: subject.map { words.text(.labelled, title, $0) } ?? title,
      address: (graph.settings.fullAddress(ofPage: report.address) ?? "") + "#" + correction.anchor,
      updated: correction.date, summary: correction.note, authors: report.report.authors)
  }
}
