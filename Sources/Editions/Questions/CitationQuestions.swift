import Content
import Diagnostics
import Graph
import Text

/// The published cells and pages whose address leads to something else now, or to nothing.
///
/// Diagnostics: `published-anchor-changed`, `published-anchor-gone` and `published-page-gone`.
package struct CitationQuestions {
  private let broken: [BrokenCitation]
  private let reused: [RecordChange.Side]
  private let pages: [ChangedPage]
  private let gone: [RenamedPage]
  private let graph: IssueGraph

  /// - Parameters:
  ///   - broken: see `PublishedAnchors.broken`.
  ///   - reused: the positions whose address another position had before.
  ///   - pages: the pages of issues and parties that are those of others now.
  ///   - gone: the pages of renamed issues and parties at whose old addresses there is nothing.
  package init(
    _ broken: [BrokenCitation], reused: [RecordChange.Side] = [], pages: [ChangedPage] = [],
    gone: [RenamedPage] = [], graph: IssueGraph
  ) {
    self.broken = broken
    self.reused = reused
    self.pages = pages
    self.gone = gone
    self.graph = graph
  }

  package var diagnostics: [Diagnostic] {
    pages.map(diagnostic) + gone.map(diagnostic) + cells + reused.map(diagnostic)
  }

  private func diagnostic(_ side: RecordChange.Side) -> Diagnostic {
    let report = graph.reports.first { $0.slug == side.position.report }
    return Diagnostic(
      .publishedAnchorChanged, at: place(of: side, in: report),
      "“/\(side.position.address)” now leads to “\(side.excerpt)”, but on the published site it leads to a different position",
      suggestion: Suggestion(
        "run “standpoint check --against … --keep-addresses” before the build: it records what is published, and the new position gets the next address"
      ))
  }

  /// The file of the issue or party whose page has an address; nil: it has no file.
  private func file(ofPage address: String) -> String? {
    graph.issues.first { $0.address == address }?.file?.header.sourcePath
      ?? graph.parties.first { $0.address == address }?.file?.header.sourcePath
  }

  private func diagnostic(_ page: RenamedPage) -> Diagnostic {
    let file = file(ofPage: page.target)
    return Diagnostic(
      .publishedPageGone, at: file.map { Place(path: $0) },
      "“/\(page.address)/” was a page on the published site but no longer exists; its positions now belong to “\(page.name)”",
      suggestion: Suggestion(
        "add “redirects: [/\(page.address)/]” to \(file ?? "a file for “\(page.name)” in \(page.target.prefix { $0 != "/" })/")"
      ))
  }

  private func diagnostic(_ page: ChangedPage) -> Diagnostic {
    let state = page.edition.map { "in the edition “\($0)”" } ?? "on the published site"
    let file = file(ofPage: page.address)
    return Diagnostic(
      .publishedAnchorChanged, at: file.map { Place(path: $0) },
      "“/\(page.address)/” was the page of “\(page.before)” \(state) but is now the page of “\(page.after)”",
      suggestion: Suggestion(
        "restore the names in both files; to rename one, keep its file and add the old name to “aliases:”"))
  }

  private var cells: [Diagnostic] {
    if broken.isEmpty { return [] }
    let reports = Dictionary(graph.reports.map { ($0.slug, $0) }) { first, _ in first }
    let byReport = Dictionary(grouping: broken) { $0.cited.position.report }
    return byReport.sorted { $0.key < $1.key }.flatMap { slug, citations in
      let named = citations.prefix(EditionQuestions.mostOfReport).map { diagnostic($0, in: reports[slug]) }
      let rest = citations.count - named.count
      return rest > 0 ? named + [further(rest, in: reports[slug])] : named
    }
  }

  private func diagnostic(_ citation: BrokenCitation, in report: ReportEntry?) -> Diagnostic {
    let address = "/" + citation.cited.position.address
    let old = citation.cited.excerpt
    let state = citation.edition.map { "in the edition “\($0)”" } ?? "on the published site"
    if let moved = citation.moved { return diagnostic(address, old, state, movedTo: moved.position) }
    if citation.isSilenced { return silenced(address, old, state, in: report) }
    guard let now = citation.now else {
      return Diagnostic(
        .publishedAnchorGone, at: report.map { Place(path: $0.report.header.sourcePath) },
        "“\(address)” led to “\(old)” \(state) but no longer leads anywhere",
        suggestion: Suggestion(
          "restore the cell, give its new place in “redirects:” of a report, or withdraw it with “withdrawn:” in site.yml"
        ))
    }
    return Diagnostic(
      .publishedAnchorChanged, at: place(of: now, in: report),
      "“\(address)” led to “\(old)” \(state) but now leads to “\(now.excerpt)”",
      suggestion: Suggestion(
        "put the new cell below the published one, or record an edition of the published state first: cells keep any address recorded in an edition"
      ))
  }

  /// Newer silence has the place of a position that still stands.
  private func silenced(
    _ address: String, _ old: String, _ state: String, in report: ReportEntry?
  ) -> Diagnostic {
    Diagnostic(
      .publishedAnchorGone, at: report.map { Place(path: $0.report.header.sourcePath) },
      "“\(address)” led to “\(old)” \(state) but now leads to a newer silent cell",
      suggestion: Suggestion(
        "record an edition of the published state first, so that the replaced position stays readable; "
          + "if this is a correction, remove the date from the cell instead"))
  }

  /// - Parameter cell: the cell that the address led to, at its present place.
  private func diagnostic(
    _ address: String, _ old: String, _ state: String, movedTo cell: FrozenPosition
  ) -> Diagnostic {
    let header = graph.reports.first { $0.slug == cell.report }?.report.header
    let file = header?.sourcePath ?? "the report"
    let parts = address.split(separator: "#").map(String.init)
    let isPage =
      parts.last == cell.anchor && !graph.reports.contains { "/" + $0.address + "/" == parts.first }
    let entry =
      isPage
      ? "“redirects: [\(parts[0])]” to \(file)" : "- \(address): \(cell.anchor) to “redirects:” of \(file)"
    return Diagnostic(
      .publishedAnchorGone, at: header.map { Place(path: $0.sourcePath) },
      "“\(address)” led to “\(old)” \(state) but no longer leads anywhere; the cell is now at “/\(cell.address)”",
      suggestion: Suggestion(
        "add \(entry)\(isPage ? "" : ", or record an edition of the published state: cells keep any address recorded in an edition")"
      ))
  }

  private func further(_ count: Int, in report: ReportEntry?) -> Diagnostic {
    Diagnostic(
      .publishedAnchorChanged, at: report.map { Place(path: $0.report.header.sourcePath) },
      "\(count.counted("more published address", "more published addresses")) of this report no longer \(count == 1 ? "leads" : "lead") to the same cell"
    )
  }

  private func place(of side: RecordChange.Side, in report: ReportEntry?) -> Place? {
    guard let report else { return nil }
    let header = report.report.header
    for comparison in graph.comparisonsOfReport[report.id] {
      for id in graph.positionsOfComparison[comparison] where graph.anchor(of: id) == side.position.anchor {
        let node = header.document.nodes[graph.positions[id.index].cell]
        return Place(path: header.sourcePath, range: node.source.range)
      }
    }
    return Place(path: header.sourcePath)
  }
}
