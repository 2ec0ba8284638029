import Diagnostics

/// Collects the diagnostics of one text. Those of an extension are declared in its folder.
struct MarkdownDiagnostics {
  private let path: String
  /// The diagnostics so far, in the order in which they were found.
  private(set) var list: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Adds a diagnostic about a range of the file.
  mutating func add(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, notes: [Note] = [],
    suggestion: Suggestion? = nil
  ) {
    list.append(
      Diagnostic(id, at: Place(path: path, range: range), message, notes: notes, suggestion: suggestion))
  }

  /// A note about a range of the same file.
  func note(_ message: String, _ range: Range<Int>) -> Note {
    Note(message, at: Place(path: path, range: range))
  }

  mutating func addInvalidBytes(at range: Range<Int>) {
    add(
      .invalidUTF8, range, "invalid UTF-8; such bytes are shown as “\u{FFFD}”",
      suggestion: Suggestion("save the file as UTF-8"))
  }

  mutating func addTooDeep(at range: Range<Int>) {
    add(
      .nestingTooDeep, range,
      "the text is nested more than \(DocumentReader.maximumDepth) levels deep; the document is shown as plain text"
    )
  }
}
