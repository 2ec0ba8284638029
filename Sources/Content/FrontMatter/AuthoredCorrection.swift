import Diagnostics
import Text

/// An entry of `corrections:` in a report: a public note that something in the report was wrong and has been
/// corrected.
package struct AuthoredCorrection: Sendable, Hashable {
  /// `date:`, when it was corrected.
  package let date: PartialDate
  /// The place of the date in the file.
  let dateRange: Range<Int>
  /// `note:`, plain text that says what was wrong.
  package let note: String
  /// `position:`, the corrected position as `Issue#Party`, without brackets; nil: the report as a whole.
  package let position: AuthoredName?
  /// Its number among the corrections of the same date in the same report, 1-based.
  let ordinal: Int

  /// Its anchor on the page of the report: `correction:<date>`, with `--2` … from the second correction of a date on.
  package var anchor: String { "correction:\(date)" + (ordinal == 1 ? "" : "--\(ordinal)") }
}

extension FieldReader {
  private static let correctionKeys = ["date", "note", "position"]

  /// The entries of `corrections:`, without those that lack a date or a note.
  mutating func corrections(_ entry: YAMLEntry) -> [AuthoredCorrection] {
    guard case .list(let values) = entry.value.content else {
      if entry.value.content != .empty { wrongType(entry.key, "a list of corrections", entry.value) }
      return []
    }
    var corrections: [AuthoredCorrection] = []
    for value in values {
      guard let read = correction(value) else { continue }
      let ordinal = corrections.count { $0.date == read.date } + 1
      corrections.append(
        AuthoredCorrection(
          date: read.date, dateRange: read.dateRange, note: read.note, position: read.position,
          ordinal: ordinal))
    }
    return corrections
  }

  private mutating func correction(
    _ value: YAMLValue
  ) -> (date: PartialDate, dateRange: Range<Int>, note: String, position: AuthoredName?)? {
    guard case .map(let entries) = value.content else {
      report(.wrongType, value.range, "each entry of “corrections” needs a “date” and a “note”")
      return nil
    }
    var (date, note): (PartialDate?, String?)
    var dateRange = value.range
    var position: AuthoredName?
    let before = diagnostics.count
    for entry in entries {
      switch entry.key {
      case "date": (date, dateRange) = (self.date(entry), entry.value.range)
      case "note": note = text(entry)
      case "position": position = self.position(entry)
      default: unknown(entry, among: Self.correctionKeys)
      }
    }
    let isReported = diagnostics[before...].contains { $0.severity == .error }
    guard let date, let note else {
      if !isReported { reportIncomplete(value, lacks: date == nil ? "date" : "note") }
      return nil
    }
    return (date, dateRange, note, position)
  }

  private mutating func reportIncomplete(_ value: YAMLValue, lacks key: String) {
    report(
      .incompleteCorrection, value.range, "this correction has no “\(key)”",
      suggestion: Suggestion(
        key == "date"
          ? "say when it was corrected, such as “date: 2025-04-02”" : "say in “note:” what was wrong"))
  }

  /// `[[Issue#Party]]`, in quotation marks or not, or without brackets.
  private mutating func position(_ entry: YAMLEntry) -> AuthoredName? {
    switch entry.value.content {
    // Without quotation marks, the brackets are lists of YAML.
    case .list(let outer) where outer.count == 1:
      guard case .list(let inner) = outer[0].content, inner.count == 1 else { break }
      if case .text(let text) = inner[0].content {
        return AuthoredName(text.onOneLine, range: inner[0].range)
      }
    case .text(let text):
      let name = text.trimmingWhitespace
      guard name.hasPrefix("[["), name.hasSuffix("]]") else { return self.name(entry) }
      return AuthoredName(String(name.dropFirst(2).dropLast(2)).onOneLine, range: entry.value.range)
    case .empty: return nil
    default: break
    }
    report(
      .wrongType, entry.value.range, "“position” should be a position",
      suggestion: Suggestion("write position: \"[[Issue#Party]]\""))
    return nil
  }
}
