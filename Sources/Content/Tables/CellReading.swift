import Diagnostics
import Markdown

/// The content of one cell of a positions table, apart from its words.
package struct CellReading: Sendable, Hashable {
  /// As marked; nil: unrated, or marked with something that is not a stance.
  package let stance: Stance?
  /// `as-of=` of the cell's `{…}`; nil if there is none.
  package let asOf: PartialDate?
  /// Whether the cell is empty, silent or has text, ignoring its mark.
  package let text: CellText

  /// Whether the cell gives a position: it has text, or at least a stance.
  package var isPosition: Bool { text == .words || stance != nil }

  /// Reads a cell of a positions table; cells of other tables have no marks.
  ///
  /// Diagnostics: `unknown-stance`, `stance-without-text`, `invalid-directive` (for the attribute).
  package static func read(
    _ cell: Int, in document: Document, path: String, silence: SilenceWords
  ) -> (reading: CellReading, diagnostics: [Diagnostic]) {
    let node = document.nodes[cell]
    // A cell with a stance mark is never silent.
    let text = CellText(of: cell, in: document, silence: node.text.isEmpty ? silence : .none)
    if node.text.isEmpty && node.extra.isEmpty {
      return (CellReading(stance: nil, asOf: nil, text: text), [])
    }
    let place = Place(path: path, range: node.source.range)
    var diagnostics: [Diagnostic] = []
    let stance = stance(of: node, text: text, in: document, at: place, &diagnostics)
    let asOf = node.extra.isEmpty ? nil : asOf(document.string(node.extra), at: place, &diagnostics)
    return (CellReading(stance: stance, asOf: asOf, text: text), diagnostics)
  }

  private static func stance(
    of node: Node, text: CellText, in document: Document, at place: Place, _ diagnostics: inout [Diagnostic]
  ) -> Stance? {
    guard !node.text.isEmpty else { return nil }
    let mark = document.string(node.text)
    let markPlace = Place(path: place.path, range: node.source.range.prefix(mark.utf8.count + 2))
    guard let stance = Stance(mark: mark) else {
      diagnostics.append(
        Diagnostic(
          .unknownStance, at: markPlace, "“[\(mark)]” is not a stance mark, so this position is unrated",
          suggestion: Suggestion("the marks are [++], [+], [~], [0], [-] and [--]")))
      return nil
    }
    if text != .words {
      diagnostics.append(
        Diagnostic(
          .stanceWithoutText, at: markPlace,
          "this position is marked as “\(stance.word)” but has no text"))
    }
    return stance
  }

  private static func asOf(
    _ attribute: String, at place: Place, _ diagnostics: inout [Diagnostic]
  ) -> PartialDate? {
    var asOf: PartialDate?
    for word in attribute.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let isDate = parts.count == 2 && parts[0] == "as-of"
      if isDate, asOf == nil, let date = PartialDate(parts[1].unquoted) {
        asOf = date
        continue
      }
      let message =
        isDate && asOf == nil
        ? InvalidDate.message(String(parts[1].unquoted))
        : "unknown cell attribute “\(word)”; only “as-of” is supported"
      let range = place.range.map { $0.suffix(attribute.utf8.count + 2) }
      diagnostics.append(
        Diagnostic(
          .invalidDirective, at: Place(path: place.path, range: range), message,
          suggestion: Suggestion("write a day, a month or a year, such as {as-of=2025-02}")))
    }
    return asOf
  }
}

extension Range<Int> {
  /// The first `count` elements, or all.
  func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
  /// The last `count` elements, or all.
  func suffix(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}

extension StringProtocol {
  /// Without a pair of straight or typographic quotation marks around it.
  var unquoted: Substring {
    let text = Substring(self)
    guard text.count >= 2, let first = text.first, let last = text.last else { return text }
    return "\"'“‘".contains(first) && "\"'”’".contains(last) ? text.dropFirst().dropLast() : text
  }
}
