import Content
import Site
import Testing

@Suite("A reader") struct ReaderViewTests {
  private static let table = """
    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] Yes[^a] | No[^a] |
    | Bridges | None[^b] | [-] Some |

    [^a]: The first letter.
    [^b]: The second letter.

        - as a list
    """

  private static func site(_ front: String = "", with files: [String: String] = [:]) -> WrittenSite {
    var files = files
    files["reports/one.md"] = "---\ntitle: One\n\(front)---\n\n" + table
    return WrittenSite(files)
  }

  @Test("sees the core issues of a report, with or without a row, without duplicates")
  func coreIssues() {
    let files = ["issues/ferries.md": "---\ntitle: Ferries\n---\n"]
    let page = Self.site("core-issues: [Ferries, Tolls, Ferries]\n", with: files)
      .page("reports/one/index.html")
    #expect(
      page.contains(
        """
        <ul class="names">
        <li><a href="../../issues/tolls/">Tolls</a> <span class="count">core issue</span></li>
        <li><a href="../../issues/bridges/">Bridges</a></li>
        </ul>
        <h3>Core issues without a table row</h3>
        <ul class="names">
        <li><a href="../../issues/ferries/">Ferries</a></li>
        </ul>
        """))
  }

  @Test("sees the parties that a report affects, with or without a column") func affected() {
    let page = Self.site("affects: [Blue, Green]\n", with: ["parties/green.md": "---\ntitle: Green\n---\n"])
      .page("reports/one/index.html")
    #expect(page.contains("Blue</a> <span class=\"count\">affected</span>"))
    #expect(!page.contains("Red</a> <span"))
    #expect(
      page.contains(
        """
        <h3>Affected parties without a table column</h3>
        <ul class="names">
        <li class="p2"><a href="../../parties/green/">Green</a></li>
        </ul>
        """))
  }

  @Test("sees core issues even in a report without a table") func noTable() {
    let site = WrittenSite([
      "reports/one.md": "---\ntitle: One\ncore-issues: [Ferries]\n---\n\nNo table.\n",
      "issues/ferries.md": "---\ntitle: Ferries\n---\n",
    ])
    #expect(site.page("reports/one/index.html").contains("Core issues without a table row"))
    #expect(!site.page("reports/one/index.html").contains("Parties in this report"))
  }

  @Test("sees the matrix by groups of issues, those without a group last") func groupedMatrix() {
    let site = Self.site(with: ["issues/tolls.md": "---\ntitle: Tolls\ngroup: Roads & rails\n---\n"])
    let page = site.page("matrix/index.html")
    let roads = page.firstRange(
      of: """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="3"><span>Roads &amp; rails</span></th></tr>
        <tr><th scope="row"><a href="../issues/tolls/">
        """)
    let others = page.firstRange(
      of: """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="3"><span>Other issues</span></th></tr>
        <tr><th scope="row"><a href="../issues/bridges/">
        """)
    #expect(roads != nil && others != nil)
    if let roads, let others { #expect(roads.lowerBound < others.lowerBound) }
    #expect(!Self.site().page("matrix/index.html").contains("rowgroup"))
  }

  @Test("can return from a note to each of its references by number") func backLinks() {
    let page = Self.site().page("reports/one/index.html")
    #expect(
      page.contains(
        "<a class=\"back\" href=\"#fnref:a\" aria-label=\"Back to reference 1-1\">↩<sup>1</sup></a> "
          + "<a class=\"back\" href=\"#fnref2:a\" aria-label=\"Back to reference 1-2\">↩<sup>2</sup></a>"))
    #expect(page.contains("aria-label=\"Back to reference 2\">↩</a>"))
  }

  @Test("sees the sources of a position, not their numbers on another page") func sources() {
    let site = Self.site()
    let tolls = site.page("issues/tolls/index.html")
    #expect(!tolls.contains("class=\"footnote\""))
    #expect(tolls.contains("[+] Yes") == false && tolls.contains("<td class=\"words\">Yes</td>"))
    #expect(tolls.contains("<p class=\"evidence\">Source: The first letter.</p>"))
    #expect(
      site.page("issues/bridges/index.html").contains(
        "Source: The second letter. <a href=\"../../reports/one/#fn:b\">Full note</a></p>"))
  }

  @Test("finds no links to empty pages") func emptyLists() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    let empty = WrittenSite(["reports/one.md": "Nothing compared.\n"], settings: settings)
    #expect(
      empty.pages == ["index.html", "reports/one/index.html", "reports/index.html", "404.html"])
    settings.navigation = [
      NavigationEntry(label: "Choices", address: "/options/"),
      NavigationEntry(label: "All", address: "/reports/#year:2024"),
    ]
    let menu = WrittenSite(["reports/one.md": "Nothing compared.\n"], settings: settings)
    #expect(menu.plan.diagnostics.map(\.id) == [.withoutBaseURL])
    #expect(!menu.page("index.html").contains("Choices"))
    #expect(menu.page("index.html").contains("<a href=\"reports/#year:2024\">All</a>"))
    #expect(WrittenSite([:]).pages == ["index.html", "404.html"])
  }

  @Test("can follow links to a file's page and to a plain table") func places() {
    let site = WrittenSite(
      [
        "reports/one.md": "| Year | Cost |\n|---|---|\n| 2024 | 3 |\n\n: Costs {#costs}\n",
        "pages/two.md": "[Plan](../files/a plan.pdf) [p. 3](<../files/a plan.pdf#page=3&é>) [[one#^costs]]\n",
      ], assets: ["files/a plan.pdf"])
    #expect(site.messages == [])
    #expect(site.page("reports/one/index.html").contains("Costs\" id=\"costs\">"))
    let page = site.page("two/index.html")
    #expect(page.contains("href=\"../files/a%20plan.pdf#page=3&amp;%C3%A9\""))
    #expect(page.contains("href=\"../reports/one/#costs\""))
  }

  @Test("sees a one-sentence summary of an issue and of a party") func summaries() {
    let site = Self.site(with: [
      "issues/tolls.md": "---\ntitle: Tolls\nsummary: Who pays & how.\nproposition: Drivers pay.\n---\n",
      "parties/red.md": "---\ntitle: Red\nsummary: A party.\nkind: coalition\n---\n",
    ])
    let issue = site.page("issues/tolls/index.html")
    #expect(issue.contains("<p class=\"lead\">Who pays &amp; how.</p>"))
    #expect(issue.contains("Stance on this statement</span> Drivers pay.</p>"))
    let party = site.page("parties/red/index.html")
    #expect(party.contains("<p class=\"lead\">A party.</p>"))
    #expect(
      party.contains(
        "<a href=\"../../parties/\">Parties</a></li>\n<li class=\"breadcrumb-note\">coalition</li>"))
  }
}
