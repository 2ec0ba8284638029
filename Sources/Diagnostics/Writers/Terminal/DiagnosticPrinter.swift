/// Prints diagnostics in the style of a compiler: place, severity, message and identifier; the line with the
/// place underlined; notes; a suggestion.
///
/// ```
/// Content/reports/a.md:14:3: error: unknown name “NATO expnsion” [unknown-name]
///   14 | See [[NATO expnsion]] for more.
///      |       ^~~~~~~~~~~~~
///      = help: did you mean “NATO expansion”?
/// ```
package struct DiagnosticPrinter {
  /// Returns the bytes of a file by the path that messages print; nil if the file cannot be read.
  package typealias Source = (_ path: String) -> [UInt8]?

  private let usesColour: Bool
  private let source: Source

  /// - Parameters:
  ///   - usesColour: whether to use ANSI sequences for colours and bold text on terminals.
  ///   - source: called once for each run of diagnostics of one file.
  package init(usesColour: Bool = false, source: @escaping Source) {
    self.usesColour = usesColour
    self.source = source
  }

  /// All diagnostics; each ends with a line end. Empty for an empty list.
  package func text(_ list: DiagnosticList) -> String {
    var result = ""
    print(list) { result += $0 }
    return result
  }

  /// One diagnostic, with the severity of its kind.
  package func text(_ diagnostic: Diagnostic) -> String {
    text(DiagnosticList(entries: [.init(diagnostic: diagnostic, severity: diagnostic.severity)]))
  }

  /// Passes the text of each diagnostic to `write` in turn, so that a long list never becomes one large text.
  package func print(_ list: DiagnosticList, to write: (String) -> Void) {
    var file = SourceFileCache(source: source)
    var noteFile = SourceFileCache(source: source)
    for entry in list.entries { write(text(entry, file: &file, noteFile: &noteFile)) }
  }

  private func text(
    _ entry: DiagnosticList.Entry, file: inout SourceFileCache, noteFile: inout SourceFileCache
  ) -> String {
    let diagnostic = entry.diagnostic
    var result = headline(
      entry.severity, diagnostic.message, at: diagnostic.place, id: diagnostic.id, file: &file)
    for note in diagnostic.notes where note.place == nil { result += aside("note", note.message) }
    for note in diagnostic.notes {
      guard let place = note.place else { continue }
      result += headline(.note, note.message, at: place, id: nil, file: &noteFile)
    }
    if let further = diagnostic.further { result += aside("note", further) }
    if let suggestion = diagnostic.suggestion { result += aside("help", suggestion.message) }
    return result
  }

  private func headline(
    _ severity: Severity, _ message: String, at place: Place?, id: DiagnosticID?, file: inout SourceFileCache
  ) -> String {
    var prefix = ""
    if let place {
      prefix = TerminalText.line(place.path) + ":"
      if let start = file.locations(of: place)?.start { prefix += "\(start.line):\(start.column):" }
      prefix += " "
    }
    let identifier = id.map { " [\($0.rawValue)]" } ?? ""
    let excerpt = place.flatMap { file.excerpt(of: $0) }
    return styled(prefix, .bold) + styled(severity.rawValue + ":", .severity(severity)) + " "
      + styled(TerminalText.line(message), .bold) + identifier + "\n" + (excerpt.map(text) ?? "")
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

/// The style of a part of a message on a terminal that supports ANSI sequences.
private enum TerminalStyle {
  case bold, faint, underline
  case severity(Severity)

  static let reset = "\u{1B}[0m"

  var sequence: String {
    switch self {
    case .bold: "\u{1B}[1m"
    case .faint: "\u{1B}[2m"
    case .underline: "\u{1B}[1;32m"
    case .severity(.error): "\u{1B}[1;31m"
    case .severity(.warning): "\u{1B}[1;35m"
    case .severity(.note): "\u{1B}[1;36m"
    }
  }
}
