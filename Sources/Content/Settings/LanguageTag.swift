import Diagnostics
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
