import Content
import Editions
import Graph

/// The addresses under which cells were published and that no longer lead to the same cell.
struct PublishedCitations {
  /// What they led to, and what they lead to now.
  let broken: [BrokenCitation]
  /// The pages of issues and parties that are those of others now.
  let changedPages: [ChangedPage]
  /// The pages of issues and parties that have other addresses now.
  var renamedPages: [RenamedPage] { now.map { RenamedPage.all(from: published, to: $0) } ?? [] }
  private let published: [Edition]
  /// The site as it is now; nil: nothing was published.
  private let now: Edition?
  private let graph: IssueGraph

  /// - Parameters:
  ///   - published: what readers may have cited, the oldest state first.
  ///   - withheld: the reports that the site leaves out.
  ///   - memory: what editions and the published site remember.
  ///   - redirects: the old addresses of single cells.
  init(
    of published: [Edition], in graph: IssueGraph, withheld: [FrozenWithheldReport],
    memory: [RememberedPosition], redirects: [CellRedirect]
  ) {
    self.graph = graph
    self.published = published
    guard let last = published.last else {
      (broken, changedPages, now) = ([], [], nil)
      return
    }
    let now = Edition(freezing: graph, name: EditionHistory.now, date: last.date, withheld: withheld)
    let answered = graph.answeredAddresses(remembering: memory, redirects: redirects)
    changedPages = ChangedPage.all(from: published, to: now)
    self.now = now
    broken = PublishedAnchors(of: now, kept: answered).broken(from: published)
  }

  /// Whether the report of a cell still has its page.
  func hasPage(_ citation: BrokenCitation) -> Bool {
    graph.reports.contains { $0.slug == citation.cited.position.report }
  }

  /// The old addresses of cells that are elsewhere now, on pages that are still there. (A page that is gone is reported as a
  /// whole.)
  var relocated: [CellRedirect] {
    let reports = Dictionary(graph.reports.map { ($0.slug, $0.id) }) { first, _ in first }
    return broken.filter(hasPage).compactMap { citation in
      guard let cell = citation.moved?.position, let report = reports[cell.report] else { return nil }
      return CellRedirect(
        page: "reports/" + citation.cited.position.report, old: citation.cited.position.anchor,
        report: report, anchor: cell.anchor)
    }
  }
}

extension IssueGraph {
  /// Published addresses that no position has and that still lead to what they led to, or say what became of it. The address of
  /// a report stands for all of its cells.
  fileprivate func answeredAddresses(
    remembering memory: [RememberedPosition], redirects: [CellRedirect]
  ) -> Set<String> {
    var answered = keptAddresses(remembering: memory)
    answered.formUnion(settings.withdrawn.map { $0.page + "/" + ($0.anchor.map { "#" + $0 } ?? "") })
    answered.formUnion(redirects.map { $0.page + "/#" + $0.old })
    for report in reports where !report.corrections.isEmpty {
      answered.formUnion(emptiedCells(of: report).map { report.address + "/#" + $0.anchor })
    }
    return answered
  }
}
