import Testing

@testable import Site

@Suite("The markup of pages as a tree")
struct MarkupTreeTests {
  private func written(_ markup: String) -> String {
    var output = HTML()
    for node in MarkupReader.nodes(Array(markup.utf8)) { node.write(into: &output) }
    return output.text
  }

  @Test(
    "markup that is read is written again",
    arguments: [
      "<p class=\"a b\">One <b>two</b> &amp; three</p>", "<ul><li>a</li><li>b<br></li></ul>",
      "<table><tbody><tr><th scope=\"row\">A</th><td>“b”</td></tr></tbody></table>", "text alone",
    ])
  func same(_ markup: String) {
    #expect(written(markup) == markup)
  }

  @Test(
    "broken markup gives whole markup",
    arguments: [
      ("<p>open <b>two", "<p>open <b>two</b></p>"), ("a</div>b", "ab"),
      ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"), ("1 < 2", "1 &lt; 2"), ("<!-- a <b> -->c", "c"),
      ("<script>if (a<b) {}</script>d", "d"), ("<STYLE>x</Style>e", "e"),
      ("<p title='a\"b'>f", "<p title=\"a&quot;b\">f</p>"),
      ("<p", "<p></p>"), ("<script>", ""), ("<p id=x hidden>g</p>", "<p id=\"x\" hidden=\"\">g</p>"),
    ])
  func broken(_ markup: String, whole: String) {
    #expect(written(markup) == whole)
  }

  @Test("very deep markup keeps its text, and its elements end where they did")
  func deep() {
    let count = 20_000
    let markup =
      String(repeating: "<div>", count: count) + "deep" + String(repeating: "</div>", count: count) + "end"
    let result = written(markup)
    #expect(result.hasSuffix("</div>end") && result.contains("deep"))
    #expect(result.count < 2_000)
  }

  @Test("the content of a page is what its main element holds")
  func main() throws {
    let page = "<html><body><nav>no</nav><main id=\"x\"><p>yes</p></main><footer>no</footer></body></html>"
    let nodes = try #require(MarkupReader.main(of: Array(page.utf8)))
    #expect(nodes.count == 1 && nodes[0].element?.name == "p")
    #expect(MarkupReader.main(of: Array("<p>none</p>".utf8)) == nil)
  }
}
