import TestSupport
import Testing
import Text

@Suite("YAML scalars")
struct YAMLScalarTests {
  @Test("harmless text is plain, all other text is in double quotes")
  func plain() {
    #expect(YAMLScalar.text("NATO expansion (2025)") == "NATO expansion (2025)")
    #expect(YAMLScalar.text("Talks, round two") == "\"Talks, round two\"")
    #expect(YAMLScalar.text("Talks, round two?", isInList: false) == "Talks, round two?")
    for text in [
      "", "2025", "true", "No", "a: b", "a #b", "- a", " a", "a ", "*a", "{a}", "[a", "null", "a\tb",
    ] {
      let written = YAMLScalar.text(text, isInList: false)
      #expect(written.first == "\"" && written.last == "\"", "\(text)")
    }
  }

  @Test("an author's style is kept if it can represent the text")
  func styles() {
    #expect(YAMLScalar.text("it's", style: .single) == "'it''s'")
    #expect(YAMLScalar.text("a\nb", style: .single) == "\"a\\nb\"")
    #expect(YAMLScalar.text("say \"x\" \\ \u{1}", style: .double) == "\"say \\\"x\\\" \\\\ \\x01\"")
    #expect(YAMLScalar.Style(startingWith: UInt8(ascii: "'")) == .single)
    #expect(YAMLScalar.Style(startingWith: UInt8(ascii: "\"")) == .double)
    #expect(YAMLScalar.Style(startingWith: nil) == .plain)
  }

  @Test("characters that YAML does not allow, or reads as line ends, are escaped")
  func unprintable() {
    #expect(YAMLScalar.text("a\u{FFFF}\u{FFFE}") == "\"a\\uffff\\ufffe\"")
    #expect(YAMLScalar.text("a\u{85}\u{9F}b", style: .single) == "\"a\\x85\\x9fb\"")
    #expect(YAMLScalar.text("\u{FEFF}a\u{2028}\u{2029}", style: .double) == "\"\\ufeffa\\u2028\\u2029\"")
  }
}
