import Diagnostics
import Testing

@testable import Markdown

@Suite("Diagnostics about Markdown")
struct DiagnosticTests {
  /// Each diagnostic as `id ‹marked text› message | suggestion`.
  private func diagnostics(of text: String, _ profile: MarkdownProfile = .site) -> [String] {
    parsed(text, profile).diagnostics.map { describe($0, text) }
  }

  private func describe(_ diagnostic: Diagnostic, _ text: String) -> String {
    let range = diagnostic.place?.range ?? 0..<0
    let marked = ByteRange(range.lowerBound, range.upperBound).text(of: text)
    let suggestion = diagnostic.suggestion.map { " | \($0.message)" } ?? ""
    return "\(diagnostic.id.rawValue) ‹\(marked)› \(diagnostic.message)\(suggestion)"
  }

  @Test("ragged rows")
  func raggedRows() {
    let text = "| A | B |\n|---|---|\n| short |\n| a | b | c |\n"
    #expect(
      diagnostics(of: text) == [
        "ragged-row ‹| short |› the row has 1 cell, but its table has 2 columns; the missing cells are empty",
        "ragged-row ‹| a | b | c |› the row has 3 cells, but its table has 2 columns; the extra cells are dropped | write a pipe inside a cell as “\\|”",
      ])
    #expect(diagnostics(of: text, .plain).isEmpty)
  }

  @Test("a delimiter row with a different number of cells than its header")
  func unfitDelimiter() {
    #expect(
      diagnostics(of: "| A | B |\n|---|\n| c | d |\n") == [
        "not-a-table ‹|---|› this is not a table, because its header has 2 cells and the row of dashes has 1"
      ])
    #expect(diagnostics(of: "```\n| A | B |\n|---|\n```\n").isEmpty)
  }

  @Test("a caption directly after its table")
  func gluedCaption() {
    #expect(
      diagnostics(of: "| A | B |\n|---|---|\n| c | d |\n: Caption\n") == [
        "glued-caption ‹: Caption› a caption directly below a table is read as a row | add a blank line above it"
      ])
  }

  @Test("a wikilink that is split by a bar")
  func halfWikilink() {
    #expect(
      diagnostics(of: "| A | B |\n|---|---|\n| [[NATO|x[1]]] |\n") == [
        "half-wikilink ‹[[NATO› the pipe in the wikilink to “NATO” ends the cell | write the pipe as “\\|” in a table"
      ])
    #expect(diagnostics(of: "| A | B |\n|---|---|\n| [[NATO\\|x]] | b |\n").isEmpty)
    #expect(diagnostics(of: "| A | B |\n|---|---|\n| [[NATO|x]] | b |\n").isEmpty)
  }

  @Test("footnotes that are undefined, unused or defined twice")
  func footnotes() {
    let text = "a[^brief] b[^breif]\n\n[^brief]: One.\n[^brief]: Two.\n[^other]: Three.\n"
    #expect(
      diagnostics(of: text) == [
        "duplicate-footnote ‹[^brief]:› footnote “brief” is defined twice; the first definition is used",
        "undefined-footnote ‹[^breif]› footnote “breif” is not defined; the reference is shown as text | did you mean “brief”?",
        "unused-footnote ‹[^other]:› footnote “other” has no references; it is not shown",
      ])
    #expect(diagnostics(of: "`[^x]`\n\n    [^y]\n").isEmpty)
    #expect(diagnostics(of: text, .plain).isEmpty)
  }

  @Test("a link definition with a stance mark as its label")
  func markAsLabel() {
    #expect(
      diagnostics(of: "[+]: /u\n") == [
        "mark-is-link-label ‹[+]:› the stance mark “[+]” is defined as the label of a link | use a different label for the link"
      ])
  }

  @Test("invalid bytes, with their place")
  func invalidBytes() {
    let source = SourceText(
      path: "a.md", bytes: Array("a\u{0}b ".utf8) + [0xFF, 0xFE] + Array(" [c](d)".utf8))
    let (document, diagnostics) = MarkdownParser(profile: .site).parse(source)
    #expect(diagnostics.map(\.id) == [.invalidUTF8])
    #expect(diagnostics.first?.place?.range == 4..<5)
    #expect(
      diagnostics.first?.message == "invalid UTF-8; such bytes are shown as “\u{FFFD}”")
    #expect(document.plainText(of: 0) == "a\u{FFFD}b \u{FFFD}\u{FFFD} c")
    #expect(document.nodes(.link).map(\.source) == [ByteRange(7, 13)])
  }

  @Test("nesting beyond 200 levels keeps the text")
  func nesting() {
    let text = String(repeating: "> ", count: 300) + "deep"
    let (document, diagnostics) = parsed(text)
    #expect(diagnostics.map(\.id) == [.nestingTooDeep])
    #expect(
      diagnostics.first?.message
        == "the text is nested more than 200 levels deep; the document is shown as plain text")
    #expect(document.plainText(of: 0) == text)
    #expect(parsed(String(repeating: "> ", count: 190) + "deep").diagnostics.isEmpty)
  }

  @Test("a table of more cells than the limit")
  func hugeTable() {
    let header = String(repeating: "|a", count: 2000) + "|\n" + String(repeating: "|-", count: 2000) + "|\n"
    let (document, diagnostics) = parsed(header + String(repeating: "|x\n", count: 600), .plain)
    #expect(diagnostics.map(\.id) == [.tableTooLarge])
    #expect(
      diagnostics.first?.message
        == "the table has 2000 columns and 601 rows, more than 150,000 cells; it is shown as text")
    #expect(document.tables.isEmpty)
    #expect(document.nodes.count < 10_000)
  }

  @Test("raw HTML and addresses that are not allowed")
  func safety() {
    let text =
      "<b>x</b> <br> <!-- c --> [a](javascript:x) <sub>2</sub>\n\n<details>\n<summary>S</summary>\n</details>\n"
    let document = parsed(text).document
    let found = SafetyCheck.diagnostics(of: document, path: "a.md", trustsHTML: false, trustsLinks: false)
    #expect(
      found.map { describe($0, text) } == [
        "raw-html ‹<b>› raw HTML “<b>” is shown as text | set “trust-html: true” in site.yml if you trust all authors to write HTML",
        "raw-html ‹</b>› raw HTML “</b>” is shown as text | set “trust-html: true” in site.yml if you trust all authors to write HTML",
        "unsafe-link ‹[a](javascript:x)› the address “javascript:x” is removed; only http, https, mailto, tel and relative addresses are allowed | set “trust-links: true” in site.yml if you trust all authors to use any address",
      ])
    #expect(SafetyCheck.diagnostics(of: document, path: "a.md", trustsHTML: true, trustsLinks: true).isEmpty)
  }
}
