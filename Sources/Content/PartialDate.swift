/// A calendar date whose month or day may be open: `2025`, `2025-03` or `2025-03-02`.
public struct PartialDate: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 to 12; nil: only the year is known.
  public let month: Int?
  /// 1 to 31; nil: only the month or the year is known.
  public let day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// An open month or day sorts at the start of its year or month; among equals the less exact is first.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: Int { (year * 13 + (month ?? 0)) * 32 + (day ?? 0) }
}
