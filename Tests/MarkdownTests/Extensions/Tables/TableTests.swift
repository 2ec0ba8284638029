import Testing

@testable import Markdown

@Suite("Tables")
struct TableTests {
  @Test("a list item stays tight around a table")
  func tightList() {
    #expect(
      html("- | a |\n  |---|\n  | b |\n- c\n").replacing("\n", with: "")
        == "<ul><li><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></li><li>c</li></ul>"
    )
  }

  @Test(
    "a row like the underline of a heading does not end the table",
    arguments: ["===", "==", "=\n| b | c |\n|---|---|", "=\n="], ["", "> ", "- "])
  func underline(rows: String, container: String) {
    let lines =
      ["| a |", "|---|", "| b |"] + rows.split(separator: "\n").map(String.init) + ["| d |", "", "text"]
    let text = lines.enumerated().map { index, line in
      (container == "- " && index > 0 ? "  " : container) + line + "\n"
    }.joined()
    let output = html(text)
    #expect(output.matches(of: /<table>/).count == 1)
    #expect(output.matches(of: /<tr>/).count == lines.count - 3)
    #expect(output.matches(of: /<td>d<\/td>/).count == 1 && output.contains("text"))
  }

  @Test(
    "a list item of dashes and bars is not the delimiter row of a table",
    arguments: ["- |--", "- | -", "  -\t|:-:", "- |-|"], ["", "> ", "1. "])
  func listItem(delimiter: String, container: String) {
    let rest = container == "1. " ? "   " : container
    let output = html("\(container)| a | b |\n\(rest)\(delimiter)\n\(rest)| c | d |\n")
    #expect(!output.contains("<table>"))
    #expect(output.contains("<ul>\n<li>|") && output.contains("| c | d |"))
  }

  @Test("emphasis does not continue in the next cell")
  func emphasisInCells() {
    let text = "| *x | y* |\n|---|---|\n"
    #expect(html(text).contains("<th>*x</th>\n<th>y*</th>"))
  }

  @Test("reference links and footnotes that are defined elsewhere work in cells")
  func references() {
    let text = "| [a] | b[^n] |\n|---|---|\n\n[a]: /u\n[^n]: note\n"
    let output = html(text)
    #expect(output.contains("<th><a href=\"/u\">a</a></th>"))
    #expect(output.contains("<th>b<sup class=\"footnote-ref\"><a href=\"#fn-n\""))
  }

  @Test("a table in fenced code stays code")
  func tableInCode() {
    let text = "```\n\n| a |\n|---|\n```\n"
    #expect(html(text) == "<pre><code>\n| a |\n|---|\n</code></pre>\n")
  }

  @Test("a cell's range is the text between the bars, without the spaces around it")
  func cellRanges() {
    let text = "é\n\n> - | a b |  [+] *c* |\n>   |---|:-:|\n>   | `x\\|y` | \n"
    let cells = parsed(text).document.nodes(.tableCell).map { $0.source.text(of: text) }
    #expect(cells == ["a b", "[+] *c*", "`x\\|y`", ""])
  }

  @Test("marks and attributes of body cells are removed from their text")
  func marks() {
    let text =
      "| A | B |\n|---|---|\n| [+] yes {as-of=2025-02} | [−−] no |\n| [x] t | [+](u) |\n| [??] | {a} |\n"
    let document = parsed(text).document
    let cells = document.nodes.indices.filter { document.nodes[$0].kind == .tableCell }.dropFirst(2)
    let parts = cells.map {
      [
        document.string(document.nodes[$0].text), document.string(document.nodes[$0].extra),
        document.plainText(of: $0),
      ]
    }
    #expect(
      parts == [
        ["+", "as-of=2025-02", "yes"], ["−−", "", "no"], ["", "", "[x] t"], ["", "", "+"], ["??", "", ""],
        ["", "", "{a}"],
      ])
  }

  @Test("marks of a table without positions are shown as written")
  func shownMarks() {
    let text = "| A |\n|---|\n| [+] yes {k=v} |\n| [0] |\n"
    #expect(html(text, .site).contains("<td>[+] yes {k=v}</td>"))
    #expect(html(text, .site).contains("<td>[0]</td>"))
    #expect(html(text, .plain).contains("<td>[+] yes {k=v}</td>"))
  }

  @Test("a caption after a blank line belongs to the table, with its identifier and classes")
  func caption() throws {
    let text = "| A |\n|---|\n| b |\n\n: The *talks* {#tbl-core .positions .wide}\n\nafter\n"
    let (document, diagnostics) = parsed(text)
    #expect(diagnostics.isEmpty)
    let table = try #require(document.tables.first)
    #expect(table.id == "tbl-core")
    #expect(table.classes == ["positions", "wide"])
    #expect(
      html(text, .site).contains("<table id=\"tbl-core\">\n<caption>The <em>talks</em></caption>\n<thead>"))
    #expect(html("| A |\n|---|\n\nTable: Text\n", .site).contains("<caption>Text</caption>"))
  }

  @Test("a table without body rows has no body")
  func headerAlone() {
    #expect(html("| a |\n|---|\n") == "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n")
  }

  @Test("lines can end with CR LF or CR")
  func lineEnds() {
    let text = "| a | b |\r\n|---|---|\r\n| c |\r\n\r\nd\r"
    #expect(html(text) == html("| a | b |\n|---|---|\n| c |\n\nd\n"))
    #expect(parsed(text).document.nodes(.tableCell).map { $0.source.text(of: text) } == ["a", "b", "c", ""])
  }
}
