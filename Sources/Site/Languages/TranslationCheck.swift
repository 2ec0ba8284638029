import Content
import Diagnostics
import Text

/// Holds a word of a site's own language file against the same word of the theme.
struct TranslationCheck {
  /// What is wrong with it, worded after the key; nil when nothing is.
  let fault: String?
  private(set) var suggestion: Suggestion?

  /// - Parameters:
  ///   - meaning: nil when it could not be read.
  ///   - theme: what the theme says in English; nil: the theme does not have the word.
  init(_ meaning: Translation?, like theme: Translation?) {
    switch (meaning, theme) {
    case (nil, _):
      fault = "has a brace without a partner"
      suggestion = Suggestion("names of what goes into a text stand in braces, such as {date}")
    case (_, nil): fault = nil
    case (.list(let own)?, .list(let theirs)?):
      fault = own.count == theirs.count ? nil : "lists \(own.count) texts, and \(theirs.count) are needed"
    case (.list?, .text?): fault = "is a list, and a text is needed"
    case (.text?, .list(let theirs)?): fault = "is a text, and a list of \(theirs.count) is needed"
    case (.text(let forms, _)?, .text?):
      let holes = theme?.holes ?? []
      let named = Set(forms.values.flatMap(\.holes))
      if let unknown = named.subtracting(holes).min() {
        fault = "has a place for {\(unknown)}, which is not known"
        let nearest = NearestName.match(unknown, among: holes)
        suggestion =
          nearest.map { Suggestion("did you mean {\($0)}?", replacement: $0) }
          ?? Suggestion(holes.isEmpty ? "it takes none" : "known here: " + Self.list(holes))
      } else if forms.count > 1 || forms[.other] == nil, theme?.counts != true {
        fault = "says something else for some numbers, and there is no number in it"
      } else {
        fault = Self.gap(forms, holes)
      }
    }
  }

  /// Each form names everything once, but a number may be said in words.
  private static func gap(_ forms: [PluralForm: StringPattern], _ holes: [String]) -> String? {
    for form in PluralForm.allCases {
      guard let named = forms[form]?.holes else { continue }
      for hole in holes {
        let count = named.count { $0 == hole }
        if count > 1 { return "has more than one place for {\(hole)}" }
        if count == 0, hole != Translation.countHole { return "has no place for {\(hole)}" }
      }
    }
    return nil
  }

  private static func list(_ holes: [String]) -> String { holes.map { "{\($0)}" }.joined(separator: ", ") }
}
