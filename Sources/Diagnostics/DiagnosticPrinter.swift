/// Writes complaints as a compiler does: place, severity, message and rule; the line with the place underlined;
/// notes; a suggestion.
///
/// ```
/// Content/reports/a.md:14:3: error: no issue or party is called “NATO expnsion” [unknown-name]
///   14 | See [[NATO expnsion]] for more.
///      |       ^~~~~~~~~~~~~
///      = help: did you mean “NATO expansion”?
/// ```
package struct DiagnosticPrinter {
  /// The bytes of a file by the path that messages print; nil when it cannot be read (again).
  package typealias Source = (_ path: String) -> [UInt8]?

  private let usesColour: Bool
  private let source: Source

  /// - Parameters:
  ///   - usesColour: colours and bold by ANSI sequences; for terminals.
  ///   - source: asked once for each run of diagnostics of one file.
  package init(usesColour: Bool = false, source: @escaping Source) {
    self.usesColour = usesColour
    self.source = source
  }

  /// All complaints, one after the other; each ends with a line end, an empty list gives an empty text.
  package func text(_ list: DiagnosticList) -> String {
    var result = ""
    print(list) { result += $0 }
    return result
  }

  /// One complaint at its own severity.
  package func text(_ diagnostic: Diagnostic) -> String {
    text(DiagnosticList(entries: [.init(diagnostic: diagnostic, severity: diagnostic.severity)]))
  }

  /// Hands out the text of each complaint in turn, so that long lists need not be held at once.
  package func print(_ list: DiagnosticList, to write: (String) -> Void) {
    var file = OpenFile(source: source)
    var noteFile = OpenFile(source: source)
    for entry in list.entries { write(text(entry, file: &file, noteFile: &noteFile)) }
  }

  private func text(
    _ entry: DiagnosticList.Entry, file: inout OpenFile, noteFile: inout OpenFile
  ) -> String {
    let diagnostic = entry.diagnostic
    var result = headline(
      entry.severity, diagnostic.message, at: diagnostic.place, id: diagnostic.id, file: &file)
    for note in diagnostic.notes where note.place == nil { result += aside("note", note.message) }
    for note in diagnostic.notes {
      guard let place = note.place else { continue }
      result += headline(.note, note.message, at: place, id: nil, file: &noteFile)
    }
    if let suggestion = diagnostic.suggestion { result += aside("help", suggestion.message) }
    return result
  }

  private func headline(
    _ severity: Severity, _ message: String, at place: Place?, id: DiagnosticID?, file: inout OpenFile
  ) -> String {
    var prefix = ""
    if let place {
      prefix = TerminalText.line(place.path) + ":"
      if let start = file.locations(of: place)?.start { prefix += "\(start.line):\(start.column):" }
      prefix += " "
    }
    let rule = id.map { " [\($0.rawValue)]" } ?? ""
    let excerpt = place.flatMap { file.excerpt(of: $0) }
    return styled(prefix, .bold) + styled(severity.rawValue + ":", .severity(severity)) + " "
      + styled(TerminalText.line(message), .bold) + rule + "\n" + (excerpt.map(text) ?? "")
  }

  private func text(_ excerpt: Excerpt) -> String {
    let number = String(excerpt.lineNumber)
    let padding = String(repeating: " ", count: max(0, 4 - number.count))
    let blank = String(repeating: " ", count: max(4, number.count))
    let line = excerpt.line.isEmpty ? "" : " " + excerpt.line
    return styled("\(padding)\(number) |", .faint) + line + "\n"
      + styled("\(blank) |", .faint) + " " + styled(excerpt.underline, .underline) + "\n"
  }

  private func aside(_ label: String, _ message: String) -> String {
    styled("     = ", .faint) + styled(label + ":", .bold) + " " + TerminalText.line(message) + "\n"
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    usesColour && !text.isEmpty ? style.sequence + text + TerminalStyle.reset : text
  }
}
