/// Two positions, or a passage and a position, that contradict each other according to an author.
package struct Tension: Sendable {
  /// A position that a tension names.
  package struct Side: Sendable, Hashable {
    /// How the author names it.
    package enum Link: Sendable, Hashable {
      /// What the party holds on the issue: in the same report, otherwise at its date.
      case standing
      /// The cell with this anchor in a report.
      case cell(ID<ReportEntry>, anchor: String)
    }

    package let issue: ID<Issue>
    package let party: ID<Party>
    /// nil: no report of the site has it; an edition may remember it.
    package let position: ID<Position>?
    package let link: Link
    /// The place of the link in the report’s file.
    package let range: Range<Int>
  }

  package let id: ID<Tension>
  package let report: ID<ReportEntry>
  /// The callout's node in the report's document.
  package let node: Int
  /// The position that the tension is about.
  package let first: Side
  /// The other position; nil: the callout's own text is compared with the first.
  package let second: Side?
  /// Its number among the tensions of its report with the same issue and party of the first position,
  /// 1-based; from 2 on it is part of the anchor.
  package let ordinal: Int

  /// `first`, and `second` if there is one.
  package var sides: [Side] { [first] + (second.map { [$0] } ?? []) }
}
