import Content
import Graph
import Text

/// What happened to the record of one party on one issue between two states, or what is new in it.
package struct RecordChange: Sendable, Hashable {
  /// A position, with the names of its issue, party and report in its state.
  package struct Side: Sendable, Hashable {
    package let position: FrozenPosition
    package let issue: String
    package let party: String
    package let report: String
  }

  /// A cell without a position, with the title of its report.
  package struct Silence: Sendable, Hashable {
    package let cell: FrozenSilentCell
    package let report: String
  }

  /// The name and slug of an issue or a party.
  package struct Name: Sendable, Hashable {
    package let slug: String
    package let name: String
  }

  /// What happened. First come changes to the old record, which the party had no part in, then what is new.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The cell was edited, or another date of a report or other names made another standing of the same cells.
    case corrected
    /// A new position that one of the former standing supersedes.
    case addedToPast = "added to the past"
    /// The cell, its table or its report was removed.
    case withdrawn
    /// The report is a draft now, has expired, or is dated in the future.
    case withheld
    /// The same words are in a different table or report.
    case relocated
    /// A newer position superseded an older one, and the stances changed; see `direction`.
    case moved
    /// A newer position with the same stance.
    case confirmed
    /// A newer position without a stance on the scale, in other words.
    case restated
    /// A newer position with a stance where there was none, or the other way round.
    case ratingChanged = "rating changed"
    /// The first position of a party on an issue, or one more beside a concurrent one.
    case new
    /// A newer report has nothing to say where a position is on record. The position stands.
    case silent

    /// Whether it is about what was on record before, not about what is new.
    package var isOldRecord: Bool { self <= .relocated }
  }

  /// Why the record was corrected.
  package enum Cause: String, Sendable, Hashable {
    /// A cell was edited.
    case cell
    /// A report has another date, which changed what is current.
    case reportDate = "report-date"
    /// Names were merged or split, which changed what is current.
    case names
  }

  package let kind: Kind
  /// How the stances changed; nil unless the party moved.
  package let direction: StanceDirection?
  /// Issue and party by their names in the later state, or in the earlier one if that state no longer has them.
  package let issue: Name
  package let party: Name
  /// What was on record: the cell before its correction, or the former standing; empty: nothing. It stays on record beside
  /// what was added, if anything was.
  package let before: [Side]
  /// What is on record now; empty: nothing, or silence.
  package let after: [Side]
  /// The standings on the way from `before` to `after`, the last of them `after`, if newer positions changed it more than once;
  /// otherwise empty.
  package let steps: [[Side]]
  /// The positions that made the change and were not on record before, oldest first; empty if a cell was edited.
  package let added: [Side]
  /// The silent cell of `silent`, and of a position corrected into silence.
  package let silence: Silence?
  package let cause: Cause
  /// White space, case, quotation marks or punctuation are all that changed, so pages leave it out.
  package let isMinor: Bool
  /// What the report says about it under `corrections:`.
  package let notes: [String]
  /// The earlier sentence, if the new position answers a different one from the former; nil: it does not.
  package let earlierProposition: String?

  /// The one word for it: the direction of a move, otherwise the kind.
  package var word: String { direction?.rawValue ?? kind.rawValue }

  /// The position that shows the change: the newest one; of a move, the first one that has the last stance.
  package var shown: Side? {
    guard kind == .moved, let last = added.last else { return added.last ?? after.last ?? before.last }
    return added.reversed().prefix { $0.position.stance == last.position.stance }.last
  }

  /// The changed words; empty unless one position became one other.
  package var words: [WordRun] {
    guard before.count == 1, after.count == 1, let old = before.first, let new = after.first else {
      return []
    }
    return WordDifference.runs(from: old.position.text, to: new.position.text)
  }
}

extension RecordChange.Kind: Comparable {
  package static func < (left: RecordChange.Kind, right: RecordChange.Kind) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
