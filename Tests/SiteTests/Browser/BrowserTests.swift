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
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, changed) in [("old", false), ("new", true)] {
      let plan = site(changed: changed).plan
      for page in plan.pages {
        let file = folder.appending(path: "\(name)/\(page.path)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(plan.render(page).bytes).write(to: file)
      }
    }
    return try await PythonEnvironment.browser.get().runAside(BrowserProgram.start + steps, [folder.path])
      .split(separator: "\n").map(String.init)
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

  @Test("the script makes the same citations as the export")
  func citations() async throws {
    let printed = try await Self.run(
      """
      import json
      page = visit(browser.new_context(), "new", CARDS, minutes=0)
      page.evaluate("document.querySelectorAll('[data-cite]').forEach(part => part.open = true)")
      page.wait_for_function("[...document.querySelectorAll('[data-cite]')].every(part => part.querySelectorAll('pre').length === 3)")
      shared = json.loads(page.locator(".citation-facts").text_content())
      for one in page.locator("[data-cite]").all():
          facts = {**shared, **json.loads(one.get_attribute("data-cite"))}
          print(json.dumps([facts, *one.locator("pre").all_text_contents()]))
      """)
    #expect(printed.count > 2)
    for line in printed {
      let parts = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      let values = try #require(parts[0] as? [String: Any])
      func text(_ key: String) -> String? { values[key] as? String }
      let facts = CitationFacts(
        try #require(CitationFacts.Kind(rawValue: text("kind") ?? "")), key: text("key") ?? "",
        title: text("title") ?? "", authors: values["authors"] as? [String] ?? [],
        container: text("container"), publisher: text("publisher") ?? "",
        date: text("date").flatMap { PartialDate($0) }, note: text("note"), url: text("url"),
        language: text("language") ?? "")
      #expect(parts[1] as? String == facts.bibTeX)
      #expect(parts[2] as? String == facts.ris)
      func items(_ data: Data) throws -> NSArray? { try JSONSerialization.jsonObject(with: data) as? NSArray }
      let made = try items(Data((parts[3] as? String ?? "").utf8))
      #expect(try made == items(Data(CitationFormat.cslJSON.bytes([facts]))))
    }
  }

  @Test("the buttons of a card copy the link, the text and the entries for other programs as shown")
  func copying() async throws {
    let printed = try await Self.run(
      """
      reader = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
      page = visit(reader, "old", CARDS, minutes=0)
      page.locator("#dam--upland summary").click()
      card = page.locator("#dam--upland")
      page.wait_for_selector("#dam--upland pre")
      for button in card.get_by_role("button").all():
          button.click()
          page.wait_for_function("node => node.textContent === 'Copied'", arg=button.element_handle())
          copied = page.evaluate("navigator.clipboard.readText()")
          shown = button.evaluate("node => node.previousElementSibling.textContent")
          print(button.get_attribute("aria-label"), copied == shown, repr(copied))
      page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('refused') } }")
      last = card.get_by_role("button").last
      last.click()
      page.wait_for_function("node => node.textContent.startsWith('Select')", arg=last.element_handle())
      print("refused", last.text_content())
      """)
    try #require(printed.count == 6)
    #expect(
      printed[0] == "Copy the link True 'https://site.test/briefing/reports/plan/#dam--upland'")
    #expect(printed[1].hasPrefix("Copy the text True ") && printed[1].contains("Build “it”"))
    #expect(printed[2].hasPrefix("Copy the BibTeX entry True '@") && printed[2].contains("A. Writer"))
    #expect(printed[3].hasPrefix("Copy the RIS record True 'TY  - ELEC"))
    #expect(printed[4].hasPrefix("Copy the CSL-JSON item True '["))
    #expect(printed[5] == "refused Select the text and copy it")
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
      print("all forms", all(form in words(plain, CARDS.rstrip("/")) for form in ["https://", "Build “it”"]))
      print("buttons", visit(plain, "new", CARDS, minutes=0).locator("button.copy").count())
      """)
    #expect(printed == ["True []", "all forms True", "buttons 0"])
  }
}
