import Content
import Editions
import Graph
import Testing

@testable import Site

@Suite("Pages of changes")
struct ChangesTests {
  private static func plan(
    baseURL: String?, editions count: Int = 2, addresses: AddressStyle = .pretty
  ) -> SitePlan {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = baseURL.flatMap { try? BaseURL($0) }
    settings.addresses = addresses
    let graph = ExportedSite.graph(settings: settings)
    let now = Edition(freezing: graph, name: "spring", date: PartialDate(year: 2025, month: 4, day: 1))
    var records = now.records
    records.positions = now.positions.dropFirst().map { old in
      FrozenPosition(
        issue: old.issue, party: old.party, report: old.report, ordinal: old.ordinal,
        text: old.text.replacing("cuts it", with: "keeps <it>"),
        stance: old.stance == .redLine ? .opposes : old.stance, dating: old.dating, anchor: old.anchor)
    }
    let earlier = Edition(
      name: "winter", date: PartialDate(year: 2025, month: 1), origin: nil, records: records)
    return SitePlan(
      graph: graph, theme: Theme(), archive: EditionArchive(Array([earlier, now].suffix(count))))
  }

  private static func text(_ plan: SitePlan, _ path: String) throws -> String {
    String(decoding: plan.render(try #require(plan.pages.first { $0.path == path })).bytes, as: UTF8.self)
  }

  @Test("each edition has a page of the changes since the previous one")
  func page() throws {
    let html = try Self.text(Self.plan(baseURL: nil), "changes/spring/index.html")
    #expect(html.contains("<h1>What changed in spring</h1>"))
    #expect(html.contains(#"<span class="change change-new">new</span>"#))
    #expect(html.contains(#"<span class="change change-corrected">corrected</span>"#))
    #expect(html.contains("<del>keeps &lt;</del><ins>cuts </ins>it<del>&gt;</del>"))
    #expect(html.contains(##"<a href="../../reports/2025-03-02-plan/#gas--united-states">"##))
  }

  @Test("the list names all editions, the newest first, and the menu links to it")
  func list() throws {
    let html = try Self.text(Self.plan(baseURL: nil), "changes/index.html")
    #expect(html.contains(#"<a href="../changes/spring/">spring</a>, "#))
    #expect(html.contains("winter, first edition: "))
    #expect(html.contains(#"<a href="../changes/" aria-current="true">"#))
    #expect(!html.contains("feed.xml"))
  }

  @Test("without editions, there is no list and no feed")
  func none() {
    let paths = Self.plan(baseURL: "https://example.org/", editions: 0).pages.map(\.path)
    #expect(!paths.contains { $0.hasPrefix("changes/") })
    let first = Self.plan(baseURL: "https://example.org/", editions: 1).pages.map(\.path)
    #expect(first.filter { $0.hasPrefix("changes/") } == ["changes/index.html"])
  }

  @Test("the feed has an entry for each edition after the first, with full addresses")
  func feed() throws {
    let plan = Self.plan(baseURL: "https://example.org/briefing/")
    let feed = try Self.text(plan, "changes/feed.xml")
    #expect(feed.contains("<id>https://example.org/briefing/changes/spring/</id>"))
    #expect(feed.contains("<updated>2025-04-01T00:00:00Z</updated>"))
    #expect(feed.contains("<title>From winter to spring</title>"))
    #expect(try Self.text(plan, "changes/index.html").contains(#"type="application/atom+xml""#))
  }

  @Test("with plain addresses, the feed names the page that the site has")
  func feedOfPlainSite() throws {
    let plan = Self.plan(baseURL: "https://example.org/", addresses: .plain)
    let feed = try Self.text(plan, "changes/feed.xml")
    #expect(feed.contains("<id>https://example.org/changes.html</id>"))
    #expect(!feed.contains("https://example.org/changes/\""))
  }

  @Test("pages load the script that marks what is new to the reader, and no file of the whole site")
  func marks() throws {
    #expect(!Self.plan(baseURL: nil).pages.contains { $0.path == "changes.json" })
    let page = try Self.text(Self.plan(baseURL: nil), "reports/2025-03-02-plan/index.html")
    #expect(page.contains(#"<script src="../../assets/site.js" data-root="../../" "#))
    #expect(page.contains(#" data-changed="changed "#))
  }
}
