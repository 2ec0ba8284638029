/// Writes diagnostics as workflow commands of GitHub Actions, which shows them next to the lines they are about.
///
/// One line each: `::warning file=Content/reports/a.md,line=14,col=7,endLine=14,endColumn=20,title=unknown-name::…`
package struct DiagnosticAnnotations {
  private let source: DiagnosticPrinter.Source

  /// - Parameter source: returns the bytes of a file by its path; called once for each run of diagnostics of
  ///   one file.
  package init(source: @escaping DiagnosticPrinter.Source) {
    self.source = source
  }

  /// The commands, one per line; empty for an empty list.
  package func text(_ list: DiagnosticList) -> String {
    var files = SourceFileCache(source: source)
    var text = ""
    for entry in list.entries { text += line(entry, files: &files) }
    return text
  }

  private func line(_ entry: DiagnosticList.Entry, files: inout SourceFileCache) -> String {
    let diagnostic = entry.diagnostic
    let command = entry.severity == .note ? "notice" : entry.severity.rawValue
    var properties: [String] = []
    if let place = diagnostic.place {
      properties.append("file=" + Self.property(place.path))
      if let (start, end) = files.locations(of: place) {
        properties.append(
          "line=\(start.line),col=\(start.column),endLine=\(end.line),endColumn=\(end.column)")
      }
    }
    properties.append("title=" + Self.property(diagnostic.id.rawValue))
    let message = [diagnostic.message, diagnostic.suggestion?.message, diagnostic.further].compactMap { $0 }
      .joined(
        separator: "\n")
    return "::\(command) \(properties.joined(separator: ","))::\(Self.data(message))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
