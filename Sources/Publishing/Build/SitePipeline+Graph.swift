import Content
import Diagnostics
import Graph

/// The issue graph of a site, without its pages.
package struct GraphedSite: Sendable {
  package let graph: IssueGraph
  /// The build's day.
  package let today: PartialDate
  /// What is wrong with the content, as `quiet:` and `--strict` weigh it.
  package let diagnostics: DiagnosticList
}

extension SitePipeline {
  /// The steps up to the graph. Throws only errors of the disk.
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
