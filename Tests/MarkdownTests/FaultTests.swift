import Diagnostics
import Testing

@testable import Markdown

@Suite("What authors are told")
struct FaultTests {
  /// Each complaint as `id “marked text” message | suggestion`.
  private func faults(_ text: String, _ profile: MarkdownProfile = .site) -> [String] {
    parsed(text, profile).diagnostics.map { describe($0, text) }
  }

  private func describe(_ fault: Diagnostic, _ text: String) -> String {
    let range = fault.place?.range ?? 0..<0
    let marked = ByteRange(range.lowerBound, range.upperBound).text(of: text)
    let suggestion = fault.suggestion.map { " | \($0.message)" } ?? ""
    return "\(fault.id.rawValue) ‹\(marked)› \(fault.message)\(suggestion)"
  }

  @Test("ragged rows")
  func raggedRows() {
    let text = "| A | B |\n|---|---|\n| short |\n| a | b | c |\n"
    #expect(
      faults(text) == [
        "ragged-row ‹| short |› the row has 1 cell, but its table has 2 columns; the rest is left empty",
        "ragged-row ‹| a | b | c |› the row has 3 cells, but its table has 2 columns; what is too much is left out | write a bar inside a cell as “\\|”",
      ])
    #expect(faults(text, .plain).isEmpty)
  }

  @Test("a delimiter row that does not fit its header")
  func unfitDelimiter() {
    #expect(
      faults("| A | B |\n|---|\n| c | d |\n") == [
        "not-a-table ‹|---|› this is not read as a table: the header has 2 cells, the row of dashes 1"
      ])
    #expect(faults("```\n| A | B |\n|---|\n```\n").isEmpty)
  }

  @Test("a caption glued to its table")
  func gluedCaption() {
    #expect(
      faults("| A | B |\n|---|---|\n| c | d |\n: Caption\n") == [
        "glued-caption ‹: Caption› a caption right below a table is read as a row | put a blank line above it"
      ])
  }

  @Test("a wikilink cut in two by a bar")
  func halfWikilink() {
    #expect(
      faults("| A | B |\n|---|---|\n| [[NATO|x]] |\n") == [
        "half-wikilink ‹[[NATO› the bar in the wikilink to “NATO” ends the cell | write it as “\\|” in a table"
      ])
    #expect(faults("| A | B |\n|---|---|\n| [[NATO\\|x]] | b |\n").isEmpty)
  }

  @Test("footnotes that are undefined, unused or defined twice")
  func footnotes() {
    let text = "a[^brief] b[^breif]\n\n[^brief]: One.\n[^brief]: Two.\n[^other]: Three.\n"
    #expect(
      faults(text) == [
        "duplicate-footnote ‹[^brief]:› footnote “brief” is defined twice; the first definition is used",
        "undefined-footnote ‹[^breif]› there is no footnote “breif”; the reference is shown as text | did you mean “brief”?",
        "unused-footnote ‹[^other]:› nothing refers to footnote “other”; it is left out",
      ])
    #expect(faults("`[^x]`\n\n    [^y]\n").isEmpty)
    #expect(faults(text, .plain).isEmpty)
  }

  @Test("a link definition that takes a stance mark for its label")
  func markAsLabel() {
    #expect(
      faults("[+]: /u\n") == [
        "mark-is-link-label ‹[+]:› “[+]” is a stance mark, and this line makes it the label of a link | give the link another label"
      ])
  }

  @Test("bytes that are not UTF-8, at their place")
  func invalidBytes() {
    let source = SourceText(
      path: "a.md", bytes: Array("a\u{0}b ".utf8) + [0xFF, 0xFE] + Array(" [c](d)".utf8))
    let (document, diagnostics) = MarkdownParser(profile: .site).parse(source)
    #expect(diagnostics.map(\.id) == [.invalidUTF8])
    #expect(diagnostics.first?.place?.range == 4..<5)
    #expect(
      diagnostics.first?.message == "the text is not valid UTF-8 here; such bytes are shown as “\u{FFFD}”")
    #expect(document.plainText(of: 0) == "a\u{FFFD}b \u{FFFD}\u{FFFD} c")
    #expect(document.nodes(.link).map(\.source) == [ByteRange(7, 13)])
  }

  @Test("nesting beyond 200 levels, and the text is still there")
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

  @Test("a table of more than a million cells")
  func hugeTable() {
    let header = String(repeating: "|a", count: 2000) + "|\n" + String(repeating: "|-", count: 2000) + "|\n"
    let (document, diagnostics) = parsed(header + String(repeating: "|x\n", count: 600), .plain)
    #expect(diagnostics.map(\.id) == [.tableTooLarge])
    #expect(
      diagnostics.first?.message
        == "the table has 2000 columns and 601 rows, more than a million cells; it is shown as text")
    #expect(document.tables.isEmpty)
    #expect(document.nodes.count < 10_000)
  }

  @Test("raw HTML and addresses that are not passed on")
  func safety() {
    let text =
      "<b>x</b> <br> <!-- c --> [a](javascript:x) <sub>2</sub>\n\n<details>\n<summary>S</summary>\n</details>\n"
    let document = parsed(text).document
    let found = SafetyCheck.diagnostics(of: document, path: "a.md", trustsHTML: false, trustsLinks: false)
    #expect(
      found.map { describe($0, text) } == [
        "raw-html ‹<b>› raw HTML “<b>” is shown as text | set “trust-html: true” in site.yml if all authors may write HTML",
        "raw-html ‹</b>› raw HTML “</b>” is shown as text | set “trust-html: true” in site.yml if all authors may write HTML",
        "unsafe-link ‹[a](javascript:x)› the address “javascript:x” is not passed on: only http, https, mailto, tel and relative ones are | set “trust-links: true” in site.yml if all authors may write any address",
      ])
    #expect(SafetyCheck.diagnostics(of: document, path: "a.md", trustsHTML: true, trustsLinks: true).isEmpty)
  }
}
