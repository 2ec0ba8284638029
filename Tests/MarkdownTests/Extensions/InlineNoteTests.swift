import Markdown
import Testing

@Suite("Inline notes") struct InlineNoteTests {
  @Test(
    "may hold brackets, links and code, and go over several lines",
    arguments: [
      ("A^[one] b.", "one"), ("A^[see [the law](a.md) [x]] b.", "see the law [x]"),
      ("A^[one\ntwo\nthree] b.", "one two three"), ("> A^[one\n> two] b.", "one two"),
      ("- A^[one\n  two [three]\n  four] b.", "one two [three] four"),
      ("A^[code `]` here] b.", "code ] here"), ("A^[one ^[two] b.", "two"),
      ("A^[one\n^[two\nthree] b.", "two three"),
    ])
  func notes(text: String, note: String) {
    let document = parsed(text + "\n\nEnd.\n").document
    let notes = document.children(of: 0).filter { document.nodes[$0].kind == .footnoteDefinition }
    #expect(notes.map(document.plainText) == [note])
    #expect(document.nodes.filter { $0.kind == .text }.contains { document.string($0.text).contains("b.") })
  }

  @Test("are text where a paragraph, a cell or a heading ends before them, and in code")
  func texts() {
    for text in [
      "A^[one\n\ntwo] b.", "A^[one\n- two] b.", "# A^[one\ntwo]", "`A^[one]`", "    ^[one]", "A^[] b.",
    ] {
      #expect(parsed(text).document.footnotes.isEmpty, "\(text)")
    }
    let table = "| A | B |\n|---|---|\n| x^[one | two] |\n"
    #expect(parsed(table).document.footnotes.isEmpty)
  }

  @Test("in cells and in comparisons written as lists, belong to the cell")
  func cells() {
    let table = "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | No^[see [law](a.md)] | Yes |\n"
    #expect(parsed(table).document.footnotes.count == 1)
    let list =
      "<!-- standpoint: positions list -->\n- Tolls\n  - Red: No^[see\n    [law](a.md)]\n  - Blue: Yes\n"
    let document = parsed(list).document
    #expect(document.footnotes.count == 1 && document.nodes(.tableCell).count == 6)
  }
}
