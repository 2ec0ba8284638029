import Diagnostics
import FileSystem
import Publishing
import Workspace

/// Errors formatted as in the terminal.
enum ErrorText {
  /// The maximum number of errors shown; the others are only counted.
  private static let limit = 20

  /// The errors of a site; nil without errors.
  static func of(_ site: PlannedSite, _ folders: SiteFolders) -> String? {
    let errors = site.diagnostics.entries.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
    let printer = DiagnosticPrinter { path in
      guard case .bytes(let bytes)? = try? FileReader.readSource(DiskPath(path)) else { return nil }
      return bytes
    }
    let list = DiagnosticList(entries: Array(errors.prefix(limit)))
    let rest = errors.count - limit
    return printer.text(list.shown(from: folders)) + (rest > 0 ? "… and \(rest) more\n" : "")
  }

  /// The text of a file system error.
  static func of(_ error: EnvironmentError) -> String {
    "error: \(error.message)\n" + (error.advice.map { "     = help: \($0)\n" } ?? "")
  }
}
