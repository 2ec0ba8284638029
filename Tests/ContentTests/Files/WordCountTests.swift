import Content
import TestSupport
import Testing

@Suite("Counting words")
struct WordCountTests {
  @Test(
    "in text, headings, tables and inline code",
    arguments: [
      ("", 0), ("One two three.", 3), ("# Head line\n\nOne **bo**ld *word*.", 5), ("a\nb\\\nc", 3),
      ("`code here` x", 3),
      ("| A b | c |\n|--|--|\n| d | e — f |\n", 6), ("- one\n- two\n", 2), ("dash – and — dash", 3),
      ("1,000 U.S. troops", 3),
      ("```\nnot these\n```\n", 0), ("<!-- not these -->\n\nyes", 1), ("[a link](https://example.org)", 2),
      ("Österreich Київ", 2), ("日本語", 3),
    ])
  func count(text: String, words: Int) {
    #expect(Reading(text).report?.wordCount == words)
  }

  @Test("in any text of letters, punctuation and spaces", arguments: [1, 2])
  func property(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let rest = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        "ab7   ,.;-é—ж中".randomElement(using: &random) ?? "a"
      }
      let text = "x" + String(rest)
      let words =
        text.split(separator: " ").count { $0.contains { $0 != "中" && ($0.isLetter || $0.isNumber) } }
        + text.count { $0 == "中" }
      #expect(Reading(text).report?.wordCount == words, "\(text)")
    }
  }

  @Test("front matter does not count")
  func frontMatter() {
    #expect(Reading("---\ntitle: Many words here\n---\nOne.").report?.wordCount == 1)
  }
}
