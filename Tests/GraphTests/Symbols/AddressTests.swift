import Content
import Graph
import SampleArchives
import Testing

@Suite("Addresses and relations")
struct AddressTests {
  @Test("two reports with the same slug are an error that names both files")
  func sameSlug() {
    let site = SampleSite([
      ("reports/a.md", "---\ntitle: One\nslug: talks\n---\n"),
      ("reports/b.md", "---\ntitle: Two\nslug: talks\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/b.md:2:8: error: two pages have the address “/reports/talks/” [duplicate-address]
           2 | title: Two
             |        ^~~
        Content/reports/a.md:2:8: note: the other page
           2 | title: One
             |        ^~~

        """)
  }

  @Test(
    "a page cannot have the address of a list",
    arguments: ["reports", "issues", "matrix", "options", "compare", "coverage", "assets"])
  func reserved(_ name: String) {
    let site = SampleSite([("pages/\(name).md", "---\ntitle: Mine\n---\n")])
    #expect(
      site.messages == """
        Content/pages/\(name).md:2:8: error: two pages have the address “/\(name)/” [duplicate-address]
           2 | title: Mine
             |        ^~~~
             = note: Standpoint generates a page with this address

        """)
  }

  @Test("a page can have the address of a list that is switched off") func freed() {
    var settings = SampleSite.settings
    settings.pageKinds[SampleSite.tensions] = false
    let site = SampleSite(
      [("pages/tensions.md", "# Mine\n"), ("pages/about.md", "[Mine](/tensions/) and [it](tensions.md)\n")],
      settings: settings)
    #expect(site.messages == "")
    #expect(site.graph.pages.map(\.address) == ["about", "tensions"])
  }

  @Test("a page can have the address of a generated page that shows its text") func shared() {
    let site = SampleSite([
      ("pages/corrections.md", "# Mine\n\n## Why\n"),
      ("pages/about.md", "[Mine](/corrections/), [it](corrections.md#why)\n"),
    ])
    #expect(site.messages == "")
    #expect(site.graph.pages.map(\.address) == ["about", "corrections"])
    let two = SampleSite([
      ("pages/corrections.md", "# One\n"), ("pages/other.md", "---\nslug: corrections\n---\n"),
    ])
    #expect(two.messages.contains("error: two pages have the address “/corrections/” [duplicate-address]"))
  }

  @Test("names without files that would have the same address are reported, never merged")
  func slugsOfNames() {
    let site = SampleSite([
      ("reports/a.md", NameTests.table("Aspect", ["X1", "Y1"], ["Sea & air", "Sea, air"]))
    ])
    #expect(site.graph.issues.count == 2)
    #expect(
      site.messages.contains("error: two pages have the address “/issues/sea-air/” [duplicate-address]"))
  }

  @Test("a redirect from the address of a page is an error")
  func redirect() {
    let site = SampleSite([
      ("reports/a.md", "---\ntitle: One\nredirects: [/about/, /old/one/]\n---\n"),
      ("reports/b.md", "---\ntitle: Two\nredirects: [/old/one]\n---\n"),
      ("pages/about.md", "---\ntitle: About\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:3:13: error: “/about/” is the address of another page, so it cannot redirect [duplicate-address]
           3 | redirects: [/about/, /old/one/]
             |             ^~~~~~~
        Content/pages/about.md:2:8: note: the other page
           2 | title: About
             |        ^~~~~
        Content/reports/b.md:3:13: error: two pages redirect from the address “/old/one” [duplicate-address]
           3 | redirects: [/old/one]
             |             ^~~~~~~~
        Content/reports/a.md:3:22: note: the other page
           3 | redirects: [/about/, /old/one/]
             |                      ^~~~~~~~~

        """)
  }

  @Test("a copied file cannot have the address of a page")
  func asset() {
    let site = SampleSite(
      [("pages/about.md", "---\ntitle: About\n---\n")], assets: ["about/index.html", "x.pdf"])
    #expect(site.messages.contains("error: the file “about/index.html” has the same address as a page"))
    #expect(!site.messages.contains("x.pdf"))
  }

  @Test("relations are resolved by name and alias")
  func relations() {
    let site = SampleSite([
      ("parties/usa.md", "---\ntitle: United States\naliases: [US]\nmember-of: [NATO]\n---\n"),
      ("parties/trump.md", "---\ntitle: Trump Administration\nacts-for: US\n---\n"),
      ("parties/nato.md", "---\ntitle: NATO\n---\n"),
      ("issues/gas.md", "---\ntitle: Gas\nbroader: [Energy]\nrelated: [Sanctions]\n---\n"),
      ("issues/energy.md", "---\ntitle: Energy\n---\n"),
      ("issues/sanctions.md", "---\ntitle: Sanctions\n---\n"),
    ])
    #expect(site.messages == "")
    let graph = site.graph
    #expect(graph.parties.map { $0.actsFor?.index } == [nil, 2, nil])
    #expect(graph.parties.map { $0.blocs.map(\.index) } == [[], [], [0]])
    #expect(graph.issues.map { $0.broader.map(\.index) } == [[], [0], []])
    #expect(graph.issues.map { $0.related.map(\.index) } == [[], [2], []])
  }

  @Test("an unknown relation suggests the nearest party")
  func unknownRelation() {
    let site = SampleSite([
      ("parties/trump.md", "---\ntitle: Trump Administration\nacts-for: Untied States\n---\n"),
      ("parties/usa.md", "---\ntitle: United States\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/parties/trump.md:3:11: error: unknown party “Untied States” [unknown-relation]
           3 | acts-for: Untied States
             |           ^~~~~~~~~~~~~
             = help: did you mean “United States”?

        """)
  }

  @Test("cycles of relations are reported and broken up")
  func cycle() {
    let site = SampleSite([
      ("issues/a.md", "---\ntitle: Arms\nbroader: [Boats]\n---\n"),
      ("issues/b.md", "---\ntitle: Boats\nbroader: [Coal]\n---\n"),
      ("issues/c.md", "---\ntitle: Coal\nbroader: [Arms]\n---\n"),
      ("parties/x.md", "---\ntitle: Xenia\nacts-for: Xenia\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/issues/c.md:3:11: error: “Arms” is broader than itself: “Arms” → “Boats” → “Coal” → “Arms” [relation-cycle]
           3 | broader: [Arms]
             |           ^~~~
        Content/parties/x.md:3:11: error: “Xenia” acts for itself: “Xenia” → “Xenia” [relation-cycle]
           3 | acts-for: Xenia
             |           ^~~~~

        """)
    #expect(site.graph.issues.map { $0.broader.count } == [1, 1, 0])
    #expect(site.graph.parties[0].actsFor == nil)
  }
}
