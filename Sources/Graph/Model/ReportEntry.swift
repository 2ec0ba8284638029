import Content
import Markdown

/// A report in the graph: the authored report, and what depends on the whole site.
///
/// Immutable. A class only so that copying the list of all reports is cheap.
package final class ReportEntry: Sendable {
  package let id: ID<ReportEntry>
  package let report: Report
  /// Such as `reports/march-plan`, without leading and trailing slashes.
  package let address: String
  /// The targets of the document's links, wikilinks and names, and the anchors of its headings.
  package let links: DocumentLinks
  /// The issues of `core-issues:`, in the author's order; unknown ones are reported and left out.
  package let coreIssues: [ID<Issue>]
  /// The parties of `affects:`, in the author's order; unknown ones are reported and left out.
  package let affects: [ID<Party>]
  /// The entries of `corrections:`, in the author's order.
  package let corrections: [Correction]
  /// The same, the newest first; those of one date in the author's order.
  package let newestCorrections: [Correction]
  /// The corrections of each cell, the newest first.
  private let correctionsOfCells: [Correction.Cell: [Correction]]

  init(id: ID<ReportEntry>, report: Report, address: String, links: DocumentLinks) {
    self.id = id
    self.report = report
    self.address = address
    self.links = links
    coreIssues = links.references.coreIssues
    corrections = links.corrections
    newestCorrections = corrections.enumerated().sorted {
      ($1.element.date, $0.offset) < ($0.element.date, $1.offset)
    }.map(\.element)
    var ofCells: [Correction.Cell: [Correction]] = [:]
    for correction in newestCorrections {
      if let cell = correction.cell { ofCells[cell, default: []].append(correction) }
    }
    correctionsOfCells = ofCells
    affects = links.references.compactMap {
      if $0.key == .affects, case .party(let id) = $0.subject { id } else { nil }
    }
  }

  /// The corrections of a cell, the newest first.
  package func corrections(ofIssue issue: ID<Issue>, party: ID<Party>) -> [Correction] {
    correctionsOfCells[Correction.Cell(issue: issue, party: party)] ?? []
  }

  /// The last part of the address.
  package var slug: String { report.header.slug }
}

/// A page of `pages/`, or the introduction on the home page, in the graph.
package struct PageEntry: Sendable {
  package let id: ID<PageEntry>
  package let page: PageFile
  /// Such as `about` for `pages/about.md`; empty for the home page.
  package let address: String
  package let links: DocumentLinks
}

extension IssueGraph {
  /// The pages of `pages/` and then the text on the home page, if there is one.
  package var authoredPages: [PageEntry] { pages + [home].compactMap(\.self) }
}
