import Content
import Editions
import TestSupport
import Testing

@testable import Site

@Suite("A page as Markdown") struct MarkdownCopyTests {
  private static func site(
    _ files: [String: String], base: String? = "https://a.example/b/", style: AddressStyle = .pretty
  ) throws -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.writesMarkdownCopies = true
    settings.addresses = style
    settings.baseURL = try base.map(BaseURL.init)
    return WrittenSite(files, settings: settings)
  }

  private static let report = """
    ---
    title: Tolls
    date: 2025-03-02
    ---

    *Some* text with a [link](https://x.example/) and `code`.[^1]

    | Issue | North | South |
    |---|---|---|
    | Tolls | [+] Yes, a \\| b[^1] | [-] No |

    - one
    - two

    [^1]: A statement.
    """

  @Test("has its headings, texts, tables, lists and footnotes, and full addresses") func report() throws {
    let copy = try Self.site(["reports/a.md": Self.report]).page("reports/a/index.md")
    #expect(copy.hasPrefix("# Tolls\n\n2 March 2025"))
    #expect(copy.contains("*Some* text with a [link](https://x.example/) and `code`.[^1]"))
    #expect(
      copy.contains(
        """
        | Issue | [North](https://a.example/b/parties/north/) | [South](https://a.example/b/parties/south/) |
        | --- | --- | --- |
        | [Tolls](https://a.example/b/issues/tolls/) | **Supports** Yes, a \\| b[^1] | **Opposes** No |
        """), "\(copy)")
    #expect(copy.contains("- one\n- two\n") && copy.contains("\n[^1]: A statement.\n"))
    #expect(copy.hasSuffix("\nSource: <https://a.example/b/reports/a/>\n"), "\(copy.suffix(200))")
    for chrome in ["<nav", "<div", "Skip to", "BibTeX"] { #expect(!copy.contains(chrome), "\(chrome)") }
  }

  @Test(
    "has addresses that work beside its page without a base URL", arguments: [AddressStyle.pretty, .plain])
  func relative(_ style: AddressStyle) throws {
    let site = try Self.site(["reports/a.md": Self.report], base: nil, style: style)
    let copy = site.page(style == .pretty ? "reports/a/index.md" : "reports/a.md")
    #expect(copy.contains(style == .pretty ? "(../../issues/tolls/)" : "(../issues/tolls.html)"), "\(copy)")
    #expect(!copy.contains("Source: <"))
  }

  @Test("is named by its page, and by llms.txt in place of it") func named() throws {
    let site = try Self.site(["reports/a.md": Self.report])
    #expect(
      site.page("issues/tolls/index.html").contains(
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"../../issues/tolls/index.md\">"
      ))
    #expect(site.page("llms.txt").contains("(https://a.example/b/issues/tolls/index.md)"))
    #expect(!site.page("404.html").contains("text/markdown"))
    for page in site.plan.pages.compactMap(\.source.page) where page.definition.isInSitemap {
      let layout = SiteLayout(site.graph, archive: EditionArchive(), today: nil, map: nil)
      let path = MarkdownCopy.path(of: page.address(in: layout), .pretty)
      #expect(site.page(path).hasPrefix("# "), "\(path)")
    }
    let without = WrittenSite(["reports/a.md": Self.report])
    #expect(!without.plan.pages.contains { $0.path.hasSuffix(".md") })
  }

  @Test("repeats a cell that spans rows, and puts the text of a wide one in one column") func spans() {
    let html = """
      <main><h1>T</h1><table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>
      <tbody><tr><th rowspan="2">x</th><td>1</td><td>2</td></tr><tr class="notes"><td colspan="2"><p>n</p><p>m</p></td></tr>
      <tr><td colspan="3">all</td></tr></tbody></table></main>
      """
    let copy = MarkdownCopy.bytes(Array(html.utf8), at: "a", SiteSettings()) { $0 }
    #expect(
      String(decoding: copy, as: UTF8.self)
        == "# T\n\n| A | B | C |\n| --- | --- | --- |\n| x | 1 | 2 |\n| x |  | n<br>m |\n| all |  |  |\n")
  }

  @Test("reads nothing in a text as a mark") func marks() {
    let texts = [
      "a|b", "a\\|b", "\\", "`c`|`d`", "*e*", "[f](g)", "<b>", "&amp;", "~~h~~", "$i$", ":smile:", "[^1]",
      "| --- |",
      "a\nb", "]]", "!", "_j_",
    ]
    var random = SeededGenerator(seed: 15)
    for _ in 0..<200 {
      let text = (0..<6).map { _ in texts.randomElement(using: &random) ?? "" }.joined(separator: " ")
      var html = HTML()
      html.raw("<main><table><tr><td>")
      html.escaped(text)
      html.raw("</td><td><code>")
      html.escaped(text)
      html.raw("</code></td></tr></table></main>")
      let copy = String(
        decoding: MarkdownCopy.bytes(html.bytes, at: "a", SiteSettings()) { $0 }, as: UTF8.self)
      let lines = copy.split(separator: "\n")
      #expect(lines.count == 3 && lines[1] == "| --- | --- |", "\(copy)")
      #expect(Self.pipes(lines[2]) == 3, "\(copy)")
    }
  }

  /// The number of pipes without a backslash before them.
  private static func pipes(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  @Test("text after a line break begins no block, also in a heading")
  func lineBreaks() throws {
    for start in ["# a", "- a", "+ a", "1. a", "= a", "> a", "| a"] {
      let html: HTML = "<main><h2>T<br>\(start)</h2><p>T<br>\(start)</p></main>"
      let copy = String(
        decoding: MarkdownCopy.bytes(html.bytes, at: "a", SiteSettings()) { $0 }, as: UTF8.self)
      let lines = copy.split(separator: "\n")
      #expect(lines.count == 3 && lines[0].hasPrefix("## T ") && lines[1] == "T\\", "\(copy)")
      #expect(lines.last?.contains("\\") == true, "\(copy)")
    }
  }

  @Test("ends elements that raw HTML leaves open, and is written at any depth") func lenient() {
    for html in [
      "<main><p>a<b>c</p></i></main>", "<main>" + String(repeating: "<div>", count: 100_000) + "a",
      "<main><!-- a",
      "<main><p title='>'>a", "<", "<main></", "<main><script>a",
    ] {
      _ = MarkdownCopy.bytes(Array(html.utf8), at: "a", SiteSettings()) { $0 }
    }
    let deep = "<main>" + String(repeating: "<div>", count: 100_000) + "<p>word"
    let copy = MarkdownCopy.bytes(Array(deep.utf8), at: "a", SiteSettings()) { $0 }
    #expect(String(decoding: copy, as: UTF8.self) == "word\n")
  }
}
