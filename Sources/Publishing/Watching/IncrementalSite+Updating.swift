import Content
import Diagnostics
import FileSystem
import Graph
import Site

extension IncrementalSite {
  /// With more changed files than this, linking everything again is just as fast.
  private static let mostChanges = 8

  /// The site after the text of known files has changed; only these files are linked again. Nil if the change affects
  /// something that all files share.
  func updating(_ changes: FileChanges, _ pipeline: SitePipeline) async throws(EnvironmentError)
    -> IncrementalSite?
  {
    guard changes.paths.count <= Self.mostChanges, commits.isCurrent else { return nil }
    var (kept, linked, commits) = (kept, linked, commits)
    var extent = LinkedGraph.Extent.text
    for path in changes.paths.sorted() {
      guard let below = Self.below(path, pipeline.folders.content),
        case .input(let role) = FileRole(path: below, documents: loaded.settings.documents)
      else { return nil }
      let source = ContentListing.Source(path: below, role: role)
      let file = try pipeline.keep(source, with: pipeline.reader(loaded))
      guard let authored = file.file.authored, let dated = await commits.dating([authored]).first,
        let (next, reached) = linked.replacing(dated)
      else { return nil }
      kept.replace(below, with: file)
      linked = next
      extent = max(extent, reached)
    }
    return await updating(pipeline, kept, linked, commits, extent)
  }

  private func updating(
    _ pipeline: SitePipeline, _ kept: ParsedFileCache, _ linked: LinkedGraph, _ commits: KnownCommits,
    _ extent: LinkedGraph.Extent
  ) async -> IncrementalSite {
    let assets = site.assets.map(\.path)
    let same = extent == .text ? site.plan.updating(linked.graph) : nil
    let (plan, collisions) =
      if let same { (same, self.collisions) } else { await newPlan(pipeline, linked.graph, assets) }
    var diagnostics = linked.diagnostics
    for file in kept.files { diagnostics += file.file.diagnostics }
    let graph = LinkedSite(
      graph: linked.graph, assets: assets, withheld: site.withheld, diagnostics: diagnostics)
    return IncrementalSite(
      self, site: pipeline.planned(plan, graph, loaded, others: collisions), kept: kept, linked: linked,
      commits: commits, collisions: collisions,
      keepsAddresses: same != nil || plan.pages == site.plan.pages)
  }

  private func newPlan(
    _ pipeline: SitePipeline, _ graph: IssueGraph, _ assets: [String]
  ) async -> (SitePlan, [Diagnostic]) {
    let plan = await pipeline.plan(graph, loaded, theme, assets: assets)
    return (plan, pipeline.collisions(plan, assets))
  }
}

extension SitePipeline {
  /// Reads one source file for the cache.
  func keep(
    _ source: ContentListing.Source, with reader: ContentReader
  ) throws(EnvironmentError) -> ParsedFileCache.File {
    // Take the status before reading, so that a write in between is noticed next time.
    let status = try FileStatus.of(folders.content.appending(source.path), followingLinks: true)
    return ParsedFileCache.File(status: status, file: try readFile(source, with: reader))
  }
}
