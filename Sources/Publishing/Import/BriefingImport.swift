import Content
import Diagnostics
import FileSystem
import Importing

/// Imports a briefing: reads it, converts it with the program for its format, and writes the report.
package struct BriefingImport: Sendable {
  /// A placeholder for the folder in the addresses of pictures until the report's name is known.
  static let pictureFolder = "standpoint-import-pictures-c1d96a"

  let request: ImportRequest
  private let importer: ReportImporter

  package init(_ request: ImportRequest) {
    self.request = request
    importer = ReportImporter(options: request.options)
  }

  /// Throws if a file cannot be read or written, if a program is missing or fails, or if the report's file exists and must not be
  /// replaced.
  package func run() async throws(EnvironmentError) -> ImportOutcome {
    if case .file(let path) = request.target, !request.replaces,
      try FileStatus.of(path, followingLinks: false) != nil
    {
      throw ImportWriter.exists(path)
    }
    let format = try format()
    return try await TemporaryDirectory.with { (scratch) async throws(EnvironmentError) in
      try await self.run(format, scratch: scratch)
    }
  }

  /// Whether a file, such as one whose name ends in `.json`, is a configuration of Open Election Compass.
  package static func isElectionCompass(_ file: String) -> Bool {
    guard file != "-", case .bytes(let bytes)? = try? FileReader.readSource(DiskPath(file)) else {
      return false
    }
    return ElectionCompass(bytes) != nil
  }

  private func format() throws(EnvironmentError) -> ImportFormat {
    if let format = request.format { return format }
    if request.file == "-" { return .text }
    guard let format = ImportFormat(fileName: DiskPath(request.file).name) else {
      throw EnvironmentError(
        "cannot tell the format of “\(request.file)” from its name",
        advice: "give the format with --format: "
          + ImportFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return format
  }

  private func run(_ format: ImportFormat, scratch: DiskPath) async throws(EnvironmentError) -> ImportOutcome
  {
    let bytes = try read()
    let (report, source) = try await report(of: bytes, format, scratch: scratch)
    guard report.text.utf8.count <= FileReader.sourceLimit else {
      throw EnvironmentError(
        "the report would be larger than \(FileReader.sourceLimit / 1_000_000) MB, the limit for content files",
        advice: "split “\(request.shown)” into several files")
    }
    return try ImportWriter(request: request, scratch: scratch).write(report, source: source)
  }

  private func read() throws(EnvironmentError) -> [UInt8] {
    if request.file != "-" { return try FileReader.readAll(DiskPath(request.file)) }
    guard case .bytes(let bytes) = try FileReader.readStandardInput() else {
      throw EnvironmentError("standard input is larger than \(FileReader.sourceLimit / 1_000_000) MB")
    }
    return bytes
  }

  private func report(
    of bytes: [UInt8], _ format: ImportFormat, scratch: DiskPath
  ) async throws(EnvironmentError) -> (ImportedReport, SourceText?) {
    let original = SourceText(path: request.shown, bytes: bytes)
    let decoded = original.decodedToUTF8()
    let source = decoded?.source ?? original
    switch format {
    case .text:
      let report = importer.report(fromText: source)
      return (report.adding(decoded?.note), source)
    case .markdown:
      return (try note(source, decoded?.note), source)
    case .csv:
      let report = importer.report(fromSheets: [ImportedSheet(name: nil, source: source)])
      return (report.adding(decoded?.note), source)
    case .xlsx:
      let (sheets, leftOut) = try await SheetConversion(shown: request.shown, only: request.sheet)
        .sheets(of: bytes, scratch: scratch)
      return (
        importer.report(fromSheets: sheets, leftOut: leftOut), sheets.count == 1 ? sheets[0].source : nil
      )
    case .compass:
      guard let compass = ElectionCompass(source.bytes, preferred: request.languages) else {
        throw EnvironmentError(
          "“\(request.shown)” is not a configuration of Open Election Compass",
          advice: "a configuration is JSON with parties and theses")
      }
      return (importer.report(fromCompass: compass, source: request.shown).adding(decoded?.note), nil)
    default:
      let json = try await DocumentConversion(format: format).json(of: bytes, scratch: scratch)
      return (try document(json, format, page: format == .html ? bytes : [], scratch: scratch), nil)
    }
  }

  /// A Markdown file keeps its text and its name.
  private func note(_ source: SourceText, _ note: Diagnostic?) throws(EnvironmentError) -> ImportedReport {
    do {
      return try importer.report(fromNote: source, keepsName: request.file != "-").adding(note)
    } catch {
      throw EnvironmentError("“\(request.shown)” cannot be imported: \(error.message)")
    }
  }

  private func document(
    _ json: [UInt8], _ format: ImportFormat, page: [UInt8], scratch: DiskPath
  ) throws(EnvironmentError) -> ImportedReport {
    let pictures = PictureFinder(request: request, scratch: scratch)
    do {
      return try importer.report(
        fromPandoc: json, path: request.shown, isWebPage: format == .html, page: page,
        hasPicture: pictures.has)
    } catch {
      throw EnvironmentError("“\(request.shown)” cannot be imported: \(error)")
    }
  }
}

/// The result of importing one briefing.
package struct ImportOutcome: Sendable {
  /// The report's text, with the decisions and diagnostics of the import.
  package let report: ImportedReport
  /// Where the report was written; nil if it was not written.
  package let path: DiskPath?
  /// The pictures written beside it.
  package let pictures: [DiskPath]
  /// The text that the places of the diagnostics refer to; nil for formats without lines.
  package let source: SourceText?
}
