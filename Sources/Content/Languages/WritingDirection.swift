/// The writing direction of a language.
package enum WritingDirection: Sendable, Hashable {
  case leftToRight
  case rightToLeft

  /// - Parameter language: a BCP 47 tag; a script in it (`ku-Arab`) takes precedence over the usual script of
  ///   the language.
  package init(language: String) {
    let parts = language.lowercased().split(separator: "-")
    let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    let isRightToLeft =
      if let script { Self.scripts.contains(String(script)) } else {
        Self.languages.contains(String(parts.first ?? ""))
      }
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// The value of the HTML attribute `dir`.
  package var attribute: String { self == .rightToLeft ? "rtl" : "ltr" }

  /// ISO 15924.
  private static let scripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  /// Languages whose usual script is one of these.
  private static let languages: Set<String> = [
    "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc",
    "mzn", "nqo",
    "pnb", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
}
