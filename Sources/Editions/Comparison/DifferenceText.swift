import Diagnostics
import Text

/// Writes a difference for people who read it on a terminal.
///
/// ```
/// march → april: 1 position hardened, 1 reworded
///
/// NATO expansion
///   United States, in “The plan” (reports/plan/#nato-expansion--united-states)
///     hardened: Supports → Champions
///     reworded: open to Ukraine [-joining-]{+becoming a member+}
/// ```
package enum DifferenceText {
  /// The whole text, with a trailing line end. It contains no terminal control characters.
  package static func text(_ difference: EditionDifference) -> String {
    var lines = ["\(difference.before) → \(difference.after): \(DifferenceWords.summary(difference))"]
    if !difference.subjects.isEmpty { lines.append("") }
    for change in difference.subjects {
      lines.append(DifferenceWords.sentence(change))
      lines += change.fields.map { "  " + DifferenceWords.sentence($0) }
    }
    var issue: String?
    for change in difference.positions {
      guard let shown = change.shown else { continue }
      if shown.issue != issue { lines += ["", shown.issue] }
      issue = shown.issue
      lines.append("  \(shown.party), in “\(shown.report)” (\(shown.position.address))")
      lines += change.kinds.map { "    \($0.rawValue): \(line($0, change))" }
    }
    return lines.map { TerminalText.line($0) + "\n" }.joined()
  }

  private static func line(_ kind: PositionChange.Kind, _ change: PositionChange) -> String {
    let old = change.before?.position
    let new = change.after?.position
    switch kind {
    case .added, .dropped:
      let position = new ?? old
      return "\(DifferenceWords.word(position?.stance)): “\(position?.quote ?? "")”"
    case .reversed, .hardened, .softened, .restanced:
      return "\(DifferenceWords.word(old?.stance)) → \(DifferenceWords.word(new?.stance))"
    case .reworded: return change.words.map(Self.marked).joined()
    case .redated:
      return (old.map(DifferenceWords.date) ?? "") + " → " + (new.map(DifferenceWords.date) ?? "")
    case .moved: return "#\(old?.anchor ?? "") → #\(new?.anchor ?? "")"
    }
  }

  private static func marked(_ run: WordRun) -> String {
    switch run.kind {
    case .equal: run.text
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    }
  }
}
