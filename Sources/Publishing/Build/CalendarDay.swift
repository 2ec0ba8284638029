import Content
import Foundation

/// Today's date in a time zone, in the Gregorian calendar.
enum CalendarDay {
  /// The date in `timeZone` (an IANA name) at `moment`; nil if the time zone is unknown.
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
