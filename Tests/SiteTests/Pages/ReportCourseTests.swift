import Content
import Testing

@testable import Site

@Suite("Links between reports") struct ReportCourseTests {
  private static let table = "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n"

  private static func site(lists: Bool = true, mentions: Bool = true) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.lists] = lists
    settings.pageKinds[.mentions] = mentions
    return WrittenSite(
      [
        "reports/a.md": "---\ntitle: First & oldest\ndate: 2024-05-06\n---\n\n" + table,
        "reports/b.md":
          "---\ntitle: Second\ndate: 2025-01\n---\n\nIt answers [the *first* one](a.md). And [again](a.md).\n",
        "reports/c.md":
          "---\ntitle: Third\ndate: 2025-02-03\n---\n\n[[a#tolls--red|One row]] says so. [[Third]] is this.\n\n![[a#tolls--blue]]\n",
        "reports/undated.md": "# Undated\n\nText.\n",
      ], settings: settings)
  }

  @Test("lead to the previous and the next report by date, undated ones first") func neighbours() {
    let site = Self.site()
    let middle = site.page("reports/b/index.html")
    #expect(
      middle.contains(
        """
        <a class="previous" rel="prev" href="../../reports/a/"><span>Previous report, \
        <time datetime="2024-05-06">6 May 2024</time></span> First &amp; oldest</a>
        """))
    #expect(
      middle.contains(
        "rel=\"next\" href=\"../../reports/c/\"><span>Next report, <time datetime=\"2025-02-03\">"))
    #expect(site.page("reports/a/index.html").contains("<span>Previous report</span> Undated</a>"))
    #expect(!site.page("reports/undated/index.html").contains("rel=\"prev\""))
    #expect(!site.page("reports/c/index.html").contains("rel=\"next\""))
    #expect(!WrittenSite(["reports/a.md": "Alone.\n"]).page("reports/a/index.html").contains("neighbours"))
  }

  @Test("include breadcrumbs above the title, down to the year") func breadcrumbs() {
    let page = Self.site().page("reports/b/index.html")
    #expect(
      page.contains(
        """
        <nav class="breadcrumbs" aria-label="Breadcrumb">
        <ol>
        <li><a href="../../">Home</a></li>
        <li><a href="../../reports/">Reports</a></li>
        <li><a href="../../reports/#year:2025">2025</a></li>
        </ol>
        </nav>
        """))
    #expect(!Self.site().page("reports/undated/index.html").contains("year:"))
    let bare = Self.site(lists: false).page("reports/b/index.html")
    #expect(bare.contains("<ol>\n<li><a href=\"../../\">Home</a></li>\n</ol>"))
  }

  @Test("include the reports that link to a report, with the sentence, the newest first")
  func backlinks() {
    let page = Self.site().page("reports/a/index.html")
    #expect(
      page.contains(
        """
        <h2>Linked from</h2>
        <ul class="mentions">
        <li>
        <p class="excerpt"><mark>One row</mark> says so.</p>
        <p class="source"><a href="../../reports/c/">Third</a>, <time datetime="2025-02-03">3 February 2025</time></p>
        </li>
        <li>
        <p class="excerpt">It answers <mark>the first one</mark>.</p>
        <p class="source"><a href="../../reports/b/">Second</a>, <time datetime="2025-01">January 2025</time>, 2 mentions</p>
        </li>
        </ul>
        """))
    #expect(!Self.site().page("reports/c/index.html").contains("Linked from"))
    #expect(!Self.site(mentions: false).page("reports/a/index.html").contains("Linked from"))
  }

  @Test("issue and party pages show the number of positions and the newest date") func latestPositions() {
    let byline =
      "<p class=\"byline\"><span>%</span> <span>As of <time datetime=\"2024-05-06\">6 May 2024</time></span></p>"
    let site = Self.site()
    #expect(
      site.page("issues/tolls/index.html").contains(byline.replacing("%", with: "2 positions")))
    #expect(site.page("parties/red/index.html").contains(byline.replacing("%", with: "1 position")))
  }

  private static func many(_ count: Int, with files: [String: String] = [:]) -> WrittenSite {
    var files = files
    for number in 0..<count {
      let date = number == 0 ? "" : "date: \(2023 + number % 3)-01-01\n"
      files["reports/r\(1000 + number).md"] = "---\ntitle: R\(number)\n\(date)---\n\nText.\n"
    }
    return WrittenSite(files)
  }

  @Test("each year has a page if there are more than 200 reports, and the list shows the newest")
  func years() {
    let few = Self.many(200)
    #expect(!few.pages.contains("reports/2024/index.html"))
    #expect(
      few.page("reports/index.html").components(separatedBy: "<li><a href=\"../reports/r1").count == 201)
    let site = Self.many(
      201, with: ["pages/about.md": "# About\n\n[Old](/reports/2023/) [list](/reports/#year:2023)\n"])
    #expect(site.messages == [])
    #expect(
      site.pages.filter { $0.hasPrefix("reports/2") || $0.hasPrefix("reports/u") } == [
        "reports/2025/index.html", "reports/2024/index.html", "reports/2023/index.html",
        "reports/undated/index.html",
      ])
    let list = site.page("reports/index.html")
    #expect(list.components(separatedBy: "<li><a href=\"../reports/r1").count == 51)
    #expect(
      list.contains(
        "<section id=\"year:2023\">\n<h2>2023</h2>\n<p class=\"more\"><a href=\"../reports/2023/\">Reports in 2023</a>"
      ))
    #expect(
      list.contains("<a href=\"../reports/undated/\">Reports: Undated</a> <span class=\"count\">1</span>"))
    let year = site.page("reports/2024/index.html")
    #expect(year.contains("<h1>Reports in 2024</h1>"))
    #expect(year.contains("<a href=\"../../reports/2024/\" aria-current=\"page\">2024</a>"))
    #expect(year.components(separatedBy: "<li><a href=\"../../reports/r1").count == 68)
    #expect(site.page("reports/r1001/index.html").contains("<a href=\"../../reports/2024/\">2024</a>"))
  }

  @Test("all reports stay on one page if a report has the address of a year") func takenYears() {
    let site = Self.many(
      201, with: ["reports/2024.md": "---\ntitle: A year\ndate: 2024\n---\n\nText of its own.\n"])
    #expect(!site.pages.contains("reports/2025/index.html"))
    #expect(site.page("reports/2024/index.html").contains("Text of its own."))
    #expect(site.page("reports/r1001/index.html").contains("reports/#year:2024"))
  }

  @Test("a picture alone in its paragraph has its title as the caption") func figures() {
    let site = WrittenSite(["reports/a.md": "![A map](https://example.org/m.png \"The line & more\")\n"])
    #expect(
      site.page("reports/a/index.html").contains(
        """
        <figure><img src="https://example.org/m.png" alt="A map" loading="lazy"><figcaption>The line &amp; more</figcaption></figure>
        """))
  }
}
