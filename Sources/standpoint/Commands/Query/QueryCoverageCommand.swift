import ArgumentParser
import Graph
import Workspace

/// A query about what is missing or due.
protocol CoverageQuery: AsyncParsableCommand {
  associatedtype Answer: QueryAnswer
  static func answer(_ coverage: Coverage, _ graph: IssueGraph, in folders: SiteFolders) -> Answer
  var site: SiteOptions { get }
  var query: QueryOptions { get }
}

extension CoverageQuery {
  func run() async throws {
    let folders = try site.folders()
    let graphed = try await site.graph(of: folders, quiet: true)
    let graph = try graphed.record(in: folders).graph
    query.write(Self.answer(Coverage(graph, today: graphed.today), graph, in: folders))
  }
}

/// `standpoint query coverage`
struct QueryCoverageCommand: CoverageQuery {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "List what reports declare but do not compare, and issues with only one side recorded.",
    discussion: """
      Lists core issues without a row, affected parties without a column, and cells without an entry where both exist; the \
      reports that declare nothing; and the issues on which current stances only support, or only oppose.

      Examples:

        standpoint query coverage
        standpoint query coverage ~/briefing --format json
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var query: QueryOptions

  static func answer(_ coverage: Coverage, _ graph: IssueGraph, in folders: SiteFolders) -> CoverageAnswer {
    CoverageAnswer(graph: graph, folders: folders, coverage: coverage)
  }
}
