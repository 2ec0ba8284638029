/// The days that a date may mean, from the first to the last: all of 2025 for `2025`, one day for `2025-03-02`.
///
/// Days are counted from 1 January of the year 1 (Gregorian), as in `PartialDate.dayNumber`.
package struct DayInterval: Sendable, Hashable {
  package let first: Int32
  /// Not before `first`.
  package let last: Int32

  /// - Precondition: `last` is not before `first`.
  package init(first: Int32, last: Int32) {
    precondition(first <= last, "an interval holds at least one day")
    self.first = first
    self.last = last
  }

  /// All days of a year, a month, or one day.
  package init(_ date: PartialDate) {
    first = Int32(clamping: date.dayNumber)
    last = Int32(clamping: date.lastDayNumber)
  }

  /// Every day of it comes before every day of `other`.
  package func isBefore(_ other: DayInterval) -> Bool { last < other.first }

  /// The interval without the days after `day`; nil: it begins later.
  package func cut(after day: Int32) -> DayInterval? {
    first <= day ? DayInterval(first: first, last: min(last, day)) : nil
  }
}

extension PartialDate {
  /// Days from 1 January of the year 1 to the last day that the date may mean (Gregorian).
  package var lastDayNumber: Int {
    guard day == nil else { return dayNumber }
    let month = month ?? 12
    return PartialDate(year: year, month: month, day: Self.days(in: month, of: year)).dayNumber
  }
}
