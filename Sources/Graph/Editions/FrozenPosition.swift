import Content

/// A position as an edition keeps it.
package struct FrozenPosition: Sendable, Hashable {
  /// Slugs of the issue, the party and the report; each is among the edition's.
  package let issue: String
  package let party: String
  package let report: String
  /// Which position of the pair in that report it is, 1-based.
  package let ordinal: Int
  /// The cell's plain text, without its mark; empty for a mark alone.
  package let quote: String
  /// As marked; nil: unrated.
  package let stance: Stance?
  /// nil: undated.
  package let date: PartialDate?
  package let origin: DateOrigin
  /// The cell's anchor on the report's page, without `#`.
  package let anchor: String

  package init(
    issue: String, party: String, report: String, ordinal: Int, quote: String, stance: Stance?,
    date: PartialDate?, origin: DateOrigin, anchor: String
  ) {
    self.issue = issue
    self.party = party
    self.report = report
    self.ordinal = ordinal
    self.quote = quote
    self.stance = stance
    self.date = date
    self.origin = origin
    self.anchor = anchor
  }

  /// The cell's place in the site: `reports/march-plan/#sanctions--russia`.
  package var address: String { "reports/\(report)/#\(anchor)" }
}

extension FrozenPosition: Comparable {
  /// By issue, party, report and ordinal.
  package static func < (left: FrozenPosition, right: FrozenPosition) -> Bool {
    if left.issue != right.issue { return left.issue < right.issue }
    if left.party != right.party { return left.party < right.party }
    if left.report != right.report { return left.report < right.report }
    return left.ordinal < right.ordinal
  }
}
