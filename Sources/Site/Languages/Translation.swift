import Content

/// What a language file says for one word.
enum Translation: Sendable, Hashable {
  /// By form of number, and the language's rule for them; words without a number have `other` alone.
  case text([PluralForm: StringPattern], PluralRule)
  /// Such as the names of the months.
  case list([String])

  /// The hole that a number goes into.
  static let countHole = "count"

  /// nil when a text in it is none: a brace without a partner.
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

  /// The text for a number; nil: for a word without one. A missing form is replaced by the next more general one.
  func text(_ count: Int?) -> StringPattern? {
    guard case .text(_, let rule) = self else { return nil }
    return text(form: count.map(rule.form(of:)) ?? .other)
  }

  /// The text for a form of number; nil for lists.
  func text(form: PluralForm) -> StringPattern? {
    guard case .text(let forms, _) = self else { return nil }
    return forms[form] ?? [.other, .many, .few, .two, .one, .zero].lazy.compactMap { forms[$0] }.first
  }

  /// All holes of a text, sorted.
  var holes: [String] {
    guard case .text(let forms, _) = self else { return [] }
    return Set(forms.values.flatMap(\.holes)).sorted()
  }

  /// The word changes with a number.
  var counts: Bool { holes.contains(Self.countHole) }
}
