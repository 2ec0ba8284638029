import Diagnostics
import Text

/// Collects the diagnostics of one text. Those of an extension are declared in its folder.
struct MarkdownDiagnostics {
  private let path: String
  private let limits: Limits
  private var tally: DiagnosticTally
  /// The similar names that were searched so far, by the name that was not found; nil: there is none.
  private var searched: [String: String?] = [:]

  init(path: String, limits: Limits) {
    self.path = path
    self.limits = limits
    tally = DiagnosticTally(causes: limits)
  }

  /// The diagnostics, in the order in which they were found.
  var all: [Diagnostic] { tally.diagnostics }

  /// Adds a diagnostic about a range of the file.
  mutating func add(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, notes: [Note] = [],
    suggestion: Suggestion? = nil
  ) {
    tally.add(
      Diagnostic(id, at: Place(path: path, range: range), message, notes: notes, suggestion: suggestion))
  }

  /// The known name that is nearest to an unknown one; nil: none is near, or too many were searched.
  mutating func nearest(_ name: String, among known: NearestNames) -> String? {
    if let found = searched[name] { return found }
    guard searched.count < limits[.searchedNames] else { return nil }
    let found = known.match(name)
    searched[name] = found
    return found
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

  mutating func addTooMuchMarkup(at range: Range<Int>, _ maximum: Int) {
    add(
      .tooMuchMarkup, range,
      "this file has too much markup for its size (more than \(maximum) markup characters and line ends); it is shown as plain text"
    )
  }

  /// Adds what a limit has made text of.
  mutating func add(_ limit: ReferenceLimit) {
    if let first = limit.links.firstBeyond {
      add(
        .tooManyLinks, first.range,
        "this file has more than \(limit.links.maximum) links; this one and those after it are shown as text")
    }
    if let first = limit.footnotes.firstBeyond {
      add(
        .tooManyFootnotes, first.range,
        "this file has more than \(limit.footnotes.maximum) references to footnotes; this one and those after it are shown as text"
      )
    }
  }
}
