import Content
import Diagnostics
import FileSystem
import Graph
import Site

/// The issue graph, with the other results of reading and linking.
struct LinkedSite: Sendable {
  let graph: IssueGraph
  let assets: [String]
  let withheld: [WithheldPage]
  let diagnostics: [Diagnostic]

  var counts: SiteCounts {
    SiteCounts(
      reports: graph.reports.count, issues: graph.issues.count, parties: graph.parties.count,
      positions: graph.positions.count)
  }
}

extension SitePipeline {
  /// Builds the issue graph. Files are linked independently, on all cores.
  func link(_ read: ReadSite, _ loaded: LoadedSite) async throws -> LinkedSite {
    let builder = GraphBuilder(read.files, assets: read.assets, settings: loaded.settings)
    let linked = try await concurrentMap(
      builder.count,
      advanced: { progress(BuildProgress(phase: .link, done: $0, total: builder.count)) },
      { builder.link($0) })
    let (graph, late) = builder.graph(linked)
    var diagnostics = read.diagnostics + builder.diagnostics
    for file in linked { diagnostics += file.diagnostics }
    return LinkedSite(
      graph: graph, assets: read.assets, withheld: read.withheld, diagnostics: diagnostics + late)
  }

  /// Builds the issue graph with the data needed to update it after changes.
  func linkForChanges(_ read: ReadSite, _ loaded: LoadedSite) async throws -> LinkedGraph {
    let builder = GraphBuilder(read.files, assets: read.assets, settings: loaded.settings)
    return LinkedGraph(builder, try await concurrentMap(builder.count) { builder.link($0) })
  }

  /// Separates the author's host rules (such as `_headers`) from the copied files, because the build merges them into files
  /// that it writes itself.
  func takingRules(
    from linked: LinkedSite, _ settings: SiteSettings
  ) throws(EnvironmentError) -> (LinkedSite, HostRules) {
    var rules = HostRules()
    let paths = HostRules.paths(settings).filter(linked.assets.contains)
    if paths.isEmpty { return (linked, rules) }
    for path in paths { rules.authored[path] = try FileReader.readAll(folders.content.appending(path)) }
    let others = linked.assets.filter { !paths.contains($0) }
    return (
      LinkedSite(
        graph: linked.graph, assets: others, withheld: linked.withheld, diagnostics: linked.diagnostics),
      rules
    )
  }
}
