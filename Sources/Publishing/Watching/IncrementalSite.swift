import Content
import Diagnostics
import FileSystem
import Graph
import Site

/// A site in memory with all its parsed documents, so that only changed files are read again.
///
/// A value: if a refresh fails, the previous site is unaffected.
package struct IncrementalSite: Sendable {
  /// The current version of the site.
  package let site: PlannedSite
  /// Paths below the output folder of the copied files that changed with the last refresh.
  package let changedAssets: [String]
  /// Counts how often the site was read. If the number is the same, only copied files have changed.
  package let reading: Int
  /// Whether all addresses are the same as before the last refresh, because it changed only text.
  package let keepsAddresses: Bool
  let loaded: LoadedSite
  /// The theme of `loaded`.
  let theme: Theme
  let kept: ParsedFileCache
  let linked: LinkedGraph
  let commits: KnownCommits
  /// Diagnostics for files that would be written to the same path.
  let collisions: [Diagnostic]

  /// Reads the whole site. Throws only file system errors.
  package static func read(_ pipeline: SitePipeline) async throws -> IncrementalSite {
    let commits = KnownCommits(pipeline.folders.content, followsHead: true)
    return try await IncrementalSite(
      pipeline, try pipeline.load(), kept: ParsedFileCache(), commits: commits, number: 0)
  }

  /// The site after `changes`. Throws only file system errors.
  package func refreshed(_ pipeline: SitePipeline, after changes: FileChanges) async throws
    -> IncrementalSite
  {
    let assets = changedAssets(in: changes, of: pipeline.folders)
    if !changes.isVague, assets.count == changes.paths.count, let same = try same(pipeline, assets) {
      return same
    }
    if let loaded = try stillValid(pipeline, after: changes) {
      if let next = try await updating(changes, pipeline) { return next }
      return try await IncrementalSite(
        pipeline, loaded, theme: theme, kept: kept, changed: changes.paths, assets: assets, commits: commits,
        number: reading + 1)
    }
    let loaded = try pipeline.load()
    // Any setting may change how a document is read, and so may the date.
    let isSame = loaded.settings == self.loaded.settings && loaded.today == self.loaded.today
    return try await IncrementalSite(
      pipeline, loaded, kept: isSame ? try kept.unchanged(in: pipeline.folders.content) : ParsedFileCache(),
      changed: changes.paths, assets: assets, commits: commits, number: reading + 1)
  }

  /// The loaded site, if only the text of known files has changed.
  private func stillValid(_ pipeline: SitePipeline, after changes: FileChanges) throws -> LoadedSite? {
    guard !changes.isVague, !loaded.followsLinks, pipeline.folders.singleFile == nil else { return nil }
    for path in changes.paths {
      guard let below = Self.below(path, pipeline.folders.content), kept[below] != nil,
        try FileStatus.of(DiskPath(path), followingLinks: false)?.kind == .regular
      else { return nil }
    }
    var diagnostics: [Diagnostic] = []
    return pipeline.today(loaded.settings, &diagnostics) == loaded.today ? loaded : nil
  }

  /// This site, if only copied files have changed and all of them still exist.
  private func same(_ pipeline: SitePipeline, _ assets: [String]) throws -> IncrementalSite? {
    for path in assets {
      let status = try FileStatus.of(pipeline.folders.content.appending(path), followingLinks: true)
      guard status?.kind == .regular else { return nil }
    }
    return IncrementalSite(self, changedAssets: assets)
  }

  private func changedAssets(in changes: FileChanges, of folders: SiteFolders) -> [String] {
    let below = changes.paths.sorted().compactMap { Self.below($0, folders.content) }
    return below.filter { path in kept[path] == nil && site.assets.contains { $0.path == path } }
  }

  static func below(_ path: String, _ folder: DiskPath) -> String? {
    let start = folder.text + "/"
    return path.utf8.starts(with: start.utf8) ? String(path.utf8.dropFirst(start.utf8.count)) : nil
  }

  private init(_ other: IncrementalSite, changedAssets: [String]) {
    self.changedAssets = changedAssets
    site = other.site
    reading = other.reading
    keepsAddresses = true
    loaded = other.loaded
    theme = other.theme
    kept = other.kept
    linked = other.linked
    commits = other.commits
    collisions = other.collisions
  }

  /// Links all files again.
  ///
  /// - Parameters:
  ///   - theme: the theme of `loaded`, if known.
  ///   - kept: files that are not read again, unless they are in `changed`.
  ///   - changed: absolute paths of changed files.
  private init(
    _ pipeline: SitePipeline, _ loaded: LoadedSite, theme: Theme? = nil, kept: ParsedFileCache,
    changed: Set<String> = [],
    assets: [String] = [], commits: KnownCommits, number: Int
  ) async throws {
    let reader = pipeline.reader(loaded)
    let files = try await concurrentMap(loaded.sources.count) { index in
      let source = loaded.sources[index]
      let isChanged = changed.contains(pipeline.folders.content.appending(source.path).text)
      if !isChanged, let file = kept[source.path] { return file }
      return try pipeline.keep(source, with: reader)
    }
    var commits = commits
    let read = await pipeline.gather(files.map(\.file), loaded, &commits)
    let linked = try await pipeline.linkForChanges(read, loaded)
    let graph = LinkedSite(
      graph: linked.graph, assets: read.assets, withheld: read.withheld,
      diagnostics: read.diagnostics + linked.diagnostics)
    let theme = theme ?? loaded.theme()
    self.theme = theme
    let plan = await pipeline.plan(linked.graph, loaded, theme, assets: read.assets)
    collisions = pipeline.collisions(plan, read.assets)
    site = pipeline.planned(plan, graph, loaded, others: collisions)
    changedAssets = assets
    reading = number
    keepsAddresses = false
    self.loaded = loaded
    self.kept = ParsedFileCache(files, of: loaded.sources)
    self.linked = linked
    self.commits = commits
  }

  init(
    _ other: IncrementalSite, site: PlannedSite, kept: ParsedFileCache, linked: LinkedGraph,
    commits: KnownCommits,
    collisions: [Diagnostic], keepsAddresses: Bool
  ) {
    self.site = site
    self.keepsAddresses = keepsAddresses
    self.kept = kept
    self.linked = linked
    self.commits = commits
    self.collisions = collisions
    changedAssets = []
    reading = other.reading + 1
    loaded = other.loaded
    theme = other.theme
  }
}
