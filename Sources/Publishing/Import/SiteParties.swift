import Graph

/// Reads the names of a site's parties.
package enum SiteParties {
  /// The name and the aliases of each party, the name first; empty if the site cannot be read, which the next build reports.
  package static func names(in pipeline: SitePipeline) async -> [[String]] {
    guard let site = try? await pipeline.names() else { return [] }
    return site.graph.parties.map { [$0.name] + $0.aliases }
  }
}
