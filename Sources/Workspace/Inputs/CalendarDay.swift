import Content
import Foundation

/// Today in the Gregorian calendar, by time zone.
package enum CalendarDay {
  /// The date in `timeZone` (an IANA name); nil if there is no such time zone.
  package static func today(in timeZone: String, at moment: Date = Date()) -> PartialDate? {
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
