import Content
import Testing

@testable import Site

/// Choosing two parties, and adding a third one, in a real browser.
@Suite(
  "Comparing parties in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct CompareBrowserTests {
  /// Ash, Birch and Cedar share a table; Elm shares one with Birch alone.
  private static let site = WrittenSite(
    [
      "reports/a.md": """
      ---
      date: 2025-03-02
      ---

      | Issue | Ash | Birch | Cedar |
      |---|---|---|---|
      | Dam | [++] Ash on the dam | [-] Birch on the dam | [+] Cedar on the dam |
      | Tolls | [+] Ash on tolls | [+] Birch on tolls |  |
      | Ports | [+] Ash on ports | [+] Birch on ports | [+] Cedar on ports |
      """,
      "reports/b.md": """
      ---
      date: 2025-03-03
      ---

      | Issue | Birch | Elm |
      |---|---|---|
      | Dam |  | [--] Elm on the dam |
      """,
      "issues/dam.md": "---\ntitle: Dam\nproposition: Build the dam.\n---\n",
      "issues/tolls.md": "---\ntitle: Tolls\nproposition: Raise tolls.\n---\n",
    ], today: PartialDate("2025-06-01"))

  private static func run(_ steps: String) async throws -> [String] {
    try await BrowserProgram.run(steps, on: ["site": site])
  }

  @Test(
    "two lists lead to the page of a pair, and the second offers only parties that are compared with the first"
  )
  func lists() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "compare/", minutes=0)
      options = lambda name: page.get_by_label(name).locator("option").all_text_contents()
      print(options("First party"), options("Second party"))
      page.get_by_label("First party").select_option("Elm")
      print(options("Second party"))
      page.get_by_label("First party").select_option("Cedar")
      page.get_by_label("Second party").select_option("Birch")
      page.get_by_role("button", name="Compare", exact=True).click()
      page.wait_for_url("**/compare/birch--cedar/")
      print(page.locator("h1").text_content(), "|", page.locator(".pair-summary").text_content())
      page.go_back()
      page.get_by_role("link", name="Ash and Birch 1.5").first.click()
      page.wait_for_url("**/compare/ash--birch/")
      print(errors)
      """)
    #expect(
      printed == [
        "['Ash', 'Birch', 'Cedar', 'Elm'] ['Birch', 'Cedar']", "['Birch']",
        "Birch and Cedar | Far apart on 1, close on 0, not comparable on 0. Same stance, but no statement to measure it against: 1",
        "[]",
      ])
  }

  @Test(
    "a third party gets a column with its distances, the address keeps it, and it can be taken away again")
  func third() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "compare/ash--birch/", minutes=0)
      third = lambda: [" ".join(one.split()) for one in page.locator(".third").all_inner_texts()]
      choice = page.get_by_label("Add a third party")
      print(choice.locator("option").all_text_contents(), third())
      choice.select_option("Cedar")
      page.locator("th.third").first.wait_for()
      for one in third(): print(one)
      print([" ".join(one.split()) for one in page.locator("[role=status] span").all_inner_texts()])
      print(page.url.split("/")[-1], page.locator(".third a").first.evaluate("link => link.href"))
      page.reload()
      page.locator("th.third").first.wait_for()
      choice.select_option("Elm")
      page.locator("th.third", has_text="Elm").first.wait_for()
      for one in third(): print(one)
      choice.select_option("None")
      page.locator(".third").first.wait_for(state="detached")
      print(third(), "#" in page.url, errors)
      """)
    #expect(
      printed == [
        "['None', 'Cedar', 'Elm'] []",
        "Cedar",
        "Supports Cedar on the dam A, 2 March 2025 Ash 1 step apart Birch 2 steps apart",
        "Cedar", "No position reported",
        "Cedar",
        "Supports Cedar on ports A, 2 March 2025 Ash Same stance, but no statement to measure it against Birch Same stance, but no statement to measure it against",
        "['Ash and Cedar Far apart on 0, close on 1, not comparable on 0. Same stance, but no statement to measure it against: 1', 'Birch and Cedar Far apart on 1, close on 0, not comparable on 0. Same stance, but no statement to measure it against: 1']",
        "#with=cedar https://site.test/briefing/parties/cedar/",
        "Elm",
        "Red line Elm on the dam B, 3 March 2025 Birch 1 step apart",
        "Elm", "No position reported", "Elm", "No position reported", "[] False []",
      ])
  }
}
