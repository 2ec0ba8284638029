import Testing

@testable import Publishing

@Suite("The text of a page that is searched") struct SearchedTextTests {
  private static func page(_ main: String, lang: String = "en", head: String = "") -> [UInt8] {
    Array("<!doctype html><html lang=\"\(lang)\"><head>\(head)</head><body>\(main)<footer>a</footer>".utf8)
  }

  private static func text(_ main: String, lang: String = "en", head: String = "") -> SearchedText? {
    SearchedText(page(main, lang: lang, head: head))
  }

  /// What is in the searched element, and what becomes of it.
  private static func reduced(_ content: String) -> String? {
    text("<main id=\"page:main\" data-pagefind-body>\(content)</main>").map {
      let text = String(decoding: $0.page, as: UTF8.self)
      let start = text.range(of: "<main data-pagefind-body>")?.upperBound
      let end = text.range(of: "</main>")?.lowerBound
      guard let start, let end else { return text }
      return String(text[start..<end])
    }
  }

  private static let main = "<main data-pagefind-body><h1>Water</h1><script>1</script></main>"

  @Test("is the same if only scripts, the head or what stands around it changes")
  func same() {
    let one = Self.text(Self.main, head: "<link href=a.css>")
    #expect(one != nil)
    #expect(Self.text("<nav>b</nav>" + Self.main.replacing("1</script>", with: "2</script>")) == one)
    #expect(Self.text(Self.main, head: "<link href=b.css>") == one)
  }

  @Test("is another if its words, the language, the title or a filter changes")
  func other() {
    let one = Self.text(Self.main)
    let filter = "<meta name=\"search-year\" data-pagefind-filter=\"year[content]\" content=\"2025\">"
    #expect(Self.text(Self.main.replacing("Water", with: "Wells")) != one)
    #expect(Self.text(Self.main, lang: "de") != one)
    #expect(Self.text(Self.main, head: "<title>A</title>") != one)
    #expect(Self.text(Self.main, head: filter) != one)
    #expect(
      Self.text(Self.main, head: filter) != Self.text(Self.main, head: filter.replacing("2025", with: "2026"))
    )
  }

  @Test("is a small page with the language, the title, the filters and the element")
  func whole() {
    let filter = "<meta name=\"search-year\" data-pagefind-filter=\"year[content]\" content=\"2025\">"
    let text = Self.text(Self.main, head: "<meta charset=utf-8><title>Water – A</title>" + filter)
    #expect(
      text.map { String(decoding: $0.page, as: UTF8.self) }
        == "<html lang=\"en\"><title>Water – A</title>\(filter)<body><main data-pagefind-body><h1>Water</h1></main></body></html>\n"
    )
  }

  @Test("is nil on a page without the mark", arguments: ["", "<main>"])
  func none(main: String) {
    #expect(Self.text(main) == nil)
  }

  @Test(
    "has headings, and the cells, rows, list entries and sections that results lead to",
    arguments: [
      ("<h2 id=\"a\" class=\"x\">One <em>two</em></h2>", "<h2 id=\"a\">One two</h2>"),
      ("<h3>One</h3>", "<h3>One</h3>"),
      ("<td id='a--b'><p>One</p> <b>two</b></td>", "<td id=\"a--b\"> One.  two</td>"),
      ("<tbody id=\"a\"><tr id=\"b\"><th>One</th></tr></tbody>", "<tbody id=\"a\"></tbody>One"),
      ("<ul><li id=\"a\">One</li></ul>", " <li id=\"a\">One</li> "),
      ("<section id=\"a\"><span id=\"b\">One</span></section>", " <section id=\"a\"></section>One. "),
      // Neither footnotes nor parts of each page, nor what the tags of a page do not allow.
      ("<ol><li id=\"fn-1\">One</li></ol>", " One. "),
      ("<td id=\"page:x\">One</td>", " One. "),
      ("<td id='a\"b'>One</td>", "<td>One</td>"),
    ])
  func places(content: String, expected: String) {
    #expect(Self.reduced(content) == expected)
  }

  @Test(
    "ends the sentences of blocks as Pagefind does",
    arguments: [
      ("<p>One</p><p>Two.</p>", " One.  Two. "), ("<div><p>One</p></div>", "  One.  "),
      ("<p>One <a href=\"x>y\">two</a></p>", " One two. "), ("<p>One </p>", " One  "), ("<p></p>", "  "),
      ("<p>é</p>", " é. "), ("<p>“One”</p>", " “One” "), ("<p>1)</p>", " 1). "), ("One<br>two", "One two"),
      ("<blockquote>One</blockquote>", "One"), ("<p>&lt;a&gt;</p>", " &lt;a&gt; "),
    ])
  func sentences(content: String, expected: String) {
    #expect(Self.reduced(content) == expected)
  }

  @Test(
    "leaves out what is not searched",
    arguments: [
      "<nav><p>x</p></nav>", "<a class=\"cite\" href=\"#\">x</a>", "<p class=\"a  source b\">x<br>x</p>",
      "<sup class=\"footnote\">1</sup>", "<div data-pagefind-ignore><p id=\"x\">x</p></div>",
      "<!-- <p>x -->", "<script>if (a < b) { '<p>' }</script>", "<svg><path d=\"x\"/><text>x</text></svg>",
      "<table class=\"standings\"><thead><tr><th>x</th></tr></thead></table>",
      "<article class=\"party\"><section class=\"positions\"><td id=\"a\">x</td></section></article>",
      "<img src=\"a\" alt=\"x\">", "<form><input><button>x</button></form>",
    ])
  func exclusions(content: String) {
    let text = Self.reduced("One\(content)")
    #expect(text?.filter { !$0.isWhitespace } == "One")
  }

  @Test("has what resembles something that is left out")
  func resemblance() {
    #expect(Self.reduced("<thead>a</thead><sup>b</sup><b class=\"footnote cited\">c</b>") == "abc")
    #expect(Self.reduced("<div class=\"x\"><b class=\"positions\">a</b></div>") == " a. ")
    #expect(
      Self.reduced("<i class=\"party\"><b><u class=\"positions\">a</u></b></i>") == "a", "not its child")
  }

  @Test(
    "is the whole page if its tags do not match, or if it has other instructions for Pagefind",
    arguments: [
      "<main data-pagefind-body><p>One</main>", "<main data-pagefind-body><script>never closed",
      "<main data-pagefind-body><b><i>One</b></i></main>", "<main data-pagefind-body>One < two</main>",
      "<main data-pagefind-body><p data-pagefind-meta=\"a\">One</p></main>",
      "<main data-pagefind-body>One</main><div data-pagefind-body>Two</div>",
      "<p data-pagefind-filter=\"a\">x</p><main data-pagefind-body>One</main>",
      "<main data-pagefind-body data-pagefind-weight=\"2\">One</main>", "<main data-pagefind-body>One",
      "<main data-pagefind-body><a title=\"never closed>One</main>",
    ])
  func unreduced(main: String) {
    #expect(Self.text(main)?.page == Self.page(main))
  }
}
