import Content
import Diagnostics
import Editions
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

  @Test("a cell links to its own address, and the page holds once what its card tells besides")
  func facts() throws {
    let page = try Self.page("reports/r/index.html", ["reports/r.md": Self.report], base: true)
    #expect(page.contains(" <a class=\"cite\" href=\"#tolls--red\">Cite</a></td>"))
    #expect(page.contains("assets/card.js\" data-sheet=\"../../assets/card.css\">{\"titled\":"))
    for words in [
      "\"titled\":\"“Tolls \\u0026 ferries” by Ada Byron, B. C. Dee\"", "\"file\":\"reports/r.md\"",
      "[\"2025-03-02\",\"2 March 2025\",\"2 March 2025, the date of the report\"]",
      "\"issues\":[\"Tolls\"],\"parties\":[\"Red\",\"Blue\"]", "\"toIssue\":\"../../issues/:slug/\"",
      "\"toParty\":\"../../parties/:slug/\"",
      "\"Table 1\",\"table 1\",[[9,0,0,0],[9,0,0,1]]]",
    ] { #expect(page.contains(words), "\(words)") }
    // The text of a cell is not among them: the cell and the structured data have it.
    let facts = try #require(page.components(separatedBy: "class=\"card-facts\"").last)
    #expect(!facts.contains("off_all"))
  }

  @Test("a site without cards leaves their facts out, and “Cite” still leads to the cell")
  func withoutCards() throws {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.cards] = false
    let plan = SitePlan(graph: Self.graph(["reports/r.md": Self.report], settings), theme: Theme())
    let report = try #require(plan.pages.first { $0.path == "reports/r/index.html" })
    let page = String(decoding: plan.render(report).bytes, as: UTF8.self)
    #expect(page.contains(" <a class=\"cite\" href=\"#tolls--red\">Cite</a></td>"))
    #expect(!page.contains("card-facts"))
  }

  @Test("a card names the positions of the party on the issue before and after, and the earlier statement")
  func neighbours() throws {
    let files = [
      "reports/a.md":
        "---\ndate: 2024-01-05\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [-] No | x |\n",
      "reports/b.md":
        "---\ndate: 2025-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes | |\n",
      "reports/c.md":
        "---\ndate: 2025-05\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Well | |\n",
    ]
    let page = try Self.page("reports/b/index.html", files)
    #expect(
      page.contains(
        "\"neighbours\":[\n[\"a\",\"Opposes, 5 January 2024\"],\n[\"c\",\"May 2025\"]\n]"), "\(page)")
    #expect(page.contains("\"toReport\":\"../../reports/:slug/\""))
    #expect(page.contains("[[7,0,0,0,0,1]]"), "\(page)")
  }

  @Test("a card names a position before that only an edition remembers, where the page of the issue names it")
  func rememberedNeighbours() throws {
    func report(_ cell: String) -> [String: String] {
      [
        "reports/a.md":
          "---\ndate: 2024-01-05\nupdated: 2025-03-01\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | \(cell) | x |\n"
      ]
    }
    let edition = Edition(
      freezing: WrittenSite(report("[-] No")).graph, name: "winter", date: PartialDate(year: 2024),
      withheld: [])
    let site = WrittenSite(report("[+] Yes {as-of=2025-02}"), editions: [edition])
    let page = site.page("reports/a/index.html")
    let facts = try #require(page.components(separatedBy: "class=\"card-facts\"").last)
    #expect(
      facts.contains("[\"../../issues/tolls/#red\",\"Opposes, 5 January 2024, from the edition winter\"]"),
      "\(facts)")
    #expect(
      WrittenSite(report("[+] Yes {as-of=2025-02}")).page("reports/a/index.html").contains(
        "\"neighbours\":[]"))
  }

  @Test(
    "a full stop ends no sentence of a citation before its end",
    arguments: [
      ("Wants it.", "Wants it"), ("Wants it", "Wants it"), ("Wants it…", "Wants it…"),
      ("Wants it...", "Wants it..."),
      ("With the U.S.", "With the U.S."), ("Wants it?", "Wants it?"), ("支持。", "支持"),
    ])
  func fullStops(said: String, expected: String) throws {
    let graph = Self.graph([
      "reports/r.md":
        "---\ntitle: Tolls.\ndate: 2025-03-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] \(said) | \(said) |\n"
    ])
    let words = Theme().words
    let (rated, bare) = (
      Citation(graph.positions[0], in: graph, words: words),
      Citation(graph.positions[1], in: graph, words: words)
    )
    #expect(
      rated.text.hasPrefix("Red on Tolls: \(expected) (Supports), according to “Tolls.” (table"),
      "\(rated.text)")
    #expect(bare.text.hasPrefix("Blue on Tolls: \(expected), according to"), "\(bare.text)")
    #expect(rated.facts.bibTeX.text.contains("howpublished = {Tolls. Briefing},"))
    for (container, publisher, sentence) in [
      ("Who pays?", "A.", "Who pays? A"), ("In the U.S.", "B", "In the U.S. B"),
      (nil, "The Tolls.", "The Tolls"),
    ] {
      let facts = CitationFacts(
        .position, key: "a", title: "t", authors: [], container: container, publisher: publisher, date: nil,
        note: nil,
        url: nil, language: "en")
      #expect(facts.bibTeX.text.contains("howpublished = {\(sentence)}"), "\(facts.bibTeX.text)")
    }
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
      citation.facts.bibTeX.text == #"""
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
    #expect(bare.facts.bibTeX.text.hasPrefix("@misc{ue4--uf6l--red,\n  title = {{Red on Öl}},"))
    #expect(!bare.facts.bibTeX.text.contains("url"))
  }

  @Test("a report is cited on its own page, with positions and without")
  func reports() {
    let files = [
      "reports/prose.md":
        "---\ntitle: “Prose” & more\ndate: 2025-03-02\nauthors: [A. Writer]\n---\n\nNo table.\n",
      "reports/table.md": "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes | No |\n",
    ]
    let site = WrittenSite(files)
    let page = site.page("reports/prose/index.html")
    #expect(page.contains("<div id=\"page:report\">\n<details class=\"citations\" data-cite='{"), "\(page)")
    #expect(page.contains("<summary>Cite this report</summary>"))
    #expect(page.contains("<code data-copy=\"Copy the link\">/reports/prose/</code>"))
    #expect(
      page.contains("data-script=\"../../assets/cite.js\"")
        && page.contains("data-sheet=\"../../assets/cite.css\""))
    #expect(page.contains("data-cite='{\"kind\":\"report\",\"key\":\"prose\""))
    #expect(!page.contains("card-facts"))
    let other = site.page("reports/table/index.html")
    #expect(other.contains("<summary>Cite this report</summary>") && other.contains("class=\"card-facts\""))
  }

  @Test("no page is written for cards, and every position leads to its cell")
  func noPages() {
    let site = WrittenSite(["reports/r.md": Self.report])
    #expect(!site.pages.contains { $0.contains("positions") })
    #expect(site.page("issues/tolls/index.html").contains("href=\"../../reports/r/#tolls--red\""))
    for page in site.pages { #expect(!site.page(page).contains("/positions/"), "\(page)") }
  }

  @Test(
    "the 404 page and the rules of hosts lead from former pages of cards to cells if an edition knows positions"
  )
  func formerPages() throws {
    var settings = SiteSettings(switches: PageRegistry.switches)
    let edition = Edition(
      freezing: Self.graph(["reports/r.md": Self.report]), name: "one", date: PartialDate(year: 2025),
      withheld: [])
    func pages(_ host: SiteHost?, _ editions: [Edition], _ style: AddressStyle = .pretty) -> WrittenSite {
      settings.host = host
      settings.addresses = style
      return WrittenSite(["reports/r.md": Self.report], settings: settings, editions: editions)
    }
    #expect(pages(nil, [edition]).page("404.html").contains("assets/lead-on.js"))
    #expect(!pages(nil, []).page("404.html").contains("assets/lead-on.js"))
    #expect(pages(.netlify, []).page("_redirects") == "")
    #expect(
      pages(.netlify, [edition]).page("_redirects")
        == "# Written by Standpoint: former pages of positions\n/reports/:report/positions/ /reports/:report/ 301!\n"
    )
    #expect(
      pages(.cloudflarePages, [edition]).page("_redirects").hasSuffix(
        "/reports/:report/positions /reports/:report/ 301\n/reports/:report/positions/ /reports/:report/ 301\n"
      ))
    #expect(
      pages(.cloudflarePages, [edition], .plain).page("_redirects").hasSuffix(
        "/reports/:report/positions.html /reports/:report.html 301\n"))
  }

  @Test("positions and reports are cited in RIS and CSL-JSON")
  func otherFormats() throws {
    let graph = Self.graph(["reports/r.md": Self.report], base: true)
    let words = Theme().words
    let position = Citation(graph.positions[0], in: graph, words: words).facts
    #expect(
      position.ris.text == """
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
    #expect(report.facts.ris.text.hasPrefix("TY  - RPRT\nID  - r\nAU  - Ada Byron\n"))
    let json = String(decoding: CitationFormat.cslJSON.bytes([position, report.facts]), as: UTF8.self)
    #expect(json.contains(#""issued":{"date-parts":[[2025,3,2]]}"#), "\(json)")
    #expect(json.contains(#""author":[{"literal":"Ada Byron"},{"literal":"B. C. Dee"}]"#))
    #expect(CitationFormat.cslJSON.bytes([]).contains(UInt8(ascii: "]")))
  }

  @Test("a citation has the language of its report") func language() throws {
    let text = "---\nlanguage: de\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Maut | Nein | Ja |\n"
    let files = ["reports/r.md": text, "reports/s.md": text.replacing("language: de\n", with: "")]
    let graph = WrittenSite(files).graph
    let citations = SiteCitations(graph).citations(of: SiteCitations.Choice())
    let found = citations.map { "\($0.key.prefix(1)) \($0.language)" }
    #expect(Set(found) == ["r de", "s en"], "\(found)")
    #expect(try Self.page("reports/r/index.html", files).contains("\"language\":\"de\"}'>\n<summary>"))
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

  @Test("positions of those who act for a party, directly or indirectly, are read with its own")
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
    let held = try #require(state.components(separatedBy: "<table class=\"standings\"").last)
    #expect(held.contains("Minister</a>, Acts for State") && held.contains("Clerk</a>, Acts for Minister"))
    #expect(held.contains("Yes</td>") && held.contains("No</td>"))
    let minister = try Self.page("parties/minister/index.html", files)
    #expect(
      minister.contains(
        "<p class=\"tenure\">From <time datetime=\"2024\">2024</time> to <time datetime=\"2025-06\">June 2025</time></p>"
      ))
    #expect(try !Self.page("parties/clerk/index.html", files).contains("Minister</a>, Acts for"))
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
