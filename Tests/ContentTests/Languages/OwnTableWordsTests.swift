import Diagnostics
import Testing

@testable import Content

@Suite("Words of tables in a site’s own language files") struct OwnTableWordsTests {
  private static func settings(_ yaml: String, _ file: String) -> SiteSettings {
    let own = LanguageFile.read(SourceText(path: "Templates/languages/el.yml", text: file)).file
    return ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: SourceText(path: "site.yml", text: yaml)),
      switches: [], languageFiles: { $0 == "el" ? [own] : [] }
    ).settings
  }

  @Test("replace the lists of the language, and English words still count") func lists() {
    let words = Self.settings("language: el", "axis-words: [Θέμα]\nreports: Αναφορές\n").words
    #expect(words.axis.first == "Θέμα" && words.axis.contains("Issue"))
    #expect(words.party == TableWords(language: "el").party)
    #expect(HeaderWords(words).isAxis(NameKey("θέμα")))
  }

  @Test("come before what site.yml adds, and give way to what it sets") func settings() {
    let file = "axis-words: [Θέμα]\nsilence-words: [κανένα]\n"
    let added = Self.settings(
      "language: el\naxis-words: {add: [Ζήτημα]}\nsilence-words: {add: [τίποτα]}", file)
    #expect(added.words.axis.contains("Θέμα") && added.words.axis.last == "Ζήτημα")
    #expect(added.words.silence == ["κανένα", "τίποτα"])
    #expect(Self.settings("language: el\naxis-words: [Ζήτημα]", file).words.axis == ["Ζήτημα"])
  }

  @Test("in English replace the built-in ones", arguments: ["axis-words: [Puzzle]\n"]) func english(
    _ file: String
  ) {
    let own = LanguageFile.read(SourceText(path: "Templates/languages/en.yml", text: file)).file
    #expect(TableWords(language: "en", files: [own]).axis == ["Puzzle"])
  }

  private static func problems(_ yaml: String) -> [String] {
    ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: SourceText(path: "site.yml", text: yaml)),
      switches: []
    ).diagnostics.map { "[\($0.id.rawValue)] \($0.message)" }
  }

  @Test(
    "are checked for words that are there twice or mean two things",
    arguments: [
      ("axis-words: [Puzzle, puzzle]", "[word-list] “puzzle” appears twice in “axis-words”"),
      ("axis-words: {add: \"Puzzle, Riddle\"}", "[word-list] “Puzzle, Riddle” is one word"),
      (
        "axis-words: {add: [Puzzle]}\nparty-words: {add: [Puzzle]}",
        "[word-list] “Puzzle” has two meanings: it is in “axis-words” and in “party-words”"
      ),
      (
        "axis-words: {add: [Party]}",
        "[word-list] “Party” has two meanings: it is in “axis-words” and in the built-in words of “party-words”"
      ),
      (
        "stance-names: {supports: Backs, opposes: backs}",
        "[word-list] “backs” has two meanings: it is in the names of the stance “supports” and in the names of the stance “opposes”"
      ),
      (
        "stance-names: {supports: Opposes}",
        "[word-list] “Opposes” has two meanings: it is in the names of the stance “supports” and in the built-in words of “opposes-words”"
      ),
      (
        "silence-words: [neutral]",
        "[word-list] “neutral” has two meanings: it is in “silence-words” and in the built-in words of “neutral-words”"
      ),
      ("axis-words: ['.']", "[word-list] “.” has no letter, so it has no effect"),
      ("silence-words: {a: b}", "[unknown-key] unknown key “a”"),
      ("supports-words: [Backs]", "[unknown-key] unknown key “supports-words”"),
    ])
  func problems(yaml: String, problem: String) { #expect(Self.problems(yaml) == [problem]) }

  @Test(
    "that are right give no warning",
    arguments: [
      "axis-words: {add: [Puzzle, Riddle]}", "option-words: {add: [Puzzle]}\naxis-words: {add: [Puzzle]}",
      "axis-words: [Issue, Proposal]", "stance-names: {supports: Supports, opposes: Fights}",
      "silence-words: [no word yet]", "axis-words: []",
    ])
  func noProblems(yaml: String) { #expect(Self.problems(yaml) == []) }

  @Test("in a language file are checked as well") func languageFile() {
    let file = LanguageFile.read(
      SourceText(path: "el.yml", text: "supports-words: [υπέρ, Υπέρ]\nopposes-words: [υπέρ]\n"))
    #expect(
      file.diagnostics.map(\.message) == [
        "“Υπέρ” appears twice in “supports-words”",
        "“υπέρ” has two meanings: it is in “supports-words” and in “opposes-words”",
      ])
  }

  @Test("that are built in have neither", arguments: LanguageWords.languages) func builtIn(language: String) {
    let words = LanguageWords(language: language)
    for list in WordList.allCases {
      let keys = (words?[list] ?? []).map { NameKey($0) }
      #expect(Set(keys).count == keys.count, "\(language) \(list.rawValue)")
    }
  }
}
