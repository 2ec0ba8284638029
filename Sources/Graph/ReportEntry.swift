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
  /// Where each of `coreIssues` stands in the report's file, as UTF-8 byte offsets.
  package let coreIssueRanges: [Range<Int>]
  /// Where each of `affects` stands in the report's file, as UTF-8 byte offsets.
  package let affectsRanges: [Range<Int>]

  init(
    id: ID<ReportEntry>, report: Report, address: String, links: DocumentLinks, coreIssues: [ID<Issue>],
    affects: [ID<Party>], coreIssueRanges: [Range<Int>], affectsRanges: [Range<Int>]
  ) {
    self.id = id
    self.report = report
    self.address = address
    self.links = links
    self.coreIssues = coreIssues
    self.affects = affects
    self.coreIssueRanges = coreIssueRanges
    self.affectsRanges = affectsRanges
  }

  /// The last part of the address.
  package var slug: String { report.header.slug }
}
