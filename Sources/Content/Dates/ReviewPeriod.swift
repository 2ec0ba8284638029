/// The time after which positions should be reviewed: `90 days`, `6 months`, `1 year`.
package struct ReviewPeriod: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case days, weeks, months, years
  }

  /// From 1 to 9,999.
  package let count: Int
  package let unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads a number and a unit, singular or plural, or only a number for days; nil for anything else.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    guard let first = words.first, let count = Int(first), (1...9_999).contains(count), words.count <= 2
    else {
      return nil
    }
    let word = words.count == 2 ? String(words[1]) : "days"
    guard let unit = Unit(rawValue: word.hasSuffix("s") ? word : word + "s") else { return nil }
    self.init(count: count, unit: unit)
  }
}

/// Arithmetic with days of the Gregorian calendar; an unknown month or day counts as the first.
extension PartialDate {
  /// The number of days from this date to another one; negative if the other is earlier.
  package func days(until other: PartialDate) -> Int { other.dayNumber - dayNumber }

  /// The date that is this many days later.
  func adding(days: Int) -> PartialDate {
    var rest = PartialDate(year: year, month: month ?? 1, day: day ?? 1)
    var left = days
    while left > 0 {
      let month = rest.month ?? 1
      let stay = Self.days(in: month, of: rest.year) - (rest.day ?? 1)
      if left <= stay { return PartialDate(year: rest.year, month: month, day: (rest.day ?? 1) + left) }
      left -= stay + 1
      rest = PartialDate(year: month == 12 ? rest.year + 1 : rest.year, month: month % 12 + 1, day: 1)
    }
    return rest
  }

  /// The date that is this many months later; the last day of the month if it is too short.
  func adding(months: Int) -> PartialDate {
    let count = year * 12 + (month ?? 1) - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return PartialDate(year: year, month: month, day: min(day ?? 1, Self.days(in: month, of: year)))
  }
}

extension ReviewPeriod {
  /// The first day on which a position of `date` is due for review; an unknown month or day counts as the
  /// first.
  package func end(after date: PartialDate) -> PartialDate {
    switch unit {
    case .days: date.adding(days: count)
    case .weeks: date.adding(days: 7 * count)
    case .months: date.adding(months: count)
    case .years: date.adding(months: 12 * count)
    }
  }
}

extension ReviewPeriod: CustomStringConvertible {
  /// Such as `6 months` or `1 year`.
  package var description: String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}
