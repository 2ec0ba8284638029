import Diagnostics
import Testing

@testable import Markdown

@Suite("Printed diagnostics about Markdown")
struct PrintedDiagnosticTests {
  private func printed(_ bytes: [UInt8], safety: Bool = false) -> String {
    let source = SourceText(path: "Content/reports/a.md", bytes: bytes)
    let (document, diagnostics) = MarkdownParser(profile: .site).parse(source)
    let safetyDiagnostics = SafetyCheck.diagnostics(
      of: document, path: source.path, trustsHTML: !safety, trustsLinks: !safety)
    let printer = DiagnosticPrinter(source: { _ in bytes })
    return (diagnostics + safetyDiagnostics).map { printer.text($0) }.joined()
  }

  @Test("tables, footnotes and bytes")
  func tablesAndFootnotes() {
    let text = """
      Text[^breif] and [^brief].

      | A | B |
      |---|---|
      | [[NATO|x[1]]] | b |
      | short |
      : Caption

      | A | B |
      |---|
      | c |

      [+]: /u

      [^brief]: One.
      [^brief]: Two.
      [^other]: Three.

      """
    #expect(
      printed(Array(text.utf8) + [0x61, 0xFF, 0x0A]) == #"""
        Content/reports/a.md:18:2: error: invalid UTF-8; such bytes are shown as “�” [invalid-utf8]
          18 | a�
             |  ^
             = help: save the file as UTF-8
        Content/reports/a.md:16:1: error: footnote “brief” is defined twice; the first definition is used [duplicate-footnote]
          16 | [^brief]: Two.
             | ^~~~~~~~~
        Content/reports/a.md:15:1: note: the first definition is here
          15 | [^brief]: One.
             | ^~~~~~~~~
        Content/reports/a.md:5:3: warning: the pipe in the wikilink to “NATO” ends the cell [half-wikilink]
           5 | | [[NATO|x[1]]] | b |
             |   ^~~~~~
             = help: write the pipe as “\|” in a table
        Content/reports/a.md:5:1: warning: the row has 3 cells, but its table has 2 columns; the extra cells are dropped [ragged-row]
           5 | | [[NATO|x[1]]] | b |
             | ^~~~~~~~~~~~~~~~~~~~~
             = help: write a pipe inside a cell as “\|”
        Content/reports/a.md:6:1: warning: the row has 1 cell, but its table has 2 columns; the missing cells are empty [ragged-row]
           6 | | short |
             | ^~~~~~~~~
        Content/reports/a.md:7:1: warning: a caption directly below a table is read as a row [glued-caption]
           7 | : Caption
             | ^~~~~~~~~
             = help: add a blank line above it
        Content/reports/a.md:10:1: warning: this is not a table, because its header has 2 cells and the row of dashes has 1 [not-a-table]
          10 | |---|
             | ^~~~~
        Content/reports/a.md:9:1: note: the header is here
           9 | | A | B |
             | ^~~~~~~~~
        Content/reports/a.md:13:1: warning: the stance mark “[+]” is defined as the label of a link [mark-is-link-label]
          13 | [+]: /u
             | ^~~~
             = help: use a different label for the link
        Content/reports/a.md:1:5: warning: footnote “breif” is not defined; the reference is shown as text [undefined-footnote]
           1 | Text[^breif] and [^brief].
             |     ^~~~~~~~
             = help: did you mean “brief”?
        Content/reports/a.md:17:1: warning: footnote “other” has no references; it is not shown [unused-footnote]
          17 | [^other]: Three.
             | ^~~~~~~~~

        """#)
  }

  @Test("HTML and addresses")
  func safety() {
    #expect(
      printed(Array("A <b>x</b> and [y](javascript:z).\n".utf8), safety: true) == #"""
        Content/reports/a.md:1:3: warning: raw HTML “<b>” is shown as text [raw-html]
           1 | A <b>x</b> and [y](javascript:z).
             |   ^~~
             = help: set “trust-html: true” in site.yml if you trust all authors to write HTML
        Content/reports/a.md:1:7: warning: raw HTML “</b>” is shown as text [raw-html]
           1 | A <b>x</b> and [y](javascript:z).
             |       ^~~~
             = help: set “trust-html: true” in site.yml if you trust all authors to write HTML
        Content/reports/a.md:1:16: error: the address “javascript:z” is removed; only http, https, mailto, tel and relative addresses are allowed [unsafe-link]
           1 | A <b>x</b> and [y](javascript:z).
             |                ^~~~~~~~~~~~~~~~~
             = help: set “trust-links: true” in site.yml if you trust all authors to use any address

        """#)
  }

  @Test("nesting and size")
  func limits() {
    let deep = printed(Array("Text\n\n".utf8) + Array(String(repeating: ">", count: 201).utf8))
    #expect(
      deep.hasPrefix(
        "Content/reports/a.md:3:201: error: the text is nested more than 200 levels deep; the document is shown as plain text [nesting-too-deep]\n"
      ))
    let dense = printed(Array(String(repeating: "*a\n", count: 80_000).utf8))
    #expect(
      dense.hasPrefix(
        "Content/reports/a.md:70001:1: error: this file has too much markup for its size (more than 140000 markup characters and line ends); it is shown as plain text [too-much-markup]\n"
      ))
    let wide = String(repeating: "|a", count: 1100) + "|\n" + String(repeating: "|-", count: 1100) + "|\n"
    #expect(
      printed(Array((wide + String(repeating: "|x\n", count: 1000)).utf8)).hasPrefix(
        "Content/reports/a.md:1:1: error: the table has 1100 columns and 1001 rows, more than 150,000 cells; it is shown as text [table-too-large]\n"
      ))
  }
}
