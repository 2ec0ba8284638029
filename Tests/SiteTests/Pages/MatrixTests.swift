import Content
import Testing

@testable import Site

@Suite("A comparison") struct WideComparisonTests {
  @Test("is wide with more than six columns, so that its rows are printed as blocks", arguments: [5, 6])
  func wide(parties: Int) {
    let names = (1...parties).map { "Party \($0)" }.joined(separator: " | ")
    let cells = (1...parties).map { _ in "Yes" }.joined(separator: " | ")
    let rule = String(repeating: "---|", count: parties + 1)
    let page = WrittenSite(["reports/a.md": "# A\n\n| Issue | \(names) |\n|\(rule)\n| Tolls | \(cells) |\n"])
      .page("reports/a/index.html")
    #expect(page.contains(parties > 5 ? "<table class=\"comparison wide\">" : "<table class=\"comparison\">"))
  }
}

@Suite("A cell of the matrix") struct MatrixTests {
  private static func site(today: PartialDate?, parties: Int = 2) -> WrittenSite {
    let names = (1...parties).map { "Party \($0)" }
    let head =
      "| Issue | " + names.joined(separator: " | ") + " |\n|---|" + names.map { _ in "---|" }.joined()
    let row = "| Tolls | " + names.map { _ in "[+] Yes" }.joined(separator: " | ") + " |"
    return WrittenSite(
      [
        // Two tables of one report give the same positions.
        "reports/a.md": "---\ndate: 2024-05-03\n---\n\n\(head)\n\(row)\n\nAgain:\n\n\(head)\n\(row)\n",
        "reports/b.md":
          "---\ndate: 2025-03-02\n---\n\n| Issue | Party 1 | Party 2 |\n|---|---|---|\n| Tolls | [-] No | |\n",
      ], today: today)
  }

  @Test("shows the stance, words, month and number of reports, and is named by them")
  func cell() {
    let page = Self.site(today: PartialDate(year: 2025, month: 12, day: 10)).page("matrix/index.html")
    #expect(
      page.contains(
        "aria-label=\"Party 1 on Tolls: Opposes, March 2025, 2 reports\">Opposes<span>No</span> <time datetime=\"2025-03\">March 2025</time> <small>×2</small></a>"
      ))
    #expect(
      page.contains(
        "aria-label=\"Party 2 on Tolls: Supports, May 2024\">Supports<span>Yes</span> <time datetime=\"2024-05\">May 2024</time></a>"
      ))
  }

  @Test("says that no position is reported") func none() {
    let site = WrittenSite([
      "reports/a.md":
        "| Issue | North | South |\n|---|---|---|\n| Tolls | [+] Yes | |\n| Fish | No | [-] No |\n"
    ])
    #expect(
      site.page("matrix/index.html").contains(
        "<td class=\"none\" data-label=\"South\">No position reported</td>"))
  }

  @Test("says in words that its review is due") func due() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.reviewAfter = ReviewPeriod("6 months")
    let site = WrittenSite(
      [
        "reports/a.md":
          "---\ndate: 2024-05-03\n---\n\n| Issue | North | South |\n|---|---|---|\n| Tolls | [+] Yes | |\n"
      ],
      settings: settings, today: PartialDate("2025-12-10"))
    let page = site.page("matrix/index.html")
    #expect(page.contains("North on Tolls: Supports, May 2024, due for review\""))
    #expect(page.contains("<i>due for review</i>"))
  }

  @Test("shows the short month if there are many parties") func dense() {
    let page = Self.site(today: PartialDate(year: 2025, month: 12, day: 10), parties: 9)
      .page("matrix/index.html")
    #expect(page.contains("<table class=\"matrix dense\" aria-label="))
    #expect(page.contains("Opposes<span>No</span> <time>2025-03</time> <small>×2</small></a>"))
  }

  @Test(
    "is on one of several pages if its letter has too many cells, with columns for the parties of the page")
  func divided() {
    // Each page has at most 5,000 cells: 50 issues with two parties each.
    let tables = (0..<70).map {
      "| Issue | Party \($0) | State \($0) |\n|---|---|---|\n| Issue \($0) | Yes | No |\n"
    }
    let site = WrittenSite(["reports/a.md": "# A\n\n" + tables.joined(separator: "\n")])
    let list = site.page("matrix/index.html")
    #expect(list.contains("<li><a href=\"i/\">I</a></li>\n<li><a href=\"i/page-2/\">I, Page 2</a></li>"))
    let pages = ["matrix/i/index.html", "matrix/i/page-2/index.html"].map { site.page($0) }
    #expect(pages.map { $0.matches(of: /<th scope="row">/).count } == [50, 20])
    #expect(pages.map { $0.matches(of: /<th scope="col"/).count } == [100, 40])
    #expect(pages[1].contains("I, Page 2</h1>"))
  }
}
