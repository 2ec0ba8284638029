import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite("Tensions")
struct TensionReaderTests {
  /// The result of reading `> [!kind] links` and one paragraph below it.
  private func read(
    _ links: [String], kind: String = "tension"
  ) -> (tensions: [AuthoredTension], printed: String) {
    var written = "> [!\(kind)]"
    var bytes = Array(kind.utf8)
    var nodes = [Node(.document), Node(.callout, text: ByteRange(0, bytes.count))]
    if !links.isEmpty { nodes.append(Node(.calloutTitle)) }
    for link in links {
      let start = written.utf8.count + 1
      written += " [[\(link)]]"
      let text = ByteRange(bytes.count, bytes.count + link.utf8.count)
      bytes += link.utf8
      nodes.append(Node(.wikilink, text: text, source: ByteRange(start, written.utf8.count)))
    }
    nodes.append(Node(.paragraph))
    let source = ByteRange(0, written.utf8.count)
    for index in nodes.indices {
      let isLeaf = nodes[index].kind == .wikilink || nodes[index].kind == .paragraph
      let end = isLeaf ? index + 1 : (nodes[index].kind == .calloutTitle ? nodes.count - 1 : nodes.count)
      nodes[index].end = Int32(end)
      if nodes[index].kind != .wikilink { nodes[index].source = source }
    }
    let document = Document(nodes: nodes, text: bytes, tables: [])
    let (tensions, diagnostics) = TensionReader.tensions(in: document, path: "a.md")
    return (tensions, Reading.print(diagnostics, SourceText(path: "a.md", text: written)))
  }

  @Test("name one or two positions on the line with the marker")
  func positions() {
    let one = read(["NATO#United States"])
    #expect(one.printed == "")
    #expect(one.tensions.map(\.node) == [1])
    #expect(one.tensions.first?.positions.map(\.text) == ["NATO#United States"])
    #expect(read(["A#B", "C#D"]).tensions.first?.positions.map(\.text) == ["A#B", "C#D"])
  }

  @Test("are not read from other callouts")
  func otherCallouts() {
    let note = read(["NATO#US"], kind: "note")
    #expect(note.tensions.isEmpty && note.printed == "")
  }

  @Test("without a position are reported, with a suggestion")
  func invalid() {
    #expect(read([]).tensions.isEmpty)
    #expect(
      read([]).printed == """
        a.md:1:1: error: a tension must name a position on its first line [invalid-tension]
           1 | > [!tension]
             | ^~~~~~~~~~~~
             = help: write > [!tension] [[Issue#Party]], with a second [[Issue#Party]] if two positions conflict

        """)
    #expect(
      read(["A#B", "NATO"]).printed.contains(
        "a.md:1:22: error: “NATO” is not a position; a tension must link to one"))
    #expect(
      read(["A#B", "C#D", "E#F"]).printed.contains("error: a tension can have at most two positions"))
    for target in ["#Party", "Issue#", "#", " # "] { #expect(read([target]).tensions.isEmpty) }
  }
}
