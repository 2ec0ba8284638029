import Content
import Diagnostics
import FileSystem
import Importing

/// One parsed file. A class only so that copying the list of all files is cheap.
final class ParsedFile: Sendable {
  /// Nil: unknown.
  let version: FileVersion?
  /// Nil: the file is too large.
  let authored: Authored?
  /// The sheets that it reads, as they were when they were read.
  let sheets: [SheetVersion]
  let diagnostics: [Diagnostic]

  /// Reads and parses a file; its bytes are freed at the end.
  init(
    _ source: ContentListing.Source, from files: ContentFiles, with reader: ContentReader
  ) throws(EnvironmentError) {
    let file = try files.readFile(source.path)
    version = file.version
    switch file.text {
    case .failure(let tooLarge): (authored, diagnostics, sheets) = (nil, [tooLarge.diagnostic], [])
    case .success(let text):
      var sheets: [SheetVersion] = []
      let input = InputFile(path: source.path, role: source.role, source: text)
      (authored, diagnostics) = try reader.read(input) { (request) throws(EnvironmentError) in
        guard let path = request.path else { return .missing }
        let (answer, version) = try files.sheet(path, for: request, reader.settings)
        sheets.append(version)
        return answer
      }
      self.sheets = sheets
    }
  }

  /// Whether it has diagnostics, or one for the whole site may be about it.
  var isRemarkable: Bool { !diagnostics.isEmpty || authored.map(SiteNotes.concern) ?? false }

  /// Whether the file at `path` and its sheets have the versions that they had when they were read.
  func isUnchanged(_ path: String, in source: ContentFiles) throws(EnvironmentError) -> Bool {
    guard let version, try source.version(path) == version else { return false }
    for sheet in sheets {
      guard sheet.isKnown, try source.version(sheet.path) == sheet.version else { return false }
    }
    return true
  }
}

/// Which version of a sheet a report has read.
struct SheetVersion: Sendable, Hashable {
  /// Below the content folder.
  let path: String
  /// Nil: there was no such file, or its version is unknown.
  let version: FileVersion?
  let isKnown: Bool
}

extension ContentFiles {
  /// Reads a sheet for a report.
  fileprivate func sheet(
    _ path: String, for request: SheetRequest, _ settings: SiteSettings
  ) throws(EnvironmentError) -> (answer: SheetAnswer, version: SheetVersion) {
    guard let known = try version(path), mayCopy(path) else {
      return (.missing, SheetVersion(path: path, version: try version(path), isKnown: true))
    }
    let file = try readFile(path)
    let version = SheetVersion(path: path, version: file.version ?? known, isKnown: file.version != nil)
    switch file.text {
    case .failure(let tooLarge): return (.unreadable([tooLarge.diagnostic]), version)
    case .success(let text):
      return (LiveSheet.read(text, for: request, words: settings.words), version)
    }
  }
}
