import Content
import Graph
import SampleArchives
import Testing

@Suite("Cells keep their words apart")
struct CellTextTests {
  @Test("a line break is a space in names and quotes")
  func lineBreaks() {
    let site = SampleSite([
      (
        "reports/a.md",
        "| Issue | North<br>(government) | South |\n|---|---|---|\n| Water<br>policy | [+] Opens the dam.<br>Shares data | Closed<br><br>[-] Never |\n| Fish | no | ~~old~~<br/>new |\n"
      ),
      (
        "reports/b.md",
        "| Issue | North (government) | South |\n|---|---|---|\n| Water policy | [+] Opens the dam. Shares data | x |\n"
      ),
    ])
    let graph = site.graph
    #expect(site.messages == "")
    #expect(graph.issues.map(\.name) == ["Fish", "Water policy"])
    #expect(graph.parties.map(\.name) == ["North (government)", "South"])
    #expect(Set(graph.positions.map { graph.text(of: $0.id) }).contains("Opens the dam. Shares data"))
    #expect(graph.positions.map { graph.text(of: $0.id) }.contains("Closed [-] Never"))
    #expect(graph.positions.map { graph.text(of: $0.id) }.contains("old new"))
  }

  @Test(
    "lists, items and paragraphs are spaces as well",
    arguments: [
      ("<ul><li>Open the dam</li><li>Share data</li></ul>", "Open the dam Share data"),
      ("<ol> <li>Ban<li>Fine </ol>then", "Ban Fine then"), ("<p>Open</p><p>From May</p>", "Open From May"),
      ("<b>Closed</b> until <i>June</i>", "Closed until June"), ("un<b>happy</b>", "unhappy"),
      ("First<ul><li>one</li></ul>", "First one"), ("a <br> b", "a b"), ("<BR/>a<br >b", "a b"),
    ])
  func blocks(cell: String, quote: String) {
    let graph = SampleSite([
      ("reports/a.md", "| Issue | North | South |\n|---|---|---|\n| Water | \(cell) | y |\n")
    ]).graph
    #expect(graph.text(of: graph.positions[0].id) == quote)
  }
}
