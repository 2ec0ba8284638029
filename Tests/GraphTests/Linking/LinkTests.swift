import Content
import Graph
import SampleArchives
import Testing

@Suite("Links to files, folders and addresses")
struct LinkTests {
  private func site(_ text: String, settings: SiteSettings = SampleSite.settings) -> SampleSite {
    SampleSite(
      [
        ("reports/2025/a.md", text + "\n"),
        (
          "reports/b c.md",
          "---\ntitle: B\n---\n\n## Ways out\n\n" + NameTests.table("Aspect", ["X1", "Y1"], ["Gas"])
        ),
        ("pages/about.md", "---\ntitle: About\nredirects: [/old/about/]\n---\n"),
        ("issues/gas.md", "---\ntitle: Gas\n---\n\n## Scope\n"),
        ("index.md", "Welcome\n"),
      ], assets: ["reports/2025/map.png", "files/plan.pdf"], settings: settings)
  }

  private func targets(_ text: String) -> [LinkTarget] {
    let graph = site(text).graph
    return graph.reports.first { $0.slug.hasSuffix("a") }?.links.targets.map(\.target) ?? []
  }

  @Test("relative links to Markdown files become links to pages, with fragments")
  func files() {
    #expect(
      targets(
        "[a](../b%20c.md) [b](../b%20c.md#ways-out) [c](<../b c.md#gas--x1>) [d](./../../pages/about.md)")
        == [
          .report(ID(1), anchor: nil), .report(ID(1), anchor: "ways-out"), .position(ID(0)),
          .page(address: "about", anchor: nil),
        ])
  }

  @Test("folders, index files and site addresses are pages, too")
  func folders() {
    #expect(
      targets(
        "[a](../) [b](../../issues/index.md) [c](/about/) [d](/) [e](/issues/gas) [f](/matrix/) [g](/old/about)"
      ) == [
        .page(address: "reports", anchor: nil), .page(address: "issues", anchor: nil),
        .page(address: "about", anchor: nil), .page(address: "", anchor: nil), .issue(ID(0)),
        .page(address: "matrix", anchor: nil), .page(address: "about", anchor: nil),
      ])
  }

  @Test("links to other files and images are kept; links to other sites are left alone")
  func assets() {
    #expect(
      targets(
        "![Map](map.png) [plan](../../files/plan.pdf) [x](https://example.org/a.md) [y](mailto:a@b.c) [z](//h/x)"
      )
        == [.asset(path: "reports/2025/map.png"), .asset(path: "files/plan.pdf")])
  }

  @Test("the suffix after a file’s path in a link is kept as written")
  func assetSuffixes() {
    #expect(
      targets(
        "[plan](../../files/plan.pdf#page=3) [x](../../files/plan.pdf?v=2#a%20b) [[plan.pdf#page=4]]")
        == [
          .asset(path: "files/plan.pdf", suffix: "#page=3"),
          .asset(path: "files/plan.pdf", suffix: "?v=2#a%20b"),
          .asset(path: "files/plan.pdf", suffix: "#page=4"),
        ])
  }

  @Test(
    "a link to what only the plan of the site knows is left open, with what to say if there is no such page")
  func openLinks() {
    let site = SampleSite([
      ("reports/a.md", "[options](/options/) [two](../compare/x--y/#gas) [data](/graph.json?x#y)\n")
    ])
    let graph = site.graph
    #expect(
      graph.reports[0].links.targets.map(\.target) == [
        .page(address: "options", anchor: nil), .page(address: "compare/x--y", anchor: "gas"),
        .asset(path: "graph.json", suffix: "?x#y"),
      ])
    #expect(graph.openLinks.map(\.path) == ["options", "compare/x--y", "graph.json"])
    #expect(
      graph.openLinks.map(\.diagnostic.message) == [
        "the page “/options/” does not exist because it would be empty",
        "the file “compare/x--y” does not exist",
        "the site has no page “/graph.json”",
      ])
    #expect(site.messages == "")
  }

  @Test("a plain table keeps the anchor that its author set, and headings get other ones")
  func plainTables() {
    let site = SampleSite([
      ("reports/a.md", "# Costs\n\n| Year | Cost |\n|---|---|\n| 2024 | 3 |\n\n: Costs {#costs}\n"),
      ("reports/b.md", "See [[a#^costs]] and [it](a.md#costs).\n"),
    ])
    #expect(site.messages == "")
    #expect(
      site.graph.reports[1].links.targets.map(\.target) == [
        .report(ID(0), anchor: "costs"), .report(ID(0), anchor: "costs"),
      ])
    #expect(site.graph.reports[0].links.tables.map(\.anchor) == ["costs"])
    #expect(site.graph.reports[0].links.anchors.map(\.anchor) == ["costs-1"])
  }

  @Test("a heading in an issue file’s text is an anchor on the issue’s page")
  func issueText() {
    #expect(
      targets("[a](../../issues/gas.md#scope) [b](../../issues/gas.md#x1)") == [
        .page(address: "issues/gas", anchor: "text:scope"), .page(address: "issues/gas", anchor: "x1"),
      ])
  }

  @Test("a link to a missing file suggests the nearest file")
  func broken() {
    #expect(
      site("[b](../b%20d.md)").messages == """
        Content/reports/2025/a.md:1:1: error: the file “reports/b d.md” does not exist [broken-link]
           1 | [b](../b%20d.md)
             | ^~~~~~~~~~~~~~~~
             = help: did you mean “../b c.md”?

        """)
    let picture = site("![x](mep.png)").graph.openLinks.first?.diagnostic
    #expect(picture?.message == "the file “reports/2025/mep.png” does not exist")
    #expect(picture?.suggestion?.message == "did you mean “map.png”?")
  }

  @Test("a link out of the content folder is broken")
  func outside() {
    #expect(
      site("[x](../../../secret.md)").messages == """
        Content/reports/2025/a.md:1:1: error: “../../../secret.md” points outside the content folder [broken-link]
           1 | [x](../../../secret.md)
             | ^~~~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("an unknown fragment is an error")
  func fragments() {
    #expect(
      site("[x](#nowhere)").messages == """
        Content/reports/2025/a.md:1:1: error: this page has no anchor “#nowhere” [broken-anchor]
           1 | [x](#nowhere)
             | ^~~~~~~~~~~~~

        """)
    #expect(site("# Some where\n\n[x](#some-where)").messages == "")
  }

  @Test("headings have the same anchors as on GitHub, unless a cell or table already uses them")
  func headingAnchors() {
    let graph = SampleSite([
      (
        "reports/a.md",
        "# What’s *new*?\n\n## What's new\n\n## Gas - X1\n\n## Gas  X1\n\n## Gas -- X1\n\n## Table 1\n\n## Ünïcode 2\n\n"
          + NameTests.table("Aspect", ["X1", "Y1"], ["Gas"])
      )
    ]).graph
    #expect(
      graph.reports[0].links.anchors.map(\.anchor) == [
        "whats-new", "whats-new-1", "gas---x1", "gas--x1-1", "gas----x1", "table-1-1", "ünïcode-2",
      ])
  }

  @Test("a heading with the same anchor as a cell gets a number")
  func headingYieldsToCell() {
    let graph = SampleSite([
      ("reports/a.md", "## Gas—X1\n\n## gas--x1\n\n" + NameTests.table("Aspect", ["X1", "Y1"], ["Gas"]))
    ]).graph
    #expect(graph.reports[0].links.anchors.map(\.anchor) == ["gasx1", "gas--x1-1"])
  }
}
