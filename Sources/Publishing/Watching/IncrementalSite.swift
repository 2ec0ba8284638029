import Content
import Diagnostics
import FileSystem
import Graph
import Site
import Workspace

/// A planned site on top of a workspace. A change reads, links and plans only what it affects.
///
/// A value: a refresh that throws leaves the previous one unchanged.
package struct IncrementalSite: Sendable {
  package private(set) var site: PlannedSite
  /// Paths, below the output folder, of the copied files that the last refresh found changed.
  package private(set) var changedAssets: [String] = []
  /// The number of times the site was read. While it is the same, only copied files have changed.
  package private(set) var reading = 0
  /// Whether the last refresh found only changed text, so that all pages and files keep their addresses.
  package private(set) var keepsAddresses = false
  let loaded: LoadedSite
  /// The theme of `loaded`.
  private let theme: Theme
  private(set) var workspace: Workspace
  /// Files that would be written to one place.
  private var collisions: [Diagnostic]

  /// Reads the whole site. Throws only file system errors.
  package static func read(_ pipeline: SitePipeline) async throws -> IncrementalSite {
    await IncrementalSite(pipeline, planning: try await LinkedWorkspace.read(pipeline))
  }

  /// Plans a site whose files have been read and linked.
  package init(_ pipeline: SitePipeline, planning linked: LinkedWorkspace) async {
    await self.init(pipeline, linked.loaded, linked.workspace)
  }

  /// Plans a whole site.
  private init(
    _ pipeline: SitePipeline, _ loaded: LoadedSite, _ workspace: Workspace, theme: Theme? = nil
  ) async {
    self.loaded = loaded
    self.workspace = workspace
    let theme = theme ?? loaded.theme()
    self.theme = theme
    let whole = LinkedSite(workspace)
    // Rules that cannot be read are reported by the build.
    let (linked, rules) = (try? pipeline.takingRules(from: whole, loaded.settings)) ?? (whole, HostRules())
    let plan = await pipeline.plan(linked, loaded, theme, rules: rules)
    collisions = pipeline.collisions(plan, linked.assets)
    let drawn = await SharePictureDrawing(pipeline.options).draw(plan)
    site = pipeline.planned(
      drawn.plan, linked, loaded, others: collisions + drawn.diagnostics, pictures: drawn.pictures)
  }

  /// The site after `changes`. Throws only file system errors.
  package func refreshed(_ pipeline: SitePipeline, after changes: FileChanges) async throws
    -> IncrementalSite
  {
    let paths = changes.paths.sorted().compactMap { Self.below($0, pipeline.folders.content) }
    let assets = changedAssets(among: paths)
    if !changes.isVague, assets.count == changes.paths.count, !paths.contains(where: workspace.reads),
      try areThere(assets, pipeline)
    {
      return withChangedAssets(assets)
    }
    var next: IncrementalSite
    if try isTextAlone(changes, paths, pipeline) {
      next = try await updating(Set(paths), pipeline)
    } else {
      let loaded = try pipeline.load()
      let workspace = try await workspace.updating(
        to: loaded.inputs, changed: Set(paths), from: pipeline.files)
      next = await IncrementalSite(pipeline, loaded, workspace)
    }
    next.reading = reading + 1
    next.changedAssets = assets
    return next
  }

  /// The site after the text of known files has changed.
  private func updating(_ paths: Set<String>, _ pipeline: SitePipeline) async throws -> IncrementalSite {
    let (workspace, reach) = try await workspace.updating(paths, from: pipeline.files)
    if reach == .everything { return await IncrementalSite(pipeline, loaded, workspace, theme: theme) }
    var next = self
    next.workspace = workspace
    var linked = LinkedSite(workspace)
    // The rules for a host are not among them; see `SitePipeline.takingRules`.
    linked.assets = site.assets.map(\.path)
    if reach <= .positions, let plan = site.plan.updating(linked.graph) {
      let drawn = await SharePictureDrawing(pipeline.options).draw(plan)
      next.keepsAddresses = drawn.pictures.map(\.path) == site.pictures.map(\.path)
      next.site = pipeline.planned(
        drawn.plan, linked, loaded, others: collisions + drawn.diagnostics, pictures: drawn.pictures,
        differences: site.differences)
    } else {
      let other = await IncrementalSite(pipeline, loaded, workspace, theme: theme)
      next.keepsAddresses =
        other.site.plan.pages == site.plan.pages
        && other.site.pictures.map(\.path) == site.pictures.map(\.path)
      next.collisions = other.collisions
      next.site = other.site
    }
    return next
  }

  /// Whether only the text of known files has changed.
  private func isTextAlone(
    _ changes: FileChanges, _ paths: [String], _ pipeline: SitePipeline
  ) throws(EnvironmentError) -> Bool {
    guard !changes.isVague, !loaded.inputs.listing.followsLinks, pipeline.folders.singleFile == nil,
      paths.count == changes.paths.count
    else { return false }
    for path in paths {
      guard workspace.reads(path), try isRegular(path, pipeline, followingLinks: false) else { return false }
    }
    return (pipeline.options.today ?? loaded.inputs.currentDay) == loaded.today
  }

  /// This site after only copied files have changed.
  private func withChangedAssets(_ assets: [String]) -> IncrementalSite {
    var next = self
    next.changedAssets = assets
    next.keepsAddresses = true
    return next
  }

  private func areThere(_ assets: [String], _ pipeline: SitePipeline) throws(EnvironmentError) -> Bool {
    for path in assets where try !isRegular(path, pipeline, followingLinks: true) { return false }
    return true
  }

  private func isRegular(
    _ path: String, _ pipeline: SitePipeline, followingLinks: Bool
  ) throws(EnvironmentError) -> Bool {
    let disk = pipeline.folders.content.appending(path)
    return try FileStatus.of(disk, followingLinks: followingLinks)?.kind == .regular
  }

  private func changedAssets(among paths: [String]) -> [String] {
    paths.filter { path in !workspace.isSource(path) && site.assets.contains { $0.path == path } }
  }

  /// The path below a folder; nil if it is elsewhere.
  private static func below(_ path: String, _ folder: DiskPath) -> String? {
    let start = folder.text + "/"
    return path.utf8.starts(with: start.utf8) ? String(path.utf8.dropFirst(start.utf8.count)) : nil
  }
}

/// A site whose files have been read and linked, before its pages are planned.
package struct LinkedWorkspace: Sendable {
  let loaded: LoadedSite
  let workspace: Workspace

  /// Reads and links the whole site. Throws only file system errors.
  package static func read(_ pipeline: SitePipeline) async throws -> LinkedWorkspace {
    let loaded = try pipeline.load()
    let workspace = try await pipeline.workspace(loaded)
    return LinkedWorkspace(loaded: loaded, workspace: workspace)
  }

  /// The issue graph of the site.
  package var graph: IssueGraph { workspace.graph }
}
