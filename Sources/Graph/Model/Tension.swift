/// Two positions, or a passage and a position, that an author says conflict.
package struct Tension: Sendable {
  package let id: ID<Tension>
  package let report: ID<ReportEntry>
  /// The callout's node in the report's document.
  package let node: Int
  /// The position spoken of.
  package let first: ID<Position>
  /// The other position; nil: the callout's own text stands against the first.
  package let second: ID<Position>?
  /// Which tension of its report with this first position's issue and party it is, 1-based; from 2 on it is part of the
  /// anchor.
  package let ordinal: Int
}
