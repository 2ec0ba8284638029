import Diagnostics
import Text

/// The complaints about one text, in the author's words.
struct MarkdownDiagnostics {
  private let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func add(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, notes: [Note] = [],
    suggestion: Suggestion? = nil
  ) {
    diagnostics.append(
      Diagnostic(id, at: Place(path: path, range: range), message, notes: notes, suggestion: suggestion))
  }

  /// A note about a place in the same file.
  func note(_ message: String, _ range: Range<Int>) -> Note {
    Note(message, at: Place(path: path, range: range))
  }

  mutating func addInvalidBytes(at range: Range<Int>) {
    add(
      .invalidUTF8, range, "the text is not valid UTF-8 here; such bytes are shown as “\u{FFFD}”",
      suggestion: Suggestion("save the file as UTF-8"))
  }

  mutating func addTooDeep(at range: Range<Int>) {
    add(
      .nestingTooDeep, range,
      "the text is nested more than \(DocumentReader.deepest) levels deep; the document is shown as plain text"
    )
  }

  mutating func addTooLarge(_ table: FoundTable, in text: MarkdownText) {
    var text = text
    add(
      .tableTooLarge, text.fileRange(table.header.content).range,
      "the table has \(table.columns) columns and \(table.rows.count + 1) rows, more than a million cells; it is shown as text"
    )
  }

  // MARK: Footnotes

  mutating func addDuplicate(_ footnote: FoundFootnote, first: FoundFootnote) {
    add(
      .duplicateFootnote, footnote.place.range,
      "footnote “\(Self.string(footnote.label))” is defined twice; the first definition is used",
      notes: [note("the first definition is here", first.place.range)])
  }

  mutating func addUnused(_ footnote: FoundFootnote) {
    add(
      .unusedFootnote, footnote.place.range,
      "nothing refers to footnote “\(Self.string(footnote.label))”; it is left out")
  }

  /// `place` is that of the whole reference.
  mutating func addUndefinedFootnote(at place: ByteRange, _ bytes: [UInt8], among footnotes: [FoundFootnote])
  {
    let label = Self.string(Array(bytes[place.range].dropFirst(2).dropLast()))
    let near = NearestName.match(label, among: footnotes.map { Self.string($0.label) })
    add(
      .undefinedFootnote, place.range, "there is no footnote “\(label)”; the reference is shown as text",
      suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: "[^\($0)]") })
  }

  static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
