import Content
import Graph
import Testing

@testable import Site

@Suite("The home page") struct HomePageTests {
  private static func blocks(_ html: String) -> [String] {
    html.matches(of: /<div class="home-(?!blocks)([a-z]+)">/).map { String($0.1) }
  }

  private static func site(_ files: [String: String], _ change: (inout SiteSettings) -> Void = { _ in })
    -> WrittenSite
  {
    var settings = SiteSettings(switches: PageRegistry.switches)
    change(&settings)
    return WrittenSite(files, settings: settings, today: PartialDate("2025-06-01"))
  }

  private static let files = [
    "index.md": "Some text.\n",
    "reports/a.md":
      "---\ndate: 2025-01-01\n---\n\n| Issue | North | South |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n",
  ]

  @Test("shows the matrix first, then its text and the newest reports") func usual() {
    let page = Self.site(Self.files).page("index.html")
    #expect(Self.blocks(page).prefix(2) == ["matrix", "text"])
    #expect(Self.blocks(page).last == "reports")
    #expect(page.contains("<span>2 positions</span> <span>1 report</span>"))
    #expect(page.contains("As of <time datetime=\"2025-01-01\">1 January 2025</time>"))
  }

  @Test("of a site without positions begins with its text") func textOnly() {
    let page = Self.site(["index.md": "Some text.\n", "reports/a.md": "Prose.\n"]).page("index.html")
    #expect(Self.blocks(page) == ["text", "reports"])
  }

  @Test("shows the blocks that the settings name, in their order, without empty ones") func chosen() {
    let page = Self.site(Self.files) { $0.home = [.parties, .tensions, .text] }.page("index.html")
    #expect(Self.blocks(page) == ["parties", "text"])
  }

  @Test("shows the most disputed issues by the busiest parties if the matrix is large") func disputed() {
    let parties = (1...12).map { "Party \($0)" }
    let head =
      "| Issue | \(parties.joined(separator: " | ")) |\n|---|\(parties.map { _ in "---|" }.joined())\n"
    // Row n is disputed by n % 5 steps.
    let marks = ["[--]", "[-]", "[0]", "[+]", "[++]"]
    let rows = (0..<20).map { row in
      "| Issue \(row) | "
        + parties.indices.map { $0 == 0 ? "[--] Never" : "\(marks[$0 % (row % 5 + 1)]) Words" }
        .joined(separator: " | ") + " |\n"
    }
    let site = Self.site(["reports/a.md": head + rows.joined()])
    let page = site.page("index.html")
    #expect(page.contains("<h2>The most disputed issues</h2>"))
    let shown = page.matches(of: /<tr><th scope="row"><a href="[^"]*">Issue (\d+)</).compactMap { Int($0.1) }
    #expect(shown.count == DisputedIssues.most.issues)
    #expect(shown.map { $0 % 5 } == shown.map { $0 % 5 }.sorted(by: >))
    #expect(shown.prefix(4).allSatisfy { $0 % 5 == 4 })
    #expect(page.matches(of: /<th scope="col"/).count == DisputedIssues.most.parties)
  }
}

@Suite("The scale of an issue’s page") struct StanceScaleTests {
  private static func scale(_ files: [String: String]) -> String {
    let page = WrittenSite(files, today: PartialDate("2025-06-01")).page("issues/tolls/index.html")
    guard let start = page.range(of: "<dl class=\"scale\">"),
      let end = page.range(of: "<section class=\"positions\">")
    else { return "" }
    return String(page[start.lowerBound..<end.lowerBound])
  }

  @Test("has each party in the column of its stance, and names the others below") func columns() throws {
    let scale = Self.scale([
      "reports/a.md":
        "---\ndate: 2025-01-01\n---\n\n| Issue | North | South | East | West |\n|---|---|---|---|---|\n"
        + "| Tolls | [++] Yes | [--] No | Words | |\n| Fish | a | b | c | d |\n"
    ])
    let champions = try #require(scale.range(of: "s-champions"))
    let redLine = try #require(scale.range(of: "s-red-line"))
    let north = try #require(scale.range(of: "#north"))
    let south = try #require(scale.range(of: "#south"))
    #expect(redLine.lowerBound < south.lowerBound && south.lowerBound < champions.lowerBound)
    #expect(champions.lowerBound < north.lowerBound)
    #expect(scale.contains("No stance marked: <a href=\"#east\">East</a>"))
    #expect(scale.contains("No position reported: <a href=\"../../parties/west/\">West</a>"))
    #expect(!scale.contains("s-mixed"))
  }

  @Test("has a party of two concurrent stances in both columns") func concurrent() {
    let scale = Self.scale([
      "reports/a.md":
        "---\ndate: 2025-01-01\n---\n\n| Issue | North | South |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n"
        + "| Tolls | [--] Never | |\n"
    ])
    #expect(scale.components(separatedBy: "#north").count == 3)
  }

  @Test("is absent if no party has a stance") func none() {
    #expect(
      Self.scale(["reports/a.md": "| Issue | North | South |\n|---|---|---|\n| Tolls | a | b |\n"]) == "")
  }
}
