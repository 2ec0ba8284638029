/// A calendar date whose month or day may be unknown: `2025`, `2025-03` or `2025-03-02`.
package struct PartialDate: Sendable, Hashable, Comparable {
  /// The year, 13 months (0: unknown) and 32 days (0: unknown) in one number, because sites have many dates.
  private let packed: Int32

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    packed = Int32(clamping: (year * 13 + (month ?? 0)) * 32 + (day ?? 0))
  }

  package var year: Int { Int(packed) / (13 * 32) }
  /// 1 to 12; nil: only the year is known.
  package var month: Int? { packed / 32 % 13 == 0 ? nil : Int(packed) / 32 % 13 }
  /// 1 to 31; nil: only the month or the year is known.
  package var day: Int? { packed % 32 == 0 ? nil : Int(packed) % 32 }

  /// An unknown month or day sorts at the start of its year or month, before dates that are more precise.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.packed < right.packed
  }
}

extension PartialDate: CustomStringConvertible {
  /// In the form that authors use: `2025`, `2025-03` or `2025-03-02` (ISO 8601).
  package var description: String {
    // Exports write hundreds of thousands of dates.
    String(unsafeUninitializedCapacity: 10) { bytes in
      var count = 0
      func write(_ number: Int, width: Int) {
        var rest = number
        for place in (count..<count + width).reversed() {
          bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        count += width
      }
      write(year, width: 4)
      for part in [month, day] {
        guard let part else { break }
        bytes[count] = UInt8(ascii: "-")
        count += 1
        write(part, width: 2)
      }
      return count
    }
  }
}

extension PartialDate {
  /// Reads `2025`, `2025-03`, `2025-03-02`, or the day of a timestamp `2025-03-02T10:00:00Z` (`t` or spaces
  /// for `T`, any zone); nil for anything else and for days that are not in the calendar (Gregorian, years 1000
  /// to 9999).
  package init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads the same from UTF-8 bytes.
  package init?(utf8 text: some Collection<UInt8>) {
    var scanner = DateScanner(text)
    guard let date = scanner.date() else { return nil }
    guard scanner.isAtEnd || (date.day != nil && scanner.time()) else { return nil }
    self = date
  }

  /// Reads the date at the start of a file name: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (1900 to 2199), followed
  /// by `-`, `_`, a space, a full stop or the end. nil if there is none, or if it is not in the calendar.
  package init?(startOf name: some StringProtocol) {
    var scanner = DateScanner(name.utf8)
    guard let date = scanner.date(), (1900...2199).contains(date.year) else { return nil }
    guard scanner.isAtEnd || scanner.isAtSeparator else { return nil }
    self = date
  }

  /// The number of days in a month (1 to 12) of the Gregorian calendar.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate {
  /// The number of days from 1 January of the year 1 to the first day that the date may mean (Gregorian).
  package var dayNumber: Int {
    let past = year - 1
    let leapDays = past / 4 - past / 100 + past / 400
    let months = (1..<max(1, month ?? 1)).reduce(0) { $0 + Self.days(in: $1, of: year) }
    return past * 365 + leapDays + months + (day ?? 1) - 1
  }
  /// The day with this number; see `dayNumber`. Days before the year 1 count as its first.
  package init(dayNumber: Int) {
    let number = max(0, dayNumber)
    var year = number * 400 / 146_097 + 1
    while PartialDate(year: year + 1).dayNumber <= number { year += 1 }
    while PartialDate(year: year).dayNumber > number { year -= 1 }
    var month = 1
    while month < 12, PartialDate(year: year, month: month + 1).dayNumber <= number { month += 1 }
    self.init(year: year, month: month, day: number - PartialDate(year: year, month: month).dayNumber + 1)
  }
}
