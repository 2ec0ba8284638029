import Content
import Testing

@testable import Site

@Suite("Authored pages") struct PageCourseTests {
  private static let long = "# Long\n\n## One\n\n### Deep\n\n## Two\n\n## Three\n"

  private static func site(_ menu: [NavigationEntry]?) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/")
    settings.navigation = menu
    return WrittenSite(
      [
        "pages/a.md": "# A & co\n\nText.\n", "pages/b.md": long, "pages/c.md": "# C\n\nText.\n",
        "reports/one.md": "Nothing compared.\n",
      ], settings: settings)
  }

  private static func groups() -> [NavigationEntry] {
    let groups = [
      NavigationEntry(
        label: "Start",
        entries: [
          NavigationEntry(label: "Home", address: "/"), NavigationEntry(label: "First", address: "/a/"),
        ]),
      NavigationEntry(
        label: "More",
        entries: [
          NavigationEntry(label: "All", address: "/reports/"), NavigationEntry(label: "Long", address: "/b/"),
        ]),
    ]
    return groups.compactMap { $0 } + [NavigationEntry(label: "Alone", address: "/c/")]
  }

  @Test("with three headings have a table of contents, and with fewer none") func contents() {
    let site = Self.site(nil)
    let page = site.page("b/index.html")
    #expect(page.contains("<nav class=\"contents\" aria-label=\"Contents\">"))
    #expect(page.contains("<li><a href=\"#one\">One</a>\n<ol>\n<li><a href=\"#deep\">Deep</a></li>\n</ol>"))
    #expect(!page.contains("href=\"#long\""))
    #expect(!site.page("a/index.html").contains("class=\"contents\""))
  }

  @Test("in a group of the menu show the entries of the group, which is marked") func group() {
    let site = Self.site(Self.groups())
    #expect(site.messages == [])
    let page = site.page("b/index.html")
    #expect(page.contains("<li><a href=\"../\">Start</a></li>"))
    #expect(page.contains("<li><a href=\"../reports/\" aria-current=\"true\">More</a></li>"))
    #expect(page.contains("<nav class=\"group-menu\" aria-label=\"More\">"))
    #expect(page.contains("<li><a href=\"../b/\" aria-current=\"true\">Long</a></li>"))
    let home = site.page("index.html")
    #expect(home.contains("<nav class=\"group-menu\" aria-label=\"Start\">"))
    #expect(home.contains("<li><a href=\"./\" aria-current=\"true\">Home</a></li>"))
    #expect(site.page("reports/one/index.html").contains("<nav class=\"group-menu\" aria-label=\"More\">"))
    #expect(!site.page("c/index.html").contains("group-menu"))
  }

  @Test("link to the previous and the next page, in the order of the menu and across its groups")
  func neighbours() {
    let site = Self.site(Self.groups())
    let first = site.page("a/index.html")
    #expect(!first.contains("rel=\"prev\""))
    #expect(first.contains("<a class=\"next\" rel=\"next\" href=\"../b/\"><span>Next</span> Long</a>"))
    let last = site.page("b/index.html")
    #expect(
      last.contains("<a class=\"previous\" rel=\"prev\" href=\"../a/\"><span>Previous</span> First</a>"))
    #expect(!last.contains("rel=\"next\""))
    #expect(!site.page("c/index.html").contains("class=\"neighbours\""))
    #expect(!Self.site(nil).page("a/index.html").contains("class=\"neighbours\""))
  }

  @Test("a group entry that leads to no page is an error") func brokenEntry() {
    let group = NavigationEntry(label: "G", entries: [NavigationEntry(label: "X", address: "/bb/")])
    let site = Self.site([group].compactMap { $0 })
    #expect(
      site.messages == [
        "error: the menu entry “X” leads to “/bb/”, which is not a page on this site [broken-link]; did you mean “/b/”?"
      ])
  }

  @Test("a group of empty lists is left out") func emptyGroup() {
    let group = NavigationEntry(label: "G", entries: [NavigationEntry(label: "M", address: "/matrix/")])
    let site = Self.site([group].compactMap { $0 })
    #expect(site.messages == [])
    #expect(!site.page("index.html").contains(">G</a>"))
  }

  @Test("without reports, the footer shows no counts") func footer() {
    let footer = { (site: WrittenSite) in site.page("index.html").contains("0 positions") }
    #expect(!footer(WrittenSite(["pages/a.md": "Text.\n"])))
    #expect(footer(WrittenSite(["reports/a.md": "Text.\n"])))
  }

  @Test("are sorted by weight in the menu, like reports in lists") func weight() {
    let site = WrittenSite([
      "pages/a.md": "---\nweight: 2\n---\nText.\n", "pages/b.md": "---\nweight: 1\n---\nText.\n",
      "reports/new.md": "---\ntitle: New\ndate: 2025-02\n---\n",
      "reports/old.md": "---\ntitle: Old\ndate: 2025-01\nweight: -1\n---\n",
    ])
    for (page, first, second) in [
      ("index.html", "href=\"b/\"", "href=\"a/\""), ("index.html", ">Old</a>", ">New</a>"),
      ("reports/index.html", ">Old</a>", ">New</a>"),
    ] {
      let html = site.page(page)

      #expect(html.components(separatedBy: first).count > 1)
      #expect(html.components(separatedBy: first).last?.contains(second) == true, "\(page): \(first)")
    }
    let usual = WrittenSite([
      "reports/new.md": "---\ntitle: New\ndate: 2025-02\n---\n",
      "reports/old.md": "---\ntitle: Old\ndate: 2025-01\n---\n",
    ]).page("reports/index.html")
    #expect(usual.contains(/New<\/a>(.|\n)*Old<\/a>/))
  }
}
