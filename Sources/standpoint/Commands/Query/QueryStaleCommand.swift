import ArgumentParser
import Graph

/// `standpoint query stale`
struct QueryStaleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale",
    abstract: "List the current positions that are due for review.",
    discussion: """
      A position is due if “review-after:” of its report, its issue or the site is over. Positions without a date or \
      without a review period are never due; the first line counts them.

      Examples:

        standpoint query stale
        standpoint query stale --now 2025-12-31 --format csv
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var query: QueryOptions

  func run() async throws {
    let folders = try site.folders()
    let graphed = try await site.graph(of: folders, quiet: true)
    let graph = try graphed.record(in: folders).graph
    let coverage = Coverage(graph, today: graphed.today)
    query.write(StaleAnswer(graph: graph, folders: folders, coverage: coverage))
  }
}
