import Content
import Diagnostics
import Text

/// What the interface of a site says for each word: as the site's own language files have it, else as the theme's have
/// it in the site's language, else in English.
struct StringCatalog: Sendable {
  /// By key.
  private(set) var meanings: [String: Translation] = [:]
  /// What is wrong with the site's own files.
  private(set) var diagnostics: [Diagnostic] = []
  /// Words of the site's own that the theme does not have, and where they stand.
  private var additions: [String: Place] = [:]
  /// Paths of the files that were read, below Templates/.
  private(set) var used: Set<String> = []

  private static let folder = "languages/"

  /// - Parameters:
  ///   - language: the site's, as a BCP 47 tag.
  ///   - theme: the theme's files by path below Templates/.
  ///   - overrides: the site's own.
  init(language: String, theme: [String: [UInt8]], overrides: [String: SourceText] = [:]) {
    let tags = Self.tags(language)
    // The theme's own languages are whole, so English is only read where something is held against it or may lack.
    let ours = tags.compactMap { tag in Self.read(tag, in: theme).map { (tag, $0.file) } }
    let isNeeded = ours.isEmpty || overrides.keys.contains { $0.hasPrefix(Self.folder) }
    let english = isNeeded ? Self.read("en", in: theme).map { Self.meanings($0.file, .one) } ?? [:] : [:]
    for tag in tags {
      let path = overrides.keys.sorted().first { $0.lowercased() == Self.folder + tag + ".yml" }
      guard let path, let source = overrides[path] else { continue }
      used.insert(path)
      let (file, faults) = LanguageFile.read(source)
      diagnostics += faults
      take(file, PluralRule(language: tag), english: english)
    }
    for (tag, file) in ours { add(Self.meanings(file, PluralRule(language: tag))) }
    if ours.isEmpty { noteGaps(language, own: used.sorted().first.flatMap { overrides[$0]?.path }, english) }
    add(english)
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
    return theme[path].map { LanguageFile.read(SourceText(path: path, bytes: $0)) }
  }

  private static func meanings(_ file: LanguageFile, _ rule: PluralRule) -> [String: Translation] {
    var meanings: [String: Translation] = [:]
    for entry in file.entries { meanings[entry.key] = Translation(entry.text, rule: rule) }
    return meanings
  }

  private mutating func add(_ further: [String: Translation]) {
    meanings.merge(further) { known, _ in known }
  }

  /// Takes the words of a file of the site's own; those with faults are left out.
  private mutating func take(_ file: LanguageFile, _ rule: PluralRule, english: [String: Translation]) {
    for entry in file.entries {
      let meaning = Translation(entry.text, rule: rule)
      let place = Place(path: file.path, range: entry.range)
      let check = TranslationCheck(meaning, like: english[entry.key])
      if english[entry.key] == nil { additions[entry.key] = Place(path: file.path, range: entry.keyRange) }
      if let fault = check.fault {
        diagnostics.append(
          Diagnostic(.invalidValue, at: place, "“\(entry.key)” \(fault)", suggestion: check.suggestion))
      } else if let meaning, meanings[entry.key] == nil {
        meanings[entry.key] = meaning
        checkForms(of: meaning, entry.key, place)
      }
    }
  }

  /// A word with a number needs all forms of its language, unless one text does for all.
  private mutating func checkForms(of meaning: Translation, _ key: String, _ place: Place) {
    guard case .text(let forms, let rule) = meaning, forms.count > 1 || forms[.other] == nil else { return }
    let missing = rule.forms.filter { forms[$0] == nil }.map { "“\($0.rawValue)”" }
    if missing.isEmpty { return }
    diagnostics.append(
      Diagnostic(
        .invalidValue, at: place,
        "“\(key)” lacks the form \(missing.joined(separator: " and ")), which some numbers take"))
  }

  private mutating func noteGaps(_ language: String, own path: String?, _ english: [String: Translation]) {
    let missing = english.keys.filter { meanings[$0] == nil }.sorted()
    guard let first = missing.first else { return }
    let file = "Templates/" + Self.folder + (Self.tags(language).last ?? language) + ".yml"
    let message =
      path == nil
      ? "the interface has no words in “\(language)” yet, so it speaks English"
      : "“\(language)” has no words for \(missing.count) of \(english.count) texts of the interface, such as “\(first)”"
    diagnostics.append(
      Diagnostic(
        .untranslated, at: path.map { Place(path: $0) }, message,
        suggestion: Suggestion("give them in \(path ?? file); Guide/languages.md says how")))
  }

  /// Warnings about words of the site's own that neither the theme nor a template asks for.
  func unused(asked: Set<String>) -> [Diagnostic] {
    additions.keys.filter { !asked.contains($0) && !$0.hasPrefix(Words.calloutPrefix) }.sorted().map { key in
      let nearest = NearestName.match(key, among: Array(meanings.keys.filter { additions[$0] == nil }))
      return Diagnostic(
        .unknownKey, at: additions[key], "no page asks for a word “\(key)”",
        suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) })
    }
  }
}
