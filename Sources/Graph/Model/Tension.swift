/// Two positions, or a passage and a position, that contradict each other according to an author.
package struct Tension: Sendable {
  package let id: ID<Tension>
  package let report: ID<ReportEntry>
  /// The callout's node in the report's document.
  package let node: Int
  /// The position that the tension is about.
  package let first: ID<Position>
  /// The other position; nil: the callout's own text is compared with the first.
  package let second: ID<Position>?
  /// Its number among the tensions of its report with the same issue and party of the first position,
  /// 1-based; from 2 on it is part of the anchor.
  package let ordinal: Int
}
