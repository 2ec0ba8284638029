import Content
import Graph
import Text

/// The change of one position between two editions.
package struct PositionChange: Sendable, Hashable {
  /// A position, with the names of its issue, party and report in its edition.
  package struct Side: Sendable, Hashable {
    package let position: FrozenPosition
    package let issue: String
    package let party: String
    package let report: String
  }

  /// The kinds of change of a position.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, dropped
    /// The stance: another sign, a larger magnitude, a smaller one; or from or to unrated or mixed.
    case reversed, hardened, softened, restanced
    /// The quote has other words.
    case reworded
    /// Its date, or the origin of the date.
    case redated
    /// Its order among the positions of this pair in the report, and therefore its anchor.
    case moved
  }

  /// nil: it was added.
  package let before: Side?
  /// nil: it was dropped.
  package let after: Side?

  /// The kinds of change, in the order of `Kind`; not empty.
  package var kinds: [Kind] {
    guard let old = before?.position else { return [.added] }
    guard let new = after?.position else { return [.dropped] }
    var kinds: [Kind] = []
    switch StanceChange(from: old.stance, to: new.stance) {
    case .unchanged: break
    case .reversed: kinds.append(.reversed)
    case .hardened: kinds.append(.hardened)
    case .softened: kinds.append(.softened)
    case .restanced: kinds.append(.restanced)
    }
    if old.quote != new.quote { kinds.append(.reworded) }
    if old.date != new.date || old.origin != new.origin { kinds.append(.redated) }
    if old.ordinal != new.ordinal { kinds.append(.moved) }
    return kinds
  }

  /// The changed words; empty unless the position is in both editions.
  package var words: [WordRun] {
    guard let old = before?.position, let new = after?.position else { return [] }
    return WordDifference.runs(from: old.quote, to: new.quote)
  }

  /// The later side, or the earlier one if the position was dropped.
  package var shown: Side? { after ?? before }

  /// The change from the later edition to the earlier one.
  package var reversed: PositionChange { PositionChange(before: after, after: before) }
}
