import Testing

@testable import Diagnostics

@Suite("Diagnostics as text")
struct DiagnosticPrinterTests {
  private let path = "Content/reports/a.md"

  private func printed(
    _ text: String, _ range: Range<Int>?, notes: [Note] = [], suggestion: Suggestion? = nil
  ) -> String {
    printed(Array(text.utf8), range, notes: notes, suggestion: suggestion)
  }

  private func printed(
    _ bytes: [UInt8], _ range: Range<Int>?, notes: [Note] = [], suggestion: Suggestion? = nil
  ) -> String {
    let diagnostic = Diagnostic(
      .unknownName, at: Place(path: path, range: range), "unknown name “x”", notes: notes,
      suggestion: suggestion)
    return DiagnosticPrinter { $0 == path ? bytes : nil }.text(diagnostic)
  }

  /// Only the excerpt: two lines, without the text before them.
  private func excerpt(_ text: String, _ range: Range<Int>) -> [String] {
    printed(text, range).split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      String($0.drop { $0 != "|" }.dropFirst(2))
    }
  }

  @Test("place, message, identifier, line, underline, notes and suggestion come in this order")
  func wholeDiagnostic() {
    let other = "---\ntitle: NATO\n---\n"
    let diagnostic = Diagnostic(
      .unknownName, at: Place(path: path, range: 11..<24), "unknown name “NATO expnsion”",
      notes: [
        Note("it was meant here", at: Place(path: "Content/issues/nato.md", range: 11..<15)),
        Note("names match without case"),
      ], suggestion: Suggestion("did you mean “NATO expansion”?", replacement: "NATO expansion"))
    let printer = DiagnosticPrinter {
      $0 == path ? Array("One\n\nSee [[NATO expnsion]].\n".utf8) : Array(other.utf8)
    }
    #expect(
      printer.text(diagnostic) == """
        Content/reports/a.md:3:7: error: unknown name “NATO expnsion” [unknown-name]
           3 | See [[NATO expnsion]].
             |       ^~~~~~~~~~~~~
             = note: names match without case
        Content/issues/nato.md:2:8: note: it was meant here
           2 | title: NATO
             |        ^~~~
             = help: did you mean “NATO expansion”?

        """)
  }

  @Test("a diagnostic without a file, or about a whole file, is printed without an excerpt")
  func noPlace() {
    let printer = DiagnosticPrinter { _ in nil }
    #expect(
      printer.text(Diagnostic(.withoutBaseURL, at: nil, "no base URL is set"))
        == "note: no base URL is set [without-base-url]\n")
    #expect(printed("a", nil) == "Content/reports/a.md: error: unknown name “x” [unknown-name]\n")
  }

  @Test("a diagnostic about a file that can no longer be read is printed without an excerpt")
  func goneFile() {
    let diagnostic = Diagnostic(.unknownName, at: Place(path: "gone.md", range: 3..<4), "m")
    #expect(DiagnosticPrinter { _ in nil }.text(diagnostic) == "gone.md: error: m [unknown-name]\n")
  }

  @Test("columns count Unicode scalars, and the caret is below the place")
  func columns() {
    #expect(printed("äö x", 5..<6).hasPrefix("Content/reports/a.md:1:4: "))
    #expect(excerpt("äö x", 5..<6) == ["äö x", "   ^"])
    #expect(excerpt("中文 x", 7..<8) == ["中文 x", "     ^"])
    #expect(excerpt("e\u{301} x", 4..<5) == ["e\u{301} x", "  ^"])
    #expect(excerpt("\tx", 1..<2) == ["    x", "    ^"])
    #expect(excerpt("中文", 0..<6) == ["中文", "^~~~"])
  }

  @Test("characters that would move the cursor or reverse text are made harmless")
  func controlCharacters() {
    #expect(excerpt("\u{1B}[31m x", 6..<7) == ["␛[31m x", "      ^"])
    #expect(excerpt("a\u{202E}b", 4..<5) == ["a<U+202E>b", "         ^"])
    #expect(excerpt("a\u{0}b\u{7F}", 2..<3) == ["a␀b␡", "  ^"])
    let message = Diagnostic(.unknownName, at: nil, "unknown name “\u{1B}[2J\nx”")
    #expect(
      DiagnosticPrinter { _ in nil }.text(message) == "error: unknown name “␛[2J x” [unknown-name]\n")
  }

  @Test("a long line is shortened around the place")
  func longLine() {
    let text = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let lines = excerpt(text, 500..<504)
    #expect(
      lines[0] == "…" + String(repeating: "a", count: 30) + "HERE" + String(repeating: "b", count: 64) + "…")
    #expect(lines[1] == String(repeating: " ", count: 31) + "^~~~")
    let start = excerpt(text, 2..<500)
    #expect(start[0] == String(repeating: "a", count: 99) + "…")
    #expect(start[1].count == 100)
  }

  @Test("only the first line of a range over several lines is underlined")
  func severalLines() {
    #expect(excerpt("one two\nthree", 4..<11) == ["one two", "    ^~~"])
  }

  @Test("all kinds of line ends are recognised, and a byte order mark is not a column")
  func lineEnds() {
    #expect(printed("a\r\nb\rc\nd", 7..<8).hasPrefix("Content/reports/a.md:4:1: "))
    #expect(printed("\u{FEFF}abc", 3..<4).hasPrefix("Content/reports/a.md:1:1: "))
    #expect(excerpt("ab\r\ncd", 0..<1) == ["ab", "^"])
  }

  @Test(
    "offsets outside the file and invalid bytes do not cause a crash", arguments: [-5, 0, 1, 2, 3, 4, 99])
  func wildOffsets(start: Int) {
    for length in [0, 1, 1_000] {
      let text = printed([0xFF, 0x80, 0xE4, 0x0A], start..<(start + length))
      #expect(text.contains("[unknown-name]"))
      #expect(printed([], start..<(start + length)).hasPrefix("Content/reports/a.md:1:1: "))
    }
  }

  @Test("an empty range at the end of the file has its caret there")
  func endOfFile() {
    #expect(excerpt("abc", 3..<3) == ["abc", "   ^"])
    #expect(
      printed("abc\n", 4..<4) == """
        Content/reports/a.md:2:1: error: unknown name “x” [unknown-name]
           2 |
             | ^

        """)
  }

  @Test("colour adds only escape sequences")
  func colour() {
    let diagnostic = Diagnostic(
      .unknownName, at: Place(path: path, range: 0..<1), "m", suggestion: Suggestion("s"))
    let plain = DiagnosticPrinter { _ in [65] }.text(diagnostic)
    let coloured = DiagnosticPrinter(usesColour: true) { _ in [65] }.text(diagnostic)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
