import Content
import Testing

@testable import Site

/// Links to positions that the page of an issue or a party had before years got their own pages, in a real browser.
@Suite(
  "Places of earlier positions in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct YearBrowserTests {
  private static let site: WrittenSite = {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.positionsPerPage = 2
    let files = (2021...2024).map { year in
      let rows = "| Issue | Öst | Blue |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n"
      return ("reports/of-\(year).md", "---\ndate: \(year)-03-02\n---\n\n\(rows)\n\(rows)")
    }
    return WrittenSite(Dictionary(files) { first, _ in first }, settings: settings)
  }()

  @Test("a link to an earlier position leads to the page of its year, and others stay")
  func leads() async throws {
    let printed = try await BrowserProgram.run(
      """
      page = visit(browser.new_context(), "new", "issues/tolls/", minutes=0)
      def at(anchor, end):
          page.evaluate("anchor => { location.hash = anchor }", anchor)
          page.wait_for_function("end => decodeURIComponent(location.href).endsWith(end)", arg=end)
          print(page.evaluate("document.querySelector(':target')?.id ?? null"))
          page.goto(BASE + "issues/tolls/")
      at("öst--of-2022", "issues/tolls/2022/#öst--of-2022")
      at("blue--of-2021--2", "issues/tolls/2021/#blue--of-2021--2")
      at("öst--of-2024", "issues/tolls/#öst--of-2024")
      at("öst--of-1999", "issues/tolls/#öst--of-1999")
      page.goto(BASE + "parties/blue/#tolls--of-2023")
      page.wait_for_function("decodeURIComponent(location.href).endsWith('parties/blue/2023/#tolls--of-2023')")
      print(errors)
      """, on: ["new": Self.site])
    #expect(printed == ["öst--of-2022", "blue--of-2021--2", "öst--of-2024", "None", "[]"])
  }
}
