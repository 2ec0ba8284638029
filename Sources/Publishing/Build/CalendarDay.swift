import Content
import Foundation

/// Today, as a calendar of the Gregorian kind has it somewhere on earth.
enum CalendarDay {
  /// The day that the clock shows in `timeZone` (an IANA name); nil when there is no such zone.
  static func today(in timeZone: String, at moment: Date = Date()) -> PartialDate? {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    guard let year = parts.year else { return nil }
    return PartialDate(year: year, month: parts.month, day: parts.day)
  }

  /// The names of all time zones.
  static var zoneNames: [String] { TimeZone.knownTimeZoneIdentifiers }
}
