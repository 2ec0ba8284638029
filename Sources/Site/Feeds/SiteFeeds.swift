import Content
import Diagnostics
import Graph

/// The feeds of reports of a site: one of all reports, and those of the issues and parties in `feeds:`.
struct SiteFeeds {
  /// Whether the site has `/feed.xml`.
  let hasSite: Bool
  /// In the order of the graph.
  let issues: [ID<Issue>]
  let parties: [ID<Party>]
  /// Requested feeds that would be empty.
  let diagnostics: [Diagnostic]

  /// No feeds without a base URL, because feeds need full addresses. A feed without a dated report would have no date.
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
        .emptyFeed, at: nil, "no report on “\($0)” has a date, so it has no feed yet",
        suggestion: Suggestion("add a “date:” to its reports, or remove the name from “feeds:” in site.yml"))
    }
  }

  /// The path of the feed of the page at `address`, below the site’s root; the home page has the feed of all reports.
  static func path(of address: String) -> String { address.isEmpty ? "feed.xml" : address + "/feed.xml" }
}
