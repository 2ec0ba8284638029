/// Two positions, or a passage and a position, that an author says conflict.
public struct Tension: Sendable {
  public let id: ID<Tension>
  public let report: ID<ReportEntry>
  /// The callout's node in the report's document.
  public let node: Int
  /// The position spoken of.
  public let first: ID<Position>
  /// The other position; nil: the callout's own text stands against the first.
  public let second: ID<Position>?
  /// Which tension of its report with this first position's issue and party it is, 1-based; from 2 on it is part of the
  /// anchor.
  public let ordinal: Int
}
