import ArgumentParser
import Diagnostics
import FileSystem
import Publishing
import Workspace

/// The format of diagnostics.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github

  /// Whether diagnostics go to standard output, so that other messages go to standard error.
  var takesOutput: Bool { self != .text }

  /// The help text.
  static let help =
    "The format of diagnostics: text on standard error; json, sarif or github (workflow annotations) on standard output."

  /// Writes diagnostics: text to standard error, other formats to standard output.
  ///
  /// - Parameter folders: the site that they are about; nil if their paths are relative to the current folder.
  func write(_ list: DiagnosticList, of folders: SiteFolders?) {
    let shown = folders.map(list.shown(from:)) ?? list
    switch self {
    case .text:
      let printer = DiagnosticPrinter(usesColour: Terminal.standardError.usesColour, source: Self.source)
      printer.print(shown, to: Terminal.standardError.write)
    case .json:
      Terminal.standardOutput.write(DiagnosticJSON(source: Self.source).text(shown))
    case .sarif:
      let version = Standpoint.configuration.version
      Terminal.standardOutput.write(DiagnosticSARIF(version: version, source: Self.source).text(shown))
    case .github:
      Terminal.standardOutput.write(DiagnosticAnnotations(source: Self.source).text(shown))
    }
  }

  /// Reads the file at a path relative to the current folder; nil if it cannot be read.
  private static func source(_ path: String) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? FileReader.readSource(DiskPath(path)) else { return nil }
    return bytes
  }
}
