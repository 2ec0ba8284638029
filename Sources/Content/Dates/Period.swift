/// The time from one date to another, in which a party exists or is a member of another. Both ends may be open.
///
/// The dates themselves are part of it with all their days: a period to `2025-01` ends after 31 January 2025.
package struct Period: Sendable, Hashable {
  /// nil: no beginning.
  package let from: PartialDate?
  /// nil: no end.
  package let to: PartialDate?

  package init(from: PartialDate? = nil, to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Without beginning and end.
  package static let always = Period()

  /// The first day, as a day number; the least number without a beginning.
  package var firstDay: Int32 { from.map { DayInterval($0).first } ?? .min }
  /// The last day, as a day number; the greatest number without an end.
  package var lastDay: Int32 { to.map { DayInterval($0).last } ?? .max }

  /// - Parameter day: a day number.
  package func contains(_ day: Int32) -> Bool { firstDay <= day && day <= lastDay }

  /// Whether its last day comes before `day`, a day number.
  package func hasEnded(by day: Int32) -> Bool { lastDay < day }

  /// Whether it includes at least one of `days`.
  package func overlaps(_ days: DayInterval) -> Bool { firstDay <= days.last && days.first <= lastDay }
}
