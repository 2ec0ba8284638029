import Testing

@testable import Markdown

@Suite("Wikilinks over line ends")
struct WrappedWikilinkTests {
  @Test(
    "a wikilink can continue on the next line within a paragraph",
    arguments: [
      ("A «[[NATO|the expansion of\nNATO]]».\n", "<p>A the expansion of NATO.</p>\n"),
      ("«[[the  \t\r\nlink]]» «[[to\nit]]», «[[and\nso\non]]»\n", "<p>the link to it, and so on</p>\n"),
      ("> A «[[b\n> c]]» d\n", "<blockquote>\n<p>A b c d</p>\n</blockquote>\n"),
      ("> A «[[b\nc]]» d\n", "<blockquote>\n<p>A b c d</p>\n</blockquote>\n"),
      ("- A «[[b\n  c]]» d\n", "<ul>\n<li>A b c d</li>\n</ul>\n"),
      (
        "1. > A «[[b\n   >   c]]» d\n",
        "<ol>\n<li>\n<blockquote>\n<p>A b c d</p>\n</blockquote>\n</li>\n</ol>\n"
      ),
      ("A «[[b\nc]]»\n===\n\nd\n", "<h1>A b c</h1>\n<p>d</p>\n"),
      ("*«[[a\nb]]»* `x` «[[c]]»\n", "<p><em>a b</em> <code>x</code> c</p>\n"),
    ])
  func wrapped(marked: String, expected: String) {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let links = marked.split(separator: "«", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "»").first.map(String.init) }
    let found = parsed(text).document.nodes(.wikilink)
    #expect(found.map { $0.source.text(of: text) } == links)
    #expect(found.allSatisfy { !parsed(text).document.string($0.text).contains("\n") })
    #expect(html(text, .site) == expected)
  }

  @Test("also in a footnote")
  func inFootnote() throws {
    let text = "A[^n]\n\n[^n]: See [[b\n    c]].\n"
    let link = try #require(parsed(text).document.nodes(.wikilink).first)
    #expect(parsed(text).document.string(link.text) == "b c")
    #expect(link.source.text(of: text) == "[[b\n    c]]")
  }

  @Test(
    "but not beyond the end of a block, in code, or over a hard line break",
    arguments: [
      "[[a\n\nb]]", "[[a\n- b]]", "[[a\n# b]]", "[[a\n===\nb]]", "[[a\n---\nb]]", "> [[a\n\nb]]",
      "# [[a\nb]]",
      "```\nif [[ a &&\nb ]]\n```", "    [[a\n    b]]", "`[[a\nb]]`", "[[a\\\nb]]", "[[a  \nb]]",
      "[[a\nb](c)",
      "<!-- [[a\nb]] -->", "- [[a\n- b]]", "[[a\n", "[[a\n>", "[[a\r",
    ])
  func unwrapped(text: String) {
    #expect(parsed(text).document.nodes(.wikilink).isEmpty)
    #expect(html(text, .site) == html(text, .plain))
  }

  @Test("and the rows of a table stay rows")
  func inTables() {
    let text = "| a [[b | c |\n|---|---|\n| d ]] | e |\n"
    #expect(parsed(text).document.tables.count == 1)
    #expect(parsed(text).document.nodes(.wikilink).isEmpty)
    let above = "See [[b\nc]].\n\n| a | b |\n|---|---|\n| [[d\\|e]] | f |\n"
    #expect(
      parsed(above).document.nodes(.wikilink).map { $0.source.text(of: above) } == ["[[b\nc]]", "[[d\\|e]]"])
    #expect(parsed(above).document.tables.count == 1)
  }
}
