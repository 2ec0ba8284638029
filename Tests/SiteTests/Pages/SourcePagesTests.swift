import Content
import Diagnostics
import Editions
import Graph
import Testing

@testable import Site

@Suite("Sources as things") struct SourcePagesTests {
  private static let report = """
    ---
    title: The plan
    date: 2025-03-02
    ---

    The law [@law] is old. A handle: `[@nobody]`, [@name](https://example.org/x).

    | Issue | Red | Blue | Green |
    |---|---|---|---|
    | Tolls | [+] Yes [@law, p. 4; @speech] | No[^a] | [-] No [x](http://example.org/law/#end) {evidence=act} |
    | Dams | Yes, “never”[@speech] | No [y](https://other.example/a) | No |

    [^a]: See [@law].
    """

  private static func site(_ report: String = Self.report) -> WrittenSite {
    var law = SourceEntry(key: "law", place: Place(path: "Content/sources/law.md"))
    law.title = "The law"
    law.url = "https://example.org/law"
    law.evidence = .document
    law.publisher = "Gazette & Co"
    var speech = SourceEntry(key: "speech", place: Place(path: "Content/sources/speech.md"))
    speech.title = "A speech"
    speech.evidence = .ownStatement
    speech.authors = ["M. Red"]
    var diagnostics: [Diagnostic] = []
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.sources = SourceLibrary([law, speech], diagnostics: &diagnostics)
    return WrittenSite(["reports/plan.md": report], settings: settings)
  }

  @Test("a citation is a footnote with what is known of the source") func footnotes() {
    let site = Self.site()
    #expect(site.messages == [])
    let page = site.page("reports/plan/index.html")
    #expect(page.contains("<li id=\"fn:@law\">\n<p><a href=\"https://example.org/law\""))
    #expect(page.contains("<li id=\"fn:@law,p-4\">"))
    #expect(page.contains("Gazette &amp; Co, p. 4"))
    #expect(page.contains("<p>M. Red, <em>A speech</em>") && site.graph.mentions.isEmpty)
    #expect(page.contains("<code>[@nobody]</code>") && page.contains(">@name</a>"))
  }

  @Test("positions of all reports are found by key and by address") func index() {
    let graph = Self.site().graph
    let index = EvidenceIndex(graph)
    func names(_ source: SourceIdentity) -> [String] {
      index.positions(on: source).map { id in
        let position = graph.positions[id.index]
        return graph.issues[position.issue.index].name + " " + graph.parties[position.party.index].name
      }.sorted()
    }
    #expect(names(.entry("law")) == ["Tolls Blue", "Tolls Green", "Tolls Red"])
    #expect(names(.entry("speech")) == ["Dams Red", "Tolls Red"])
    #expect(index.addressesWithoutEntry.map(\.address) == ["https://other.example/a"])
    let kinds = graph.positions.map(\.evidence)
    #expect(kinds == [[.ownStatement, .document], [.document], [.act], [.ownStatement], [], []])
    var verbatim: [String] = []
    for position in graph.positions { verbatim += graph.verbatim(of: position.id) }
    #expect(verbatim == ["never"])
  }

  @Test("each source has a page, and the list has all") func pages() {
    let site = Self.site()
    let list = site.page("sources/index.html")
    #expect(list.contains("<a href=\"../sources/law/\">The law</a>") && list.contains("3 positions"))
    #expect(list.contains("https://other.example/a"))
    let law = site.page("sources/law/index.html")
    for words in [
      "<h1>The law</h1>", "Gazette &amp; Co", "<dd>document</dd>", "<code>[@law]</code>", "3 positions",
      "Evidence: document", "Evidence: action",
    ] { #expect(law.contains(words), "\(words)") }
    #expect(
      WrittenSite(["reports/a.md": "| Issue | A | B |\n|---|---|---|\n| X | 1 | 2 |\n"]).page(
        "sources/index.html") == "")
  }

  /// A site without descriptions, in which `count` positions rest on one address and one on another; `entries` describe sources.
  private static func bare(
    _ count: Int, published: Set<String> = [], entries: [SourceEntry] = []
  ) -> WrittenSite {
    let rows = (0..<count).map {
      "| Issue \($0) | Yes [x](https://a.example/Law_1/?utm_source=y#p\($0)) | No |"
    }
    let text =
      "| Issue | Red | Blue |\n|---|---|---|\n" + rows.joined(separator: "\n")
      + "\n| Last | Yes [z](http://b.example/z) | No |\n"
    var settings = SiteSettings(switches: PageRegistry.switches)
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary(entries, diagnostics: &diagnostics)
    settings.sources.publishedSlugs = published
    return WrittenSite(["reports/plan.md": text], settings: settings)
  }

  @Test("an address without an entry has a page from three positions on, and once published keeps it")
  func withoutEntry() {
    let page = "sources/a-example-law-1/index.html"
    #expect(Self.bare(2).page(page) == "" && Self.bare(2).page("sources/index.html") == "")
    let three = Self.bare(3)
    #expect(
      three.page(page).contains("3 positions")
        && three.page(page).contains("<a href=\"../../reports/plan/\">"))
    let list = three.page("sources/index.html")
    #expect(
      list.contains("<a href=\"../sources/a-example-law-1/\"")
        && list.contains("<a class=\"url\" href=\"http://b.example/z\">"))
    #expect(Self.bare(1, published: ["a-example-law-1"]).page(page).contains("1 position"))
    var entry = SourceEntry(key: "law", place: Place(path: "sources/law.md"))
    (entry.title, entry.url, entry.notes) = (
      "The law", "http://a.example/Law_1", "Old, *but* in force. <script>x</script>"
    )
    let described = Self.bare(3, published: ["a-example-law-1"], entries: [entry])
    #expect(described.page(page).contains("data-to=\"../../sources/law/\""))
    let law = described.page("sources/law/index.html")
    #expect(law.contains("Old, <em>but</em> in force.") && !law.contains("<script>x"))
  }

  @Test(
    "a published page stays while a report links to the address, and keeps its address beside a similar one")
  func published() {
    let linked = WrittenSite(
      [
        "reports/a.md":
          "As [x](http://a.example/Law_1#end) says.\n\n| Issue | Red | Blue |\n|---|---|---|\n| X | 1 | 2 |\n"
      ],
      settings: Self.published(["a-example-law-1"]))
    let page = linked.page("sources/a-example-law-1/index.html")
    #expect(page.contains("<a class=\"url\" href=\"http://a.example/Law_1#end\">"), "\(page)")
    #expect(page.contains("<a href=\"../../reports/a/\">") && !page.contains("class=\"position\""))
    let cells = (0..<3).map { "| I\($0) | [x](https://a.example/b) | [y](https://a-example/b) |" }
    func site(_ published: Set<String>, _ rows: [String]) -> WrittenSite {
      let head = "| Issue | Red | Blue |\n|---|---|---|\n"
      return WrittenSite(
        ["reports/a.md": head + rows.joined(separator: "\n")], settings: Self.published(published))
    }
    let both = site([], cells)
    let slugs = Set(
      both.pages.compactMap { $0.wholeMatch(of: /sources\/([^\/]+)\/index.html/).map { String($0.1) } })
    #expect(slugs.count == 2 && slugs.contains("a-example-b"), "\(slugs)")
    let other = slugs.subtracting(["a-example-b"]).first ?? ""
    let alone = site(slugs, cells.map { $0.replacing("https://a-example/b", with: "https://c.example") })
    let one = both.page("sources/\(other)/index.html").contains("https://a.example/b") ? other : "a-example-b"
    #expect(alone.page("sources/\(one)/index.html").contains("href=\"https://a.example/b\""))
  }

  private static func published(_ slugs: Set<String>, addresses: [String] = []) -> SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.sources.publishedSlugs = slugs
    settings.sources.publishedAddresses = addresses
    return settings
  }

  private static let withoutSources = [
    "reports/a.md": "| Issue | Red | Blue |\n|---|---|---|\n| X | 1 | 2 |\n"
  ]

  @Test("a published page stays when no report cites the source any more, and says so") func uncited() {
    let address = "https://a.example/Law_1#end"
    let settings = Self.published(["a-example-law-1"], addresses: [address])
    let page = WrittenSite(Self.withoutSources, settings: settings).page("sources/a-example-law-1/index.html")
    #expect(
      page.contains("No report cites this source any more.") && page.contains("href=\"\(address)\""),
      "\(page)")
    #expect(!page.contains("No position rests on this source yet."))
    var described = settings
    var diagnostics: [Diagnostic] = []
    var entry = SourceEntry(key: "law", place: Place(path: "sources/law.md"))
    (entry.title, entry.url) = ("The law", "http://a.example/Law_1")
    described.sources = SourceLibrary([entry], diagnostics: &diagnostics)
    described.sources.publishedSlugs = settings.sources.publishedSlugs
    described.sources.publishedAddresses = settings.sources.publishedAddresses
    let leadsOn = WrittenSite(Self.withoutSources, settings: described)
    #expect(leadsOn.page("sources/a-example-law-1/index.html").contains("data-to=\"../../sources/law/\""))
    #expect(leadsOn.page("sources/law/index.html").contains("No position rests on this source yet."))
  }

  @Test("a page that an edition shows to have been published stays like one that was published")
  func inEdition() {
    let edition = Edition(
      freezing: Self.bare(3).graph, name: "one", date: PartialDate(year: 2025),
      origin: Edition.Origin(made: PartialDate(year: 2025), includesDrafts: false))
    let site = WrittenSite(
      Self.withoutSources, editions: [edition])
    let page = site.page("sources/a-example-law-1/index.html")
    #expect(page.contains("No report cites this source any more."), "\(site.pages)")
    // It carried one position, so it had no page.
    #expect(!site.pages.contains("sources/b-example-z/index.html"))
  }

  private static func entry(_ key: String, _ url: String?) -> SourceEntry {
    var entry = SourceEntry(key: key, place: Place(path: "sources/\(key).md"))
    (entry.title, entry.url) = ("The entry \(key)", url)
    return entry
  }

  private static func edition(of site: WrittenSite) -> Edition {
    Edition(
      freezing: site.graph, name: "one", date: PartialDate(year: 2025),
      origin: Edition.Origin(made: PartialDate(year: 2025), includesDrafts: false))
  }

  private static func described(
    _ entries: [SourceEntry], _ reports: [String: String], published: Set<String> = []
  ) -> WrittenSite {
    var settings = Self.published(published)
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary(entries, diagnostics: &diagnostics)
    settings.sources.publishedSlugs = published
    return WrittenSite(reports, settings: settings, editions: [Self.edition(of: Self.bare(3))])
  }

  @Test("a page that only an edition shows to have been published leads to an entry that is added later")
  func describedLater() {
    let entry = Self.entry("law", "http://a.example/Law_1#x")
    let site = Self.described([entry], Self.withoutSources)
    #expect(
      site.page("sources/a-example-law-1/index.html").contains("data-to=\"../../sources/law/\""),
      "\(site.pages)")
    let law = site.page("sources/law/index.html")
    #expect(law.contains("<h1>The entry law</h1>"))
    // The last published state had the page of the entry and none of the address.
    let known = Self.described([entry], Self.withoutSources, published: ["law"])
    #expect(!known.pages.contains("sources/a-example-law-1/index.html"))
  }

  @Test("an entry with the key under which another address was published has a page of its own")
  func keyOfAnother() {
    let page = "sources/a-example-law-1/index.html"
    let key = "a-example-law-1"
    let same = Self.described([Self.entry(key, "https://a.example/Law_1")], Self.withoutSources)
    #expect(same.page(page).contains("<h1>The entry a-example-law-1</h1>"))
    let other = Self.described([Self.entry(key, "https://other.example")], Self.withoutSources)
    #expect(other.page(page).contains("https://a.example/Law_1"), "\(other.pages)")
    #expect(other.pages.contains { $0.wholeMatch(of: /sources\/a-example-law-1-.+\/index.html/) != nil })
  }

  /// A site in which three positions rest on an address, and one on another.
  private static func moved(
    _ address: String, _ entries: [SourceEntry], published: Set<String>,
    ledger: [SourceLibrary.PublishedEntry] = [], addresses: [String] = [], count: Int = 3
  ) -> WrittenSite {
    var settings = Self.published(published, addresses: addresses)
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary(entries, diagnostics: &diagnostics)
    settings.sources.publishedSlugs = published
    settings.sources.publishedAddresses = addresses
    settings.sources.publishedEntries = ledger
    let rows = (0..<count).map { "| I\($0) | Yes [x](\(address)) | No |\n" }
    return WrittenSite(
      ["reports/a.md": "| Issue | Red | Blue |\n|---|---|---|\n" + rows.joined()], settings: settings)
  }

  private static let law = [SourceLibrary.PublishedEntry(address: "https://a.example/law", slug: "law")]

  @Test("the page of an entry whose key changed leads to that of the same address")
  func changedKey() {
    let site = Self.moved(
      "https://a.example/law", [Self.entry("statute", "http://A.example/law/")], published: ["law"],
      ledger: Self.law)
    #expect(
      site.page("sources/law/index.html").contains("data-to=\"../../sources/statute/\""), "\(site.pages)")
    // Without an entry, it leads to the page of the address, which has one position.
    let bare = Self.moved("https://a.example/law", [], published: ["law"], ledger: Self.law, count: 1)
    #expect(
      bare.page("sources/law/index.html").contains("data-to=\"../../sources/a-example-law/\""),
      "\(bare.pages)")
    #expect(bare.page("sources/a-example-law/index.html").contains("1 position"))
    // What the entry itself says is not said twice.
    var entry = Self.entry("statute", "https://a.example/law")
    entry.redirects = ["/sources/law/"]
    let said = Self.moved("https://a.example/law", [entry], published: ["law"], ledger: Self.law)
    #expect(said.pages.filter { $0 == "sources/law/index.html" }.count == 1)
  }

  @Test("an entry keeps its page when its address changes, and when another entry has its old address")
  func changedAddress() {
    let site = Self.moved(
      "https://a.example/new", [Self.entry("law", "https://a.example/new")], published: ["law"],
      ledger: Self.law)
    #expect(site.page("sources/law/index.html").contains("<h1>The entry law</h1>"), "\(site.pages)")
    #expect(!site.pages.contains { $0.hasPrefix("sources/law-") })
    let swapped = Self.moved(
      "https://a.example/new",
      [Self.entry("law", "https://a.example/new"), Self.entry("old", "https://a.example/law")],
      published: ["law"], ledger: Self.law)
    #expect(swapped.page("sources/law/index.html").contains("<h1>The entry law</h1>"), "\(swapped.pages)")
    // A page that was never published leads nowhere.
    let unknown = Self.moved(
      "https://a.example/law", [Self.entry("statute", "https://a.example/law")], published: [],
      ledger: Self.law)
    #expect(!unknown.pages.contains("sources/law/index.html"))
  }

  @Test(
    "a page under a key of percent-encoded letters or Punycode leads to the page with the letters",
    arguments: [
      ("https://a.example/%D0%9A%D0%B8%D1%97%D0%B2", "a-example-d0-9a-d0-b8-d1-97-d0-b2", "a-example-київ"),
      ("https://xn--mnchen-3ya.example/a", "xn-mnchen-3ya-example-a", "münchen-example-a"),
      ("https://a.example/%7Eann?q=%C3%A9", "a-example-7eann-q-c3-a9", "a-example-ann-q-é"),
    ])
  func encodedKey(address: String, old: String, new: String) {
    for count in [3, 1] {
      let site = Self.moved(address, [], published: [old], count: count)
      #expect(site.page("sources/\(new)/index.html").contains("href=\"\(address)\""), "\(site.pages)")
      #expect(site.page("sources/\(old)/index.html").contains("data-to="), "\(site.pages)")
    }
    // No report cites it any more, and later an entry describes it.
    let other = "https://b.example"
    let uncited = Self.moved(other, [], published: [old], addresses: [address])
    #expect(uncited.page("sources/\(old)/index.html").contains("data-to="), "\(uncited.pages)")
    let entry = Self.moved(other, [Self.entry("law", address)], published: [old], addresses: [address])
    #expect(
      entry.page("sources/\(old)/index.html").contains("data-to=\"../../sources/law/\""), "\(entry.pages)")
  }

  @Test("the kind of a described source is not proposed for an address that stands beside it")
  func proposal() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    var diagnostics: [Diagnostic] = []
    var law = Self.entry("law", nil)
    law.evidence = .document
    settings.sources = SourceLibrary([law], diagnostics: &diagnostics)
    func proposed(_ end: String) -> String {
      let rows = (0..<3).map { "| I\($0) | Yes[@law] [x](https://a.example/x)\(end) | No |\n" }
      let text = "| Issue | Red | Blue |\n|---|---|---|\n" + rows.joined()
      let graph = WrittenSite(["reports/a.md": text], settings: settings).graph
      return SourceProposal.all(in: graph).map { String(decoding: $0.file, as: UTF8.self) }.joined()
    }
    #expect(proposed("").contains("https://a.example/x") && !proposed("").contains("evidence:"))
    #expect(proposed(" {evidence=vote}").contains("evidence: vote"))
  }

  @Test("a position with a source whose kind is not given does not rest on the kinds of the others alone")
  func alone() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    var diagnostics: [Diagnostic] = []
    var entries = ["speech", "law", "plain"].map { Self.entry($0, nil) }
    (entries[0].evidence, entries[1].evidence) = (.ownStatement, .document)
    settings.sources = SourceLibrary(entries, diagnostics: &diagnostics)
    let report = """
      | Issue | Red | Blue | Green |
      |---|---|---|---|
      | Tolls | Yes[@speech] | Yes[@speech][^1] | Yes[@speech; @law] |
      | Dams | Yes[@speech][@plain] | Yes[^2] | Yes[@plain][^1] {evidence=own-statement} |

      [^1]: A letter.
      [^2]: See [@speech] and [a page](https://example.org).
      """
    let site = WrittenSite(["reports/a.md": report], settings: settings)
    let found = site.graph.positions.map {
      "\($0.evidence.text ?? "—") \($0.evidence.isWithin([.ownStatement, .vote]))"
    }
    #expect(
      found == [
        "own-statement true", "own-statement false", "own-statement | document false",
        "own-statement false", "own-statement false", "own-statement true",
      ])
    #expect(site.graph.positions.allSatisfy { !$0.evidence.given.hasOthers })
    #expect(!EvidenceKinds().isWithin([.vote]))
    let frozen = Self.edition(of: site)
    #expect(frozen.positions.allSatisfy { !$0.evidence.hasOthers })
  }

  @Test("old addresses of a source lead to its page")
  func redirects() {
    var entry = Self.entry("law", nil)
    entry.redirects = ["/sources/old-law/", "/texts/law"]
    let site = Self.described([entry], Self.withoutSources)
    for page in ["sources/old-law/index.html", "texts/law/index.html"] {
      #expect(site.page(page).contains("sources/law/\""), "\(site.pages)")
    }
  }

  @Test("positions that only editions remember rest on a source without an address, too")
  func rememberedTitle() {
    let entry = Self.entry("speech", nil)
    var settings = SiteSettings(switches: PageRegistry.switches)
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary([entry], diagnostics: &diagnostics)
    func site(_ date: String, _ cell: String, _ editions: [Edition] = []) -> WrittenSite {
      let text = "---\ndate: \(date)\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| X | \(cell) | 2 |\n"
      return WrittenSite(
        ["reports/a.md": text], settings: settings, today: PartialDate(year: 2026, month: 1, day: 1),
        editions: editions)
    }
    let edition = Self.edition(of: site("2024-01", "Yes[@speech]"))
    let later = site("2024-01\nupdated: 2025-02-01", "Other {as-of=2025-02-01}", [edition])
    #expect(later.page("sources/speech/index.html").contains("1 position"))
  }

  @Test("keys and places in sources are told apart, and marks around citations do not hide them")
  func forms() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    var diagnostics: [Diagnostic] = []
    settings.sources = SourceLibrary(
      ["law", "law-2", "https://a.example/x y"].map { Self.entry($0, nil) }, diagnostics: &diagnostics)
    let site = WrittenSite(
      [
        "reports/a.md": """
        | Issue | Red | Blue | Green |
        |---|---|---|---|
        | A | x[@law, 2] | x[@law-2] | x[@law][^1] |
        | B | x[@law][@law-2] | as [@law]: no | x[@{https://a.example/x y}, p. 4] |

        A [@link][here], [@other], [@law][nowhere] and [@law]: so. As [see @law, p. 9; @law-2] says,
        [-@law] and [by @nobody], [me@law.org](https://d.example), [see @law](https://e.example).

        [^1]: A note.

        [here]: https://b.example
          [@Other]: https://c.example
        """
      ], settings: settings)
    #expect(site.messages == [], "\(site.messages)")
    let index = EvidenceIndex(site.graph)
    let sources = site.graph.positions.map { index.sources(of: $0.id) }
    #expect(
      sources.map { $0.map { if case .entry(let key) = $0 { key } else { "note" } } } == [
        ["law"], ["law-2"], ["law", "note"], ["law", "law-2"], ["law"], ["https://a.example/x y"],
      ])
    let page = site.page("reports/a/index.html")
    #expect(page.contains("see <em>The entry law</em>, p. 9") && page.contains("[by @nobody]"))
    #expect(page.contains(">see @law</a>") && page.contains(">me@law.org</a>"))
    #expect(page.contains("href=\"https://b.example\"") && page.contains("href=\"https://c.example\""))
  }

  @Test("a citation takes the space before it away, and a footnote that cites sources names them")
  func spacesAndNestedCitations() {
    let site = Self.site(
      """
      * [@law] in a list
      - Word [@law].

      | Issue | Red | Blue |
      |---|---|---|
      | A | Yes [@law, p. 4]. | **No** [@law] |
      | B | So [^1], it says | `x [@law]` |

      [^1]: See [@law, p. 7] and [@speech].
      """)
    #expect(site.messages == [], "\(site.messages)")
    let page = site.page("reports/plan/index.html")
    #expect(page.contains("Yes<sup") && page.contains("</strong><sup"))
    #expect(page.contains("<code>x [@law]</code>"))
    #expect(page.contains("Word<sup") && page.contains("<li><sup"), "\(page)")
    let graph = site.graph
    var reader = PositionSources()
    let texts = graph.positions.map { graph.text(of: $0.id) }
    #expect(texts == ["Yes.", "No", "So, it says", "x [@law]"], "\(texts)")
    let sources = graph.positions.map { reader.texts(of: $0, in: graph) }
    #expect(
      sources[2] == [
        "See The law, Gazette & Co, p. 7 https://example.org/law and M. Red, A speech."
      ],
      "\(sources)")
  }

  @Test("the list has pages of 200 sources, and keys that look alike have pages of their own") func paging() {
    let keys = (0..<250).map { "s\($0)" } + ["page-2", "a.b", "a-b"]
    let site = Self.bare(
      3, entries: keys.map { SourceEntry(key: $0, place: Place(path: "sources/\($0).md")) })
    let first = site.page("sources/index.html")
    #expect(first.contains("<a aria-current=\"page\" href=\"../sources/\">Page 1</a>"))
    let second = site.page("sources/page-2/index.html")
    #expect(
      second.contains("<h1>Sources: Page 2</h1>") && second.contains("b.example")
        && site.page("sources/page-3/index.html") == "")
    #expect(!first.contains("b.example") && site.page("sources/a-b/index.html") != "")
    let pages = site.graph.settings.sources.entries.count
    let shelf = SourceShelf(
      SourceShelf.Contents(site.graph), RecordHistory(site.graph),
      published: PublishedSources(site.graph.settings, editions: []))
    #expect(pages == 253 && shelf.map { Set($0.items.compactMap(\.page)).count } == 254)
  }

  @Test("an unknown key is an error, with a near one") func unknown() {
    let site = Self.site("Text [@lawe, p. 3] and [@law; @xyz].\n")
    #expect(
      site.messages == [
        "Content/reports/plan.md:1:1: error: no source has the key “lawe” [unknown-source]; did you mean “law”?",
        "Content/reports/plan.md:1:1: error: no source has the key “xyz” [unknown-source]",
      ])
    #expect(site.page("reports/plan/index.html").contains("[@lawe, p. 3]"))
  }
}
