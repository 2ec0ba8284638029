import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

@Suite("Several current positions on pages") struct StandingPagesTests {
  private static func report(_ date: String, _ rows: String...) -> String {
    "---\ndate: \(date)\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n"
      + rows.map { "| Tolls | \($0) |\n" }.joined()
  }

  private static let files = [
    "reports/old.md": report("2024-01-01", "[0] Perhaps | [+] Yes"),
    "reports/one.md": report("2025-01-10", "[+] Yes, some | [+] Yes"),
    "reports/two.md": report("2025-01-10", "[--] Never, ever | [+] Yes"),
    "reports/three.md":
      "---\ndate: 2025-02-01\n---\n\n![[Tolls#Red]]\n\nIn line ![[Tolls#Red]] and [[Tolls#Red]].\n",
    "issues/tolls.md": "---\ntitle: Tolls\nproposition: Tolls stay.\n---\n",
    "parties/moscow.md": "---\ntitle: State\n---\n",
    "parties/red.md": "---\ntitle: Red\nacts-for: State\n---\n",
    "pages/view.md":
      "# View\n\n```standpoint\nview: positions\nissues: [Tolls]\n```\n\n```standpoint\nview: matrix\n```\n",
  ]
  private static let site: WrittenSite = {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pairs = [
      AuthoredPair(
        AuthoredName("Red", range: 0..<0), AuthoredName("Blue", range: 0..<0), sourcePath: "site.yml")
    ]
    return WrittenSite(files, settings: settings)
  }()

  private static let note =
    "<p class=\"standing-note\">2 positions from <time datetime=\"2025-01-10\">10 January 2025</time></p>"

  private static func count(_ part: String, in page: String) -> Int {
    page.components(separatedBy: part).count - 1
  }

  @Test(
    "stand side by side on the issue's and the party's page, above what they supersede",
    arguments: [
      ("issues/tolls/index.html", "red"), ("parties/red/index.html", "tolls"),
    ])
  func lists(path: String, subject: String) throws {
    let page = Self.site.page(path)
    let section = try #require(page.range(of: "id=\"\(subject)\""))
    let rest = String(page[section.upperBound...])
    let earlier = try #require(rest.range(of: "earlier-title"))
    let current = rest[..<earlier.lowerBound]
    #expect(current.contains(Self.note))
    #expect(
      current.contains("Yes, some") && current.contains("Never, ever")
        && !current.contains("id=\"\(subject)--old\""))
    #expect(rest[earlier.upperBound...].contains("Perhaps"))
  }

  @Test("that say the same are one, with all sources and anchors") func folded() throws {
    let page = Self.site.page("issues/tolls/index.html")
    let blue = try #require(page.range(of: "id=\"blue\""))
    let red = try #require(page.range(of: "id=\"red\""))
    let section = String(page[blue.upperBound..<red.lowerBound])
    #expect(!section.contains("standing-note"))
    #expect(section.contains("<tr class=\"position\" id=\"blue--two\">"))
    #expect(section.contains("<p class=\"source\" id=\"blue--one\">"))
    #expect(Self.count("Yes</td>", in: section) == 1 && Self.count("Yes</p>", in: section) == 1)
  }

  @Test("share a cell of the matrix, and a red line is never hidden") func matrix() {
    for page in [Self.site.page("matrix/index.html"), Self.site.page("view/index.html")] {
      #expect(page.contains("><span class=\"s-red-line\"><a href="))
      #expect(page.contains("<span class=\"s-supports\"><a href="))
    }
  }

  @Test("share a cell of a pair's page, and differ by a range") func pair() {
    let page = Self.site.page("compare/blue--red/index.html")
    #expect(page.contains(Self.note))
    #expect(page.contains("0 to 3 steps apart"))
    #expect(page.contains("Yes, some") && page.contains("Never, ever"))
  }

  @Test("are shown where a party acts for another") func representatives() {
    #expect(Self.site.page("parties/moscow/index.html").contains(Self.note))
  }

  @Test("are all embedded and linked") func embeds() {
    let page = Self.site.page("reports/three/index.html")
    #expect(page.contains(Self.note))
    #expect(Self.count("<figure class=\"card\">", in: page) == 2)
    #expect(Self.count("<span class=\"card-inline\">", in: page) == 2)
    #expect(page.contains("<a href=\"../../issues/tolls/#red\">Tolls: Red</a>"))
  }

  @Test("are in live blocks") func view() {
    let page = Self.site.page("view/index.html")
    #expect(page.contains(Self.note))
    #expect(page.contains("Never, ever"))
  }

  @Test(
    "are named by what they share",
    arguments: [
      ("2025-01", "2025-01", "2 positions from <time datetime=\"2025-01\">January 2025</time>"),
      ("2025", "2025-03-02", "2 positions from <time datetime=\"2025\">2025</time>"),
    ])
  func names(first: String, second: String, note: String) {
    let site = WrittenSite([
      "reports/a.md": Self.report(first, "[+] Yes | b"), "reports/b.md": Self.report(second, "[-] No | b"),
    ])
    #expect(site.page("issues/tolls/index.html").contains("<p class=\"standing-note\">\(note)</p>"))
  }

  @Test("without dates say so") func undated() {
    let table = "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes | b |\n| Tolls | [-] No | b |\n"
    let site = WrittenSite(["reports/a.md": table])
    #expect(
      site.page("issues/tolls/index.html").contains("<p class=\"standing-note\">2 undated positions</p>"))
  }

  @Test("stay below the report that does not address the issue") func silence() {
    let site = WrittenSite([
      "reports/january.md": Self.report("2025-01-10", "[--] Never | [+] Yes"),
      "reports/may.md": Self.report("2025-05-01", "Not discussed | —"),
    ])
    let note =
      "<p class=\"silence-note\">Not addressed in <a href=\"../../reports/may/\">May</a>, <time datetime=\"2025-05-01\">1 May 2025</time></p>"
    #expect(Self.count(note, in: site.page("issues/tolls/index.html")) == 2)
    #expect(Self.count(note, in: site.page("parties/red/index.html")) == 1)
    #expect(site.page("matrix/index.html").contains("<td class=\"s-red-line\""))
    #expect(site.page("reports/may/index.html").contains("<span class=\"no-position\">Not discussed</span>"))
    #expect(site.page("reports/may/index.html").contains("<span class=\"no-position\">Silent</span>"))
  }

  @Test("do not include those that are dated in the future") func future() {
    let site = WrittenSite(
      [
        "reports/a.md": Self.report("2025-01-10", "[--] Never | b"),
        "reports/b.md": "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes {as-of=2025-06} | b |\n",
      ], today: PartialDate("2025-03-01"))
    let page = site.page("issues/tolls/index.html")
    #expect(page.contains("<summary class=\"earlier-title\">Dated in the future: 1 position</summary>"))
    #expect(site.page("matrix/index.html").contains("<td class=\"s-red-line\""))
    let csv = String(decoding: ExportFormat.csv.file.bytes(RecordHistory(site.graph)), as: UTF8.self)
    #expect(csv.contains("future") && csv.contains("current"))
  }

  @Test("are bars on the timeline as long as their dates") func bars() {
    let site = WrittenSite([
      "reports/a.md": Self.report("2024", "[--] Never | [+] Yes"),
      "reports/b.md": Self.report("2025-05-01", "[+] Yes | [+] Yes"),
    ])
    let page = site.page("issues/tolls/index.html")
    #expect(Self.count("<line class=\"interval\"", in: page) == 2)
    #expect(page.contains("<line class=\"interval\" x1=\"3.0%\""))
  }

  @Test("are all called current in the table of positions") func csv() {
    let csv = String(decoding: ExportFormat.csv.file.bytes(RecordHistory(Self.site.graph)), as: UTF8.self)
    let status = csv.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropLast(5).last ?? ""
    }
    #expect(status == ["superseded", "superseded", "current", "current", "current", "current"])
  }
}
