import ArgumentParser
import Diagnostics
import FileSystem
import Publishing
import Workspace

/// How diagnostics are written.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github

  /// Diagnostics go to standard output, so messages for people go to the other stream.
  var takesOutput: Bool { self != .text }

  /// What help says of it.
  static let help =
    "The format of diagnostics: text on standard error; json, sarif or github (annotations of a workflow) on standard output."

  /// Writes diagnostics: as text on standard error, in the other formats on standard output.
  ///
  /// - Parameter folders: the site whose files they are about; nil: their paths lead there as they are.
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

  /// The bytes of a file whose path leads there from the current folder, read anew.
  private static func source(_ path: String) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? FileReader.readSource(DiskPath(path)) else { return nil }
    return bytes
  }
}
