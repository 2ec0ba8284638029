import Content

/// The text for one key in a language file.
enum Translation: Sendable, Hashable {
  /// One pattern for each plural category, and the plural rule of the language; a text without a number has only
  /// `other`.
  case text([PluralForm: StringPattern], PluralRule)
  /// Such as the names of the months.
  case list([String])

  /// The placeholder for the number of a counted text.
  static let countPlaceholder = "count"

  /// nil if a text has an unmatched brace.
  init?(_ text: LanguageFile.Text, rule: PluralRule) {
    switch text {
    case .text(let text):
      guard let text = StringPattern(text) else { return nil }
      self = .text([.other: text], rule)
    case .forms(let forms):
      var texts: [PluralForm: StringPattern] = [:]
      for (form, text) in forms {
        guard let text = StringPattern(text) else { return nil }
        texts[form] = text
      }
      self = .text(texts, rule)
    case .list(let texts): self = .list(texts)
    }
  }

  /// The pattern for a number; nil stands for a text without one. A missing form falls back to a more general one.
  func text(_ count: Int?) -> StringPattern? {
    guard case .text(_, let rule) = self else { return nil }
    return text(form: count.map(rule.form(of:)) ?? .other)
  }

  /// The pattern for a plural category; nil for lists.
  func text(form: PluralForm) -> StringPattern? {
    guard case .text(let forms, _) = self else { return nil }
    return forms[form] ?? [.other, .many, .few, .two, .one, .zero].lazy.compactMap { forms[$0] }.first
  }

  /// The text without values for its placeholders; empty for lists.
  var plainText: String { text(nil)?.filled { _ in nil } ?? "" }

  /// The names of all placeholders, sorted; empty for lists.
  var placeholders: [String] {
    guard case .text(let forms, _) = self else { return [] }
    return Set(forms.values.flatMap(\.placeholders)).sorted()
  }

  /// Placeholders that stand for the names of stances; texts may contain the names themselves instead.
  static let stances = Set(Stance.allCases.map(\.key.rawValue))

  /// The text with literal texts in place of some placeholders.
  func filled(_ texts: [String: String]) -> Translation {
    guard case .text(let forms, let rule) = self else { return self }
    return .text(forms.mapValues { $0.filled(texts) }, rule)
  }

  /// Whether the text changes with a number.
  var isCounted: Bool { placeholders.contains(Self.countPlaceholder) }
}
