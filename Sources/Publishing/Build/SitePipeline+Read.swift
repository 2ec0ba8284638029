import Content
import Diagnostics
import FileSystem
import Markdown

/// The result of reading all files.
struct ReadSite: Sendable {
  /// Sorted by path, including withheld files.
  let files: [Authored]
  let assets: [String]
  let withheld: [WithheldPage]
  let diagnostics: [Diagnostic]
}

/// The result of reading one file.
struct ReadFile: Sendable {
  /// Nil if the file is too large.
  let authored: Authored?
  let diagnostics: [Diagnostic]
}

extension SitePipeline {
  /// Reads and parses every source file. The bytes of a file are freed when its task ends.
  func read(_ loaded: LoadedSite) async throws -> ReadSite {
    let reader = reader(loaded)
    let sources = loaded.sources
    let results = try await concurrentMap(
      sources.count,
      advanced: { progress(BuildProgress(phase: .read, done: $0, total: sources.count)) },
      { try readFile(sources[$0], with: reader) })
    return await gather(results, loaded)
  }

  /// The reader for the files of this site.
  func reader(_ loaded: LoadedSite) -> ContentReader {
    ContentReader(settings: loaded.settings, today: loaded.today, includesDrafts: options.includesDrafts)
  }

  /// Combines the results of all files, in the order of the sources.
  func gather(_ results: [ReadFile], _ loaded: LoadedSite) async -> ReadSite {
    var commits = KnownCommits(folders.content, followsHead: false)
    return await gather(results, loaded, &commits)
  }

  /// - Parameter commits: the known first commits; updated if git is called.
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

  /// Reads and parses one source file.
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

  /// For a single-file site, the files that the document shows or links to; other files in its folder are not part of the site.
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
