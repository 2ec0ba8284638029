import Diagnostics
import Workspace

extension DiagnosticList {
  /// The same diagnostics with paths relative to the current folder.
  package func shown(from folders: SiteFolders) -> DiagnosticList {
    DiagnosticList(
      entries: entries.map { entry in
        Entry(diagnostic: entry.diagnostic.movingPlaces(folders.displayPath), severity: entry.severity)
      })
  }
}

extension Diagnostic {
  fileprivate func movingPlaces(_ path: (String) -> String) -> Diagnostic {
    Diagnostic(
      id, at: place?.moved(path), message, notes: notes.map { Note($0.message, at: $0.place?.moved(path)) },
      suggestion: suggestion)
  }
}

extension Place {
  fileprivate func moved(_ path: (String) -> String) -> Place { Place(path: path(self.path), range: range) }
}
