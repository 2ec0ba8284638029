import Content
import Diagnostics
import Graph

/// What readers find at the address of a page that was withdrawn: when, and why.
struct WithdrawnPage: SitePage {
  static let definition = PageDefinition(
    "withdrawn", "the pages of withdrawn addresses",
    fields: [.html(.withdrawals, "When the page or its positions were withdrawn, and why.")],
    isInSitemap: false)

  private let address: String

  static func pages(of site: SiteLayout) -> [any SitePage] {
    var seen: Set<String> = []
    return site.graph.settings.withdrawn.filter { seen.insert($0.page).inserted }
      .map { WithdrawnPage(address: $0.page) }
  }

  func address(in site: SiteLayout) -> String { address }

  func lastChange(in site: SiteLayout) -> PartialDate? { nil }

  private func withdrawals(_ settings: SiteSettings) -> [AuthoredWithdrawal] {
    settings.withdrawn.filter { $0.page == address }
  }

  func anchors(_ site: PageRenderer) -> Set<String> {
    Set(withdrawals(site.settings).compactMap(\.anchor))
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: address, title: site.words.text(.withdrawn))
    let words = site.words
    draft.html(.withdrawals) { output in
      for withdrawal in withdrawals(site.settings) {
        output.raw("<p")
        if let anchor = withdrawal.anchor {
          output.raw(" id=\"")
          output.escaped(anchor)
          output.raw("\"")
        }
        output.raw(">")
        words.write(.labelled, into: &output) {
          $0.escaped(withdrawal.shown)
        } _: {
          words.write(.withdrawnOn, into: &$0) {
            words.dates.time(withdrawal.date, into: &$0)
          } _: {
            $0.escaped(withdrawal.reason)
          }
        }
        output.raw("</p>\n")
      }
    }
    return draft.values
  }
}

extension TemplateName {
  static let withdrawals = TemplateName("withdrawals")
}

extension IssueGraph {
  /// `unknown-withdrawal` for the entries of `withdrawn:` whose cell is still there.
  var unknownWithdrawals: [Diagnostic] {
    if settings.withdrawn.isEmpty { return [] }
    let reportsByAddress = reportsByAddress
    var anchors: [ID<ReportEntry>: Set<String>] = [:]
    return settings.withdrawn.compactMap { withdrawal in
      guard let anchor = withdrawal.anchor, let report = reportsByAddress[withdrawal.page] else { return nil }
      let present = anchors[report] ?? presentAnchors(of: report)
      anchors[report] = present
      guard present.contains(anchor) else { return nil }
      let file = reports[report.index].report.header.sourcePath
      return Diagnostic(
        .unknownWithdrawal, at: withdrawal.place,
        "“\(withdrawal.shown)” is not withdrawn: the cell is still in \(file)",
        suggestion: Suggestion("remove the position from the report, or this entry from “withdrawn:”"))
    }
  }

  /// The anchors of the cells of a report.
  private func presentAnchors(of report: ID<ReportEntry>) -> Set<String> {
    var anchors: Set<String> = []
    for comparison in comparisonsOfReport[report] {
      for position in positionsOfComparison[comparison] { anchors.insert(anchor(of: position)) }
    }
    return anchors
  }
}
