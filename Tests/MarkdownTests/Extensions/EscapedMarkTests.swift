import Testing

@testable import Markdown

@Suite("Escaped marks")
struct EscapedMarkTests {
  private static let table = "| Issue | A | B |\n|---|---|---|\n| Gas | a | b |\n\n"

  @Test(
    "an escaped checkbox does not make a task",
    arguments: ["\\[x] done", "[x\\] done", "\\[ ] done", "[ \\] done"])
  func tasks(_ text: String) {
    #expect(!html("- \(text)\n", .site).contains("checkbox"))
    #expect(html("- [x] \(text)\n", .site).contains("checkbox"))
  }

  @Test(
    "an escaped colon does not make a caption",
    arguments: ["\\: Words", "Table\\: Words", "table&#58; Words", "&#58; Words"])
  func captions(_ text: String) {
    #expect(!html(Self.table + text + "\n", .site).contains("<caption"))
    #expect(html(Self.table + ": " + text + "\n", .site).contains("<caption"))
  }

  @Test(
    "a caption whose braces are escaped has no attributes",
    arguments: ["\\{#tbl-x}", "{#tbl-x\\}", "\\{#tbl-x\\}"])
  func captionAttributes(_ braces: String) {
    let document = parsed(Self.table + ": Words " + braces + "\n").document
    #expect(document.tables.map(\.id) == [nil])
    #expect(
      html(Self.table + ": Words " + braces + "\n", .site).contains("<caption>Words {#tbl-x}</caption>"))
    #expect(parsed(Self.table + ": Words \\\\{#tbl-x}\n").document.tables.map(\.id) == ["tbl-x"])
  }

  @Test(
    "an escaped brace does not make a cell attribute",
    arguments: ["\\{as-of=2025}", "{as-of=2025\\}", "{as-of\\=2025}"])
  func cellAttributes(_ braces: String) {
    let text = "| Issue | A | B |\n|---|---|---|\n| Gas | a \(braces) | b {as-of=2025} |\n"
    let cells = parsed(text).document.nodes(.tableCell).suffix(2)
    #expect(cells.map { parsed(text).document.string($0.extra) } == ["", "as-of=2025"])
    #expect(html(text, .site).contains("a {as-of=2025}"))
  }

  @Test("an even number of backslashes does not escape the next character")
  func evenBackslashes() {
    let text = "| Issue | A | B |\n|---|---|---|\n| Gas | a \\\\{as-of=2025} | b |\n"
    let document = parsed(text).document
    #expect(document.nodes(.tableCell).map { document.string($0.extra) }.contains("as-of=2025"))
  }

  @Test("an escaped bracket does not make a callout, not even in nested quotes")
  func callouts() {
    #expect(!html("> \\[!note] Title\n> text\n", .site).contains("callout"))
    #expect(!html("> [!note\\] Title\n> text\n", .site).contains("callout"))
    #expect(
      html("> > \\[!note] Title\n> > text\n>\n> [!note] x\n", .site)
        == html("> > \\[!note] Title\n> > text\n>\n> \\[!note] x\n", .site))
    #expect(
      html("> > \\[!note] Title\n\n> [!note] x\n", .site).contains("<aside class=\"callout callout-note\">"))
  }
}
