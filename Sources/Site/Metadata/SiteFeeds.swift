import Content
import Diagnostics
import Graph

/// Which feeds of reports a site has: its own, and those of the issues and parties that `feeds:` names.
struct SiteFeeds {
  /// Whether there is `/feed.xml`.
  let hasSite: Bool
  /// In the graph's order.
  let issues: [ID<Issue>]
  let parties: [ID<Party>]
  /// Feeds that were asked for and would tell of nothing.
  let diagnostics: [Diagnostic]

  /// None without a base URL: a feed needs whole addresses. A feed without a dated report would have no true date.
  init(_ graph: IssueGraph) {
    guard graph.settings.baseURL != nil, graph.settings.pageKinds[.feeds] else {
      (hasSite, issues, parties, diagnostics) = (false, [], [], [])
      return
    }
    hasSite = graph.reports.contains { $0.report.lastChange != nil }
    let source = ReportFeed(graph)
    let issues = graph.feedIssues.filter { !source.reports(on: $0).isEmpty }
    let parties = graph.feedParties.filter { !source.reports(about: $0).isEmpty }
    let names =
      graph.feedIssues.filter { !issues.contains($0) }.map { graph.issues[$0.index].name }
      + graph.feedParties.filter { !parties.contains($0) }.map { graph.parties[$0.index].name }
    self.issues = issues
    self.parties = parties
    diagnostics = names.map {
      Diagnostic(
        .emptyFeed, at: nil, "“\($0)” is in no report that has a date, so it has no feed yet",
        suggestion: Suggestion("give its reports a “date:”, or take the name out of “feeds:” in site.yml"))
    }
  }

  /// Where the feed of a page's subject is, below the site's root.
  static func path(of address: String) -> String { address.isEmpty ? "feed.xml" : address + "/feed.xml" }
}
