import Text

/// Writes diagnostics as JSON for other programs: one document with one diagnostic per line.
///
/// ```
/// {"version":1,"errors":1,"warnings":0,"notes":0,"diagnostics":[
/// {"id":"unknown-name","severity":"error","file":"Content/reports/a.md",
///  "start":{"line":14,"column":7},"end":{"line":14,"column":20},"message":"…",
///  "notes":[{"message":"…","file":"…","start":{…},"end":{…}}],
///  "suggestion":"did you mean “NATO expansion”?","replacement":"NATO expansion","excerpt":"See [[NATO …","further":0}
/// ]}
/// ```
///
/// Lines and columns are 1-based and columns count Unicode scalars; `end` is exclusive. Every key is always
/// present: `file`, `start`, `end`, `suggestion`, `replacement` and `excerpt` (the whole first line, at most
/// 1,000 bytes of it) are null if there is none; `further` is the number of further places with the same problem that are not
/// listed. `severity` is the severity in this run (`--strict`). The
/// order of keys is fixed; new keys are added at the end and do not change `version`.
package struct DiagnosticJSON {
  private static let excerptLimit = 1_000

  private let source: DiagnosticPrinter.Source

  /// - Parameter source: returns the bytes of a file by its path; called once for each run of diagnostics of
  ///   one file.
  package init(source: @escaping DiagnosticPrinter.Source) {
    self.source = source
  }

  /// The document, with a trailing line end.
  package func text(_ list: DiagnosticList) -> String {
    var files = SourceFileCache(source: source)
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.member("errors", list.errorCount)
    writer.member("warnings", list.warningCount)
    writer.member("notes", list.noteCount)
    writer.lines("diagnostics", list.entries) { write($1, to: &$0, files: &files) }
    writer.endObject()
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ entry: DiagnosticList.Entry, to writer: inout JSONWriter, files: inout SourceFileCache)
  {
    let diagnostic = entry.diagnostic
    writer.beginObject()
    writer.member("id", diagnostic.id.rawValue)
    writer.member("severity", entry.severity.rawValue)
    write(diagnostic.place, to: &writer, files: &files)
    // Read before the notes, which may be about other files.
    let excerpt = diagnostic.place.flatMap { files.line(of: $0, limit: Self.excerptLimit) }
    writer.member("message", diagnostic.message)
    writer.key("notes")
    writer.beginArray()
    for note in diagnostic.notes {
      writer.beginObject()
      writer.member("message", note.message)
      write(note.place, to: &writer, files: &files)
      writer.endObject()
    }
    writer.endArray()
    writer.member("suggestion", diagnostic.suggestion?.message)
    writer.member("replacement", diagnostic.suggestion?.replacement)
    writer.member("excerpt", excerpt)
    writer.member("further", diagnostic.furtherCount)
    writer.endObject()
  }

  private func write(_ place: Place?, to writer: inout JSONWriter, files: inout SourceFileCache) {
    writer.member("file", place?.path)
    let locations = place.flatMap { files.locations(of: $0) }
    write("start", locations?.start, to: &writer)
    write("end", locations?.end, to: &writer)
  }

  private func write(_ key: String, _ location: SourceLocation?, to writer: inout JSONWriter) {
    writer.key(key)
    guard let location else { return writer.null() }
    writer.beginObject()
    writer.member("line", location.line)
    writer.member("column", location.column)
    writer.endObject()
  }
}
