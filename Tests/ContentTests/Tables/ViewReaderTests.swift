import Content
import Testing

@Suite("Live blocks")
struct ViewReaderTests {
  @Test("set the view, the parties and the date")
  func whole() throws {
    let reading = Reading(
      "Text.\n\n```standpoint\nview: matrix\nissues: [Gas, Tolls]\nparties: Red\nas-of: 2025-03\n```\n")
    #expect(reading.printed == "")
    let view = try #require(reading.header.views.first)
    #expect(view.kind == .matrix)
    #expect(view.issues?.map(\.text) == ["Gas", "Tolls"])
    #expect(view.parties?.map(\.text) == ["Red"])
    #expect(view.asOf == PartialDate(year: 2025, month: 3))
    let none = try #require(Reading("```standpoint\nview: history\nissues:\n```\n").header.views.first)
    #expect(none.kind == .history && none.issues == nil && none.parties == nil && none.asOf == nil)
  }

  @Test(
    "are found in every kind of file, and other code stays code",
    arguments: ["pages/a.md", "index.md", "issues/a.md"])
  func everywhere(path: String) {
    let text =
      "```standpoint\nview: positions\n```\n\n```\nview: matrix\n```\n\n```standpointer\nview: matrix\n```\n"
    #expect(Reading(text, path: path).header.views.map(\.kind) == [.positions])
  }

  @Test("an unknown view or key suggests the nearest word, at its place")
  func unknownWords() {
    let reading = Reading("Text.\n\n```standpoint\nview: matrx\nissue: [Gas]\n```\n")
    #expect(reading.header.views == [])
    #expect(
      reading.printed == """
        Content/reports/a.md:4:7: error: unknown view “matrx” [invalid-value]
           4 | view: matrx
             |       ^~~~~
             = help: did you mean “matrix”?
        Content/reports/a.md:5:1: warning: unknown key “issue” [unknown-key]
           5 | issue: [Gas]
             | ^~~~~
             = help: did you mean “issues”?

        """)
    let far = Reading("```standpoint\nview: zzzzzzz\n```\n").printed
    #expect(far.contains("help: write matrix, history or positions"))
  }

  @Test("places are right in a quote, in a list and with CR LF")
  func places() {
    let quoted = Reading("> Text.\n>\n> ```standpoint\n> view: positions\n> as-of: someday\n> ```\n").printed
    #expect(quoted.contains("Content/reports/a.md:5:10: error:") && quoted.contains("[invalid-date]"))
    let listed = Reading("1. Text\n\n   ```standpoint\n   view: nothing\n   ```\n").printed
    #expect(listed.contains("Content/reports/a.md:4:10: error:"))
    let returns = Reading("```standpoint\r\nissues: [Gas]\r\nview: nothing\r\n```\r\n").printed
    #expect(returns.contains("Content/reports/a.md:3:7: error:"))
  }

  @Test("a file has a limited number of live blocks; the first one beyond it says so")
  func limit() {
    let block = "```standpoint\nview: matrix\n```\n\n"
    let full = Reading(String(repeating: block, count: 100))
    #expect(full.printed.isEmpty, "\(full.printed)")
    let printed = Reading(String(repeating: block, count: 103)).printed
    #expect(
      printed == """
        Content/reports/a.md:401:1: error: this file has more than 100 live blocks; those from here on are not filled [too-many-live-blocks]
         401 | ```standpoint
             | ^~~~~~~~~~~~~
             = help: split the page, or raise the limit with “limits: {live-blocks: …}” in site.yml

        """, "\(printed)")
  }

  @Test("a block that is empty or not YAML is an error")
  func empty() {
    for text in ["```standpoint\n```\n", "```standpoint\nissues: [Gas]\n```\n"] {
      let reading = Reading(text)
      #expect(reading.printed.contains(":1:1: error: this block has no “view” [invalid-value]"))
      #expect(reading.header.views == [])
    }
    let broken = Reading("```standpoint\nview: [matrix\n```\n").printed
    #expect(broken.contains("error:") && broken.contains("[invalid-yaml]"))
    #expect(Reading("```standpoint\nmatrix\n```\n").printed.contains("write lines such as “view: matrix”"))
    #expect(Reading("```standpoint\nview: matrix").printed == "")
  }

  @Test("a table knows the line of its header row", arguments: ["\n", "\r\n", "\r"])
  func lines(end: String) {
    let text = [
      "Text", "", "| Issue | A | B |", "|---|---|---|", "| x | y | z |", "", "Text", "",
      "> | Issue | A | B |", "> |---|---|---|", "> | x | y | z |",
    ]
    let report = Reading(text.joined(separator: end)).report
    #expect(report?.tables.map(\.line) == [3, 9])
  }
}
