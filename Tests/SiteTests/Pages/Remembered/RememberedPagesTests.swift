import Content
import Editions
import Graph
import Testing

@testable import Site

@Suite("What only editions remember, on pages") struct RememberedPagesTests {
  private static func files(_ fish: String, updated: String = "2025-01-10") -> [String: String] {
    RememberedTable.report(
      "\(fish) | [-] No fish", water: "[+] Clean it | [-] Leave it", updated: updated)
  }

  private static let winter = Edition.of(files("[+] More fish"))

  @Test("the matrix and the page of a pair show what newer silence replaced") func silence() {
    let site = WrittenSite(
      Self.files("not discussed {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let matrix = site.page("matrix/index.html")
    #expect(
      matrix.contains(
        "<td class=\"s-supports remembered\" data-label=\"North\"><a href=\"../issues/fish/#north\" aria-label=\"North on Fish: Supports, January 2025, from the edition winter\">Supports"
      ))
    #expect(matrix.contains("<small>from the edition winter</small>"))
    #expect(site.page("issues/fish/index.html").contains("from the edition winter"))
    #expect(site.page("compare/north--south/index.html").contains("from the edition winter"))
  }

  @Test("the distance of a pair counts what newer silence replaced, and the page says which report is silent")
  func pairAfterSilence() throws {
    var files = Self.files("not discussed {as-of=2025-05-02}", updated: "2025-05-02")
    files["issues/fish.md"] = "---\nproposition: Fish may be caught.\n---\n"
    let site = WrittenSite(files, today: PartialDate("2025-06-01"), editions: [Self.winter])
    let page = site.page("compare/north--south/index.html")
    let row = try #require(page.components(separatedBy: "<tr id=\"fish\">").dropFirst().first)
    #expect(row.prefix(400).contains("2 steps apart"))
    #expect(row.contains("More fish") && row.contains("Not addressed in <a"))
    #expect(!page.contains("From earlier editions"))
  }

  @Test("coverage counts what newer silence replaced, and names its edition") func coverage() throws {
    let site = WrittenSite(
      Self.files("not discussed {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    let page = site.page("coverage/index.html")
    #expect(page.contains("<a href=\"../issues/fish/#north\">1 position</a>"))
    #expect(page.contains("from the edition winter"))
    // On Fish, South opposes what North supports.
    #expect(!page.contains("page:one-sided\">Issues"))
  }

  @Test("what a withdrawn position had replaced is history and stands nowhere") func withdrawn() {
    let spring = Edition.of(
      Self.files("[--] Never {as-of=2025-03-02}", updated: "2025-03-02"), named: "spring", month: 4)
    let site = WrittenSite(Self.files(""), today: PartialDate("2025-06-01"), editions: [Self.winter, spring])
    let issue = site.page("issues/fish/index.html")
    #expect(issue.contains("More fish") && issue.contains("from the edition winter"))
    #expect(!issue.contains("Never"))
    #expect(!issue.contains("<a href=\"#north\">North</a>"))
    #expect(!site.page("matrix/index.html").contains("from the edition"))
    #expect(site.page("compare/north--south/index.html").contains("from the edition winter"))
  }

  @Test("what editions remember of a report that is gone leads to the edition’s page") func goneReport() {
    var files = Self.files("[+] More fish")
    files["reports/old.md"] =
      "---\ntitle: The old one\ndate: 2024-12-01\n---\n\n| Issue | North | South |\n|---|---|---|\n| Water | [-] Dirty, “as dirty as it always was” | — |\n"
    let winter = Edition.of(files)
    files["reports/old.md"] = files["reports/old.md"]?.replacing(
      "date: 2024-12-01", with: "date: 2024-12-01\nupdated: 2025-03-01"
    ).replacing("| [-] Dirty, “as dirty as it always was” |", with: "| [+] Clean {as-of=2025-02-20} |")
    let spring = Edition.of(files, named: "spring", month: 4)
    let site = WrittenSite(
      Self.files("[+] More fish"), today: PartialDate("2025-06-01"), editions: [winter, spring])
    let page = site.page("issues/water/index.html")
    #expect(page.contains("<a href=\"../../editions/winter/#water--north\">The old one</a>"))
    #expect(page.contains("Dirty, “as dirty as it always was”</p>"))
    #expect(site.page("editions/winter/index.html").contains("id=\"water--north\""))
  }

  @Test(
    "a position that newer silence replaced is a row of the table of standings, not one of the earlier ones")
  func row() throws {
    let site = WrittenSite(
      Self.files("not discussed {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter])
    for (page, id) in [("issues/fish", "north--table"), ("parties/north", "fish--table")] {
      let html = site.page(page + "/index.html")
      let row = try #require(
        html.components(separatedBy: "<tr class=\"position remembered\" id=\"\(id)\">").dropFirst().first)
      #expect(row.contains("<td class=\"words\">More fish</td>"), "\(page)")
      #expect(row.contains("from the edition winter") && row.contains("Not addressed in <a"), "\(page)")
      #expect(!html.contains("From earlier editions"), "\(page)")
    }
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
    let winter = Edition.of(files)
    files["reports/table.md"] = files["reports/table.md"]?
      .replacing("[+] More fish", with: "n/a {as-of=2025-05-02}")
    files["pages/view.md"] = "# View\n\n```standpoint\nview: matrix\n```\n"
    let page = WrittenSite(files, today: PartialDate("2025-06-01"), editions: [winter]).page(
      "view/index.html")
    #expect(page.contains("<td class=\"s-supports remembered\"") && page.contains("Supports"))
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

  @Test("a report tells of its earlier moves, too, which only an edition remembers") func movesOfReport() {
    let spring = Edition.of(
      Self.files("[--] Never {as-of=2025-03-02}", updated: "2025-03-02"), named: "spring", month: 4)
    let site = WrittenSite(
      Self.files("[+] Again {as-of=2025-05-02}", updated: "2025-05-02"), today: PartialDate("2025-06-01"),
      editions: [Self.winter, spring])
    let page = site.page("reports/table/index.html")
    let changed = page.components(separatedBy: "What this report changed").last ?? ""
    #expect(changed.components(separatedBy: "change-reversed").count == 3)
    #expect(changed.contains("Again") && changed.contains("Never"))
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
      matrix.contains("title=\"Supports, since 10 January 2025 or earlier, confirmed 2 May 2025\""))
  }

  @Test("corrections between two editions are listed where no report has a note") func corrections() {
    let spring = Edition.of(Self.files("[-] Less fish"), named: "spring", month: 4)
    let site = WrittenSite(Self.files("[-] Less fish"), editions: [Self.winter, spring])
    let page = site.page("corrections/index.html")
    #expect(page.contains("North on Fish"))
    #expect(
      page.contains(
        "<a href=\"../changes/spring/#fish--north\">Changed between the editions winter and spring"))
    #expect(site.page("changes/spring/index.html").contains("<li class=\"position\" id=\"fish--north\">"))
    let noted = Self.files(
      "[-] Less fish", updated: "2025-03-01\ncorrections: [{date: 2025-03-01, note: Wrong word.}]")
    let other = WrittenSite(noted, editions: [Self.winter, .of(noted, named: "spring", month: 4)])
    #expect(!other.page("corrections/index.html").contains("Changed between"))
    let late = WrittenSite(noted, editions: [Self.winter, spring])
    #expect(!late.page("corrections/index.html").contains("Changed between"))
  }
}
