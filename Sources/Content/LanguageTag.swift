import Diagnostics

/// The site's language, `language:`.
enum LanguageTag {
  /// A tag of the form of BCP 47 (RFC 5646, section 2.1): two or three letters, then parts of up to eight letters and digits.
  static func read(_ text: String) -> ReadValue {
    if isTag(text) { return .value(text) }
    let mended = text.replacing("_", with: "-")
    let suggestion =
      isTag(mended)
      ? Suggestion("write \(mended)", replacement: mended)
      : Suggestion("write a tag such as en, de, uk or pt-BR")
    return .fault(message: "“\(text.excerpt)” is no language tag", suggestion: suggestion)
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
