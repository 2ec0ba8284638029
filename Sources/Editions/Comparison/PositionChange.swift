import Content
import Graph
import Text

/// What became of one position between two editions.
package struct PositionChange: Sendable, Hashable {
  /// A position, with the names that its edition has for what it is about.
  package struct Side: Sendable, Hashable {
    package let position: FrozenPosition
    package let issue: String
    package let party: String
    package let report: String
  }

  /// What can become of a position.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, dropped
    /// The stance: another sign, a larger magnitude, a smaller one; or to or from unrated or mixed.
    case reversed, hardened, softened, restanced
    /// The quote has other words.
    case reworded
    /// Its date, or where the date is from.
    case redated
    /// Its place among the positions of this pair in the report, and with it its anchor.
    case moved
  }

  /// nil: it was added.
  package let before: Side?
  /// nil: it was dropped.
  package let after: Side?

  /// What became of it, never empty, in the order of `Kind`.
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

  /// What became of its words; empty unless it is there before and after.
  package var words: [WordRun] {
    guard let old = before?.position, let new = after?.position else { return [] }
    return WordDifference.runs(from: old.quote, to: new.quote)
  }

  /// The later side, or the earlier when it was dropped.
  package var shown: Side? { after ?? before }

  /// The change from the later edition to the earlier.
  package var reversed: PositionChange { PositionChange(before: after, after: before) }
}
