import Diagnostics
import FileSystem
import Graph
import Workspace

/// Applies the suggestions that a program can make, as far as they are safe: the site then has fewer diagnostics, none that it
/// did not have before, and the same positions.
package struct SafeFixes: Sendable {
  /// One change to a file.
  package struct Fix: Sendable, Hashable {
    /// The file, as messages name it.
    package let path: String
    /// In the bytes of the file.
    package let range: Range<Int>
    package let old: String
    package let new: String
    package let message: String
  }

  /// What was, or would be, done.
  package struct Outcome: Sendable, Hashable {
    /// By file and place.
    package let fixes: [Fix]
    /// Those that would cause other diagnostics, or change a position; they are not made.
    package let refused: [Fix]
  }

  private let folders: SiteFolders
  private var options: BuildOptions

  package init(_ folders: SiteFolders, options: BuildOptions) {
    self.folders = folders
    self.options = options
    self.options.listsAllDiagnostics = true
  }

  /// Finds the fixes, and writes the files unless it is a rehearsal. Where more places have a problem than are listed, it
  /// goes on with the next ones.
  package func run(isRehearsal: Bool) async throws -> Outcome {
    var all = Outcome(fixes: [], refused: [])
    while true {
      let pipeline = SitePipeline(folders, options: options)
      let fingerprint = try pipeline.fingerprint()
      let before = try await pipeline.plan()
      let outcome = try await safe(candidates(before.diagnostics)[...], after: [], before)
      all = Outcome(fixes: all.fixes + outcome.fixes, refused: outcome.refused)
      if isRehearsal || outcome.fixes.isEmpty { return all }
      var change = SiteChange(by: "standpoint fix", in: folders.root, content: folders.content)
      for (path, text) in try texts(with: outcome.fixes).sorted(by: { $0.key < $1.key }) {
        change.replace(folders.diskPath(of: path).resolved, text.old, by: text.new)
      }
      try pipeline.requireUnchanged(since: fingerprint)
      try change.perform()
      guard before.diagnostics.entries.contains(where: { $0.diagnostic.furtherCount > 0 }) else { return all }
    }
  }

  /// Those that are safe together with others: all of them, or what is safe of each half.
  private func safe(
    _ fixes: ArraySlice<Fix>, after others: [Fix], _ before: PlannedSite
  ) async throws -> Outcome {
    if fixes.isEmpty { return Outcome(fixes: [], refused: []) }
    if try await isSafe(others + fixes, before) { return Outcome(fixes: Array(fixes), refused: []) }
    if fixes.count == 1 { return Outcome(fixes: [], refused: Array(fixes)) }
    let middle = (fixes.startIndex + fixes.endIndex) / 2
    let first = try await safe(fixes[..<middle], after: others, before)
    let second = try await safe(fixes[middle...], after: others + first.fixes, before)
    return Outcome(fixes: first.fixes + second.fixes, refused: first.refused + second.refused)
  }

  private func candidates(_ list: DiagnosticList) throws(EnvironmentError) -> [Fix] {
    var fixes: [Fix] = []
    var lastEnd: [String: Int] = [:]
    for entry in list.entries {
      guard let place = entry.diagnostic.place, let range = place.range,
        let suggestion = entry.diagnostic.suggestion, let new = suggestion.replacement,
        let bytes = try bytes(place.path), range.upperBound <= bytes.count
      else { continue }
      // Diagnostics are ordered by place.
      let isFree = lastEnd[place.path].map { $0 <= range.lowerBound } ?? true
      guard isFree, folders.diskPath(of: place.path).resolved.isBelow(folders.content.resolved) else {
        continue
      }
      lastEnd[place.path] = range.upperBound
      fixes.append(
        Fix(
          path: place.path, range: range, old: String(decoding: bytes[range], as: UTF8.self), new: new,
          message: entry.diagnostic.message))
    }
    return fixes
  }

  private func bytes(_ path: String) throws(EnvironmentError) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? FileReader.readSource(folders.diskPath(of: path)) else { return nil }
    return bytes
  }

  /// The bytes of each changed file before and after, by its path in messages.
  private func texts(
    with fixes: [Fix]
  ) throws(EnvironmentError) -> [String: (old: [UInt8], new: [UInt8])] {
    var texts: [String: (old: [UInt8], new: [UInt8])] = [:]
    for (path, own) in Dictionary(grouping: fixes, by: \.path) {
      guard let old = try bytes(path) else { continue }
      var bytes = old
      for fix in own.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        bytes.replaceSubrange(fix.range, with: Array(fix.new.utf8))
      }
      texts[path] = (old, bytes)
    }
    return texts
  }

  /// Whether the site with these fixes has fewer diagnostics, none that it did not have before, and the same positions.
  private func isSafe(_ fixes: [Fix], _ before: PlannedSite) async throws -> Bool {
    let texts = try texts(with: fixes)
    var files = ContentFiles(onDisk: folders)
    let saved = files.readFile
    let folders = folders
    files.readFile = { (path) throws(EnvironmentError) in
      let name = folders.sourcePath(path)
      guard let bytes = texts[name]?.new else { return try saved(path) }
      return FileText(text: .success(SourceText(path: name, bytes: bytes)), version: nil)
    }
    let after = try await SitePipeline(folders, options: options, files: files).plan()
    let old = Self.counts(before.diagnostics)
    let isNew = Self.counts(after.diagnostics).contains { (old[$0.key] ?? 0) < $0.value }
    return !isNew && after.diagnostics.count < before.diagnostics.count
      && Self.positions(after.graph) == Self.positions(before.graph)
  }

  /// Who holds what on what, according to which report. Dates and sources may be what a fix corrects, and a mark of a footnote
  /// that does not exist is text.
  private static func positions(_ graph: IssueGraph) -> [[String]] {
    // Reading an expression takes longer than searching the text of a cell.
    let footnoteMark = /\[\^[^\]]*\]/
    return graph.positions.map { position in
      [
        graph.issues[position.issue.index].name, graph.parties[position.party.index].name,
        graph.reports[position.report.index].slug, position.stance?.word ?? "",
        graph.text(of: position.id).replacing(footnoteMark, with: ""),
      ]
    }
    .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How often each message occurs in each file, whatever its place.
  private static func counts(_ list: DiagnosticList) -> [String: Int] {
    var counts: [String: Int] = [:]
    for entry in list.entries {
      let key =
        "\(entry.diagnostic.id.rawValue) \(entry.diagnostic.place?.path ?? "") \(entry.diagnostic.message)"
      counts[key, default: 0] += entry.diagnostic.count
    }
    return counts
  }
}
