import Content
import Diagnostics
import Editions
import Testing

@testable import Site

/// What the page of an edition shows besides its positions: what the site showed on that day.
@Suite("What the site showed on the day of an edition") struct RememberedEditionTests {
  private static func files(
    _ fish: String = "[+] More fish | [-] No fish", updated: String = "2025-01-10",
    north: String = "from: 2020"
  ) -> [String: String] {
    RememberedTable.report(fish, water: "[++] Clean it | [--] Leave it", updated: updated)
      .merging(["parties/north.md": "---\n\(north)\n---\n"]) { $1 }
  }

  private static let silent = files(
    "n/a {as-of=2025-03-02} | [++] All of it {as-of=2025-03-02}", updated: "2025-03-02")
  private static let winter = Edition.of(files())
  private static let spring = Edition.of(silent, named: "spring", month: 4, earlier: [winter])

  private static func site(
    _ files: [String: String], _ editions: [Edition], today: String = "2025-07-01",
    settings: SiteSettings = SiteSettings(switches: PageRegistry.switches)
  ) -> WrittenSite {
    WrittenSite(files, settings: settings, today: PartialDate(today), editions: editions)
  }

  /// The text of each cell of the matrix on a page, row by row.
  private static func matrix(_ page: String) -> [[String]] {
    page.matches(of: /<tr><th scope="row">[\s\S]*?<\/tr>/).map { row in
      row.output.matches(of: /<td[\s\S]*?<\/td>/).map { cell in
        cell.output.replacing(/<[^>]*>/, with: " ").split(separator: " ").joined(separator: " ")
      }
    }
  }

  @Test("newer silence leaves the position of the earlier edition in the matrix, as the site had it")
  func silence() {
    let page = Self.site(Self.silent, [Self.winter, Self.spring]).page("editions/spring/index.html")
    #expect(
      Self.matrix(page) == [
        ["Supports January 2025 from the edition winter", "Champions March 2025"],
        ["Champions January 2025", "Red line January 2025"],
      ])
    let then = Self.site(Self.silent, [Self.winter], today: "2025-04-01").page("matrix/index.html")
    #expect(Self.matrix(then)[0][0] == Self.matrix(page)[0][0])
    #expect(page.contains("<td class=\"s-supports remembered\">"))
  }

  @Test("what newer positions replaced stands in the list with its edition, and not in the matrix")
  func replaced() {
    let page = Self.site(Self.silent, [Self.winter, Self.spring]).page("editions/spring/index.html")
    let link = "from the edition <a href=\"../../editions/winter/#fish--south\">winter</a>"
    #expect(page.components(separatedBy: "No fish <small>").count == 2)
    #expect(page.contains(link), "\(page)")
    let winter = Self.site(Self.silent, [Self.winter, Self.spring]).page("editions/winter/index.html")
    #expect(!winter.contains("from the edition"))
  }

  @Test("an issue of which only earlier editions have positions has its row") func silentIssue() {
    let files = Self.files("n/a {as-of=2025-03-02} | n/a {as-of=2025-03-02}", updated: "2025-03-02")
    let edition = Edition.of(files, named: "spring", month: 4, earlier: [Self.winter])
    let page = Self.site(files, [Self.winter, edition]).page("editions/spring/index.html")
    #expect(
      Self.matrix(page)[0] == [
        "Supports January 2025 from the edition winter", "Opposes January 2025 from the edition winter",
      ])
    #expect(page.contains("<h3 id=\"fish\">Fish</h3>"))
  }

  @Test("an edition that is made later for an earlier day changes nothing on the page of another")
  func madeLater() {
    let made = PartialDate("2025-06-30") ?? PartialDate(year: 2025)
    let day = PartialDate(year: 2025, month: 3, day: 1)
    let late = Edition(
      name: "late", date: day, origin: Edition.Origin(made: made, includesDrafts: false),
      records: Edition.of(Self.files("[--] Never | [-] No fish"), named: "late").records)
    let before = Self.site(Self.silent, [Self.winter, Self.spring]).page("editions/spring/index.html")
    let after = Self.site(Self.silent, [Self.winter, late, Self.spring]).page("editions/spring/index.html")
    #expect(Self.matrix(before) == Self.matrix(after))
    #expect(!after.contains("Never"))
  }

  @Test("a cell that site.yml withdrew by then is not remembered") func withdrawn() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.withdrawn = [
      AuthoredWithdrawal(
        page: "reports/table", anchor: "fish--north", date: PartialDate(year: 2025, month: 3),
        reason: "Forged", place: Place(path: "site.yml"))
    ]
    let page = Self.site(Self.silent, [Self.winter, Self.spring], settings: settings)
      .page("editions/spring/index.html")
    #expect(Self.matrix(page)[0][0].isEmpty)
    #expect(!page.contains("More fish"))
  }

  @Test("a party that had ended by then is marked, whatever its file says later") func ended() {
    let files = Self.files(north: "to: 2025-01")
    let edition = Edition.of(files)
    let page = Self.site(Self.files(), [edition]).page("editions/winter/index.html")
    #expect(
      Self.matrix(page).map(\.first) == [
        "Supports January 2025 held until January 2025", "Champions January 2025 held until January 2025",
      ])
    #expect(page.contains("<td class=\"s-supports ended\">"))
    #expect(page.contains("North</a> <small class=\"until\">until January 2025</small></th>"))
    let later = Self.site(Self.files(north: "to: 2025-05"), [Self.winter]).page("editions/winter/index.html")
    #expect(!later.contains("held until"))
  }

  @Test("a position whose cell a newer one took leads to its place beneath the table") func moved() {
    let page = Self.site(Self.silent, [Self.winter]).page("editions/winter/index.html")
    #expect(page.contains("More fish <small><a href=\"../../reports/table/#fish--north\">The table</a>"))
    // Without a record of addresses, the newer position has the anchor there.
    #expect(page.contains("No fish <small><a href=\"../../issues/fish/#south\">The table</a>"))
  }

  @Test("a position that was relocated leads to its new place") func relocated() {
    var files = Self.files("| [-] No fish")
    files["reports/other.md"] = """
      ---
      title: The other
      date: 2025-01-10
      ---

      <!-- standpoint: positions -->
      | Issue | North |
      |---|---|
      | Fish | [+] More fish |
      """
    let page = Self.site(files, [Self.winter]).page("editions/winter/index.html")
    #expect(page.contains("More fish <small><a href=\"../../reports/other/#fish--north\">The table</a>"))
  }

  @Test("a position of a renamed report leads to it") func renamedReport() {
    var files = Self.files()
    files["reports/list.md"] = files["reports/table.md"]?.replacing(
      "title:", with: "redirects: [/reports/table/]\ntitle:")
    files["reports/table.md"] = nil
    let page = Self.site(files, [Self.winter]).page("editions/winter/index.html")
    #expect(page.contains("More fish <small><a href=\"../../reports/list/#fish--north\">The table</a>"))
  }

  @Test("a corrected position has no link") func corrected() {
    let page = Self.site(Self.files("[+] Less fish | [-] No fish"), [Self.winter]).page(
      "editions/winter/index.html")
    #expect(page.contains("More fish <small>The table, "))
    #expect(page.contains("No fish <small><a href="))
  }

  @Test("positions have links with plain addresses, too") func plainAddresses() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.addresses = .plain
    let page = Self.site(Self.files(), [Self.winter], settings: settings).page("editions/winter.html")
    #expect(
      page.contains("More fish <small><a href=\"../reports/table.html#fish--north\">The table</a>"), "\(page)"
    )
  }
}
