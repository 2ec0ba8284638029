import Content
import Foundation
import Testing

@testable import Site

/// Tests the scripts of the pages in a real browser without network access.
@Suite(
  "In a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct BrowserTests {
  /// A report with three positions; if `changed`, the middle one has other words, and there is a fourth.
  private static func site(changed: Bool) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://site.test/briefing/")
    return WrittenSite(
      [
        "reports/plan.md": """
        ---
        title: The plan
        date: 2025-03-02
        authors: [A. Writer]
        ---

        | Issue | Upland | Lowland |
        |---|---|---|
        | Dam | [+] Build “it”[^1] | [-] \(changed ? "Never" : "Do not") build it & go |
        | Tolls | Keep <all> | \(changed ? "None" : "") |

        [^1]: The letter.
        """
      ], settings: settings)
  }

  /// Writes both versions of the site to folders and runs `steps` on them; returns the output.
  private static func run(_ steps: String) async throws -> [String] {
    try await BrowserProgram.run(steps, on: ["old": site(changed: false), "new": site(changed: true)])
  }

  @Test("returning readers see which cells have changed, and nothing leaves the browser")
  func changes() async throws {
    let printed = try await Self.run(
      """
      reader = browser.new_context()
      print("first", marks(visit(reader, "old", REPORT, minutes=0)))
      print("again", marks(visit(reader, "old", REPORT, minutes=5)))
      print("other page", marks(visit(reader, "old", "issues/dam/", minutes=6)))
      print("back", marks(visit(reader, "new", REPORT, minutes=90)))
      print("same visit", marks(visit(reader, "new", REPORT, minutes=95)))
      print("other page", marks(visit(reader, "new", "issues/dam/", minutes=100)))
      print("new page", marks(visit(reader, "new", "issues/tolls/", minutes=101)))
      print("later", marks(visit(reader, "new", REPORT, minutes=300)))
      print("stranger", marks(visit(browser.new_context(), "new", REPORT, minutes=301)))
      print("elsewhere", sorted(elsewhere))
      print("cookies", reader.cookies())
      """)
    #expect(
      printed == [
        "first []", "again []", "other page []", "back ['dam--lowland', 'tolls--lowland']",
        "same visit ['dam--lowland', 'tolls--lowland']", "other page ['lowland--plan']", "new page []",
        "later []", "stranger []", "elsewhere []", "cookies []",
      ])
  }

  @Test(
    "if the browser stores nothing, or the stored data is broken, the page works without marks and without errors"
  )
  func withoutStorage() async throws {
    let printed = try await Self.run(
      """
      broken = browser.new_context()
      broken.add_init_script("localStorage.setItem('standpoint-visit:/briefing/', '{not JSON')")
      print("broken", marks(visit(broken, "new", REPORT, minutes=0)))
      refused = browser.new_context()
      refused.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
      print("refused", marks(visit(refused, "new", REPORT, minutes=0)))
      print("errors", errors)
      """)
    #expect(printed == ["broken []", "refused []", "errors []"])
  }

  @Test("without JavaScript, pages lack only marks, buttons, filters and ages")
  func withoutScripts() async throws {
    let printed = try await Self.run(
      """
      addresses = sorted(str(file.relative_to(root / "new").parent) for file in (root / "new").rglob("index.html"))
      def words(context, address):
          page = visit(context, "new", "" if address == "." else address + "/", minutes=0, until="load")
          page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
          if context is scripted:
              page.wait_for_function("[...document.querySelectorAll('[data-cite]')].every(part => part.querySelectorAll('pre').length === 3)")
          page.evaluate("document.querySelectorAll('main button, .filters, .age, .citations div:has(pre)').forEach(part => part.remove())")
          return page.inner_text("main")
      plain, scripted = browser.new_context(java_script_enabled=False), browser.new_context()
      print(len(addresses) > 8, [a for a in addresses if words(plain, a) != words(scripted, a)])
      print("all forms", all(form in words(plain, REPORT.rstrip("/")) for form in ["https://", "A. Writer"]))
      print("buttons", visit(plain, "new", REPORT, minutes=0).locator("button.copy").count())
      """)
    #expect(printed == ["True []", "all forms True", "buttons 0"])
  }
}
