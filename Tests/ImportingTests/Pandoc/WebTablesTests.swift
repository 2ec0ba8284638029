import TestSupport
import Testing

@testable import Importing

@Suite("Tables of a web page before pandoc reads them") struct WebTablesTests {
  private let groups = "<tr><th rowspan=2>Issue</th><th colspan='2'>Europe</th><th>Asia</th></tr>"
  private let names = "<tr><th>France</th><th>Germany</th><th>Japan</th></tr>"
  private let row = "<tr><td>Trade</td><td>yes</td><td>no</td><td>yes</td></tr>"

  @Test("a header of several rows is marked")
  func severalRows() {
    #expect(
      prepared("<table>\(groups)\(names)\(row)</table>")
        == "<table><thead>\(groups)\(names)</thead>\(row)</table>")
  }

  @Test("a header stands before the body that it was in")
  func insideBody() {
    #expect(
      prepared("<TABLE><caption>Talks</caption><TBODY class=a>\(groups)\n\(names)\n\(row)</TBODY></TABLE>")
        == "<TABLE><caption>Talks</caption><thead>\(groups)\n\(names)\n</thead><tbody>\(row)</TBODY></TABLE>")
  }

  @Test("a header reaches as far as its merged cells")
  func mergedCells() {
    let plain = names.replacing("th>", with: "td>")
    #expect(
      prepared("<table>\(groups)\(plain)\(row)</table>")
        == "<table><thead>\(groups)\(plain)</thead>\(row)</table>")
  }

  @Test("a table inside a cell has its own header")
  func nested() {
    let inner = "<table>\(groups)\(names)\(row)</table>"
    #expect(
      prepared("<table><tr><td>\(inner)</td></tr></table>")
        == "<table><tr><td><table><thead>\(groups)\(names)</thead>\(row)</table></td></tr></table>")
  }

  @Test(
    "headers that pandoc finds, tables without one, and tables that are not closed are left alone",
    arguments: [
      "<table><thead><tr><th>A</th></tr><tr><th>C</th></tr></thead><tr><td>1</td></tr></table>",
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "<table><tr><th>A</th><th>B</th></tr><tr><th colspan=2>Group</th></tr><tr><td>1</td></tr></table>",
      "<table><tr><th>A</th><th>B</th></tr><tr><th>C</th><th>D</th></tr></table>",
      "<table><tbody><tr><th>A</th><th rowspan=9>B</th></tr></tbody><tbody><tr><td>1</td></tr></tbody></table>",
      "<table><tr><td>A<td>B</tr>", "<tr><th>A</tr><tr><th>B</tr>", "</table></tbody>", "<table", "",
    ])
  func leftAlone(page: String) {
    #expect(prepared(page) == page)
  }

  @Test(
    "have the tags that HTML allows to be left out",
    arguments: [
      ("<tr><th>a<th>b<tr><td>1<td>2", "<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>"),
      ("<td>a</td></tr><tr><td>1</td>", "<tr><td>a</td></tr><tr><td>1</td></tr>"),
      ("<caption>c<tr><td>a", "<caption>c</caption><tr><td>a</td></tr>"),
      (
        "<thead><tr><td>a<tbody><tr><td>1<tfoot><tr><td>2",
        "<thead><tr><td>a</td></tr><tbody><tr><td>1</td></tr><tfoot><tr><td>2</td></tr>"
      ),
      ("<tr><td>a</td></td></tr></tr>", "<tr><td>a</td></tr>"),
      (
        "<form><tr><td><form>a</form></td></tr></form>",
        "<tr><td><form>a</form></td></tr>"
      ),
      (
        "<tr><td>a<table><tr><td>b</table><td>c",
        "<tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr>"
      ),
    ])
  func optionalTags(page: String, complete: String) {
    #expect(prepared("<table>\(page)</table>") == "<table>\(complete)</table>")
  }

  @Test(
    "have nothing between their cells: text and pictures are before them, other tags and scripts are left out",
    arguments: [
      ("<tr><font><td>a</td></font></tr>", "", "<tr><td>a</td></tr>"),
      ("<b><tr><td>a</td></tr></b>", "", "<tr><td>a</td></tr>"),
      ("<my-row><tr><td><b>a</b></td><br></tr></my-row>", "", "<tr><td><b>a</b></td></tr>"),
      ("<tr>&nbsp;<td>a</td> \n</tr>", "", "<tr><td>a</td> \n</tr>"),
      ("<tr><td>a</td>b &amp; c<td>d</td>e</tr>", "<p>b &amp; c e</p>", "<tr><td>a</td><td>d</td></tr>"),
      (
        "<div>See <img src=a.png>below</div><tr><td>a", "<p>See  <img src=a.png> below</p>",
        "<tr><td>a</td></tr>"
      ),
      ("<script>'<td>'</script><tr><td>a</td></tr>", "", "<tr><td>a</td></tr>"),
      ("<tr><template><tr></tr></template><td>a</td></tr>", "", "<tr><td>a</td></tr>"),
      (
        "<tr><td><table>b<tr><td>a</td></tr></table></td></tr>", "",
        "<tr><td><p>b</p><table><tr><td>a</td></tr></table></td></tr>"
      ),
      ("<colgroup><col></colgroup><tr><td>a</td></tr>", "", "<colgroup><col></colgroup><tr><td>a</td></tr>"),
    ])
  func strays(page: String, before: String, complete: String) {
    #expect(prepared("<table>\(page)</table>") == "\(before)<table>\(complete)</table>")
  }

  @Test("keep their words, and are complete at once, whatever the page is")
  func generated() {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "<table>", "</table>", "<tbody>", "</tbody>", "<thead>", "</thead>", "<tr>", "</tr>", "<th>", "<td>",
      "</td>", "<th rowspan=2>", "<th colspan=3>", "<td rowspan=3>", "x", "<script><tr></script>", "<",
      "<!-- <tr> -->", "<caption>", "<form>", "<b>", "</b>", "&nbsp;", "<img alt=x>", "<col>",
    ]
    for _ in 0..<3_000 {
      let page = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      let complete = prepared(page)
      #expect(complete.filter { $0 == "x" } == page.filter { $0 == "x" }, "\(page)")
      #expect(prepared(complete) == complete, "\(page)")
    }
  }

  private func prepared(_ page: String) -> String {
    String(decoding: WebTables.completing(Array(page.utf8)), as: UTF8.self)
  }
}
