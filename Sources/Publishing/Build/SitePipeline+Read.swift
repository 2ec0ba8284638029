import Content
import Diagnostics
import FileSystem
import Markdown

/// What reading all files came to.
struct ReadSite: Sendable {
  /// Withheld ones included, by path.
  let files: [Authored]
  let assets: [String]
  let withheld: [WithheldPage]
  let diagnostics: [Diagnostic]
}

/// What reading one file came to.
struct ReadFile: Sendable {
  /// Nil: the file was too large.
  let authored: Authored?
  let diagnostics: [Diagnostic]
}

extension SitePipeline {
  /// Reads and parses every source; the bytes of each are gone when its task is done.
  func read(_ loaded: LoadedSite) async throws -> ReadSite {
    let reader = reader(loaded)
    let sources = loaded.sources
    let results = try await concurrentMap(
      sources.count,
      advanced: { progress(BuildProgress(phase: .read, done: $0, total: sources.count)) },
      { try readFile(sources[$0], with: reader) })
    return await gather(results, loaded)
  }

  /// What reads the files of this site.
  func reader(_ loaded: LoadedSite) -> ContentReader {
    ContentReader(settings: loaded.settings, today: loaded.today, includesDrafts: options.includesDrafts)
  }

  /// Puts together what the files gave, in the order of the sources.
  func gather(_ results: [ReadFile], _ loaded: LoadedSite) async -> ReadSite {
    var commits = KnownCommits(folders.content, followsHead: false)
    return await gather(results, loaded, &commits)
  }

  /// - Parameter commits: what git said before, and says now.
  func gather(
    _ results: [ReadFile], _ loaded: LoadedSite, _ commits: inout KnownCommits
  ) async -> ReadSite {
    let files = await commits.dating(results.compactMap(\.authored))
    let withheld = files.compactMap { file in
      file.header.withheld.map { WithheldPage(sourcePath: file.header.sourcePath, reason: $0) }
    }
    return ReadSite(
      files: files, assets: loaded.assets + linkedFiles(files), withheld: withheld,
      diagnostics: results.flatMap(\.diagnostics))
  }

  /// Reads and parses one source.
  func readFile(
    _ source: ContentListing.Source, with reader: ContentReader
  ) throws(EnvironmentError) -> ReadFile {
    switch try self.source(folders.content.appending(source.path), folders.sourcePath(source.path)) {
    case .failure(let tooLarge): return ReadFile(authored: nil, diagnostics: [tooLarge.diagnostic])
    case .success(let text):
      let (authored, diagnostics) = reader.read(
        InputFile(path: source.path, role: source.role, source: text))
      return ReadFile(authored: authored, diagnostics: diagnostics)
    }
  }

  /// The files beside a site of one document that it shows or links to; its other neighbours are not its own.
  private func linkedFiles(_ files: [Authored]) -> [String] {
    guard folders.singleFile != nil, let document = files.first?.header.document else { return [] }
    var paths: Set<String> = []
    for node in document.nodes where node.kind == .image || node.kind == .link {
      guard let path = LocalDestination.path(document.string(node.text)), !FileRole.isMarkdown(path) else {
        continue
      }
      let disk = folders.content.appending(path)
      let isInside = disk.resolved.isBelow(folders.content.resolved)
      guard isInside, let status = try? FileStatus.of(disk, followingLinks: true) else { continue }
      if status.kind == .regular { paths.insert(path) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
