import Content
import Diagnostics
import Foundation
import Testing

@testable import Site

/// The theme's own language files: complete, consistent with each other and with the code.
@Suite("The theme’s languages") struct LanguageFileTests {
  static let languages = Theme.builtIn.keys.filter { $0.hasPrefix("languages/") }
    .map { String($0.dropFirst("languages/".count).dropLast(".yml".count)) }.sorted()

  private static func read(_ language: String) -> (file: LanguageFile, diagnostics: [Diagnostic]) {
    let path = "languages/\(language).yml"
    return LanguageFile.read(SourceText(path: path, bytes: Theme.builtIn[path] ?? []))
  }

  private static func translations(_ language: String) -> [String: Translation] {
    var translations: [String: Translation] = [:]
    for entry in read(language).file.entries {
      translations[entry.key] = Translation(entry.text, rule: PluralRule(language: language))
    }
    return translations
  }

  @Test("are nine") func list() {
    #expect(Self.languages == ["ar", "de", "en", "es", "fr", "it", "pl", "uk", "zh"])
  }

  @Test(
    "have the words that tables are read by",
    arguments: ["ar", "de", "en", "es", "fr", "it", "pl", "uk", "zh"])
  func wordLists(_ language: String) throws {
    let words = try #require(LanguageWords(language: language))
    let missing = WordList.allCases.filter { words[$0].isEmpty }
    #expect(Set(missing).isSubset(of: [.articles, .suffixes, .matchingSuffixes]))
  }

  @Test("have every text, in the order of the English file", arguments: languages)
  func complete(_ language: String) {
    let (file, diagnostics) = Self.read(language)
    #expect(diagnostics.isEmpty)
    #expect(file.entries.map(\.key) == Self.read("en").file.entries.map(\.key))
  }

  @Test("have the same placeholders as English", arguments: languages) func placeholders(_ language: String) {
    let english = Self.translations("en")
    let translations = Self.translations(language)
    for (key, meaning) in english {
      let check = TranslationCheck(translations[key], like: meaning)
      #expect(check.problem == nil, "\(language), \(key): \(check.problem ?? "")")
    }
  }

  @Test("are in their own script", arguments: ["ar", "uk", "zh"]) func script(_ language: String) {
    // Names of formats and programs, and tags that pages fill in.
    let known: Set = [
      "JSON", "CSV", "CSL", "CSVW", "RIS", "BibTeX", "GraphML", "Graphviz", "Graph", "Format", "Data",
      "Package",
      "positions", "csv",
    ]
    for (key, translation) in Self.translations(language) {
      guard case .text(let forms, _) = translation else { continue }
      for text in forms.values.map({ $0.filled { _ in "" } }) {
        let words = text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
        #expect(Set(words).isSubset(of: known), "\(language), \(key): \(text)")
      }
    }
  }

  @Test("have all plural forms", arguments: languages) func forms(_ language: String) {
    let rule = PluralRule(language: language)
    for entry in Self.read(language).file.entries {
      guard case .forms(let forms) = entry.text else { continue }
      #expect(forms.keys.sorted { $0.index < $1.index } == rule.forms, "\(language), \(entry.key)")
    }
  }

  @Test("contain the texts that the code uses, with the same placeholders", arguments: StringKey.all)
  func words(_ word: StringKey) throws {
    let meaning = try #require(Self.translations("en")[word.rawValue], "\(word.rawValue)")
    #expect(
      Set(meaning.placeholders).subtracting([Translation.countPlaceholder]) == Set(word.placeholders),
      "\(word.rawValue)")
  }

  @Test("every text that the code declares is listed once: by its kind of page, or among the shared ones")
  func declared() throws {
    let folder = Package.root.appending(path: "Sources/Site")
    var names: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      names += text.matches(of: /static let \w+ = StringKey\(\s*"([^"]+)"/).map { String($0.output.1) }
    }
    #expect(names.count > 300 && names.sorted() == StringKey.all.map(\.rawValue).sorted())
    #expect(Set(names).count == names.count && Set(StringKey.all.map(\.fingerprint)).count == names.count)
  }

  @Test("contain no unused texts") func unused() {
    let catalog = StringCatalog(language: "en", theme: Theme.builtIn)
    var asked = Set(StringKey.all.map(\.rawValue) + ["months", "months-with-day"])
    for (path, bytes) in Theme.builtIn where path.hasSuffix(".mustache") {
      asked.formUnion(TemplateSource(name: path, path: path, bytes: bytes, catalog: catalog).stringKeys)
    }
    let unused = Self.translations("en").keys.filter {
      !asked.contains($0) && !$0.hasPrefix(LocalizedStrings.calloutPrefix)
    }
    #expect(unused.sorted() == [])
  }

  @Test(
    "write numbers and dates as the language does",
    arguments: [
      ("en", ["1 position", "2 positions", "11 positions"], "1 March 2025, 2 March 2025, March 2025, 2025"),
      ("de", ["1 Position", "2 Positionen", "11 Positionen"], "1. März 2025, 2. März 2025, März 2025, 2025"),
      ("fr", ["1 position", "2 positions", "11 positions"], "1er mars 2025, 2 mars 2025, mars 2025, 2025"),
      (
        "uk", ["1 позиція", "2 позиції", "11 позицій"], "1 березня 2025, 2 березня 2025, березень 2025, 2025"
      ),
      (
        "es", ["1 posición", "2 posiciones", "11 posiciones"],
        "1 de marzo de 2025, 2 de marzo de 2025, marzo de 2025, 2025"
      ),
      (
        "it", ["1 posizione", "2 posizioni", "11 posizioni"], "1º marzo 2025, 2 marzo 2025, marzo 2025, 2025"
      ),
      (
        "pl", ["1 stanowisko", "2 stanowiska", "11 stanowisk"],
        "1 marca 2025, 2 marca 2025, marzec 2025, 2025"
      ),
      ("ar", ["موقف واحد", "موقفان", "11 موقفًا"], "1 مارس 2025, 2 مارس 2025, مارس 2025, 2025"),
      ("zh", ["1个立场", "2个立场", "11个立场"], "2025年3月1日, 2025年3月2日, 2025年3月, 2025"),
    ])
  func numbersAndDates(_ language: String, counts: [String], dates: String) {
    let words = Theme(language: language).words
    #expect([1, 2, 11].map { words.text(.positionCount, count: $0) } == counts)
    let shown = [
      PartialDate(year: 2025, month: 3, day: 1), PartialDate(year: 2025, month: 3, day: 2),
      PartialDate(year: 2025, month: 3), PartialDate(year: 2025),
    ]
    #expect(shown.map { words.dates.text($0) }.joined(separator: ", ") == dates)
  }
}
