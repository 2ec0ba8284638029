import Content
import Editions
import Graph
import Testing

@testable import Site

@Suite("What only editions remember, on pages") struct RememberedPagesTests {
  private static func files(_ fish: String, updated: String = "2025-01-10") -> [String: String] {
    [
      "reports/table.md": """
      ---
      title: The table
      date: 2025-01-10
      updated: \(updated)
      ---

      | Issue | North | South |
      |---|---|---|
      | Fish | \(fish) | [-] No fish |
      | Water | [+] Clean it | [-] Leave it |
      """
    ]
  }

  private static func edition(_ name: String, _ month: Int, _ files: [String: String]) -> Edition {
    let day = PartialDate(year: 2025, month: month, day: 1)
    return Edition(
      freezing: WrittenSite(files).graph, name: name, date: day,
      origin: Edition.Origin(made: day, includesDrafts: false))
  }

  private static let winter = edition("winter", 2, files("[+] More fish"))

  @Test("the matrix and the page of a pair show what newer silence replaced") func silence() {
    let site = WrittenSite(
      Self.files("not discussed {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let matrix = site.page("matrix/index.html")
    #expect(
      matrix.contains(
        "<td class=\"remembered\" data-label=\"North\"><a href=\"../issues/fish/#north\">Supports"))
    #expect(matrix.contains("<small>from the edition winter</small>"))
    #expect(site.page("issues/fish/index.html").contains("from the edition winter"))
    #expect(site.page("compare/north--south/index.html").contains("from the edition winter"))
  }

  @Test("the page of a pair shows what a newer position in the same cell replaced") func pair() {
    let site = WrittenSite(
      Self.files("[--] Never {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let page = site.page("compare/north--south/index.html")
    #expect(page.contains("More fish") && page.contains("from the edition winter"))
    #expect(!site.page("matrix/index.html").contains("remembered"))
  }

  /// A site whose page “View” has a live view.
  private static func view(_ fish: String, _ lines: String) -> String {
    var files = files(fish, updated: "2025-05-02")
    files["pages/view.md"] = "# View\n\n```standpoint\n\(lines)\n```\n"
    return WrittenSite(files, today: PartialDate("2025-06-01"), editions: [winter]).page("view/index.html")
  }

  @Test("a live history has what a newer position replaced in its place in time, and what changed since then")
  func liveHistory() throws {
    let page = Self.view("[--] Never {as-of=2025-05-02}", "view: history\nissues: [Fish]\nparties: [North]")
    let old = try #require(page.range(of: "More fish"))
    let new = try #require(page.range(of: "Never"))
    #expect(old.lowerBound < new.lowerBound)
    #expect(page[old.upperBound..<new.lowerBound].contains("from the edition winter"))
    #expect(page[new.upperBound...].contains("<span class=\"change change-reversed\">Reversed</span>"))
    #expect(page[new.upperBound...].contains("<time datetime=\"2025-01-10\">10 January 2025</time></a>"))
  }

  @Test("a live view of a day has the position of that day") func liveDay() throws {
    for kind in ["positions", "matrix"] {
      let lines = "view: \(kind)\nissues: [Fish]\nparties: [North]"
      let page = Self.view("[--] Never {as-of=2025-05-02}", lines + "\nas-of: 2025-03")
      let march = page.components(separatedBy: "<div class=\"view").last ?? ""
      #expect(march.contains("from the edition winter"), "\(kind)")
      #expect(!march.contains("Red line") && !march.contains("Never"), "\(kind)")
      let now = Self.view("[--] Never {as-of=2025-05-02}", lines)
      #expect(!now.contains("from the edition winter") && now.contains("Red line"), "\(kind)")
      let silent = Self.view("n/a {as-of=2025-05-02}", lines)
      #expect(silent.contains("from the edition winter"), "\(kind)")
    }
  }

  @Test("a live view without names finds parties and issues that only editions remember") func liveNames() {
    var files = [
      "reports/table.md":
        "---\ndate: 2025-01-10\nupdated: 2025-05-02\n---\n\n<!-- standpoint: positions -->\n| Issue | North |\n|---|---|\n| Fish | [+] More fish |\n"
    ]
    let winter = Self.edition("winter", 2, files)
    files["reports/table.md"] = files["reports/table.md"]?
      .replacing("[+] More fish", with: "n/a {as-of=2025-05-02}")
    files["pages/view.md"] = "# View\n\n```standpoint\nview: matrix\n```\n"
    let page = WrittenSite(files, today: PartialDate("2025-06-01"), editions: [winter]).page(
      "view/index.html")
    #expect(page.contains("<td class=\"remembered\"") && page.contains("Supports"))
  }

  @Test("the timeline shows what newer positions replaced, and their moves") func timeline() {
    let site = WrittenSite(
      Self.files("[--] Never {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let page = site.page("issues/fish/index.html")
    #expect(
      page.contains("<title>North: Supports, 10 January 2025, from the edition winter</title>"))
    #expect(page.contains("<title>North: Red line, 2 May 2025, reversed</title>"))
    #expect(page.contains("<circle class=\"move\""))
  }

  @Test("a position says how it differs from the one that an edition remembers") func step() throws {
    let site = WrittenSite(
      Self.files("[--] Never {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let page = site.page("issues/fish/index.html")
    #expect(page.contains("<span class=\"change change-reversed\">Reversed</span>"))
  }

  @Test("a cell of the matrix says since when a confirmed stance has been held") func held() {
    var files = Self.files("[+] More fish")
    files["reports/may.md"] =
      "---\ndate: 2025-05-02\n---\n\n| Issue | North | South |\n|---|---|---|\n| Fish | [+] Still more | — |\n"
    let matrix = WrittenSite(files, today: PartialDate("2025-06-01")).page("matrix/index.html")
    #expect(
      matrix.contains("title=\"Supports, since 10 January 2025 at the latest, confirmed 2 May 2025\""))
  }

  @Test("corrections between two editions are listed where no report has a note") func corrections() {
    let spring = Self.edition("spring", 4, Self.files("[-] Less fish"))
    let site = WrittenSite(Self.files("[-] Less fish"), editions: [Self.winter, spring])
    let page = site.page("corrections/index.html")
    #expect(page.contains("North on Fish"))
    #expect(
      page.contains(
        "<a href=\"../changes/spring/#fish--north\">Changed between the editions winter and spring"))
    #expect(site.page("changes/spring/index.html").contains("<li class=\"position\" id=\"fish--north\">"))
    let noted = Self.files(
      "[-] Less fish", updated: "2025-03-01\ncorrections: [{date: 2025-03-01, note: Wrong word.}]")
    let other = WrittenSite(noted, editions: [Self.winter, Self.edition("spring", 4, noted)])
    #expect(!other.page("corrections/index.html").contains("Changed between"))
    let late = WrittenSite(noted, editions: [Self.winter, spring])
    #expect(!late.page("corrections/index.html").contains("Changed between"))
  }
}
