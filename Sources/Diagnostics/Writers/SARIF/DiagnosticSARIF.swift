import Text

/// Writes diagnostics as a SARIF log (Static Analysis Results Interchange Format 2.1.0), which code hosts and editors
/// display.
///
/// Lines and columns are 1-based and columns count Unicode scalars; ends are exclusive. Paths are relative to the
/// folder that the tool was run in, as URI references.
package struct DiagnosticSARIF {
  private let source: DiagnosticPrinter.Source
  private let version: String

  /// - Parameters:
  ///   - version: the version of Standpoint.
  ///   - source: returns the bytes of a file by its path; called once for each run of diagnostics of one
  ///     file.
  package init(version: String, source: @escaping DiagnosticPrinter.Source) {
    self.version = version
    self.source = source
  }

  /// The log, with a trailing line end.
  package func text(_ list: DiagnosticList) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.lines("runs", [list]) { write(run: $1, to: &$0) }
    writer.endObject()
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(run list: DiagnosticList, to writer: inout JSONWriter) {
    var files = SourceFileCache(source: source)
    let ids = Set(list.entries.map(\.diagnostic.id)).sorted { $0.rawValue < $1.rawValue }
    let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "standpoint")
    writer.member("version", version)
    writer.lines("rules", ids) { Self.write(rule: $1, to: &$0) }
    writer.endObject()
    writer.endObject()
    writer.member("columnKind", "unicodeCodePoints")
    writer.lines("results", list.entries) { writer, entry in
      write(result: entry, rule: indices[entry.diagnostic.id] ?? 0, to: &writer, files: &files)
    }
    writer.endObject()
  }

  private static func write(rule id: DiagnosticID, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id.rawValue)
    write("shortDescription", text: id.summary, to: &writer)
    write("fullDescription", text: id.summary + " " + id.cause, to: &writer)
    write("help", text: id.fix, to: &writer)
    writer.key("defaultConfiguration")
    writer.beginObject()
    writer.member("level", id.severity.rawValue)
    writer.endObject()
    writer.endObject()
  }

  private func write(
    result entry: DiagnosticList.Entry, rule: Int, to writer: inout JSONWriter, files: inout SourceFileCache
  ) {
    let diagnostic = entry.diagnostic
    let texts = [diagnostic.message, diagnostic.suggestion?.message, diagnostic.further].compactMap { $0 }
    writer.beginObject()
    writer.member("ruleId", diagnostic.id.rawValue)
    writer.member("ruleIndex", rule)
    writer.member("level", entry.severity.rawValue)
    Self.write("message", text: texts.joined(separator: "; "), to: &writer)
    writer.key("locations")
    writer.beginArray()
    if let place = diagnostic.place { write(location: place, message: nil, to: &writer, files: &files) }
    writer.endArray()
    let related = diagnostic.notes.filter { $0.place != nil }
    if !related.isEmpty {
      writer.key("relatedLocations")
      writer.beginArray()
      for note in related {
        if let place = note.place {
          write(location: place, message: note.message, to: &writer, files: &files)
        }
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private func write(
    location place: Place, message: String?, to writer: inout JSONWriter, files: inout SourceFileCache
  ) {
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", Self.uri(of: place.path))
    writer.endObject()
    if let (start, end) = files.locations(of: place) {
      writer.key("region")
      writer.beginObject()
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
      writer.endObject()
    }
    writer.endObject()
    if let message { Self.write("message", text: message, to: &writer) }
    writer.endObject()
  }

  private static func write(_ key: String, text: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginObject()
    writer.member("text", text)
    writer.endObject()
  }

  /// A path as a URI reference (RFC 3986); absolute paths get the scheme `file`.
  private static func uri(of path: String) -> String {
    (path.hasPrefix("/") ? "file://" : "") + PercentEncoding.encoded(path)
  }
}
