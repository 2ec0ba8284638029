import Content
import Testing

@Suite("Words for a cell without a position")
struct SilenceWordsTests {
  private static func isSilent(_ text: String, language: String = "en", others: [String] = []) -> Bool {
    CellText(text, silence: SilenceWords(language: language, others: others)) == .silent
  }

  @Test(
    "are compared without case, full stops, quotation marks and repeated space",
    arguments: [
      "not discussed", "Not discussed.", "NOT  MENTIONED", " no position ", "No stated position.", "n/a",
      "N/A.", "—",
    ])
  func forms(text: String) { #expect(Self.isSilent(text)) }

  @Test(
    "are whole texts",
    arguments: [
      "not discussed in public", "No position papers", "opposes", "No", "not", "No. Position of last year",
    ])
  func others(text: String) { #expect(!Self.isSilent(text)) }

  @Test(
    "depend on the language of the site",
    arguments: [
      ("de", "Nicht behandelt", true), ("de-CH", "keine Position.", true), ("de", "not discussed", true),
      ("fr", "Aucune position déclarée", true), ("uk", "НЕ ОБГОВОРЮВАЛОСЯ", true),
      ("uk", "Немає позиції.", true),
      ("eo", "not discussed", true), ("en", "Nicht behandelt", false),
    ])
  func languages(language: String, text: String, isSilent: Bool) {
    #expect(Self.isSilent(text, language: language) == isSilent)
  }

  @Test("are extended by those of site.yml")
  func extended() {
    #expect(Self.isSilent("Did not say", others: ["did not say"]))
    #expect(Self.isSilent("not discussed", others: ["did not say"]))
    let settings = SettingsReading("silence-words: [did not say, Ohne Angabe]\n").settings
    #expect(settings.words.silence == ["did not say", "Ohne Angabe"])
  }
}
