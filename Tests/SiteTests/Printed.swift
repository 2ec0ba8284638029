import Diagnostics
import Foundation

/// Diagnostics with one line each, for tests.
enum Printed {
  /// `path:line:column: severity: message [id]; suggestion`.
  static func line(_ diagnostic: Diagnostic, text: (String) -> String) -> String {
    var line = ""
    if let place = diagnostic.place {
      line += place.path
      if let range = place.range {
        let before = String(decoding: Array(text(place.path).utf8).prefix(range.lowerBound), as: UTF8.self)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        line += ":\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
      }
      line += ": "
    }
    line += "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id.rawValue)]"
    if let suggestion = diagnostic.suggestion { line += "; \(suggestion.message)" }
    return line
  }
}

/// The folder of the package.
enum Package {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
