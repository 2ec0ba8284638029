import Content
import Graph
import Text

/// What a change says, for text and Markdown: one line, and details below it.
struct ChangeDescription {
  enum Fragment {
    case text(String)
    /// The words of a cell, which are shown without quotation marks.
    case cell(String)
    case proposition(String)
    /// Words of a cell, with what was removed and added.
    case edited([WordRun])
    /// The report that has the position, which a reader can open.
    case place(RecordChange.Side)
    /// The report with a silent cell.
    case silence(RecordChange.Silence)
  }

  let line: [Fragment]
  private(set) var details: [[Fragment]] = []

  init(_ change: RecordChange) {
    switch change.kind {
    case .corrected: line = Self.correction(change)
    case .addedToPast, .withdrawn, .withheld, .confirmed, .new:
      line = Self.statements(change.after.isEmpty ? change.before : change.after)
    case .relocated:
      line = [.text("from ")] + Self.reports(change.before) + [.text(" to ")] + Self.reports(change.after)
    case .moved: line = Self.move(change)
    case .restated where change.before.count == 1 && change.after.count == 1:
      line = [.edited(change.words)] + Self.places(change.after)
    case .restated:
      line = Self.statements(change.before) + [.text(" → ")] + Self.statements(change.after)
    case .ratingChanged:
      line = Self.statements(change.before) + [.text(" → ")] + Self.statements(change.after)
    case .silent:
      line =
        [.text("not addressed in ")] + (change.silence.map { [.silence($0)] } ?? []) + [.text("; ")]
        + Self.statements(change.before) + [.text(" stands")]
    }
    addDetails(change)
  }

  private mutating func addDetails(_ change: RecordChange) {
    if change.kind == .corrected, change.cause == .cell, let old = change.before.first?.position,
      let new = change.after.first?.position, change.before.count == 1, change.after.count == 1
    {
      if old.text != new.text { details.append([.text("wording: "), .edited(change.words)]) }
      if old.dating.isOwn || new.dating.isOwn, old.date != new.date {
        details.append([.text("date: \(DifferenceWords.date(old)) → \(DifferenceWords.date(new))")])
      }
      if let before = old.sources, let after = new.sources, before != after {
        let list = { (sources: [String]) in sources.isEmpty ? "none" : sources.joined(separator: ", ") }
        details.append([.text("sources: \(list(before)) → \(list(after))")])
      }
    }
    switch change.cause {
    case .cell: break
    case .reportDate: details.append([.text("because a report’s date changed; no cell was edited")])
    case .names: details.append([.text("because names were merged or split; no cell was edited")])
    }
    if let proposition = change.earlierProposition {
      details.append([
        .text("the previous position answered a different proposition: "), .proposition(proposition),
      ])
    }
    details += change.notes.map { [.text("note: " + $0)] }
  }

  private static func correction(_ change: RecordChange) -> [Fragment] {
    if let cell = change.silence {
      return statements(change.before) + [.text(" → no position, in "), .silence(cell)]
    }
    guard change.before.count == 1, change.after.count == 1, let old = change.before.first?.position,
      let new = change.after.first?.position
    else {
      let old = change.before.isEmpty ? [.text("nothing")] : statements(change.before)
      return old + [.text(" → ")] + statements(change.after)
    }
    let stances =
      old.stance == new.stance
      ? DifferenceWords.word(new.stance)
      : DifferenceWords.word(old.stance) + " → " + DifferenceWords.word(new.stance)
    let issues =
      old.issue == new.issue
      ? ""
      : "moved from the issue “\(change.before.first?.issue ?? "")” to “\(change.after.first?.issue ?? "")”, "
    return [.text(issues + stances)] + places(change.after)
  }

  private static func move(_ change: RecordChange) -> [Fragment] {
    let standings = [change.before] + (change.steps.isEmpty ? [change.after] : change.steps)
    let words = standings.map { DifferenceWords.stances($0) }.joined(separator: " → ")
    let texts = change.after.map(\.position.text).filter { !$0.isEmpty }
    return [.text(words)] + texts.enumerated().flatMap { [.text($0 == 0 ? ": " : "; "), .cell($1)] }
      + places(change.after) + date(change.shown)
  }

  private static func date(_ side: RecordChange.Side?) -> [Fragment] {
    side?.position.date.map { [.text(", \($0)")] } ?? []
  }

  private static func statements(_ sides: [RecordChange.Side]) -> [Fragment] {
    var fragments: [Fragment] = []
    for side in sides {
      if !fragments.isEmpty { fragments.append(.text("; ")) }
      fragments.append(.text(DifferenceWords.word(side.position.stance)))
      if !side.position.text.isEmpty { fragments += [.text(": "), .cell(side.position.text)] }
      fragments += [.text(", in "), .place(side)]
    }
    return fragments
  }

  private static func places(_ sides: [RecordChange.Side]) -> [Fragment] {
    sides.flatMap { [.text(", in "), .place($0)] }
  }

  private static func reports(_ sides: [RecordChange.Side]) -> [Fragment] {
    sides.enumerated().flatMap { $0 == 0 ? [.place($1)] : [.text(" and "), .place($1)] }
  }

}

/// The words for a difference between two states, which are the same in text and Markdown.
enum DifferenceWords {
  /// Such as `1 reversed, 2 corrected, 1 report added`; `nothing has changed` if there are no changes.
  static func summary(_ difference: RecordDifference) -> String {
    var parts = difference.counts.map { "\($0.count) \($0.word)" }
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

  /// The change to a report, issue or party, as one sentence without a full stop that starts with its kind.
  static func sentence(_ change: SubjectChange) -> String {
    let old = names(change.before)
    let new = names(change.after)
    let kind = change.before.count + change.after.count > 2 ? change.kind.plural : change.kind.rawValue
    if change.isAdded { return "\(kind) \(new) was added" }
    if change.isDropped { return "\(kind) \(old) was removed" }
    if change.before.count > 1 || change.after.count > 1 { return "\(kind) \(old) became \(new)" }
    if change.before.map(\.name) != change.after.map(\.name) { return "\(kind) \(old) is now called \(new)" }
    if change.isRenamed {
      let addresses = (change.before + change.after).map { "“\($0.slug)”" }
      return "the address of \(kind) \(new) changed from " + addresses.joined(separator: " to ")
    }
    return "\(kind) \(new) was changed"
  }

  /// The change of a field, such as `date: 2025 → 2025-03`.
  static func sentence(_ field: SubjectChange.Field) -> String {
    "\(field.name.rawValue): \(field.before ?? "none") → \(field.after ?? "none")"
  }

  /// The word for a stance; `Unrated` if there is none.
  static func word(_ stance: Stance?) -> String { stance?.word ?? "Unrated" }

  /// The stances of a standing, each once, such as `Supports and Opposes`.
  static func stances(_ sides: [RecordChange.Side]) -> String {
    var words: [String] = []
    for word in sides.map({ word($0.position.stance) }) where !words.contains(word) { words.append(word) }
    return words.joined(separator: " and ")
  }

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
