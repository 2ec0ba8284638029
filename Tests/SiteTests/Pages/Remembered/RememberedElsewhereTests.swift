import Content
import Diagnostics
import Editions
import Graph
import Testing

@testable import Site

@Suite("What only editions remember, wherever a standing is shown") struct RememberedElsewhereTests {
  /// A site whose edition held `before` in the table and whose table holds `now`.
  private static func site(
    _ before: String, now: String, _ others: [String: String] = [:]
  ) -> WrittenSite {
    let files = others.merging(RememberedTable.report(before)) { $1 }
    let next = others.merging(RememberedTable.report(now, updated: "2025-05-02")) { $1 }
    return WrittenSite(next, today: PartialDate("2025-06-01"), editions: [.of(files)])
  }

  private static let silenced = "n/a {as-of=2025-05-02} | [-] No fish"
  private static let moved = "[--] Never {as-of=2025-05-02} | [-] No fish"

  private static func report(_ date: String, _ text: String) -> [String: String] {
    ["reports/other.md": "---\ntitle: Other\ndate: \(date)\n---\n\n\(text)\n"]
  }

  @Test("a link to a position that newer silence replaced leads to it, from a page and from a report")
  func link() {
    let others = Self.report("2025-05-20", "See [[Fish#North]].").merging(
      ["pages/about.md": "# About\n\nSee [[Fish#North|what North holds]]."]
    ) { $1 }
    let site = Self.site("[+] More fish | [-] No fish", now: Self.silenced, others)
    #expect(site.page("about/index.html").contains("#fish--north\">what North holds</a>"))
    #expect(site.page("reports/other/index.html").contains("#fish--north\">Fish: North</a>"))
  }

  @Test("a link from an older report leads to what was held at its date, not to what replaced it")
  func linkOfDay() {
    let site = Self.site(
      "[+] More fish | [-] No fish", now: Self.moved, Self.report("2025-03-01", "![[Fish#North]]"))
    let page = site.page("reports/other/index.html")
    #expect(page.contains("<p class=\"text\">") && page.contains("More fish"))
    #expect(page.contains("from the edition winter") && !page.contains("Never"))
  }

  @Test("an embed shows what only an edition remembers, as a card and within a line, with the legend")
  func embed() {
    let site = Self.site(
      "[+] More fish | [-] No fish", now: Self.silenced,
      Self.report("2025-05-20", "![[Fish#North]]\n\nAs it says: ![[Fish#North]]."))
    let page = site.page("reports/other/index.html")
    #expect(page.contains("<figure class=\"card\">\n<div class=\"wording\">\n<p class=\"text\">"))
    #expect(page.contains("<span class=\"card-inline\">"))
    #expect(page.components(separatedBy: "from the edition winter").count == 3)
    #expect(page.contains("class=\"legend"))
  }

  @Test("the page of a source lists the positions on it that only an edition remembers") func source() throws
  {
    let link = "[speech](https://example.org/speech)"
    let site = Self.site(
      "[+] More fish \(link) | [-] No fish \(link)",
      now: "[--] Never \(link) {as-of=2025-05-02} | [-] No fish \(link)")
    let path = try #require(site.pages.first { $0.hasPrefix("sources/example") })
    let page = site.page(path)
    #expect(page.contains("3 positions") && page.contains("More fish"))
    #expect(page.contains("from the edition winter"))
  }

  private static let succession = [
    "parties/state.md": "---\ntitle: State\n---\n",
    "parties/north.md": "---\ntitle: North\nacts-for: State\nto: 2025-03\n---\n",
    "parties/south.md": "---\ntitle: South\nacts-for: State\nsucceeds: North\nfrom: 2025-04\n---\n",
  ]

  @Test("a change of government starts from what the predecessor held, though its cell is silent now")
  func government() {
    let site = Self.site(
      "[+] More fish | —", now: "n/a {as-of=2025-04-01} | [-] No fish {as-of=2025-05-02}", Self.succession)
    let moves = site.page("moves/index.html")
    #expect(moves.contains("data-direction=\"government\"") && moves.contains("More fish"))
    #expect(site.page("issues/fish/index.html").contains("change-government"))
    #expect(site.page("parties/state/index.html").contains("More fish"))
  }

  @Test("what the party in office held before its cell fell silent stands on the page of the one it acts for")
  func representative() {
    let site = Self.site(
      "— | [-] No fish", now: "— | n/a {as-of=2025-05-02}",
      [
        "parties/state.md": "---\ntitle: State\n---\n",
        "parties/south.md": "---\ntitle: South\nacts-for: State\n---\n",
      ])
    let page = site.page("parties/state/index.html")
    #expect(page.contains("No fish") && page.contains("from the edition winter"))
  }

  @Test("a member’s page shows what its bloc held before its cell fell silent") func bloc() {
    let site = Self.site(
      "[+] More fish | [-] No fish", now: Self.silenced,
      ["parties/south.md": "---\ntitle: South\nmember-of: North\n---\n"])
    let page = site.page("parties/south/index.html")
    #expect(page.contains("More fish") && page.contains("from the edition winter"))
  }

  @Test("a position that an edition remembers names the earlier statement that it answers") func question() {
    let site = Self.site(
      "[+] More fish | [-] No fish", now: Self.moved,
      [
        "issues/fish.md":
          "---\nproposition: Fish may be caught.\nproposition-history:\n  - {until: 2025-03, text: Fish may be sold.}\n---\n"
      ])
    #expect(site.page("issues/fish/index.html").contains("Fish may be sold."))
  }

  @Test("switching off the pages of changes does not change what a party holds") func withoutChanges() {
    let files = RememberedTable.report("[+] More fish | [-] No fish")
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.changes] = false
    let site = WrittenSite(
      RememberedTable.report(Self.silenced, updated: "2025-05-02"), settings: settings,
      today: PartialDate("2025-06-01"), editions: [.of(files)])
    #expect(site.page("matrix/index.html").contains("from the edition winter"))
    #expect(!site.pages.contains { $0.hasPrefix("changes") })
  }

  @Test("a silent cell has the address that a position in its place has or had") func silentCell() {
    let page = WrittenSite(RememberedTable.report("n/a | [-] No fish")).page(
      "reports/table/index.html")
    #expect(page.components(separatedBy: "id=\"fish--north\"").count == 2)
    // What it replaced stands beneath the table under this address.
    let silenced = Self.site("[+] More fish | [-] No fish", now: Self.silenced)
    let below = silenced.page("reports/table/index.html")
    #expect(below.components(separatedBy: "id=\"fish--north\"").count == 2)
    #expect(below.contains("<li class=\"position\" id=\"fish--north\">"))
    // Of two silent cells, the first has it; a position beside them has its own.
    let both = WrittenSite(RememberedTable.report("n/a | [-] No fish |\n| Fish | — | —")).page(
      "reports/table/index.html")
    #expect(both.components(separatedBy: "id=\"fish--north\"").count == 2)
    #expect(both.components(separatedBy: "id=\"fish--south\"").count == 2)
  }

  @Test("the date at the top of a page is that of what stands, though only an edition remembers it")
  func newest() {
    let site = Self.site(
      "[+] More fish {as-of=2025-01-20} | [-] No fish {as-of=2024-06}",
      now: "n/a {as-of=2025-05-02} | [-] No fish {as-of=2024-06}",
      ["reports/table.md": ""])
    #expect(
      site.page("issues/fish/index.html").contains("<time datetime=\"2025-01-20\">20 January 2025</time>"))
  }

  @Test(
    "a tension with what newer silence or a newer position replaced shows it, wherever tensions stand",
    arguments: [silenced, moved])
  func tension(_ now: String) {
    let site = Self.site(
      "[+] More fish | [-] No fish", now: now,
      Self.report("2025-03-01", "> [!tension] [[Fish#North]] [[Fish#South]]\n> They cannot both be right."))
    for path in ["reports/other", "tensions", "issues/fish", "parties/north", "parties/south"] {
      let page = site.page(path + "/index.html")
      let sides = page.components(separatedBy: "<div class=\"side\">").dropFirst()
      #expect(sides.count == 2, "\(path)")
      #expect(sides.first?.contains("More fish") ?? false, "\(path)")
      #expect(sides.first?.contains("from the edition winter") ?? false, "\(path)")
      #expect(sides.last?.contains("No fish") ?? false, "\(path)")
    }
    #expect(site.page("reports/other/index.html").contains("id=\"tension:fish--north\""))
    #expect(site.page("tensions/index.html").contains("class=\"legend"))
  }

  @Test("a tension with what nobody remembers is an error, and stands nowhere") func unknownTension() {
    let site = Self.site(
      "— | [-] No fish", now: Self.silenced,
      Self.report("2025-03-01", "> [!tension] [[Fish#North]]\n> It holds nothing."))
    #expect(site.messages.contains { $0.contains("unknown-position") })
    #expect(!site.pages.contains("tensions/index.html"))
    #expect(!site.page("reports/other/index.html").contains("class=\"side\""))
  }

  @Test("what site.yml withdraws is not remembered, and its address says so") func withdrawn() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.withdrawn = [
      AuthoredWithdrawal(
        page: "reports/table", anchor: "fish--north", date: PartialDate(year: 2025, month: 5, day: 20),
        reason: "The letter was forged", place: Place(path: "site.yml"))
    ]
    let files = RememberedTable.report("[+] More fish | [-] No fish")
    let site = WrittenSite(
      RememberedTable.report(Self.silenced, updated: "2025-05-02"), settings: settings,
      today: PartialDate("2025-06-01"), editions: [.of(files)])
    for path in ["reports/table", "issues/fish", "parties/north", "matrix"] {
      #expect(!site.page(path + "/index.html").contains("More fish"), "\(path)")
    }
    #expect(site.page("reports/table/index.html").contains("The letter was forged"))
  }
}
