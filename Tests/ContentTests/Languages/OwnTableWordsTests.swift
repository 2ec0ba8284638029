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
}
