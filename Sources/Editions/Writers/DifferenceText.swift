import Diagnostics
import Text

/// Writes a difference for people who read it on a terminal.
///
/// ```
/// march → april: 1 hardened, 1 corrected, 1 report added
///
/// report “April” was added
///
/// NATO expansion
///   United States hardened: Supports → Champions: a member soon, in “April” (reports/april/#nato-expansion--united-states), 2025-04-02
///   Russia corrected: Supports → Opposes, in “The plan” (reports/plan/#nato-expansion--russia)
///     wording: open to Ukraine [-joining-]{+becoming a member+}
/// ```
package enum DifferenceText {
  /// The whole text, with a trailing line end. It contains no terminal control characters.
  package static func text(_ difference: RecordDifference) -> String {
    var lines = ["\(difference.before) → \(difference.after): \(DifferenceWords.summary(difference))"]
    if !difference.subjects.isEmpty { lines.append("") }
    for change in difference.subjects {
      lines.append(DifferenceWords.sentence(change))
      lines += change.fields.map { "  " + DifferenceWords.sentence($0) }
    }
    var issue: RecordChange.Name?
    for change in difference.told {
      if change.issue != issue { lines += ["", change.issue.name] }
      issue = change.issue
      let description = ChangeDescription(change)
      lines.append("  \(change.party.name) \(change.word): \(text(description.line))")
      lines += description.details.map { "    " + text($0) }
    }
    return lines.map { TerminalText.line($0) + "\n" }.joined()
  }

  private static func text(_ fragments: [ChangeDescription.Fragment]) -> String {
    let text = fragments.map { fragment in
      switch fragment {
      case .text(let text): text
      case .cell(let text): text
      case .proposition(let text): "“\(text)”"
      case .edited(let runs): runs.map(marked).joined()
      case .place(let side): "“\(side.report)” (\(side.position.address))"
      case .silence(let silence): "“\(silence.report)” (reports/\(silence.cell.report)/)"
      }
    }.joined()
    return text.hasPrefix(", ") ? String(text.dropFirst(2)) : text
  }

  private static func marked(_ run: WordRun) -> String {
    switch run.kind {
    case .equal: run.text
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    }
  }
}
