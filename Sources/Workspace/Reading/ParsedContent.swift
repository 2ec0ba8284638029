import Content
import Diagnostics
import FileSystem
import Graph
import Markdown
import Text

/// The parsed files of a content folder: what a workspace links.
package struct ParsedContent: Sendable {
  package let inputs: WorkspaceInputs
  /// In the order of the sources; not dated by commits.
  private(set) var files: [ParsedFile]
  /// Files that are copied as they are: paths below the content folder.
  package let assets: [String]
  /// In the order of the sources.
  package let withheld: [WithheldPage]
  /// The files with diagnostics, and those that a note for the whole site may be about.
  private var remarked = ChosenPlaces()
  /// Index into `files` by path.
  private let places: [String: Int]
  /// The reports that read each sheet, by the path of the sheet.
  private var readers: [String: [String]]
  /// Nil if they have not been needed yet.
  private(set) var commits: CommitDays?

  /// Reads and parses every file, on all cores. Throws if a file cannot be read.
  ///
  /// - Parameter advanced: called from time to time with the number of files that are done.
  package static func read(
    _ inputs: WorkspaceInputs, from files: ContentFiles, advanced: (Int) -> Void = { _ in }
  ) async throws -> ParsedContent {
    try await read(inputs, from: files, known: [:], commits: nil, advanced: advanced)
  }

  /// - Parameters:
  ///   - known: files that need not be read again, by path.
  ///   - commits: what is known of first commits.
  static func read(
    _ inputs: WorkspaceInputs, from files: ContentFiles, known: [String: ParsedFile], commits: CommitDays?,
    advanced: (Int) -> Void = { _ in }
  ) async throws -> ParsedContent {
    let reader = inputs.reader
    let sources = inputs.listing.sources
    let parsed = try await concurrentMap(sources.count, advanced: advanced) { index in
      try known[sources[index].path] ?? ParsedFile(sources[index], from: files, with: reader)
    }
    return await ParsedContent(inputs, parsed, from: files, commits: commits)
  }

  private init(
    _ inputs: WorkspaceInputs, _ parsed: [ParsedFile], from source: ContentFiles, commits: CommitDays?
  ) async {
    self.inputs = inputs
    files = parsed
    places = Dictionary(
      uniqueKeysWithValues: zip(inputs.listing.sources.lazy.map(\.path), parsed.indices))
    readers = Self.readers(parsed, inputs)
    for (place, file) in parsed.enumerated() { remarked.set(place, file.isRemarkable) }
    let authored = parsed.compactMap(\.authored)
    assets = inputs.listing.assets + Self.linkedFiles(authored, inputs, source)
    let commits = await Self.commitDays(for: authored, known: commits, from: source) ?? commits
    self.commits = commits
    withheld = Self.dated(authored, commits, inputs).compactMap { file in
      file.header.withheld.map { WithheldPage(file.header, reason: $0) }
    }
  }

  /// The files with dates from commits where they have no other, without what the record that the site shows leaves out.
  private static func dated(
    _ files: [Authored], _ commits: CommitDays?, _ inputs: WorkspaceInputs
  ) -> [Authored] {
    let dated = commits?.dating(files) ?? files
    guard let day = inputs.settings.recordDay else { return dated }
    return dated.map { $0.recorded(by: day) }
  }

  /// The authored files, with dates from commits where they have no other; including withheld ones, in the order of the sources.
  package var authored: [Authored] {
    Self.dated(files.compactMap(\.authored), commits, inputs)
  }

  /// Diagnostics of single files, in the order of the sources, and of the history that should date them.
  var diagnostics: [Diagnostic] {
    let remarked = remarked.all.map { files[$0] }
    return remarked.flatMap(\.diagnostics)
      + (commits?.diagnostics(for: files.lazy.compactMap(\.authored)) ?? [])
      + SiteNotes(remarked.compactMap(\.authored), unpublished: inputs.settings.unpublished).diagnostics
  }

  /// Whether `path` is one of the sources, or a sheet that a report reads.
  package func reads(_ path: String) -> Bool { places[path] != nil || readers[path] != nil }

  /// Whether `path` is one of the sources.
  package func isSource(_ path: String) -> Bool { places[path] != nil }

  /// The sources among `paths`, and the reports that read the sheets among them.
  func sources(affectedBy paths: Set<String>) -> Set<String> {
    if readers.isEmpty { return paths }
    return paths.reduce(into: []) { result, path in
      for reader in readers[path] ?? [] { result.insert(reader) }
      if places[path] != nil || readers[path] == nil { result.insert(path) }
    }
  }

  /// The reports that read each sheet, by the path of the sheet.
  private static func readers(_ files: [ParsedFile], _ inputs: WorkspaceInputs) -> [String: [String]] {
    var readers: [String: [String]] = [:]
    for (source, file) in zip(inputs.listing.sources, files) {
      for sheet in Set(file.sheets.map(\.path)) { readers[sheet, default: []].append(source.path) }
    }
    return readers
  }

  /// Parses one file again; nil if it is not one of the sources, or too large.
  func rereading(
    _ path: String, from source: ContentFiles
  ) async throws -> (content: ParsedContent, file: Authored)? {
    guard let place = places[path] else { return nil }
    let parsed = try ParsedFile(inputs.listing.sources[place], from: source, with: inputs.reader)
    guard let authored = parsed.authored else { return nil }
    var next = self
    next.files[place] = parsed
    next.remarked.set(place, parsed.isRemarkable)
    if !parsed.sheets.isEmpty || !files[place].sheets.isEmpty {
      next.readers = Self.readers(next.files, inputs)
    }
    next.commits = await Self.commitDays(for: [authored], known: commits, from: source) ?? commits
    return (next, Self.dated([authored], next.commits, inputs).first ?? authored)
  }

  /// The files that have not changed, by path: those whose version is what it was when they were read.
  func unchanged(in source: ContentFiles) throws(EnvironmentError) -> [String: ParsedFile] {
    var unchanged: [String: ParsedFile] = [:]
    for (path, place) in places {
      guard try files[place].isUnchanged(path, in: source) else { continue }
      unchanged[path] = files[place]
    }
    return unchanged
  }

  /// All files except those in `paths`, by path.
  func files(but paths: Set<String>) -> [String: ParsedFile] {
    places.filter { !paths.contains($0.key) }.mapValues { files[$0] }
  }

  /// The days of the first commits of `files`; nil if they are not needed.
  private static func commitDays(
    for files: [Authored], known: CommitDays?, from source: ContentFiles
  ) async -> CommitDays? {
    guard files.contains(where: CommitDays.isUndated) else { return nil }
    if let known, known.isCurrent() { return known }
    return await source.commitDays()
  }

  /// The files next to a site of one document that it shows or links to; other files there are not part of the site.
  private static func linkedFiles(
    _ files: [Authored], _ inputs: WorkspaceInputs, _ source: ContentFiles
  ) -> [String] {
    guard inputs.isSingleDocument, let document = files.first?.header.document else { return [] }
    var paths: Set<String> = []
    for node in document.nodes where node.kind == .image || node.kind == .link {
      guard let path = LocalDestination.path(document.string(node.text)), !FileRole.isMarkdown(path) else {
        continue
      }
      if source.mayCopy(path) { paths.insert(path) }
    }
    return paths.sortedByBytes()
  }
}

extension Authored {
  /// The same file; a report that the record of a day does not have is left out of the site.
  fileprivate func recorded(by day: PartialDate) -> Authored {
    guard case .report(let report) = self else { return self }
    switch header.withheld {
    case .draft, .expired, .later, .undated: return self
    case .future, nil: break
    }
    let dates = RecordedDates(held: report.interval, reported: report.interval)
    if dates.isRecorded(by: day) { return self }
    return .report(report.withheld(for: report.date.map { .later($0) } ?? .undated))
  }
}

/// A file that is left out of the site, and why.
package struct WithheldPage: Sendable, Hashable {
  /// As messages print it.
  package let sourcePath: String
  /// Path below the content folder.
  package let path: String
  package let slug: String
  package let reason: Withholding
  /// Its old addresses; see `AuthoredRedirects.oldAddresses`.
  package let redirects: [String]

  init(_ header: FileHeader, reason: Withholding) {
    sourcePath = header.sourcePath
    path = header.path
    slug = header.slug
    self.reason = reason
    redirects = header.matter.redirects.oldAddresses
  }
}
