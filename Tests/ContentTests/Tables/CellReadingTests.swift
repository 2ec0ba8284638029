import Content
import Diagnostics
import Markdown
import Testing

@Suite("Cells of positions tables")
struct CellReadingTests {
  /// A document with one table cell, as Markdown reads it: without its mark and attribute.
  private func read(
    _ text: String, mark: String = "", attribute: String = ""
  ) -> (reading: CellReading, printed: String) {
    let written = (mark.isEmpty ? "" : "[\(mark)] ") + text + (attribute.isEmpty ? "" : " {\(attribute)}")
    var bytes: [UInt8] = []
    func range(_ part: String) -> ByteRange {
      let start = bytes.count
      bytes += part.utf8
      return ByteRange(start, bytes.count)
    }
    let source = ByteRange(0, written.utf8.count)
    let nodes = [
      Node(.tableCell, end: 2, text: range(mark), extra: range(attribute), source: source),
      Node(.text, end: 2, text: range(text), source: source),
    ]
    let document = Document(nodes: nodes, text: bytes, tables: [])
    let (reading, diagnostics) = CellReading.read(0, in: document, path: "a.md", silence: .none)
    return (reading, Reading.print(diagnostics, SourceText(path: "a.md", text: written)))
  }

  @Test("give the stance, the date and whether there is a position")
  func plain() {
    let rated = read("Open to it", mark: "+", attribute: "as-of=2025-02")
    #expect(rated.printed == "")
    #expect(rated.reading.stance == .supports && rated.reading.asOf == PartialDate(year: 2025, month: 2))
    #expect(rated.reading.isPosition)
    let unrated = read("Open to it")
    #expect(unrated.reading.stance == nil && unrated.reading.asOf == nil && unrated.reading.isPosition)
    #expect(!read("").reading.isPosition)
    #expect(read("—").reading.text == .silent && !read("—").reading.isPosition)
    #expect(read(String(repeating: "long ", count: 30)).reading.text == .words)
    #expect(read("x", attribute: "as-of=\"2025\"").reading.asOf == PartialDate(year: 2025))
  }

  @Test("with an unknown mark are unrated")
  func unknownStance() {
    let read = read("Maybe", mark: "?")
    #expect(read.reading.stance == nil && read.reading.isPosition)
    #expect(
      read.printed == """
        a.md:1:1: warning: “[?]” is not a stance mark, so this position is unrated [unknown-stance]
           1 | [?] Maybe
             | ^~~
             = help: the marks are [++], [+], [~], [0], [-] and [--]

        """)
  }

  @Test("with only a mark are positions that cannot be quoted")
  func markAlone() {
    let read = read("", mark: "--")
    #expect(read.reading.isPosition)
    #expect(
      read.printed == """
        a.md:1:1: warning: this position is marked as “Red line” but has no text \
        [stance-without-text]
           1 | [--]
             | ^~~~

        """)
  }

  @Test("with an attribute that is not a date are reported")
  func attribute() {
    #expect(
      read("Text", attribute: "as-of=2025-02-30").printed == """
        a.md:1:6: error: “2025-02-30” is not a valid date [invalid-directive]
           1 | Text {as-of=2025-02-30}
             |      ^~~~~~~~~~~~~~~~~~
             = help: write a day, a month or a year, such as {as-of=2025-02}

        """)
    #expect(
      read("Text", attribute: "colour=red as-of=2025").printed.contains(
        "error: unknown cell attribute “colour=red”; only “as-of” and “evidence” are supported, each once [invalid-directive]"
      ))
    #expect(read("Text", attribute: "colour=red as-of=2025").reading.asOf == PartialDate(year: 2025))
  }

  @Test("give the kind of evidence")
  func evidence() {
    let dated = read("Text", attribute: "as-of=2025 evidence=vote")
    #expect(dated.printed == "" && dated.reading.evidence == [.vote])
    #expect(dated.reading.asOf == PartialDate(year: 2025))
    #expect(read("Text", attribute: "evidence=Own-Statement").reading.evidence == [.ownStatement])
    #expect(read("Text", attribute: "evidence=vote,Act").reading.evidence == [.vote, .act])
    #expect(read("Text", attribute: "evidence=vote,acts").reading.evidence.isEmpty)
    #expect(read("Text").reading.evidence.isEmpty)
    #expect(
      read("Text", attribute: "evidence=votes").printed == """
        a.md:1:6: error: “votes” is not a kind of evidence [invalid-directive]
           1 | Text {evidence=votes}
             |      ^~~~~~~~~~~~~~~~
             = help: the kinds are own-statement, document, vote, act, reported, assessment, unknown

        """)
    let twice = read("Text", attribute: "evidence=vote evidence=act")
    #expect(
      twice.reading.evidence == [.vote] && twice.printed.contains("unknown cell attribute “evidence=act”"))
  }
}
