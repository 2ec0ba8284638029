import Content
import Diagnostics
import Site

/// A site held in memory with all of its parsed documents, so that after a change only changed files are read again.
///
/// A value: a refresh that fails leaves the one before whole.
public struct SiteMemory: Sendable {
  public let site: PlannedSite
  /// Paths, below the output folder, of the copied files that the last refresh found changed.
  public let changedAssets: [String]
  /// Counts the readings of the site: with the same number, nothing but copied files has changed.
  public let reading: Int
  private let loaded: LoadedSite
  private let kept: [String: KeptFile]

  /// A parsed file and what it looked like on disk just before it was read.
  private struct KeptFile: Sendable {
    let status: FileStatus?
    let file: ReadFile
  }

  /// Reads everything. Throws only what is the disk's fault.
  public static func read(_ pipeline: SitePipeline) async throws -> SiteMemory {
    try await read(pipeline, try pipeline.load(), kept: [:], changed: [], assets: [], number: 0)
  }

  /// The site as it is after `changes`. Throws only what is the disk's fault.
  public func refreshed(_ pipeline: SitePipeline, after changes: SourceChanges) async throws -> SiteMemory {
    let assets = changedAssets(in: changes, of: pipeline.folders)
    if !changes.isVague, assets.count == changes.paths.count, let same = try same(pipeline, assets) {
      return same
    }
    if let loaded = try stillValid(pipeline, after: changes) {
      return try await Self.read(
        pipeline, loaded, kept: kept, changed: changes.paths, assets: assets,
        number: reading + 1)
    }
    let loaded = try pipeline.load()
    // Every setting may change what a document means, and so may the day.
    let isSame = loaded.settings == self.loaded.settings && loaded.today == self.loaded.today
    let usable = isSame ? try unchanged(pipeline) : [:]
    return try await Self.read(
      pipeline, loaded, kept: usable, changed: changes.paths, assets: assets,
      number: reading + 1)
  }

  /// What is loaded, if no more than the text of known files has changed.
  private func stillValid(_ pipeline: SitePipeline, after changes: SourceChanges) throws -> LoadedSite? {
    guard !changes.isVague, !loaded.followsLinks, pipeline.folders.singleFile == nil else { return nil }
    for path in changes.paths {
      guard let below = Self.below(path, pipeline.folders.content), kept[below] != nil,
        try FileStatus.of(DiskPath(path), followingLinks: false)?.kind == .regular
      else { return nil }
    }
    var diagnostics: [Diagnostic] = []
    return pipeline.today(loaded.settings, &diagnostics) == loaded.today ? loaded : nil
  }

  /// This site, if all that has changed are copied files that are still there.
  private func same(_ pipeline: SitePipeline, _ assets: [String]) throws -> SiteMemory? {
    for path in assets {
      let status = try FileStatus.of(pipeline.folders.content.appending(path), followingLinks: true)
      guard status?.kind == .regular else { return nil }
    }
    return SiteMemory(site: site, changedAssets: assets, reading: reading, loaded: loaded, kept: kept)
  }

  private func changedAssets(in changes: SourceChanges, of folders: SiteFolders) -> [String] {
    let known = Set(site.assets.lazy.map(\.path))
    return changes.paths.sorted().compactMap { Self.below($0, folders.content) }.filter(known.contains)
  }

  private func unchanged(_ pipeline: SitePipeline) throws -> [String: KeptFile] {
    try kept.filter { path, file in
      let status = try FileStatus.of(pipeline.folders.content.appending(path), followingLinks: true)
      return status != nil && status == file.status
    }
  }

  private static func below(_ path: String, _ folder: DiskPath) -> String? {
    let start = folder.text + "/"
    return path.utf8.starts(with: start.utf8) ? String(path.utf8.dropFirst(start.utf8.count)) : nil
  }

  private static func read(
    _ pipeline: SitePipeline, _ loaded: LoadedSite, kept: [String: KeptFile], changed: Set<String>,
    assets: [String], number: Int
  ) async throws -> SiteMemory {
    let reader = pipeline.reader(loaded)
    let missing = loaded.sources.filter { source in
      kept[source.path] == nil || changed.contains(pipeline.folders.content.appending(source.path).text)
    }
    let read = try await concurrentMap(missing.count) { index in
      let disk = pipeline.folders.content.appending(missing[index].path)
      // Looked at before it is read: what is written meanwhile makes a difference the next time.
      let status = try FileStatus.of(disk, followingLinks: true)
      return KeptFile(status: status, file: try pipeline.readFile(missing[index], with: reader))
    }
    var files = kept
    for (source, file) in zip(missing, read) { files[source.path] = file }
    if files.count > loaded.sources.count {
      let present = Set(loaded.sources.lazy.map(\.path))
      files = files.filter { present.contains($0.key) }
    }
    let ordered = loaded.sources.compactMap { files[$0.path]?.file }
    let site = try await pipeline.plan(pipeline.gather(ordered, loaded), loaded)
    return SiteMemory(site: site, changedAssets: assets, reading: number, loaded: loaded, kept: files)
  }
}
