import Testing

@testable import Markdown

@Suite("Footnotes, strikethrough, bare addresses")
struct ExtensionTests {
  @Test("footnotes are numbered by first reference, with a link back from each")
  func footnotes() {
    let text = "a[^x] b[^1] c[^x]\n\n[^1]: One.\n\n    Two.\n[^x]: X and [^z]\n[^z]: Z\n[^n]: never\n"
    #expect(
      html(text) == """
        <p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" data-footnote-ref>1</a></sup> \
        b<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>2</a></sup> \
        c<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-x">
        <p>X and <sup class="footnote-ref"><a href="#fn-z" id="fnref-z" data-footnote-ref>3</a></sup> \
        <a href="#fnref-x" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1" \
        aria-label="Back to reference 1">↩</a> \
        <a href="#fnref-x-2" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="1-2" \
        aria-label="Back to reference 1-2">↩<sup class="footnote-ref">2</sup></a></p>
        </li>
        <li id="fn-1">
        <p>One.</p>
        <p>Two. <a href="#fnref-1" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="2" \
        aria-label="Back to reference 2">↩</a></p>
        </li>
        <li id="fn-z">
        <p>Z <a href="#fnref-z" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="3" \
        aria-label="Back to reference 3">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test("a footnote with only an address is not a link definition, and one below a table ends it")
  func addressFootnote() {
    let output = html("| a[^1] |\n|---|\n[^1]: https://example.org/x\n")
    #expect(output.contains("</thead>\n</table>\n"))
    #expect(
      output.contains("<p><a href=\"https://example.org/x\">https://example.org/x</a> <a href=\"#fnref-1\""))
  }

  @Test("definitions in quotes and lists are moved without making the list loose")
  func nestedDefinitions() {
    let output = html("> q[^1]\n>\n> [^1]: in quote\n\n- a[^2]\n- b\n\n[^2]: after\n")
    #expect(output.contains("<blockquote>\n<p>q<sup"))
    #expect(output.contains("<li>b</li>"))
    #expect(output.contains("in quote"))
  }

  @Test("footnote ids can have a prefix")
  func footnotePrefix() {
    var renderer = HTMLRenderer(parsed("a[^1]\n\n[^1]: b\n").document)
    renderer.footnotePrefix = Array("march-".utf8)
    renderer.render(0)
    let output = renderer.output.text
    #expect(output.contains("href=\"#fn-march-1\" id=\"fnref-march-1\""))
    #expect(output.contains("<li id=\"fn-march-1\">"))
  }

  @Test("references in code, escaped and undefined references are text")
  func notReferences() {
    #expect(html("`[^1]` \\[^1] [^2]\n\n[^1]: x\n") == "<p><code>[^1]</code> [^1] [^2]</p>\n")
  }

  @Test(
    "tildes follow the rules of GitHub",
    arguments: [
      ("~a~ ~~b~~", "<del>a</del> <del>b</del>"), ("~~~a~~~", "~~~a~~~"), ("~a~~", "~a~~"),
      ("\\~~a~~", "~~a~~"),
      ("~~*a* b~~", "<del><em>a</em> b</del>"), ("*a ~~b~~*", "<em>a <del>b</del></em>"),
      ("~~ a ~~", "~~ a ~~"),
      ("a~~b~~c", "a<del>b</del>c"), ("~~a `~~` b~~", "<del>a <code>~~</code> b</del>"),
      ("&#126;~a~~", "~<del>a</del>~"),
    ])
  func strikethrough(text: String, inner: String) {
    if text.hasPrefix("&") { return #expect(!html(text).contains("<p><del>")) }
    if text.hasPrefix("~~~") { return #expect(html("x " + text) == "<p>x \(inner)</p>\n") }
    #expect(html(text) == "<p>\(inner)</p>\n")
  }

  @Test("a bare address can contain signs of emphasis")
  func addressWithMarks() {
    #expect(
      html("http://a.b/_c_d_ *http://a.b/x*\n")
        == "<p><a href=\"http://a.b/_c_d\">http://a.b/_c_d</a>_ <em><a href=\"http://a.b/x\">http://a.b/x</a></em></p>\n"
    )
    #expect(html("`http://a.b/_c_`") == "<p><code>http://a.b/_c_</code></p>\n")
    #expect(html("[x](http://a.b/_c_)") == "<p><a href=\"http://a.b/_c_\">x</a></p>\n")
    #expect(html("[see http://a.b/*c*](u)") == "<p><a href=\"u\">see http://a.b/<em>c</em></a></p>\n")
  }

  @Test("smart punctuation leaves code, wikilinks and addresses alone")
  func smart() {
    let profile = MarkdownProfile(gitHubExtensions: true, siteExtensions: true, smartPunctuation: true)
    #expect(
      html("\"a\" -- `\"b\"` [[it's]] https://x.y/a--b...", profile)
        == "<p>“a” – <code>&quot;b&quot;</code> it's <a href=\"https://x.y/a--b\">https://x.y/a--b</a>…</p>\n"
    )
  }

  @Test("checkboxes of tasks")
  func tasks() {
    #expect(
      html("- [ ] a\n- [X] b\n- [x]\n- \\[ ] c\n")
        == "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> b</li>\n<li>[x]</li>\n<li>[ ] c</li>\n</ul>\n"
    )
  }
}
