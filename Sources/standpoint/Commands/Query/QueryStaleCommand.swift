import ArgumentParser
import Graph
import Workspace

/// `standpoint query stale`
struct QueryStaleCommand: CoverageQuery {
  static let configuration = CommandConfiguration(
    commandName: "stale",
    abstract: "List the current positions that are due for review.",
    discussion: """
      A position is due if the review period (“review-after:”) of its report, its issue or the site has passed. Positions without a date or \
      without a review period are never due; the first line counts them.

      Examples:

        standpoint query stale
        standpoint query stale --now 2025-12-31 --format csv
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var query: QueryOptions

  static func answer(_ coverage: Coverage, _ graph: IssueGraph, in folders: SiteFolders) -> StaleAnswer {
    StaleAnswer(graph: graph, folders: folders, coverage: coverage)
  }
}
