import Content
import Editions
import Testing

@testable import Site

@Suite("Pages of corrections") struct CorrectionPageTests {
  private static func settings(navigation: [NavigationEntry]? = nil) -> SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/")
    settings.navigation = navigation
    return settings
  }

  private static func report(_ corrections: String, title: String = "The plan") -> String {
    """
    ---
    title: \(title)
    date: 2025-03-02
    \(corrections)
    ---

    | Issue | North | South |
    |---|---|---|
    | Dam | [+] Build & keep it | — |
    | Tolls | none | some |
    """
  }

  private static let two = """
    corrections:
      - {date: 2025-04-02, note: "The cell said <no>.", position: Dam#North}
      - {date: 2026-01-05, note: The summary named another year.}
      - {date: 2025-04-02, note: It was silent., position: Dam#South}
    """

  private static func site(_ files: [String: String], settings: SiteSettings = settings()) -> WrittenSite {
    WrittenSite(files.merging(["reports/plan.md": report(two)]) { own, _ in own }, settings: settings)
  }

  @Test("a site without corrections has no page, no feed and no menu entry") func none() {
    let site = Self.site(["reports/plan.md": Self.report("tags: [a]")])
    #expect(!site.plan.pages.contains { $0.path.hasPrefix("corrections") })
    #expect(!site.page("index.html").contains("corrections/"))
    #expect(!site.page("reports/plan/index.html").contains("correct"))
  }

  @Test("a report shows its corrections with their dates, and at the cells that they name") func report() {
    let page = Self.site([:]).page("reports/plan/index.html")
    #expect(
      page.contains(
        ##"<span><a class="corrected" href="#correction:2026-01-05">Corrected <time datetime="2026-01-05">"##
      ))
    #expect(page.contains(##"<a class="corrected" href="#correction:2025-04-02">Corrected "##))
    #expect(page.contains(##"<a class="corrected" href="#correction:2025-04-02--2">Corrected "##))
    #expect(page.contains("<li id=\"correction:2025-04-02\">"))
    #expect(page.contains("<p>The cell said &lt;no&gt;.</p>"))
    #expect(page.contains(##"<p class="source"><a href="#dam--north">North on Dam</a></p>"##))
    #expect(page.components(separatedBy: "class=\"corrected\"").count == 4)
  }

  @Test("other pages and cards say that a cell was corrected, and structured data has the note")
  func elsewhere() {
    let site = Self.site([:])
    let mark = #"<a class="corrected" href="../../reports/plan/#correction:2025-04-02">corrected <time"#
    #expect(site.page("issues/dam/index.html").contains(mark))
    #expect(site.page("parties/north/index.html").contains(mark))
    #expect(!site.page("issues/tolls/index.html").contains("class=\"corrected\""))
    let script = Theme().assets.first { $0.path == "assets/card.js" }?.bytes ?? []
    #expect(String(decoding: script, as: UTF8.self).contains("\"correction\":\"Correction\""))
    #expect(site.page("reports/plan/index.html").contains(#""@type":"CorrectionComment""#))
  }

  @Test("the list has all corrections by year, the newest first, and the menu links to it") func list() throws
  {
    let page = Self.site([:]).page("corrections/index.html")
    let years = page.ranges(of: "<section id=\"year:").map { page[$0.upperBound...].prefix(4) }
    #expect(years == ["2026", "2025"])
    #expect(page.contains("<title>Corrections – "))
    #expect(
      page.contains(
        ##"<p class="source"><a href="../reports/plan/#correction:2025-04-02">The plan</a>, <a href="../reports/plan/#dam--north">North on Dam</a></p>"##
      ))
    // A silent cell has no anchor.
    #expect(page.contains(#"<a href="../parties/south/">South</a> on <a href="../issues/dam/">Dam</a>"#))
    #expect(page.contains(#"<a href="../corrections/feed.xml">"#))
    #expect(Self.site([:]).page("index.html").contains(#"<a href="corrections/">What changed</a>"#))
  }

  @Test("a long list has the newest ones, and a page for each year") func years() {
    let many = (1...220).map { number in
      "  - {date: \(number > 30 ? "2026" : "2025")-\(String(number % 9 + 4).leftPadded)-11, note: Note \(number).}"
    }
    let site = Self.site(["reports/plan.md": Self.report("corrections:\n" + many.joined(separator: "\n"))])
    #expect(
      site.pages.filter { $0.hasPrefix("corrections/") } == [
        "corrections/index.html", "corrections/2026/index.html", "corrections/2025/index.html",
      ])
    let list = site.page("corrections/index.html")
    #expect(
      list.components(separatedBy: "<p>Note ").count - 1 == YearSections<CorrectionList.Entry>.newestShown)
    #expect(
      list.contains(#"<a href="../corrections/2025/">Corrections in 2025</a> <span class="count">30</span>"#))
    let year = site.page("corrections/2025/index.html")
    #expect(year.components(separatedBy: "<p>Note ").count - 1 == 30)
    #expect(year.contains(#"<a href="../../corrections/2026/">2026</a>"#))
  }

  @Test("the feed has an entry for each correction, at its own address") func feed() {
    let feed = Self.site([:]).page("corrections/feed.xml")
    #expect(feed.contains("<id>https://example.org/reports/plan/#correction:2025-04-02</id>"))
    #expect(feed.contains("<title>The plan: North on Dam</title>"))
    #expect(feed.contains("<summary>The cell said &lt;no&gt;.</summary>"))
    #expect(feed.contains("<updated>2026-01-05T00:00:00Z</updated>"))
    #expect(feed.components(separatedBy: "<entry>").count == 4)
  }

  @Test("an author's page at the address stands above the list") func authored() {
    let files = [
      "pages/corrections.md":
        "---\ntitle: How we correct\nsummary: Our rules.\n---\n\nWrite to [us](about.md).\n",
      "pages/about.md": "# About\n",
    ]
    let site = Self.site(files)
    #expect(site.messages == [])
    let page = site.page("corrections/index.html")
    #expect(page.contains("<h1>How we correct</h1>") && !page.contains("class=\"lead\""))
    #expect(page.contains(#"<meta name="description" content="Our rules.">"#))
    let (text, list) = (page.range(of: "Write to <a href=\"../about/\">"), page.range(of: "year:2026"))
    #expect(text.map { $0.lowerBound } ?? page.endIndex < list?.lowerBound ?? page.startIndex)
    #expect(site.page("index.html").components(separatedBy: "href=\"corrections/\"").count == 2)
    #expect(site.pages.filter { $0 == "corrections/index.html" }.count == 1)
  }

  @Test("without corrections, an author's page is a page like any other") func authoredAlone() {
    let site = Self.site(
      ["pages/corrections.md": "# How we correct\n\nText.\n", "reports/plan.md": Self.report("tags: [a]")])
    #expect(site.messages == [])
    #expect(site.page("corrections/index.html").contains("<body class=\"page-page\">"))
    #expect(site.page("index.html").contains(#"<a href="corrections/">How we correct</a>"#))
  }

  @Test("exports carry the corrections") func exports() {
    let graph = Self.site([:]).graph
    let json = String(decoding: ExportFormat.jsonGraph.file.bytes(RecordHistory(graph)), as: UTF8.self)
    #expect(
      json.contains(
        #"{"date":"2025-04-02","note":"The cell said <no>.","position":"c1"}"#))
    #expect(
      json.contains(
        ##""c1":{"label":"Build & keep it","metadata":{"kind":"position",""##), "\(json)")
    #expect(
      json.contains(/"note":"It was silent.","issue":"i\d","party":"p\d"}/)
        && json.contains(#""address":"issues/dam/""#) && json.contains(#""address":"parties/south/""#))
    #expect(json.contains(#""corrected":"2026-01-05""#))
    #expect(
      String(decoding: ExportFormat.graphML.file.bytes(RecordHistory(graph)), as: UTF8.self).contains(
        "2026-01-05"))
  }

  @Test("without the switch, only the notes in reports remain") func switchedOff() {
    var settings = Self.settings()
    settings.pageKinds[.corrections] = false
    let site = Self.site([:], settings: settings)
    #expect(!site.plan.pages.contains { $0.path.hasPrefix("corrections") })
    #expect(site.page("reports/plan/index.html").contains("id=\"correction:2025-04-02\""))
  }

  @Test("a correction is the last change of its report") func lastChange() {
    let feed = Self.site([:]).page("feed.xml")
    #expect(feed.contains("<updated>2026-01-05T00:00:00Z</updated>"))
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
