import Content
import Editions
import Graph
import Testing

@testable import Site

@Suite("An issue or a party with too many positions for one page") struct YearDivisionTests {
  private static func files(_ cell: String, updated: String) -> [String: String] {
    var files = [
      "reports/table.md":
        "---\ntitle: Table\ndate: 2024-02-01\nupdated: \(updated)\n---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | \(cell) | [-] No fish |\n"
    ]
    let marks = ["[+] Yes in 2021", "[-] No in 2022", "[-] Still no in 2023"]
    for (place, mark) in marks.enumerated() {
      let year = 2021 + place
      files["reports/r\(year).md"] =
        "---\ntitle: Report of \(year)\ndate: \(year)-05-02\n---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | \(mark) | [+] More fish in \(year) |\n"
    }
    return files
  }

  /// The site, whose newest table said something else when the edition was made.
  ///
  /// - Parameter most: the most positions of a page.
  private static func site(_ now: String, most: Int) -> WrittenSite {
    let winter = Edition.of(
      files("[--] Never", updated: "2024-02-01"), on: PartialDate(year: 2024, month: 3, day: 1))
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.positionsPerPage = most
    return WrittenSite(
      files(now, updated: "2025-05-02"), settings: settings, today: PartialDate("2025-06-01"),
      editions: [winter])
  }

  private static func anchors(_ html: String) -> Set<String> {
    Set(html.matches(of: /id="([^"]+)"/).map { String($0.1) })
  }

  private static let cells = ["[+] Yes again {as-of=2025-05-02}", "n/a {as-of=2025-05-02}"]

  @Test(
    "keeps every address on its page that it had before, or on the page of a year to which its row leads",
    arguments: cells)
  func addresses(_ cell: String) throws {
    let (whole, divided) = (Self.site(cell, most: 100), Self.site(cell, most: 3))
    #expect(divided.pages.contains("issues/fish/2022/index.html"))
    for path in ["issues/fish/index.html", "parties/north/index.html", "parties/south/index.html"] {
      let before = Self.anchors(whole.page(path))
      #expect(before.count > 4)
      let page = divided.page(path)
      for anchor in before.subtracting(Self.anchors(page)) {
        #expect(page.contains("assets/years.js"))
        let row = try #require(anchor.firstRange(of: "--").map { String(anchor[..<$0.lowerBound]) })
        // The script follows the links of the row.
        let years = page.components(separatedBy: "id=\"\(row)\"").last?.components(separatedBy: "</tbody>")[0]
        let targets = (years ?? "").matches(of: /href="(\d{4}\/)#/).map {
          Self.resolved(String($0.1), from: path)
        }
        #expect(targets.contains { Self.anchors(divided.page($0)).contains(anchor) }, "\(path)#\(anchor)")
      }
    }
  }

  @Test("shows the same standing, and what editions remember", arguments: cells) func standing(_ cell: String)
  {
    let (whole, divided) = (Self.site(cell, most: 100), Self.site(cell, most: 3))
    for path in ["issues/fish/index.html", "parties/north/index.html"] {
      let rows = { (site: WrittenSite) in
        site.page(path).components(separatedBy: "\n").filter { $0.hasPrefix("<tr class=\"position") }
      }
      #expect(rows(divided) == rows(whole), "\(path)")
      #expect(divided.page(path).contains("from the edition winter"), "\(path)")
    }
  }

  @Test("tells on the page of a year how each position differs from the one before") func steps() {
    let site = Self.site(Self.cells[0], most: 3)
    let page = site.page("issues/fish/2022/index.html")
    #expect(page.contains("id=\"north--r2022\"") && page.contains("change-reversed"))
    #expect(page.contains("issues/fish/2021/#north--r2021"))
    // The present position differs from the one that the edition remembers.
    #expect(site.page("issues/fish/index.html").contains("change-reversed"))
    #expect(site.page("moves/index.html").components(separatedBy: "data-direction=").count == 5)
  }

  @Test("has no link to an anchor that is missing", arguments: cells) func links(_ cell: String) {
    let site = Self.site(cell, most: 3)
    for path in site.pages where path.hasPrefix("issues/fish") || path.hasPrefix("parties/north") {
      for link in site.page(path).matches(of: /href="([^":]*)#([^"]+)"/) {
        let target = Self.resolved(String(link.1), from: path)
        let fragment = String(link.2)
        if fragment == "content" || site.page(target).isEmpty { continue }
        #expect(Self.anchors(site.page(target)).contains(fragment), "\(path) → \(target)#\(fragment)")
      }
    }
  }

  /// The path of the page that a relative address means.
  private static func resolved(_ address: String, from path: String) -> String {
    if address.isEmpty { return path }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") where part != "." {
      if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return (parts + ["index.html"]).joined(separator: "/")
  }
}
