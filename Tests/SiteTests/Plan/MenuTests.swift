import Content
import Graph
import Testing

@testable import Site

@Suite("The usual menu") struct MenuTests {
  private static func menu(_ files: [String: String], _ change: (inout SiteSettings) -> Void = { _ in })
    -> [NavigationEntry]
  {
    var settings = SiteSettings(switches: PageRegistry.switches)
    change(&settings)
    let site = WrittenSite(files, settings: settings, today: PartialDate("2025-06-01"))
    return Menu(site.graph, words: Theme().words, pages: site.plan.pages).entries
  }

  private static let table = "| Issue | North | South |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n"

  @Test("has few entries, and groups for comparing and for what changed") func entries() {
    let menu = Self.menu([
      "reports/a.md": "---\ndate: 2025-01-01\ncorrections: [{date: 2025-01-02, note: Typing error}]\n---\n\n"
        + Self.table,
      "reports/b.md": "---\ndate: 2025-02-01\n---\n\n" + Self.table.replacing("[+] Yes", with: "[-] No"),
      "pages/about.md": "# About\n",
    ])
    #expect(menu.map(\.label).prefix(5) == ["Issues", "Parties", "Compare", "What changed", "Reports"])
    #expect(menu.last?.label == "More" && menu.last?.opensList == true)
    #expect(menu[2].entries.map(\.address) == ["/matrix/", "/compare/"])
    #expect(menu[3].entries.map(\.address) == ["/moves/", "/corrections/"])
    #expect(menu.last?.entries.last?.address == "/about/")
  }

  @Test("has a group of one as an entry under the group’s name") func single() {
    let menu = Self.menu(["reports/a.md": Self.table]) { settings in
      for known in PageRegistry.switches where known.key == "pairs" { settings.pageKinds[known] = false }
    }
    let compare = menu.first { $0.label == "Compare" }
    #expect(compare?.address == "/matrix/" && compare?.entries.isEmpty == true)
  }

  @Test("has a single other page as an entry of its own") func oneOther() {
    let menu = Self.menu(["pages/about.md": "# About\n"])
    #expect(menu.map(\.label) == ["About"])
  }

  @Test("lists pages up to a limit, and a note names the first that is missing") func manyPages() {
    let pages = Dictionary(uniqueKeysWithValues: (10...60).map { ("pages/p\($0).md", "# P\($0)\n") })
    let site = WrittenSite(pages, today: PartialDate("2025-06-01"))
    let menu = Menu(site.graph, words: Theme().words, pages: site.plan.pages)
    #expect(menu.entries.last?.entries.map(\.label) == (10...59).map { "P\($0)" })
    #expect(
      menu.diagnostics.map { "\($0.place?.path ?? ""): \($0.message) [\($0.id.rawValue)]" } == [
        "Content/pages/p60.md: the menu lists 50 of 51 pages; this is the first that is missing [pages-not-in-menu]"
      ])
    #expect(Self.menu(pages) { $0.limits[.menuPages] = 51 }.last?.entries.count == 51)
  }

  @Test("marks the entry whose list has the page") func current() {
    let site = WrittenSite(
      ["reports/a.md": Self.table, "pages/about.md": "# About\n"], today: PartialDate("2025-06-01"))
    #expect(site.page("about/index.html").contains("<summary aria-current=\"true\">More</summary>"))
    #expect(site.page("about/index.html").contains("<a href=\"../about/\" aria-current=\"true\">About</a>"))
    #expect(!site.page("about/index.html").contains("group-menu"))
    #expect(site.page("matrix/index.html").contains("<nav class=\"group-menu\" aria-label=\"Compare\">"))
  }
}
