import Content
import Diagnostics
import Testing

@Suite("What looks like a table but is none")
struct TableLookalikeTests {
  private static func messages(_ text: String) -> [String] {
    let file = InputFile(path: "reports/a.md", role: .report, source: SourceText(path: "a.md", text: text))
    let reader = ContentReader(
      settings: SiteSettings(), today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    return reader.read(file).diagnostics.filter { $0.id == .notATable }.map(\.message)
  }

  @Test(
    "is named",
    arguments: [
      ("| Issue | A | B |\n| Water | a | b |\n", "not followed by a row of dashes"),
      ("Issue | A | B\nWater | a | b\n", "not followed by a row of dashes"),
      ("|---|---|---|\n| Issue | A | B |\n| Water | a | b |\n", "dashes comes first"),
      ("Issue    North    South\nWater    open     closed\nFish     quotas   nets\n", "only spaces separate"),
      ("```\ncode\n\n| Issue | A | B |\n|---|---|---|\n| W | a | b |\n", "never closed"),
      ("Text:\n\n    | Issue | A | B |\n    |---|---|---|\n    | W | a | b |\n", "four spaces"),
    ])
  func named(text: String, words: String) {
    let messages = Self.messages(text)
    #expect(messages.count == 1 && messages[0].contains(words), "\(messages)")
  }

  @Test(
    "ordinary text is not",
    arguments: [
      "| Issue | A | B |\n|---|---|---|\n| Water | a | b |\n", "One line | with a bar\n",
      "Home | About | Contact\n",
      "A sentence with  two spaces.\nAnother line.\nAnd one more.\n",
      "```\n| a | b |\n| c | d |\n| e | f |\n```\n",
      "Either a|b or c.\nThe next line.\n", "Text  \nwith line breaks  \nat its end\n",
    ])
  func ordinary(text: String) {
    #expect(Self.messages(text).isEmpty)
  }
}
