import Diagnostics
import Text
import Workspace

extension LanguageServer {
  /// Sends the diagnostics of all files for which they differ from what the client shows.
  func publish(_ analysis: SiteAnalysis) {
    guard let folders else { return }
    let snapshot = Snapshot(
      folders: folders, record: analysis.record, names: analysis.names, documents: analysis.documents,
      diagnostics: analysis.diagnostics, client: client)
    var next: [String: [ShownDiagnostic]] = [:]
    let changed = changedSources(since: published, in: analysis, folders)
    for (path, entries) in analysis.diagnostics {
      let uri = snapshot.uri(ofSource: path)
      // Most files keep their texts and their diagnostics, and need not be read for the places in them.
      let isSame =
        published?.diagnostics[path] == entries && !changed.contains(path)
        && !entries.contains { $0.diagnostic.notes.contains { changed.contains($0.place?.path ?? "") } }
      next[uri] =
        isSame
        ? shown[uri] ?? DiagnosticsFeature.shown(entries, of: path, snapshot)
        : DiagnosticsFeature.shown(entries, of: path, snapshot)
    }
    published = analysis
    let versions = Dictionary(analysis.documents.values.map { ($0.uri, $0.version) }) { first, _ in first }
    for (uri, diagnostics) in next.sorted(by: { $0.key < $1.key }) where shown[uri] != diagnostics {
      tell(
        "textDocument/publishDiagnostics",
        PublishDiagnosticsParams(uri: uri, version: versions[uri], diagnostics: diagnostics))
    }
    for uri in shown.keys.sorted() where next[uri] == nil {
      tell(
        "textDocument/publishDiagnostics",
        PublishDiagnosticsParams(uri: uri, version: versions[uri], diagnostics: []))
    }
    shown = next
  }
}

extension LanguageServer {
  /// The files, as messages print them, whose text may differ from that in an earlier analysis.
  private func changedSources(
    since before: SiteAnalysis?, in analysis: SiteAnalysis, _ folders: SiteFolders
  ) -> Set<String> {
    guard let before else { return [] }
    var changed = analysis.changes
    for (path, document) in analysis.documents where before.documents[path]?.version != document.version {
      changed.insert(path)
    }
    for path in before.documents.keys where analysis.documents[path] == nil { changed.insert(path) }
    return Set(changed.map(folders.sourcePath))
  }
}

/// Turns diagnostics into those of the protocol.
enum DiagnosticsFeature {
  /// - Parameter path: of their file, as messages print it.
  static func shown(
    _ entries: [DiagnosticList.Entry], of path: String, _ snapshot: Snapshot
  ) -> [ShownDiagnostic] {
    var locator = FileLocator(snapshot)
    return entries.map { shown($0, &locator, snapshot) }
  }

  static func shown(
    _ entry: DiagnosticList.Entry, _ locator: inout FileLocator, _ snapshot: Snapshot
  ) -> ShownDiagnostic {
    let diagnostic = entry.diagnostic
    var result = ShownDiagnostic(
      range: diagnostic.place.map { locator.location($0).range } ?? .start, severity: number(entry.severity),
      code: diagnostic.id.rawValue, source: "standpoint", message: message(diagnostic))
    result.codeDescription = snapshot.client.guide.map {
      ShownDiagnostic.Description(href: "\($0)diagnostics/#\(diagnostic.id.rawValue)")
    }
    let related = diagnostic.notes.compactMap { note in
      note.place.map {
        ShownDiagnostic.Related(location: locator.location($0), message: note.message.capitalizingFirst)
      }
    }
    if !related.isEmpty { result.relatedInformation = related }
    return result
  }

  /// The message with its notes that have no place of their own, and what to do.
  private static func message(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.filter { $0.place == nil }.map(\.message)
    return ([diagnostic.message] + notes + [diagnostic.suggestion?.message].compactMap(\.self))
      .joined(separator: "\n")
  }

  private static func number(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
