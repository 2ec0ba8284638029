import Diagnostics
import Markdown
import Testing

@Suite("HTML in table cells")
struct CellHTMLTests {
  private static func cell(_ text: String) -> (html: String, diagnostics: [Diagnostic]) {
    let source = SourceText(path: "a.md", text: "| A |\n|---|\n| \(text) |\n")
    let document = MarkdownParser(profile: .site).parse(source, from: 0).document
    var renderer = HTMLRenderer(document)
    renderer.render(0)
    let html = renderer.output.text
    let inside = html.split(separator: "<td>").last.map { $0.split(separator: "</td>")[0] } ?? ""
    return (
      String(inside.filter { $0 != "\n" }),
      SafetyCheck.diagnostics(of: document, path: "a.md", trustsHTML: false, trustsLinks: false)
    )
  }

  @Test(
    "without attributes is what it stands for",
    arguments: [
      ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
      ("<ol><li>a<li>b</ol>", "<ol><li>a</li><li>b</li></ol>"),
      ("<p>a</p><p>b</p>", "<p>a</p><p>b</p>"), ("<p>a<p>b", "<p>a</p><p>b</p>"),
      ("<b>a</b> and <i>b</i>", "<strong>a</strong> and <em>b</em>"), ("a<br>b<BR/>c", "a<br />b<br />c"),
      ("<b>a *c*</b>", "<strong>a <em>c</em></strong>"),
      ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
      ("<p>a<ul><li>b</li></ul></p>", "a<ul><li>b</li></ul>"),
    ])
  func tags(text: String, html: String) {
    let cell = Self.cell(text)
    #expect(cell.html == html)
    #expect(cell.diagnostics.isEmpty)
  }

  @Test(
    "that does not match, or has attributes, is text, with one diagnostic for the cell",
    arguments: [
      "<ul><li>a</li>", "<li>a</li>", "<b>a", "<ul>a<li>b</li></ul>", "<b class=x>a</b>",
      "<div><span>x</span></div>",
    ])
  func broken(text: String) {
    let cell = Self.cell(text)
    #expect(!cell.html.contains("<ul>") && !cell.html.contains("<strong>") && !cell.html.contains("<div>"))
    #expect(cell.html.contains("&lt;"))
    #expect(cell.diagnostics.count == 1)
  }
}
