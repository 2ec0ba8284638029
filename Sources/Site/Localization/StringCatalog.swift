import Content
import Diagnostics
import Text

/// The interface texts of a site by key: from the site’s own language files, otherwise from the theme’s file
/// for the site’s language, otherwise in English.
struct StringCatalog: Sendable {
  /// By key.
  private(set) var translations: [String: Translation] = [:]
  /// Diagnostics about the site’s own files.
  private(set) var diagnostics: [Diagnostic] = []
  /// The places of keys in the site’s own files that the theme does not have.
  private var additions: [String: Place] = [:]
  /// Paths below Templates/ of the site’s own files that were read.
  private(set) var used: Set<String> = []
  /// Whether texts are borrowed from English, with marks around them; see `BorrowedText`.
  private(set) var isBorrowing = false

  private static let folder = "languages/"

  /// - Parameters:
  ///   - language: the site’s language, as a BCP 47 tag.
  ///   - theme: the theme’s files by path below Templates/.
  ///   - overrides: the site’s own files by path below Templates/.
  ///   - stanceNames: names of stances, in place of those in the files.
  init(
    language: String, theme: [String: [UInt8]], overrides: [String: SourceText] = [:],
    stanceNames: [Stance: String] = [:]
  ) {
    let tags = Self.tags(language)
    let ours = tags.compactMap { tag in Self.read(tag, in: theme).map { (tag, $0.file) } }
    // The theme’s languages are complete, so English is read only as a fallback or to check the site’s own texts.
    let isNeeded = ours.isEmpty || overrides.keys.contains { $0.hasPrefix(Self.folder) }
    let english = isNeeded ? Self.read("en", in: theme).map { Self.translations($0.file, .one) } ?? [:] : [:]
    for tag in tags {
      let path = overrides.keys.sorted().first { $0.lowercased() == Self.folder + tag + ".yml" }
      guard let path, let source = overrides[path] else { continue }
      used.insert(path)
      let (file, diagnostics) = LanguageFile.read(source)
      self.diagnostics += diagnostics
      addOwn(file, PluralRule(language: tag), english: english)
    }
    for (tag, file) in ours { add(Self.translations(file, PluralRule(language: tag))) }
    if ours.isEmpty { noteGaps(language, own: used.sorted().first.flatMap { overrides[$0]?.path }, english) }
    borrow(english)
    nameStances(stanceNames)
  }

  /// Adds the English texts that are still missing.
  private mutating func borrow(_ english: [String: Translation]) {
    for (key, translation) in english where translations[key] == nil {
      translations[key] = BorrowedText.marked(translation)
      isBorrowing = true
    }
  }

  /// Puts the names of stances into the texts that contain them, such as “{champions}”.
  private mutating func nameStances(_ names: [Stance: String]) {
    var texts: [String: String] = [:]
    for stance in Stance.allCases {
      if let name = names[stance] {
        translations[stance.key.rawValue] = .text([.other: StringPattern(pieces: [.literal(name)])], .none)
      }
      texts[stance.key.rawValue] = translations[stance.key.rawValue]?.plainText
    }
    for (key, translation) in translations
    where !Translation.stances.isDisjoint(with: translation.placeholders) {
      translations[key] = translation.filled(texts)
    }
  }

  /// `de-at` and `de` for `de-AT`.
  private static func tags(_ language: String) -> [String] {
    let parts = language.lowercased().split(separator: "-")
    return parts.indices.reversed().map { parts[...$0].joined(separator: "-") }
  }

  private static func read(
    _ tag: String, in theme: [String: [UInt8]]
  ) -> (file: LanguageFile, diagnostics: [Diagnostic])? {
    let path = folder + tag + ".yml"
    // Some languages have only the words that tables are read by. Tests compare those of built-in files.
    return theme[path].map { LanguageFile.read(SourceText(path: path, bytes: $0), checksLists: false) }
      .flatMap { $0.file.entries.isEmpty ? nil : $0 }
  }

  private static func translations(_ file: LanguageFile, _ rule: PluralRule) -> [String: Translation] {
    var translations: [String: Translation] = [:]
    for entry in file.entries { translations[entry.key] = Translation(entry.text, rule: rule) }
    return translations
  }

  private mutating func add(_ further: [String: Translation]) {
    translations.merge(further) { known, _ in known }
  }

  /// Adds the texts of one of the site’s own files, without those that have errors.
  private mutating func addOwn(_ file: LanguageFile, _ rule: PluralRule, english: [String: Translation]) {
    for entry in file.entries {
      let translation = Translation(entry.text, rule: rule)
      let place = Place(path: file.path, range: entry.range)
      let check = TranslationCheck(translation, like: english[entry.key])
      if english[entry.key] == nil { additions[entry.key] = Place(path: file.path, range: entry.keyRange) }
      if let problem = check.problem {
        diagnostics.append(
          Diagnostic(.invalidValue, at: place, "“\(entry.key)” \(problem)", suggestion: check.suggestion))
      } else if let translation, translations[entry.key] == nil {
        translations[entry.key] = translation
        checkForms(of: translation, entry.key, place)
      }
    }
  }

  /// A counted text needs every plural form of its language, unless it is a single text for all numbers.
  private mutating func checkForms(of translation: Translation, _ key: String, _ place: Place) {
    guard case .text(let forms, let rule) = translation, forms.count > 1 || forms[.other] == nil else {
      return
    }
    let missing = rule.forms.filter { forms[$0] == nil }.map { "“\($0.rawValue)”" }
    if missing.isEmpty { return }
    let list = missing.listed()
    diagnostics.append(
      Diagnostic(
        .invalidValue, at: place, "“\(key)” lacks the plural form\(missing.count == 1 ? "" : "s") \(list)"))
  }

  private mutating func noteGaps(_ language: String, own path: String?, _ english: [String: Translation]) {
    let missing = english.keys.filter { translations[$0] == nil }.sorted()
    guard let first = missing.first else { return }
    let file = "Templates/" + Self.folder + (Self.tags(language).last ?? language) + ".yml"
    let message =
      path == nil
      ? "the interface is not yet translated into “\(language)”, so it is in English"
      : "\(missing.count) of \(english.count) interface texts have no translation in “\(language)”, such as “\(first)”"
    diagnostics.append(
      Diagnostic(
        .untranslated, at: path.map { Place(path: $0) }, message,
        suggestion: Suggestion("add them to \(path ?? file); see Guide/languages.md")))
  }

  /// Warnings about keys of the site’s own that neither the theme nor a template uses.
  func unused(asked: Set<String>) -> [Diagnostic] {
    additions.keys.filter { !asked.contains($0) && !$0.hasPrefix(LocalizedStrings.calloutPrefix) }.sorted()
      .map {
        key in
        let nearest = NearestName.match(key, among: Array(translations.keys.filter { additions[$0] == nil }))
        return Diagnostic(
          .unknownKey, at: additions[key], "no page uses the text “\(key)”",
          suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) })
      }
  }
}
