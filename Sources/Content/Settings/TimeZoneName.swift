import Diagnostics
import Foundation
import Text

/// The site's time zone, `time-zone:`.
enum TimeZoneName {
  /// A name from the IANA time zone database.
  static func read(_ text: String) throws(InvalidValue) -> String {
    if text == "UTC" || text == "GMT" || (text.contains("/") && TimeZone(identifier: text) != nil) {
      return text
    }
    let known = TimeZone.knownTimeZoneIdentifiers
    let city = known.filter { $0.split(separator: "/").last.map { NameKey(String($0)) } == NameKey(text) }
      .min()
    let nearest = (city ?? NearestName.match(text, among: known)).map {
      Suggestion("did you mean “\($0)”?", replacement: $0)
    }
    throw InvalidValue(
      message: "unknown time zone “\(text.excerpt)”",
      suggestion: nearest ?? Suggestion("write a name such as Europe/Berlin or UTC"))
  }
}
