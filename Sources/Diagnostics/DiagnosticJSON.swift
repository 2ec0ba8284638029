/// Writes complaints for programs: one JSON document, one complaint a line.
///
/// ```
/// {"version":1,"errors":1,"warnings":0,"notes":0,"diagnostics":[
/// {"id":"unknown-name","severity":"error","file":"Content/reports/a.md",
///  "start":{"line":14,"column":7},"end":{"line":14,"column":20},"message":"…",
///  "notes":[{"message":"…","file":"…","start":{…},"end":{…}}],
///  "suggestion":"did you mean “NATO expansion”?","replacement":"NATO expansion","excerpt":"See [[NATO …"}
/// ]}
/// ```
///
/// Lines and columns are 1-based, columns in Unicode scalars, `end` is the place just behind. Every key is always
/// there: `file`, `start`, `end`, `suggestion`, `replacement` and `excerpt` (the whole first line, at most 1,000
/// bytes of it) are null where there is none; `severity` is the one of this run (`--strict`). Keys stand in this
/// order; new keys come last and do not change `version`.
package struct DiagnosticJSON {
  private static let excerptLimit = 1_000

  private let source: DiagnosticPrinter.Source

  /// - Parameter source: gives the bytes of a file by its path; asked once for each run of one file.
  package init(source: @escaping DiagnosticPrinter.Source) {
    self.source = source
  }

  /// The document, with a line end at its end.
  package func text(_ list: DiagnosticList) -> String {
    var files = OpenFile(source: source)
    var result = #"{"version":1,"errors":\#(list.errorCount),"warnings":\#(list.warningCount),"#
    result += #""notes":\#(list.noteCount),"diagnostics":["#
    for (index, entry) in list.entries.enumerated() {
      result += index == 0 ? "\n" : ",\n"
      result += text(entry, files: &files)
    }
    return result + (list.entries.isEmpty ? "]}\n" : "\n]}\n")
  }

  private func text(_ entry: DiagnosticList.Entry, files: inout OpenFile) -> String {
    let diagnostic = entry.diagnostic
    var result =
      #"{"id":\#(JSONText.quoted(diagnostic.id.rawValue)),"severity":"\#(entry.severity.rawValue)","#
    result += place(diagnostic.place, files: &files)
    let excerpt = diagnostic.place.flatMap { files.line(of: $0, limit: Self.excerptLimit) }
    result += #","message":\#(JSONText.quoted(diagnostic.message)),"notes":["#
    result += diagnostic.notes.map {
      #"{"message":\#(JSONText.quoted($0.message)),"# + place($0.place, files: &files) + "}"
    }.joined(separator: ",")
    result += #"],"suggestion":\#(JSONText.value(diagnostic.suggestion?.message))"#
    result += #","replacement":\#(JSONText.value(diagnostic.suggestion?.replacement))"#
    return result + #","excerpt":\#(JSONText.value(excerpt))}"#
  }

  private func place(_ place: Place?, files: inout OpenFile) -> String {
    let file = #""file":\#(JSONText.value(place?.path))"#
    guard let place, let found = files.locations(of: place) else {
      return file + #","start":null,"end":null"#
    }
    return file + #","start":"# + text(found.start) + #","end":"# + text(found.end)
  }

  private func text(_ location: SourceLocation) -> String {
    #"{"line":\#(location.line),"column":\#(location.column)}"#
  }
}
