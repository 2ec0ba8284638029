import Content
import Testing

@testable import Site

/// The filters of the list of moves, in a real browser.
@Suite(
  "The list of moves in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct MovesBrowserTests {
  /// Ash changes its stance on twenty issues in each of twelve years, so that years have pages; Birch only in 2014, on one.
  private static let site: WrittenSite = {
    let reports = (2013...2025).map { year in
      let rows = (1...20).map { issue in
        let birch = issue == 7 && year <= 2014 ? (year == 2013 ? "[+] Yes" : "[-] No") : ""
        return "| Issue \(issue) | [\(year % 2 == 0 ? "+" : "-")] Words of \(year) | \(birch) |\n"
      }
      return (
        "reports/\(year).md",
        "---\ndate: \(year)-03-02\n---\n\n| Issue | Ash | Birch |\n|---|---|---|\n" + rows.joined()
      )
    }
    return WrittenSite(Dictionary(uniqueKeysWithValues: reports), today: PartialDate("2025-06-01"))
  }()

  private static func run(_ steps: String) async throws -> [String] {
    try await BrowserProgram.run(steps, on: ["site": site])
  }

  @Test("a filter reaches the moves of all years, says how many there are, and leads on from the address")
  func filters() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "moves/", minutes=0)
      status = lambda: page.locator(".shown-moves").text_content()
      shown = lambda: page.locator(".moves > li").filter(visible=True).count()
      print(status(), shown())
      print(page.get_by_label("Party").locator("option").all_text_contents(), page.get_by_label("Year").locator("option").count())
      page.get_by_label("Party").select_option("Birch")
      print(soon(status, "1 / 241"), shown(), page.locator("main section").filter(visible=True).locator("h2").all_text_contents())
      print(page.locator(".moves > li").filter(visible=True).locator("a").first.evaluate("link => link.href"), page.url.split("?")[-1])
      page.reload()
      print(soon(status, "1 / 241"), shown())
      page.get_by_label("Party").select_option("Ash")
      page.get_by_label("Issue").select_option("Issue 7")
      print(soon(status, "12 / 241"), shown())
      page.get_by_role("button", name="Show all").click()
      print(soon(status, "50 / 241"), shown())
      page = visit(browser.new_context(), "site", "moves/", minutes=0)
      page.get_by_label("Party").select_option("Ash")
      print(soon(status, "≥ 200 / 241"), shown(), [link.get_attribute("href") for link in page.locator(".more a").filter(visible=True).all()])
      page.locator(".parts a", has_text="2014").click()
      page.wait_for_url("**/moves/2014/?party=ash")
      print(soon(status, "20 / 21"), shown(), errors)
      """)
    #expect(
      printed == [
        "50 / 241 50", "['All', 'Ash', 'Birch'] 13", "1 / 241 1 ['2014']",
        "https://site.test/briefing/parties/birch/ party=birch", "1 / 241 1", "12 / 241 12", "50 / 241 50",
        "≥ 200 / 241 200 ['../moves/2015/?party=ash', '../moves/2014/?party=ash']", "20 / 21 20 []",
      ])
  }
}
