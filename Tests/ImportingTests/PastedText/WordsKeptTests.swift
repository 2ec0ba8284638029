import Content
import Diagnostics
import Markdown
import Testing

@testable import Importing

/// Whatever is pasted, no word is lost or added, and the report builds.
struct WordsKeptTests {
  @Test(arguments: 0..<8)
  func `no word of a generated briefing is lost, neither in the text nor as the site reads it`(batch: Int) {
    var generator = BriefingGenerator(seed: UInt64(batch + 1))
    for round in 0..<125 {
      let briefing = round % 4 == 3 ? generator.likelyBriefing() : generator.briefing()
      Self.check(briefing)
    }
  }

  @Test(arguments: [
    "1990. was a year", "# x", "* y", "_z_", "<a", "[b", "*", "#", ">", "-", "+ ", "1.", "|", "||", "| a |",
    "a | b",
    "---", "***", "Title\n===", "Title\n---\nText", ": caption", "[^1]: note", "[x]: http://x.org", "\\",
    "a\\",
    "- - - -", "Title\n| a | b |\n|---|---|\n: not a caption", "x\n\n    code\n\ty", "\u{FEFF}Title\u{AD}s",
    "Title\n[+] a | b\nc | [0] d", "Title\nA:\n\u{200B}\n- \n- x", "Title\nLead in:\n1. a\n3. b\n2. c",

    "Title\n> [!tension] [[A#B]]", "Title\n```\ncode\n```", "Title #\nText # #\nMore ##",
    "Title\n<script>x</script>",
    "Title\n| x | y |\n| a |\n| b | c | d | e |", "Title\n|a|b\n|c|d", "Title\nx ~a~ y ~b~",
    "&copy; &#35; &amp;lt;",
    "Title\n| NATO | one\ntwo |\n| a | b |", "Title\n| A | A | A |\n|---|---|---|\n| Aspect | b | c |",
    "Title\nAspect | US | US\nx | y | z", "•\nText\n•\nMore", "Title\ninter-\nnational\nx", "![a](b) [c](d)",
    "Title\n+ a\n  - b\n+ c", "Title\n10. a\n11. b", "Title\n• a\n• b\n◦ c\n1. d\n2. e\n◦ f\n• g", "\u{FEFF}",
    "Title\n[ ] a\n- [x] b\n- [ ] c", "Title\nhttps://x.org/a|b and <https://y.org>", "Title\n{#id .class}",
  ])
  func `no word of a nasty text is lost`(text: String) { Self.check(text) }

  private static func check(_ briefing: String) {
    let report = ReportImporter(options: ImportOptions(title: nil, name: ""))
      .report(fromText: SourceText(path: "in.txt", text: briefing))
    let expected = WordSequence.of(briefing)
    #expect(WordSequence.ofReport(report.text) == expected, "from:\n\(briefing)\nto:\n\(report.text)")
    let (shown, errors) = Self.reading(of: report.text)
    #expect(shown == expected, "from:\n\(briefing)\nto:\n\(report.text)")
    #expect(errors.isEmpty, "from:\n\(briefing)\nto:\n\(report.text)")
  }

  /// The words of a report that the site shows, and the errors that prevent a build.
  private static func reading(of text: String) -> (words: [String], errors: [String]) {
    let reader = ContentReader(
      settings: SiteSettings(), today: PartialDate(year: 9999), includesDrafts: true)
    let file = InputFile(path: "reports/x.md", role: .report, source: SourceText(path: "x.md", text: text))
    let (authored, diagnostics) = reader.read(file)
    let errors = diagnostics.filter { $0.severity == .error }.map { "\($0.id.rawValue): \($0.message)" }
    let title = text.hasPrefix("---\ntitle: \"\"") ? [] : WordSequence.of(authored.header.title)
    return (title + ShownWords.of(authored.header.document), errors)
  }
}
