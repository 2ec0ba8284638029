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
    #expect(matrix.contains("<td class=\"remembered\"><a href=\"../issues/fish/#north\">Supports"))
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
