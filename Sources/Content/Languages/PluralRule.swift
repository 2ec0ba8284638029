/// The plural form that a language uses with a whole number.
///
/// The rules are those of the Unicode CLDR for whole numbers, except its forms for millions in the Romance
/// languages (“1 000 000 de rapports”), which use `other`.
package enum PluralRule: Sendable, Hashable {
  /// `one` is 1; English, German and most others.
  case one
  /// `one` is 0 and 1; French, Hindi.
  case zeroAndOne
  /// One form for all numbers; Japanese, Chinese, Vietnamese.
  case none
  /// Russian, Ukrainian, Belarusian.
  case eastSlavic
  /// Serbian, Croatian, Bosnian.
  case southSlavic
  case polish
  /// Czech, Slovak.
  case czech
  case slovenian
  case lithuanian
  case latvian
  case romanian
  /// Icelandic, Macedonian: `one` ends in 1, but not in 11.
  case endsInOne
  case arabic
  case hebrew
  case irish
  case welsh
  case maltese

  /// - Parameter language: a BCP 47 tag; unknown languages use the rule of English.
  package init(language: String) {
    let tag = language.lowercased()
    let primary = tag.prefix { $0 != "-" }
    self = tag == "pt-pt" ? .one : Self.byLanguage[String(primary)] ?? .one
  }

  private static let byLanguage: [String: PluralRule] = {
    let rules: [(PluralRule, String)] = [
      (.zeroAndOne, "fr pt hi fa am bn gu kn zu hy as ff kab ak ln mg pa ti wa"),
      (.none, "ja ko zh yue vi th id ms my lo km bo dz jv su ig yo wo sah to"), (.eastSlavic, "ru uk be"),
      (.southSlavic, "sr hr bs sh"), (.polish, "pl"), (.czech, "cs sk"), (.slovenian, "sl"),
      (.lithuanian, "lt"),
      (.latvian, "lv"), (.romanian, "ro mo"), (.endsInOne, "is mk"), (.arabic, "ar ars"), (.hebrew, "he iw"),
      (.irish, "ga"), (.welsh, "cy"), (.maltese, "mt"),
    ]
    var languages: [String: PluralRule] = [:]
    for (rule, tags) in rules { for tag in tags.split(separator: " ") { languages[String(tag)] = rule } }
    return languages
  }()

  /// The plural forms that the language uses for whole numbers, in the order of `PluralForm`.
  package var forms: [PluralForm] {
    switch self {
    case .none: [.other]
    case .one, .zeroAndOne, .endsInOne: [.one, .other]
    case .hebrew: [.one, .two, .other]
    case .southSlavic, .czech, .lithuanian, .romanian: [.one, .few, .other]
    case .latvian: [.zero, .one, .other]
    case .eastSlavic, .polish: [.one, .few, .many]
    case .slovenian: [.one, .two, .few, .other]
    case .maltese: [.one, .two, .few, .many, .other]
    case .irish: [.one, .two, .few, .many, .other]
    case .arabic, .welsh: PluralForm.allCases
    }
  }

  /// The plural form for `count`, which must not be negative.
  package func form(of count: Int) -> PluralForm {
    switch self {
    case .none: .other
    case .one: count == 1 ? .one : .other
    case .zeroAndOne: count <= 1 ? .one : .other
    case .endsInOne: Self.endsInOne(count) ? .one : .other
    case .hebrew: count == 1 ? .one : count == 2 ? .two : .other
    case .eastSlavic: Self.endsInOne(count) ? .one : Self.endsInFew(count) ? .few : .many
    case .southSlavic: Self.endsInOne(count) ? .one : Self.endsInFew(count) ? .few : .other
    case .polish: count == 1 ? .one : Self.endsInFew(count) ? .few : .many
    case .czech: count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case .slovenian: [1: .one, 2: .two, 3: .few, 4: .few][count % 100] ?? .other
    case .lithuanian: Self.lithuanian(count)
    case .latvian: Self.latvian(count)
    case .romanian: count == 1 ? .one : count == 0 || (1...19).contains(count % 100) ? .few : .other
    case .arabic: Self.arabic(count)
    case .irish: Self.irish(count)
    case .welsh: [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many][count] ?? .other
    case .maltese: Self.maltese(count)
    }
  }

  private static func endsInOne(_ count: Int) -> Bool { count % 10 == 1 && count % 100 != 11 }

  private static func endsInFew(_ count: Int) -> Bool {
    (2...4).contains(count % 10) && !(12...14).contains(count % 100)
  }

  private static func lithuanian(_ count: Int) -> PluralForm {
    if (11...19).contains(count % 100) || count % 10 == 0 { return .other }
    return count % 10 == 1 ? .one : .few
  }

  private static func latvian(_ count: Int) -> PluralForm {
    if (11...19).contains(count % 100) || count % 10 == 0 { return .zero }
    return count % 10 == 1 ? .one : .other
  }

  private static func arabic(_ count: Int) -> PluralForm {
    switch count {
    case 0: return .zero
    case 1: return .one
    case 2: return .two
    default: break
    }
    switch count % 100 {
    case 3...10: return .few
    case 11...99: return .many
    default: return .other
    }
  }

  private static func irish(_ count: Int) -> PluralForm {
    switch count {
    case 1: .one
    case 2: .two
    case 3...6: .few
    case 7...10: .many
    default: .other
    }
  }

  private static func maltese(_ count: Int) -> PluralForm {
    switch (count, count % 100) {
    case (1, _): .one
    case (2, _): .two
    case (0, _), (_, 3...10): .few
    case (_, 11...19): .many
    default: .other
    }
  }
}

/// The plural forms, with the names of the Unicode CLDR.
package enum PluralForm: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// Its index among all forms, from 0.
  package var index: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 4
    case .other: 5
    }
  }
}
