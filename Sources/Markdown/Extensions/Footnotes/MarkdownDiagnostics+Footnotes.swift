import Diagnostics
import Text

/// The diagnostics about footnotes.
extension MarkdownDiagnostics {
  mutating func addDuplicate(_ footnote: FootnoteDefinition, first: FootnoteDefinition) {
    add(
      .duplicateFootnote, footnote.source.range,
      "footnote “\(string(footnote.label))” is defined twice; the first definition is used",
      notes: [note("the first definition is here", first.source.range)])
  }

  mutating func addUnused(_ footnote: FootnoteDefinition) {
    add(
      .unusedFootnote, footnote.source.range,
      "footnote “\(string(footnote.label))” has no references; it is not shown")
  }

  /// - Parameter place: the range of the whole reference.
  mutating func addUndefinedFootnote(
    at place: ByteRange, _ bytes: [UInt8], among labels: NearestNames
  ) {
    let label = string(bytes[place.range].dropFirst(2).dropLast())
    let near = nearest(label, among: labels)
    add(
      .undefinedFootnote, place.range, "footnote “\(label)” is not defined; the reference is shown as text",
      suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: "[^\($0)]") })
  }

  private func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
