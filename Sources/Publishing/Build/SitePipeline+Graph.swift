import Content
import Diagnostics
import Graph

/// The issue graph of a site, without pages.
package struct GraphedSite: Sendable {
  /// The issue graph, without withheld files.
  package let graph: IssueGraph
  /// Today's date, as the build sees it.
  package let today: PartialDate
  /// The diagnostics of the content, after `quiet:` and `--strict` are applied.
  package let diagnostics: DiagnosticList
}

extension SitePipeline {
  /// Runs the steps up to the graph. Throws only file system errors.
  package func graph() async throws -> GraphedSite {
    let loaded = try load()
    let read = try await read(loaded)
    let linked = try await link(read, loaded)
    let policy = DiagnosticPolicy(isStrict: options.isStrict, quiet: loaded.settings.quiet)
    return GraphedSite(
      graph: linked.graph, today: loaded.today,
      diagnostics: policy.apply(to: loaded.diagnostics + linked.diagnostics))
  }
}
