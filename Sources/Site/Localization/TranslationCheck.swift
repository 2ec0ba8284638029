import Content
import Diagnostics
import Text

/// Compares a text of a site’s own language file with the theme’s English text for the same key.
struct TranslationCheck {
  /// The problem, worded to follow the key; nil if there is none.
  let problem: String?
  private(set) var suggestion: Suggestion?

  /// - Parameters:
  ///   - translation: nil if it could not be read.
  ///   - english: the theme’s English text; nil if the theme does not have the key.
  init(_ translation: Translation?, like english: Translation?) {
    switch (translation, english) {
    case (nil, _):
      problem = "has an unmatched brace"
      suggestion = Suggestion("write placeholders in a pair of braces, such as {date}")
    case (_, nil): problem = nil
    case (.list(let own)?, .list(let theirs)?):
      problem = own.count == theirs.count ? nil : "lists \(own.count) texts instead of \(theirs.count)"
    case (.list?, .text?): problem = "must be text, not a list"
    case (.text?, .list(let theirs)?): problem = "must be a list of \(theirs.count) texts"
    case (.text(let forms, _)?, .text?):
      let placeholders = english?.placeholders ?? []
      let used = Set(forms.values.flatMap(\.placeholders))
      if let unknown = used.subtracting(placeholders).min() {
        problem = "has an unknown placeholder {\(unknown)}"
        let nearest = NearestName.match(unknown, among: placeholders)
        suggestion =
          nearest.map { Suggestion("did you mean {\($0)}?", replacement: $0) }
          ?? Suggestion(
            placeholders.isEmpty ? "this text has no placeholders" : "use " + Self.list(placeholders))
      } else if forms.count > 1 || forms[.other] == nil, english?.isCounted != true {
        problem = "has plural forms, but its text has no number"
      } else {
        problem = Self.gap(forms, placeholders)
      }
    }
  }

  /// Each form must contain each placeholder once; only the number may be written in words.
  private static func gap(_ forms: [PluralForm: StringPattern], _ placeholders: [String]) -> String? {
    for form in PluralForm.allCases {
      guard let used = forms[form]?.placeholders else { continue }
      for placeholder in placeholders {
        let count = used.count { $0 == placeholder }
        if count > 1 { return "repeats {\(placeholder)}" }
        if count == 0, placeholder != Translation.countPlaceholder, !Translation.stances.contains(placeholder)
        {
          return "lacks {\(placeholder)}"
        }
      }
    }
    return nil
  }

  private static func list(_ placeholders: [String]) -> String {
    placeholders.map { "{\($0)}" }.joined(separator: ", ")
  }
}
