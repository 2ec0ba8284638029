import Diagnostics
import Markdown
import Text

/// The content of one cell of a positions table, apart from its words.
package struct CellReading: Sendable, Hashable {
  /// As marked; nil: unrated, or marked with something that is not a stance.
  package let stance: Stance?
  /// `as-of=` of the cell's `{…}`; nil if there is none.
  package let asOf: PartialDate?
  /// `evidence=` of the cell's `{…}`; empty if there is none.
  package let evidence: EvidenceKinds
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
      return (CellReading(stance: nil, asOf: nil, evidence: [], text: text), [])
    }
    let place = Place(path: path, range: node.source.range)
    var diagnostics: [Diagnostic] = []
    let stance = stance(of: node, text: text, in: document, at: place, &diagnostics)
    let attributes: (asOf: PartialDate?, evidence: EvidenceKinds) =
      node.extra.isEmpty ? (nil, []) : attributes(document.string(node.extra), at: place, &diagnostics)
    return (
      CellReading(stance: stance, asOf: attributes.asOf, evidence: attributes.evidence, text: text),
      diagnostics
    )
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

  /// Reads the inside of `{…}`; an attribute given twice is reported.
  private static func attributes(
    _ text: String, at place: Place, _ diagnostics: inout [Diagnostic]
  ) -> (asOf: PartialDate?, evidence: EvidenceKinds) {
    var asOf: PartialDate?
    var evidence = EvidenceKinds()
    let range = place.range.map { $0.suffix(text.utf8.count + 2) }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? parts[1].unquoted : ""
      switch parts[0] {
      case "as-of" where parts.count == 2 && asOf == nil:
        asOf = PartialDate(value)
        if asOf != nil { continue }
      case "evidence" where parts.count == 2 && evidence.isEmpty:
        evidence = EvidenceKinds(written: value) { Evidence(written: $0) } ?? []
        if !evidence.isEmpty { continue }
      default: break
      }
      diagnostics.append(
        invalid(
          word, value,
          isKnown: parts[0] == "as-of" ? asOf == nil : parts[0] == "evidence" && evidence.isEmpty,
          at: Place(path: place.path, range: range)))
    }
    return (asOf, evidence)
  }

  /// - Parameter isKnown: whether the attribute exists and only its value is invalid.
  private static func invalid(_ word: Substring, _ value: Substring, isKnown: Bool, at place: Place)
    -> Diagnostic
  {
    let isEvidence = word.hasPrefix("evidence=")
    let kinds = Evidence.allCases.map(\.rawValue).joined(separator: ", ")
    let message =
      !isKnown
      ? "unknown cell attribute “\(word)”; only “as-of” and “evidence” are supported, each once"
      : isEvidence ? "“\(value)” is not a kind of evidence" : InvalidDate.message(String(value))
    let suggestion =
      isKnown && isEvidence
      ? Suggestion("the kinds are \(kinds)")
      : Suggestion("write a day, a month or a year, such as {as-of=2025-02}")
    return Diagnostic(.invalidDirective, at: place, message, suggestion: suggestion)
  }
}

/// The attributes of a cell, as it ends with them.
package struct CellAttributes {
  private let own: String
  private let date: PartialDate?
  private let evidence: EvidenceKinds

  /// - Parameters:
  ///   - own: those that the cell gives itself, without braces. They count before the others.
  ///   - evidence: of another column; empty: not given.
  package init(own: String = "", date: PartialDate?, evidence: EvidenceKinds) {
    (self.own, self.date, self.evidence) = (own, date, evidence)
  }

  /// Such as `{as-of=2025-02 evidence=vote,act}`; none without attributes.
  package var markdown: [MarkdownLine] {
    var parts = own.isEmpty ? [] : [own]
    if let date, !own.contains("as-of=") { parts.append("as-of=\(date)") }
    if !evidence.isEmpty, !own.contains("evidence=") {
      parts.append("evidence=" + evidence.all.map(\.rawValue).joined(separator: ","))
    }
    return parts.isEmpty ? [] : [MarkdownLine(authored: "{\(parts.joined(separator: " "))}")]
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
