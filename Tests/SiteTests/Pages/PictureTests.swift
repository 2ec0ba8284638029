import Content
import Graph
import Testing

@testable import Site

@Suite("Pictures") struct PictureTests {
  private static let files = [
    "reports/a.md": """
    ---
    date: 2024-05-01
    ---

    | Issue | Upland | Lowland |
    |---|---|---|
    | Dam & weir | [+] Build it | [--] Never |
    | Tolls | [~] Some | No word |
    """,
    "reports/b.md": """
    ---
    date: 2025-05-01
    ---

    | Issue | Upland | Lowland |
    |---|---|---|
    | Dam & weir | [-] Rather not | [--] Never |
    | Tolls | None | None |
    """,
    "issues/dam.md": "---\ntitle: Dam & weir\nbroader: [Rivers]\n---\n",
    "issues/rivers.md": "---\ntitle: Rivers\n---\n",
  ]

  private static func settings(_ change: (inout PageSwitches) -> Void) -> SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    change(&settings.pageKinds)
    return settings
  }

  /// A possible answer of Graphviz for `files`: Dam, Rivers and Tolls from left to right.
  private static let plain = """
    graph 1 3 1
    node 0 0.5 0.5 1 0.5 "" solid box black lightgrey
    node 1 1.5 0.25 1 0.5 "" solid box black lightgrey
    node 2 2.5 0.5 1 0.5 "" solid box black lightgrey
    edge 0 1 4 0 0 1 1 solid black
    stop
    """

  private static func map() throws -> MapOfIssues {
    try #require(MapOfIssues(WrittenSite(files).graph))
  }

  @Test("of the map are requested with sizes only, so that fonts do not matter") func request() throws {
    let request = String(decoding: try Self.map().request, as: UTF8.self)
    #expect(
      request.contains("0 [width=") && request.contains("\n1 -- 0;\n") && request.contains("\n0 -- 2;\n"))
    #expect(!request.contains("Dam") && !request.contains("Tolls"))
  }

  @Test(
    "of the map are not drawn from an answer that lacks an issue",
    arguments: [
      "", "graph 1 2 2\nstop\n", "node 0 1 1\nnode 1 2 2\n", "node 0 1 1\nnode 1 2 2\nnode 2 nan 1\n",
      "node 0 1 1\nnode 1 2 2\nnode 2 inf 1\n", "node 0 1 1\nnode 1 2 2\nnode 9 1 1\n", "\u{0}\u{1}node",
      "node 0 1 1\nnode 1 2 2\nnode 2 1e300 1\n",
    ])
  func refused(answer: String) throws {
    #expect(try Self.map().laidOut(Array(answer.utf8)) == nil)
  }

  @Test("of the map have a ring and a link for each issue, and the page gives the same information in words")
  func map()
    throws
  {
    let site = WrittenSite(Self.files)
    let map = try #require(try Self.map().laidOut(Array(Self.plain.utf8)))
    let plan = SitePlan(graph: site.graph, theme: Theme(), map: map)
    let page = try #require(plan.pages.first { $0.path == "map/index.html" })
    let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
    #expect(
      html.contains("<title>Dam &amp; weir: 4 positions, a red line: 1 of 2</title><circle class=\"dot\""))
    let share = try #require(
      html.firstMatch(
        of: /<a [^>]*><title>Dam.*?class="share"[^>]* r="(\d+)" stroke-dasharray="([\d.]+) 999"/))
    let (radius, length) = (try #require(Double(share.1)), try #require(Double(share.2)))
    #expect(abs(length - Double.pi * radius) < 0.1, "half of the ring")
    #expect(html.contains("<line class=\"tie declared\"") && html.contains("<line class=\"tie\""))
    #expect(html.contains("<dt><a href=\"../issues/rivers/\">Rivers</a>"))
    #expect(
      html.contains("<dd><a href=\"../issues/dam/\">Dam &amp; weir</a> <span class=\"count\">Narrower</span>")
    )
    #expect(html.contains("assets/pictures.css") && !html.contains("style="))
    #expect(
      html.contains("href=\"../map/\" aria-current=\"true\"") || html.contains("aria-current=\"true\">Map"))
  }

  @Test("of the map are missing without Graphviz, and the list remains") func withoutGraphviz() throws {
    let site = WrittenSite(Self.files)
    let plan = SitePlan(graph: site.graph, theme: Theme(), map: try Self.map())
    let page = try #require(plan.pages.first { $0.path == "map/index.html" })
    let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
    #expect(!html.contains("<svg") && html.contains("built without Graphviz") && html.contains(">Tolls</a>"))
  }

  @Test("of history need stances from two days, and name the changes") func timeline() {
    let site = WrittenSite(Self.files)
    let dam = site.page("issues/dam/index.html")
    #expect(dam.contains("aria-label=\"Stances on “Dam &amp; weir” from 1 May 2024 to 1 May 2025\""))
    #expect(dam.contains("<title>Upland: Opposes, 1 May 2025, reversed</title>"))
    #expect(dam.contains(">Supports</text>") && dam.contains(">Opposes</text>"))
    #expect(dam.contains("<section class=\"over-time\">\n<h2>Over time</h2>\n<figure class=\"history\">"))
    #expect(!site.page("issues/tolls/index.html").contains("Over time"))
    // One stance and three positions without a stance: nothing could have changed.
    #expect(!site.page("issues/tolls/index.html").contains("timeline"))
    #expect(!site.page("issues/rivers/index.html").contains("timeline"))
  }

  @Test("of neighbours show declared relations and shared reports") func neighbours() {
    let site = WrittenSite(Self.files)
    let dam = site.page("issues/dam/index.html")
    #expect(dam.contains("<svg class=\"picture neighbourhood\" role=\"group\""))
    #expect(
      dam.contains(
        "<li><a href=\"../../issues/rivers/\">Rivers</a> <span class=\"count\">Broader</span></li>"))
    #expect(
      dam.contains(
        "<li><a href=\"../../issues/tolls/\">Tolls</a> <span class=\"count\">2 reports</span></li>"))
    #expect(site.page("issues/rivers/index.html").contains(">Narrower</text>"))
  }

  @Test("can be switched off and leave no trace") func switchedOff() {
    let off = WrittenSite(Self.files, settings: Self.settings { $0[.pictures] = false })
    for page in off.pages where page != "coverage/index.html" {
      #expect(!off.page(page).contains("<svg") && !off.page(page).contains("pictures.css"), "\(page)")
    }
    let noMap = WrittenSite(Self.files, settings: Self.settings { $0[.map] = false })
    #expect(MapOfIssues(noMap.graph) == nil)
    let noHistory = WrittenSite(Self.files, settings: Self.settings { $0[.history] = false })
    #expect(!noHistory.page("issues/dam/index.html").contains("timeline"))
  }

  @Test(
    "of coverage colour a cell by its number",
    arguments: [(1, "heat-1"), (3, "heat-2"), (7, "heat-3"), (9, "heat-4")])
  func heat(count: Int, style: String) {
    #expect("\(HeatStyle.of(count))" == style)
  }

  @Test("of coverage show only numbers if there are many parties, and screen readers announce the rest")
  func manyParties() throws {
    let names = (1...9).map { "Party \($0)" }
    let table = "| Issue | \(names.joined(separator: " | ")) |\n|" + String(repeating: "---|", count: 10)
    let row = "| Dam | \(names.map { _ in "Yes" }.joined(separator: " | ")) |"
    let site = WrittenSite(["reports/a.md": "---\ndate: 2029-12-01\n---\n\n\(table)\n\(row)\n"])
    let plan = SitePlan(graph: site.graph, theme: Theme(), today: PartialDate(year: 2030, month: 1, day: 1))
    let page = try #require(plan.pages.first { $0.path == "coverage/index.html" })
    let html = String(decoding: plan.render(page).bytes, as: UTF8.self)
    #expect(html.contains("<table class=\"matrix coverage dense\">"))
    #expect(
      html.contains(
        "<td class=\"heat-1\"><a href=\"../issues/dam/#party-1\"><span aria-hidden=\"true\">1</span>"
          + "<span class=\"unseen\">1 position, <time datetime=\"2029-12-01\">1 December 2029</time></span></a></td>"
      ))
  }

  @Test(
    "split names into lines that fit",
    arguments: [
      ("Territorial integrity", ["Territorial", "integrity"]),
      ("A", ["A"]), ("", []), ("  ", []),
      ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfsch", "ifffahrtsgese", "llschaft"]),
      ("one two three four five six seven eight", ["one two three", "four five six", "seven eight"]),
      (
        "one two three four five six seven eight nine ten",
        ["one two three", "four five six", "seven eight…"]
      ),
      ("領土保全に関する問題", ["領土保全に関", "する問題"]),
    ] as [(String, [String])])
  func lines(name: String, lines: [String]) {
    #expect(LabelLines(name, width: 13, most: 3).lines == lines)
  }
}
