import Testing
import Text

@Suite struct PipeTableTests {
  @Test(
    "the width of a text is its columns in a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("ﾊﾝｶｸ", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("👩‍👩‍👧", 2), ("🇺🇦", 2), ("❤️", 2), ("a\u{200B}b", 2), ("ا\u{64E}", 1), ("Ґ", 1),
    ])
  func widths(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test("columns are as wide as their widest cell, and cells stand where their column is aligned")
  func aligned() {
    let table = PipeTable(
      header: ["Issue", "日本", "n"], rows: [["A", "一二三", "1"], ["Cafe\u{301}", "", "1234"]],
      alignments: [.none, .center, .right])
    #expect(
      table.lines == [
        "| Issue |  日本  |    n |",
        "|-------|:------:|-----:|",
        "| A     | 一二三 |    1 |",
        "| Cafe\u{301}  |        | 1234 |",
      ])
  }
}
