import Content
import Diagnostics
import Graph
import Testing

@testable import Site

@Suite("Cards, tensions and live views") struct CardTests {
  private static let report = """
    ---
    title: Tolls & ferries
    date: 2025-03-02
    authors: [Ada Byron, B. C. Dee]
    ---

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] 5 % off_all {now}[^a] | [--] No, see [law](https://example.org/law) ![[Tolls#Red]] |

    [^a]: Letter of 1 March.
    """

  @Test("a card shows the text, party, place, date and evidence") func card() throws {
    let page = try Self.page("reports/r/positions/index.html", ["reports/r.md": Self.report], base: true)
    let red = try #require(Self.section("tolls--red", of: page))
    for words in [
      "<a href=\"../../../parties/red/\">Red</a> on <a href=\"../../../issues/tolls/\">Tolls</a>",
      "<a href=\"../../../reports/r/\">Tolls &amp; ferries</a>", "Table 1</a>", "Row 1, column 2</a>",
      "reports/r.md, line 9", "2 March 2025</time>, the date of the report",
      "<dt>Source</dt><dd>Letter of 1 March.",
    ] { #expect(red.contains(words), "\(words)") }
    // The text contains it once.
    #expect(red.components(separatedBy: "Supports</span>").count == 2 && !red.contains("<dt>Stance</dt>"))
    let blue = try #require(Self.section("tolls--blue", of: page))
    #expect(
      blue.contains(
        "<dt>Source</dt><dd><a class=\"url\" href=\"https://example.org/law\">https://example.org/law</a>"))
  }

  @Test("a position is cited as link, text and BibTeX, with special characters of TeX escaped")
  func citation()
    throws
  {
    let graph = Self.graph(["reports/r.md": Self.report], base: true)
    let citation = Citation(graph.positions[0], in: graph, words: Theme().words)
    #expect(citation.link == "https://example.org/reports/r/#tolls--red")
    #expect(
      citation.text
        == "Red on Tolls: 5 % off_all {now} (Supports), according to “Tolls & ferries” by Ada Byron, B. C. Dee "
        + "(table 1, row 1, line 9), 2 March 2025. Briefing. https://example.org/reports/r/#tolls--red")
    #expect(
      citation.facts.bibTeX == #"""
        @misc{r--tolls--red,
          author = {{Ada Byron} and {B. C. Dee}},
          title = {{Red on Tolls: 5 \% off\_all \{now\}}},
          howpublished = {Tolls \& ferries. Briefing},
          year = {2025},
          month = {3},
          day = {2},
          note = {table 1, row 1, line 9 (Supports)},
          url = {https://example.org/reports/r/#tolls--red}
        }

        """#)
    let alone = Self.graph(["reports/ä.md": "| Issue | Red | Blue |\n|---|---|---|\n| Öl | [+] | x |\n"])
    let bare = Citation(alone.positions[0], in: alone, words: Theme().words)
    #expect(bare.link == "/reports/ä/#öl--red")
    #expect(
      bare.text
        == "Red on Öl (Supports), according to “Ä” (table 1, row 1, line 3), undated. Briefing. /reports/ä/#öl--red"
    )
    #expect(bare.facts.bibTeX.hasPrefix("@misc{ue4--uf6l--red,\n  title = {{Red on Öl}},"))
    #expect(!bare.facts.bibTeX.contains("url"))
  }

  @Test(
    "a report without positions is cited on its own page, with the script; one with positions leads to its cards"
  )
  func reportWithoutPositions() {
    let files = [
      "reports/prose.md":
        "---\ntitle: “Prose” & more\ndate: 2025-03-02\nauthors: [A. Writer]\n---\n\nNo table.\n",
      "reports/table.md": "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes | No |\n",
    ]
    let site = WrittenSite(files)
    let page = site.page("reports/prose/index.html")
    #expect(page.contains("<div id=\"page:report\">\n<details class=\"citations\" data-cite=\"{"), "\(page)")
    #expect(page.contains("<summary>Cite this report</summary>"))
    #expect(page.contains("<code data-copy=\"Copy the link\">/reports/prose/</code>"))
    #expect(
      page.contains("data-script=\"../../assets/cite.js\"")
        && page.contains("data-sheet=\"../../assets/cite.css\""))
    #expect(page.contains("&quot;kind&quot;:&quot;report&quot;,&quot;key&quot;:&quot;prose&quot;"))
    #expect(site.page("reports/prose/positions/index.html") == "")
    let other = site.page("reports/table/index.html")
    #expect(!other.contains("data-cite") && !other.contains("cite.js") && !other.contains("subjects.css"))
    #expect(other.contains("<p class=\"cite\"><a href=\"../../reports/table/positions/#page:report\">"))
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.cards] = false
    let without = WrittenSite(files, settings: settings).page("reports/prose/index.html")
    #expect(without != "" && !without.contains("data-cite") && !without.contains("cite.js"))
  }

  @Test("positions and reports are cited in RIS and CSL-JSON")
  func otherFormats() throws {
    let graph = Self.graph(["reports/r.md": Self.report], base: true)
    let words = Theme().words
    let position = Citation(graph.positions[0], in: graph, words: words).facts
    #expect(
      position.ris == """
        TY  - ELEC
        ID  - r--tolls--red
        AU  - Ada Byron
        AU  - B. C. Dee
        TI  - Red on Tolls: 5 % off_all {now}
        T2  - Tolls & ferries
        PB  - Briefing
        PY  - 2025
        DA  - 2025/03/02
        LA  - en
        N1  - table 1, row 1, line 9 (Supports)
        UR  - https://example.org/reports/r/#tolls--red
        ER  -\u{20}

        """)
    let report = Citation(graph.reports[0], settings: graph.settings, words: words)
    #expect(
      report.text.hasPrefix("“Tolls & ferries” by Ada Byron, B. C. Dee, Briefing, 2 March 2025, https://"))
    #expect(report.facts.ris.hasPrefix("TY  - RPRT\nID  - r\nAU  - Ada Byron\n"))
    let json = String(decoding: CitationFormat.cslJSON.bytes([position, report.facts]), as: UTF8.self)
    #expect(json.contains(#""issued":{"date-parts":[[2025,3,2]]}"#), "\(json)")
    #expect(json.contains(#""author":[{"literal":"Ada Byron"},{"literal":"B. C. Dee"}]"#))
    #expect(CitationFormat.cslJSON.bytes([]).contains(UInt8(ascii: "]")))
  }

  @Test("cells that embed each other are written once each") func circle() throws {
    let text = """
      | Issue | Red | Blue |
      |---|---|---|
      | Tolls | One ![[Tolls#Blue]] | Two ![[Tolls#Red]] |

      ![[Tolls#Red]]
      """
    let page = try Self.page("reports/r/index.html", ["reports/r.md": text])
    #expect(page.contains("<figure class=\"card\">"))
    #expect(page.components(separatedBy: "<span class=\"text\">").count == 3)
  }

  @Test("without cards, there are neither their pages nor links to them") func withoutCards() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.cards] = false
    let plan = SitePlan(graph: Self.graph(["reports/r.md": Self.report], settings), theme: Theme())
    #expect(!plan.pages.contains { $0.path.contains("/positions/") })
    for page in plan.pages where page.path.hasSuffix(".html") {
      #expect(
        !String(decoding: plan.render(page).bytes, as: UTF8.self).contains("class=\"cite\""), "\(page.path)")
    }
  }

  @Test("the list of tensions can be switched off, and does not exist without tensions") func tensionList() {
    var files = ["reports/r.md": Self.report]
    let lists = { (files: [String: String], settings: SiteSettings) in
      SitePlan(graph: Self.graph(files, settings), theme: Theme()).pages.map(\.path).filter {
        $0.hasPrefix("tensions")
      }
    }
    #expect(lists(files, SiteSettings(switches: PageRegistry.switches)) == [])
    files["reports/s.md"] = "> [!tension] [[Tolls#Red]]\n> Text.\n"
    #expect(lists(files, SiteSettings(switches: PageRegistry.switches)) == ["tensions/index.html"])
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.tensions] = false
    #expect(lists(files, settings) == [])
  }

  @Test("positions of those who act for a party, directly or indirectly, are in a separate section")
  func actsFor()
    throws
  {
    let files = [
      "reports/r.md": "| Issue | Minister | Clerk |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n",
      "parties/state.md": "---\ntitle: State\n---\n",
      "parties/minister.md": "---\ntitle: Minister\nacts-for: State\nfrom: 2024\nto: 2025-06\n---\n",
      "parties/clerk.md": "---\ntitle: Clerk\nacts-for: Minister\n---\n",
    ]
    let state = try Self.page("parties/state/index.html", files)
    #expect(state.contains("No report compares this party’s positions yet."))
    let held = try #require(state.components(separatedBy: "Positions of its representatives").last)
    #expect(held.contains("Acts for State") && held.contains("Acts for Minister"))
    #expect(held.contains("Yes</p>") && held.contains("No</p>"))
    let minister = try Self.page("parties/minister/index.html", files)
    #expect(
      minister.contains(
        "<p class=\"tenure\">From <time datetime=\"2024\">2024</time> to <time datetime=\"2025-06\">June 2025</time></p>"
      ))
    #expect(try !Self.page("parties/clerk/index.html", files).contains("Positions of its representatives"))
  }

  @Test("a live view without matches says so, and a long one counts what it leaves out") func views() throws {
    let rows = (0..<150).map { "| Case \($0) | Yes | No |" }.joined(separator: "\n")
    let files = [
      "reports/r.md": "| Issue | Red | Blue |\n|---|---|---|\n\(rows)\n",
      "pages/p.md": "```standpoint\nview: positions\n```\n",
      "pages/q.md": "```standpoint\nview: history\nas-of: 2020\n```\n",
    ]
    let page = try Self.page("p/index.html", files)
    #expect(page.components(separatedBy: "class=\"position\"").count == 201)
    #expect(page.contains("<p class=\"further\">And 100 more positions, on the issue pages.</p>"))
    let empty = try Self.page("q/index.html", files)
    #expect(
      empty.contains("As of <time datetime=\"2020\">2020</time>")
        && empty.contains("No positions match this view."))
  }

  private static func section(_ id: String, of page: String) -> String? {
    page.components(separatedBy: "<section class=\"card\" id=\"\(id)\">").last?.components(
      separatedBy: "</section>"
    )
    .first
  }

  private static func graph(
    _ files: [String: String], _ settings: SiteSettings = SiteSettings(switches: PageRegistry.switches),
    base: Bool = false
  ) -> IssueGraph {
    var settings = settings
    if base { settings.baseURL = try? BaseURL("https://example.org/") }
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    let authored = files.keys.sorted().map { path in
      let source = SourceText(path: "Content/" + path, text: files[path] ?? "")
      let role: InputFile.Role =
        path.hasPrefix("pages/") ? .page : path.hasPrefix("parties/") ? .party : .report
      return reader.read(InputFile(path: path, role: role, source: source)).authored
    }
    return GraphBuilder.build(authored, settings: settings).graph
  }

  private static func page(_ path: String, _ files: [String: String], base: Bool = false) throws -> String {
    let plan = SitePlan(graph: graph(files, base: base), theme: Theme())
    let page = try #require(plan.pages.first { $0.path == path })
    return String(decoding: plan.render(page).bytes, as: UTF8.self)
  }
}
