import Diagnostics
import Foundation
import Text

/// The site's language, `language:`.
enum LanguageTag {
  /// A tag in the form of BCP 47 (RFC 5646, section 2.1): two or three letters, then parts of up to eight
  /// letters and digits.
  static func read(_ text: String) throws(InvalidValue) -> String {
    if isTag(text) { return text }
    let fixed = text.replacing("_", with: "-")
    let suggestion =
      isTag(fixed)
      ? Suggestion("write \(fixed)", replacement: fixed)
      : Suggestion("write a tag such as en, de, uk or pt-BR")
    throw InvalidValue(message: "“\(text.excerpt)” is not a language tag", suggestion: suggestion)
  }

  private static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else {
      return false
    }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}

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
