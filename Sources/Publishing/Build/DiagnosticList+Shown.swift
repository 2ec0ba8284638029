import Diagnostics
import Workspace

extension DiagnosticList {
  /// The same diagnostics with paths relative to the current folder.
  package func shown(from folders: SiteFolders) -> DiagnosticList {
    let move = { (place: Place) in Place(path: folders.displayPath(of: place.path), range: place.range) }
    return DiagnosticList(
      entries: entries.map { entry in
        Entry(diagnostic: entry.diagnostic.movingPlaces(move), severity: entry.severity)
      })
  }
}
