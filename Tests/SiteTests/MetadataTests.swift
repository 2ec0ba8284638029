import Content
import Diagnostics
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// The metadata of a site: feeds, sitemap, previews, manifest.
@Suite("Metadata") struct MetadataTests {
  static let files = [
    "reports/one.md": """
    ---
    title: Tolls & "<bridges>"
    date: 2025-03-02
    updated: 2025-04-10
    summary: Who pays, & how.
    authors: [A. Writer, B. Reader]
    tags: [roads]
    ---

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] Yes | No |
    """,
    "reports/two.md": """
    ---
    title: Ferries
    date: 2025-04
    core-issues: [Tolls]
    affects: [Red]
    ---

    | Issue | Blue | Green |
    |---|---|---|
    | Ferries | Some | None |
    """,
    "reports/undated.md":
      "---\ntitle: Undated\n---\n\n| Issue | Green | Blue |\n|---|---|---|\n| Piers | a | b |\n",
    "pages/über-uns.md": "---\ntitle: About\ndate: 2024-01-05\n---\n\nText.\n",
  ]

  static func settings(
    feeds: [String] = [], base: String? = "https://example.org/briefs/"
  ) -> SiteSettings {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "Who <pays> & why"
    settings.baseURL = base.flatMap { try? BaseURL($0) }
    settings.feeds = feeds.map { NamedSubject($0, at: Place(path: "Content/site.yml")) }
    return settings
  }

  static func site(feeds: [String] = [], base: String? = "https://example.org/briefs/") -> WrittenSite {
    WrittenSite(files, settings: settings(feeds: feeds, base: base))
  }

  private static func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { Printed.line($0) { _ in "" } }
  }

  @Test("a site without a base URL has no metadata files, and no page has a full address")
  func withoutBaseURL() {
    let site = Self.site(feeds: ["Tolls"], base: nil)
    let paths = site.plan.pages.map(\.path)
    #expect(!paths.contains { $0.hasSuffix(".xml") || $0.hasSuffix(".txt") || $0.hasSuffix(".webmanifest") })
    for path in site.pages {
      for word in ["og:", "canonical", "feed.xml", "manifest"] {
        #expect(!site.page(path).contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("the feed of the site contains dated reports, the last changed first, with the authors' dates")
  func feed() {
    let feed = Self.site().page("feed.xml")
    let dates = feed.split(separator: "\n").filter {
      $0.hasPrefix("<updated>") || $0.hasPrefix("<published>")
    }
    #expect(
      dates == [
        "<updated>2025-04-10T00:00:00Z</updated>", "<published>2025-03-02T00:00:00Z</published>",
        "<updated>2025-04-10T00:00:00Z</updated>", "<published>2025-04-01T00:00:00Z</published>",
        "<updated>2025-04-01T00:00:00Z</updated>",
      ])
    #expect(feed.contains("<id>https://example.org/briefs/reports/one/</id>"))
    #expect(feed.contains("<title>Tolls &amp; &quot;&lt;bridges&gt;&quot;</title>"))
    #expect(feed.contains("<author><name>A. Writer</name></author>\n<author><name>B. Reader</name></author>"))
    #expect(
      feed.contains(
        "<category term=\"tolls\" scheme=\"https://example.org/briefs/issues/\" label=\"Tolls\"/>"))
    #expect(!feed.contains("Undated"))
  }

  @Test("a feed contains at most fifty reports") func longFeed() {
    var files: [String: String] = [:]
    for day in 1...31 {
      for month in [1, 3] {
        let date = PartialDate(year: 2025, month: month, day: day)
        files["reports/\(date).md"] = "---\ntitle: R\(date)\n---\n\nText.\n"
      }
    }
    let feed = WrittenSite(files, settings: Self.settings()).page("feed.xml")
    #expect(feed.split(separator: "\n").count { $0 == "<entry>" } == ReportFeed.mostEntries)
    #expect(feed.contains("R2025-03-01") && feed.contains("R2025-01-31") && !feed.contains("R2025-01-12<"))
  }

  @Test("an issue and a party in “feeds” have a feed of their reports, linked from their page")
  func subjectFeeds() {
    let site = Self.site(feeds: ["tolls", "party:Red", "Tolls"])
    #expect(
      site.plan.pages.map(\.path).filter { $0.hasSuffix("feed.xml") } == [
        "feed.xml", "issues/tolls/feed.xml", "parties/red/feed.xml",
      ])
    let tolls = site.page("issues/tolls/feed.xml")
    #expect(tolls.contains("reports/one/") && tolls.contains("reports/two/"))
    #expect(tolls.contains("<id>https://example.org/briefs/issues/tolls/</id>"))
    #expect(
      tolls.contains(
        "rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/briefs/issues/tolls/feed.xml\""
      ))
    #expect(
      site.page("issues/tolls/index.html").contains("href=\"../../issues/tolls/feed.xml\">Feed of reports on")
    )
    #expect(
      site.page("parties/red/index.html").contains(
        "href=\"../../parties/red/feed.xml\">Feed of reports on"))
    #expect(!site.page("issues/ferries/index.html").contains("ferries/feed.xml"))
  }

  @Test("unknown and ambiguous names in “feeds” are reported")
  func unknownFeeds() {
    var files = Self.files
    files["issues/blue.md"] = "---\ntitle: Blue\n---\n"
    files["issues/green.md"] = "---\ntitle: Harbour\ndraft: true\n---\n"
    let settings = Self.settings(feeds: ["Ferrys", "issue:Red", "Blue", "Harbour"])
    let site = WrittenSite(files, settings: settings)
    #expect(
      site.messages == [
        """
        Content/site.yml: error: “feeds” lists “Ferrys”, but no issue or party has this name \
        [unknown-name]; did you mean “Ferries”?
        """,
        "Content/site.yml: error: “feeds” lists “Red”, but no issue has this name [unknown-name]",
        """
        Content/site.yml: error: “Blue” could mean an issue (/issues/blue/) or a party (/parties/blue/) \
        [ambiguous-name]; write “issue:Blue” or “party:Blue”
        """,
        "Content/site.yml: warning: “Harbour” has no feed because its file is withheld [link-to-withheld]",
      ])
  }

  @Test("a feed without dated reports is not created, with a note") func emptyFeed() {
    let site = Self.site(feeds: ["Piers"])
    #expect(!site.plan.pages.contains { $0.path == "issues/piers/feed.xml" })
    #expect(
      Self.lines(site.plan.diagnostics) == [
        """
        note: no report on “Piers” has a date, so it has no feed yet [empty-feed]; \
        add a “date:” to its reports, or remove the name from “feeds:” in site.yml
        """
      ])
  }

  @Test(
    "llms.txt links every report, issue, party and data file by its whole address, with text that stays text")
  func languageModels() {
    let text = Self.site().page("llms.txt")
    #expect(text.hasPrefix("# Who \\<pays\\> \\& why\n\n6 positions, 3 reports\n\n## Reports\n\n"))
    #expect(
      text.contains(
        "- [Tolls \\& \"\\<bridges\\>\"](https://example.org/briefs/reports/one/): Who pays, \\& how. – 2 March 2025\n"
      ))
    #expect(text.contains("\n- [Ferries](https://example.org/briefs/issues/ferries/)\n"))
    #expect(text.contains("\n- [Green](https://example.org/briefs/parties/green/)\n"))
    #expect(text.contains("\n- [positions.csv](https://example.org/briefs/positions.csv)\n"))
    let links = text.matches(of: /\]\((https:[^)]*)\)/).map { String($0.1) }
    let pages = Set(Self.site().plan.pages.map(\.path))
    for link in links {
      let path = link.replacing("https://example.org/briefs/", with: "")
      #expect(pages.contains(path.hasSuffix("/") ? path + "index.html" : path), "\(link)")
    }
    #expect(Self.site(base: nil).page("llms.txt") == "")
  }

  @Test("the sitemap has every page except the 404 page, with the day of its newest report")
  func sitemap() {
    let site = Self.site()
    let map = site.page("sitemap.xml")
    #expect(map.split(separator: "\n").count { $0.hasPrefix("<url>") } == site.pages.count - 1)
    for line in [
      "<url><loc>https://example.org/briefs/</loc><lastmod>2025-04-10</lastmod></url>",
      "<url><loc>https://example.org/briefs/reports/two/</loc><lastmod>2025-04-01</lastmod></url>",
      "<url><loc>https://example.org/briefs/reports/undated/</loc></url>",
      "<url><loc>https://example.org/briefs/issues/ferries/</loc><lastmod>2025-04-01</lastmod></url>",
      "<url><loc>https://example.org/briefs/%C3%BCber-uns/</loc><lastmod>2024-01-05</lastmod></url>",
    ] { #expect(map.contains(line + "\n"), "\(line)") }
    #expect(!map.contains("404"))
    #expect(
      site.page("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/briefs/sitemap.xml\n")
  }

  @Test("above fifty thousand pages the sitemap is an index of parts") func largeSitemap() {
    let graph = Self.site().graph
    let pages = (0...Sitemap.mostAddresses).map {
      SitePlan.Page(path: "\($0)", source: .page(ReportPage(id: ID($0 % 2))))
    }
    let map = Sitemap(
      SiteLayout(graph, archive: EditionArchive(), today: nil, map: nil), pages: pages)
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    #expect(text(map.whole()).contains("<sitemap><loc>https://example.org/briefs/sitemap-2.xml</loc>"))
    #expect(text(map.part(0)).split(separator: "\n").count { $0.hasPrefix("<url>") } == Sitemap.mostAddresses)
    #expect(text(map.part(1)).split(separator: "\n").count { $0.hasPrefix("<url>") } == 1)
    let feeds = SiteFeeds(graph)
    #expect(MetadataFile.files(of: graph, feeds: feeds, pageCount: 50_000).count { $0.isPart } == 0)
    #expect(MetadataFile.files(of: graph, feeds: feeds, pageCount: 50_001).count { $0.isPart } == 2)
  }

  @Test("pages have previews for sharing, and reports have their dates") func sharing() {
    let site = Self.site()
    let page = site.page("reports/one/index.html")
    for line in [
      "<meta property=\"og:type\" content=\"article\">",
      "<meta property=\"og:title\" content=\"Tolls &amp; &quot;&lt;bridges&gt;&quot;\">",
      "<meta property=\"og:description\" content=\"Who pays, &amp; how.\">",
      "<meta property=\"og:url\" content=\"https://example.org/briefs/reports/one/\">",
      "<meta property=\"article:published_time\" content=\"2025-03-02\">",
      "<meta property=\"article:modified_time\" content=\"2025-04-10\">",
    ] { #expect(page.contains(line + "\n"), "\(line)") }
    let about = site.page("über-uns/index.html")
    #expect(about.contains("<link rel=\"canonical\" href=\"https://example.org/briefs/%C3%BCber-uns/\">"))
    #expect(about.contains("content=\"website\"") && !about.contains("published_time"))
    #expect(site.page("index.html").contains("<link rel=\"manifest\" href=\"site.webmanifest\">"))
  }

  @Test("the manifest is valid and its icons exist") func manifest() throws {
    struct Manifest: Decodable {
      struct Icon: Decodable { let src: String }
      let name: String
      let icons: [Icon]
    }
    let text = Self.site().page("site.webmanifest")
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
    #expect(manifest.name == "Who <pays> & why")
    #expect(manifest.icons.count == 2)
    for icon in manifest.icons { #expect(Theme.builtIn[icon.src] != nil) }
  }

  @Test("the author's own files replace generated ones") func ownFiles() {
    let plan = SitePlan(graph: Self.site().graph, theme: Theme(), copied: ["robots.txt", "feed.xml"])
    let paths = plan.pages.map(\.path)
    #expect(!paths.contains("robots.txt") && !paths.contains("feed.xml") && paths.contains("sitemap.xml"))
  }

  @Test("feeds and sitemap can be switched off") func switchedOff() {
    var settings = Self.settings(feeds: ["Tolls"])
    settings.pageKinds[.feeds] = false
    settings.pageKinds[.sitemap] = false
    let site = WrittenSite(Self.files, settings: settings)
    #expect(site.plan.pages.map(\.path).filter { $0.hasSuffix(".xml") } == [])
    #expect(!site.page("reports/index.html").contains("feed.xml"))
    #expect(site.page("reports/index.html").contains("og:title"))
    #expect(site.page("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test("previews can be switched off; the canonical address stays") func withoutPreviews() {
    var settings = Self.settings()
    settings.pageKinds[.previews] = false
    let page = WrittenSite(Self.files, settings: settings).page("reports/one/index.html")
    #expect(page.contains("<link rel=\"canonical\"") && !page.contains("og:") && !page.contains("article:"))
  }

  @Test("the last change of a report is never before its date") func changeBeforeDate() {
    let file = "---\ntitle: A\ndate: 2025-03-10\nupdated: 2025-03\n---\n\nText.\n"
    let feed = WrittenSite(["reports/a.md": file], settings: Self.settings()).page("feed.xml")
    #expect(feed.contains("<updated>2025-03-10T00:00:00Z</updated>") && !feed.contains("2025-03-01"))
  }
}

extension MetadataFile {
  fileprivate var isPart: Bool { if case .sitemapPart = self { true } else { false } }
}
