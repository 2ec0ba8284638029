import Content
import Text

/// The words for a difference between editions, which are the same in text, Markdown and pages.
enum DifferenceWords {
  /// Such as `3 positions added, 1 hardened, 1 report added`; `nothing has changed` if there are no changes.
  static func summary(_ difference: EditionDifference) -> String {
    var parts: [String] = []
    for kind in PositionChange.Kind.allCases {
      let count = difference.count(of: kind)
      guard count > 0 else { continue }
      let positions = parts.isEmpty ? count.counted("position") : String(count)
      parts.append("\(positions) \(kind.rawValue)")
    }
    for kind in SubjectChange.Kind.allCases {
      let changes = difference.subjects.filter { $0.kind == kind }
      for outcome in SubjectChange.Outcome.allCases {
        let count = changes.count { $0.outcome == outcome }
        guard count > 0 else { continue }
        parts.append("\(count.counted(kind.rawValue, kind.plural)) \(outcome.rawValue)")
      }
    }
    return parts.isEmpty ? "nothing has changed" : parts.joined(separator: ", ")
  }

  /// The change of a report, issue or party, as one sentence without a full stop that starts with its kind.
  static func sentence(_ change: SubjectChange) -> String {
    let old = names(change.before)
    let new = names(change.after)
    let kind = change.before.count + change.after.count > 2 ? change.kind.plural : change.kind.rawValue
    if change.isAdded { return "\(kind) \(new) was added" }
    if change.isDropped { return "\(kind) \(old) was dropped" }
    if change.before.count > 1 || change.after.count > 1 { return "\(kind) \(old) became \(new)" }
    if change.before.map(\.name) != change.after.map(\.name) { return "\(kind) \(old) is now called \(new)" }
    if change.isRenamed {
      let addresses = (change.before + change.after).map { "“\($0.slug)”" }
      return "\(kind) \(new) moved its address from " + addresses.joined(separator: " to ")
    }
    return "\(kind) \(new) was changed"
  }

  /// The change of a field, such as `date: 2025 → 2025-03`.
  static func sentence(_ field: SubjectChange.Field) -> String {
    "\(field.name.rawValue): \(field.before ?? "none") → \(field.after ?? "none")"
  }

  /// The word for a stance; `Unrated` if there is none.
  static func word(_ stance: Stance?) -> String { stance?.word ?? "Unrated" }

  /// A position's date and its origin, such as `2025-03 (front-matter)`.
  static func date(_ position: FrozenPosition) -> String {
    position.date.map { "\($0) (\(position.origin.rawValue))" } ?? "undated"
  }

  private static func names(_ names: [SubjectChange.Name]) -> String {
    names.map { "“\($0.name)”" }.joined(separator: " and ")
  }
}

extension SubjectChange.Kind {
  /// `reports`, `issues`, `parties`.
  package var plural: String { self == .party ? "parties" : rawValue + "s" }
}
