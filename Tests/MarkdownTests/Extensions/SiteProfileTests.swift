import Testing

@testable import Markdown

@Suite("Callouts, wikilinks, figures, anchors")
struct SiteProfileTests {
  @Test("a callout has a kind, a fold state and a title")
  func callouts() throws {
    let document = parsed("> [!TIP]- The *title* [[X]]\n> body\n>\n> - more\n").document
    let callout = try #require(document.nodes(.callout).first)
    #expect(document.string(callout.text) == "tip")
    #expect(callout.detail == 2)
    #expect(
      html("> [!TIP]- The *title* [[X]]\n> body\n>\n> - more\n", .site) == """
        <aside class="callout callout-tip">
        <p class="callout-title">The <em>title</em> X</p>
        <p>body</p>
        <ul>
        <li>more</li>
        </ul>
        </aside>

        """)
    #expect(html("> [!note]\n> a\n", .site).contains("<p class=\"callout-title\">Note</p>\n<p>a</p>"))
    #expect(html("> [!note]\n> a\n", .plain) == "<blockquote>\n<p>[!note]\na</p>\n</blockquote>\n")
    #expect(
      html("> [!a] b\n> > [!c] d\n> > e\n", .site).contains(
        "<aside class=\"callout callout-c\">\n<p class=\"callout-title\">d</p>"))
  }

  @Test(
    "wikilinks keep their text and everything around it",
    arguments: [
      ("_[[a_b]]_", "a_b", "", "<em>a_b</em>"), ("[[A#B|c *d*]]", "A#B", "c *d*", "c *d*"),
      ("\"[[it's]]\"", "it's", "", "&quot;it's&quot;"),
      ("[[ A  |  b ]]", "A", "b", "b"), ("[[a\\|b]]", "a", "b", "b"), ("![[f.png]]", "f.png", "", "f.png"),
    ])
  func wikilinks(text: String, target: String, shown: String, inner: String) throws {
    let document = parsed(text).document
    let link = try #require(document.nodes(.wikilink).first)
    #expect(document.string(link.text) == target)
    #expect(document.string(link.extra) == shown)
    #expect(link.flag == text.hasPrefix("!"))
    #expect(html(text, .site) == "<p>\(inner)</p>\n")
  }

  @Test(
    "text that looks like a wikilink is text in code, HTML, addresses and after a backslash",
    arguments: [
      "`[[a]]`", "    [[a]]", "```\n[[a]]\n```", "<a title=\"[[a]]\">", "\\[[a]]", "[[]]",
      "[[a](b)]", "[[a]](b)", "[x](<[[a]]>)",
    ])
  func noWikilinks(text: String) {
    #expect(parsed(text).document.nodes(.wikilink).isEmpty)
    #expect(html(text, .site) == html(text, .plain))
  }

  @Test("wikilinks inside a link become text")
  func wikilinkInLink() {
    #expect(html("[a [[b|c]] d](u)", .site) == "<p><a href=\"u\">a c d</a></p>\n")
    #expect(html("![a [[b]]](u) x", .site) == "<p><img src=\"u\" alt=\"a b\" /> x</p>\n")
  }

  @Test("noncharacters that an author wrote stay unchanged")
  func noncharacters() {
    let scalars = String(decoding: [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91] as [UInt8], as: UTF8.self)
    let text = "[[a]] \(scalars) `\(scalars)`"
    let document = parsed(text).document
    #expect(document.nodes(.wikilink).count == 1)
    #expect(document.plainText(of: 0) == "a \(scalars) \(scalars)")
  }

  @Test("an image alone in its paragraph is a figure")
  func figures() {
    #expect(
      html("![The *map*](m.png)\n", .site)
        == "<figure><img src=\"m.png\" alt=\"The map\" /><figcaption>The <em>map</em></figcaption></figure>\n"
    )
    #expect(
      html("![A map](m.png \"The <north>\")\n", .site)
        == "<figure><img src=\"m.png\" alt=\"A map\" title=\"The &lt;north&gt;\" />"
        + "<figcaption>The &lt;north&gt;</figcaption></figure>\n")
    #expect(html("![](m.png 'Title')\n", .site).hasSuffix("<figcaption>Title</figcaption></figure>\n"))
    #expect(parsed("![](m.png)\n").document.nodes(.figure).isEmpty)
    #expect(parsed("![a](m.png) b\n").document.nodes(.figure).isEmpty)
    #expect(parsed("![a](m.png)\n", .plain).document.nodes(.figure).isEmpty)
  }

  @Test(
    "anchors are the same as on GitHub",
    arguments: [
      ("What changed since June?", "what-changed-since-june"), ("NATO & the EU", "nato--the-eu"),
      ("Überblick: 2.0", "überblick-20"),
      ("snake_case – dash", "snake_case--dash"), ("Крым", "крым"), ("ÉCOLE", "école"), ("a\tb", "a-b"),
      ("Ukraine’s", "ukraines"),
    ])
  func anchors(text: String, anchor: String) {
    #expect(HeadingSlug.slug(text) == anchor)
  }

  @Test("anchors are unique on a page, and existing ones take precedence")
  func uniqueAnchors() {
    var slugs = HeadingSlug(taken: ["money", "a-1"])
    #expect(
      ["Money", "a", "a", "a", "?!"].map { slugs.anchor(for: $0) } == [
        "money-1", "a", "a-2", "a-3", "section",
      ])
  }

  @Test("a rule can write nodes in its own way")
  func rules() {
    var renderer = HTMLRenderer(parsed("# A [[b]]\n\n- c\n").document)
    renderer.render(0) { renderer, index in
      switch renderer.document.nodes[index].kind {
      case .heading:
        renderer.output.raw("<h2 id=\"a\">")
        return .opened(closing: "</h2>\n")
      case .wikilink:
        renderer.output.raw("<a>b</a>")
        return .done
      default: return .standard
      }
    }
    #expect(
      renderer.output.text
        == "<h2 id=\"a\">A <a>b</a></h2>\n<ul>\n<li>c</li>\n</ul>\n")
  }

  @Test("parts of a document can be rendered separately")
  func parts() throws {
    let document = parsed("- a\n- b\n\n| x | y |\n|--:|---|\n| 1 | *2* |\n").document
    func part(_ kind: NodeKind, _ number: Int) throws -> (whole: String, inside: String) {
      let indices = document.nodes.indices.filter { document.nodes[$0].kind == kind }
      var whole = HTMLRenderer(document)
      whole.render(indices[number])
      var inside = HTMLRenderer(document)
      inside.renderChildren(of: indices[number])
      return (whole.output.text, inside.output.text)
    }
    #expect(try part(.listItem, 1) == ("<li>b</li>\n", "b"))
    #expect(try part(.paragraph, 0).whole == "a")
    #expect(try part(.tableCell, 2).whole == "<td align=\"right\">1</td>\n")
    #expect(try part(.tableCell, 3).inside == "<em>2</em>")
    #expect(try part(.tableRow, 0).inside == "<th align=\"right\">x</th>\n<th>y</th>\n")
  }
}
