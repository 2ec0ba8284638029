import Content
import Markdown

/// A report as part of the graph: the authored report, and what the whole site says about its text.
public struct ReportEntry: Sendable {
  public let id: ID<ReportEntry>
  public let report: Report
  /// `/reports/<slug>/`, without slashes around it: `reports/march-plan`.
  public let address: String
  /// What the document's links, wikilinks and names lead to, and the anchors of its headings.
  public let links: DocumentLinks
  /// The issues of `core-issues:`, in the author's order; unknown ones are left out (and reported).
  public let coreIssues: [ID<Issue>]
  /// The parties of `affects:`, in the author's order; unknown ones are left out (and reported).
  public let affects: [ID<Party>]
  /// Where each of `coreIssues` stands in the report's file, as UTF-8 byte offsets.
  public let coreIssueRanges: [Range<Int>]
  /// Where each of `affects` stands in the report's file, as UTF-8 byte offsets.
  public let affectsRanges: [Range<Int>]

  /// The last part of the address.
  public var slug: String { report.header.slug }
}
