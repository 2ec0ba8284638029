import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Limit of markup")
struct MarkupLimitTests {
  private func limits(_ markup: Int) -> Limits {
    var limits = Limits()
    limits[.markup] = markup
    return limits
  }

  @Test("a text with more marks than the limit is shown as plain text, and the first mark beyond is reported")
  func beyond() {
    let text = "*a* **b** `c`\n[d](e)\n"
    let (document, diagnostics) = parsed(text, limits: limits(6))
    #expect(html(of: document) == "<p>\(text)</p>\n")
    #expect(diagnostics.map(\.id) == [.tooMuchMarkup])
    #expect(diagnostics.first?.place?.range == 14..<15)
    #expect(
      diagnostics.first?.message
        == "this file has too much markup for its size (more than 7 markup characters and line ends); it is shown as plain text"
    )
    #expect(parsed(text, limits: limits(9)).diagnostics.isEmpty)
  }

  @Test(
    "blank lines and runs of one character count once, whatever the line ends",
    arguments: ["\n", "\r\n", "\r"])
  func runs(lineEnd: String) {
    let text = "a\(lineEnd)\(lineEnd)\(lineEnd)****b\(lineEnd)"
    #expect(MarkupLimit(Array(text.utf8), limits: limits(3)).firstBeyond == nil)
    #expect(
      MarkupLimit(Array(text.utf8), limits: limits(2)).firstBeyond == text.utf8.count - lineEnd.utf8.count)
  }

  @Test("a long text may have more marks than a short one")
  func length() {
    let words = String(repeating: "a word of some length and another one\n", count: 1_000)
    #expect(MarkupLimit(Array(words.utf8), limits: limits(0)).firstBeyond == nil)
    #expect(MarkupLimit(Array(words.utf8), limits: limits(0)).maximum == words.utf8.count / 16)
  }

  @Test("the front matter of a file does not count")
  func frontMatter() {
    let head = "---\na: [*, *, *, *]\n---\n"
    let source = SourceText(path: "a.md", bytes: Array((head + "*a*\n").utf8))
    let parser = MarkdownParser(profile: .site, limits: limits(3))
    #expect(parser.parse(source, from: head.utf8.count).diagnostics.isEmpty)
  }
}
