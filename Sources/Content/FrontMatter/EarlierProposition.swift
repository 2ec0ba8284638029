import Diagnostics
import Text

/// An entry of `proposition-history:` in the file of an issue: a sentence that its stances answered before the current one.
package struct EarlierProposition: Sendable, Hashable {
  /// The last day, month or year of it.
  package let until: PartialDate
  /// The sentence.
  package let text: String
  /// Whether it means the same as the sentence after it, so that stances under both can be compared.
  package let hasSameMeaning: Bool

  package init(until: PartialDate, text: String, hasSameMeaning: Bool = false) {
    self.until = until
    self.text = text
    self.hasSameMeaning = hasSameMeaning
  }
}

extension FieldReader {
  private static let propositionKeys = ["until", "text", "same-meaning"]

  /// The entries of `proposition-history:`, the earliest first, without those that lack a date or a text.
  mutating func propositions(_ entry: YAMLEntry) -> [EarlierProposition] {
    guard case .list(let values) = entry.value.content else {
      if entry.value.content != .empty {
        wrongType(entry.key, "a list of earlier propositions", entry.value)
      }
      return []
    }
    var propositions: [EarlierProposition] = []
    for value in values {
      guard let (next, range) = proposition(value) else { continue }
      if let last = propositions.last, next.until.lastDayNumber <= last.until.lastDayNumber {
        report(
          .invalidValue, range,
          "this proposition ends (\(next.until)) no later than the one above it (\(last.until))",
          suggestion: Suggestion("correct the date, or put the earliest proposition first"))
      }
      propositions.append(next)
    }
    return propositions.sorted { $0.until.lastDayNumber < $1.until.lastDayNumber }
  }

  /// - Returns: the proposition and the place of its `until`.
  private mutating func proposition(_ value: YAMLValue) -> (EarlierProposition, Range<Int>)? {
    guard case .map(let entries) = value.content else {
      report(.wrongType, value.range, "each entry of “proposition-history” should have “until” and “text”")
      return nil
    }
    var (until, sentence): (PartialDate?, String?)
    var untilRange = value.range
    var hasSameMeaning = false
    let before = diagnostics.count
    for entry in entries {
      switch entry.key {
      case "until": (until, untilRange) = (date(entry), entry.value.range)
      case "text": sentence = text(entry)
      case "same-meaning": hasSameMeaning = flag(entry) ?? false
      default: unknown(entry, among: Self.propositionKeys)
      }
    }
    let isReported = diagnostics[before...].contains { $0.severity == .error }
    guard let until, let sentence else {
      if !isReported { reportIncomplete(value, lacks: until == nil ? "until" : "text") }
      return nil
    }
    return (EarlierProposition(until: until, text: sentence, hasSameMeaning: hasSameMeaning), untilRange)
  }

  private mutating func reportIncomplete(_ value: YAMLValue, lacks key: String) {
    report(
      .incompleteProposition, value.range, "this earlier proposition has no “\(key)”",
      suggestion: Suggestion(
        key == "until"
          ? "give its last day, month or year, such as “until: 2025-03”"
          : "give the earlier sentence in “text:”"))
  }
}
