import Content
import Markdown

/// A report as part of the graph: the authored report, and what the whole site says about its text.
///
/// A class only so that a list of all reports is cheap to copy; nothing in it changes.
package final class ReportEntry: Sendable {
  package let id: ID<ReportEntry>
  package let report: Report
  /// `/reports/<slug>/`, without slashes around it: `reports/march-plan`.
  package let address: String
  /// What the document's links, wikilinks and names lead to, and the anchors of its headings.
  package let links: DocumentLinks
  /// The issues of `core-issues:`, in the author's order; unknown ones are left out (and reported).
  package let coreIssues: [ID<Issue>]
  /// The parties of `affects:`, in the author's order; unknown ones are left out (and reported).
  package let affects: [ID<Party>]

  init(id: ID<ReportEntry>, report: Report, address: String, links: DocumentLinks) {
    self.id = id
    self.report = report
    self.address = address
    self.links = links
    coreIssues = links.references.coreIssues
    affects = links.references.compactMap {
      if $0.key == .affects, case .party(let id) = $0.subject { id } else { nil }
    }
  }

  /// The last part of the address.
  package var slug: String { report.header.slug }
}

/// A page of `pages/`, or the home page's introduction, as part of the graph.
package struct PageEntry: Sendable {
  package let id: ID<PageEntry>
  package let page: PageFile
  /// `about` for `pages/about.md`; empty for the home page.
  package let address: String
  package let links: DocumentLinks
}
