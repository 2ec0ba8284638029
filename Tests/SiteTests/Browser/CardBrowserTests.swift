import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// The card of a cell, which a script opens beside it, in a real browser without network access.
@Suite(
  "Cards in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct CardBrowserTests {
  private static let site: WrittenSite = {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://site.test/briefing/")
    let plan = """
      ---
      title: The plan & more
      date: 2025-03-02
      authors: [A. Writer, B. Other]
      ---

      Text.

      | Issue | Upland | Lowland |
      |---|---|---|
      | Dam | [+] Build “it”, see [law](https://example.org/law)[^1] | [-] Do not *build* it & go. |
      | Öl {now} | Keep <all> {as-of=2025-02} | [~] |

      | Issue | Upland | Lowland |
      |---|---|---|
      | Dam | [++] Again. | |

      : Second {#tbl-second}

      [^1]: The letter.
      """
    let old =
      "---\ntitle: Before\ndate: 2024-01-05\n---\n\n| Issue | Upland | Lowland |\n|---|---|---|\n| Dam | [-] No | |\n"
    let files = ["reports/plan.md": plan, "reports/old.md": old]
    let before = WrittenSite(files, settings: settings)
    let edition = Edition(
      freezing: before.graph, name: "one", date: PartialDate(year: 2025, month: 4, day: 1), withheld: [])
    return WrittenSite(files, settings: settings, editions: [edition])
  }()

  private static func run(_ steps: String) async throws -> [String] {
    let start = """
      import json
      def opened(page):
          page.wait_for_selector(".cell-card pre")
          return page.locator(".cell-card")
      def gone(page):
          page.wait_for_selector(".cell-card", state="detached")
      def go(page, anchor):
          page.evaluate("anchor => { location.hash = anchor }", anchor)
          page.wait_for_function("anchor => document.getElementById(anchor).querySelector('.cell-card pre')", arg=anchor)


      """
    return try await BrowserProgram.run(start + steps, on: ["new": site])
  }

  @Test("cards make the same citations as the export")
  func citations() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "new", REPORT, minutes=0)
      for anchor in page.eval_on_selector_all(".prose td[id]", "all => all.map(one => one.id)"):
          go(page, anchor)
          print(json.dumps([page.locator(".cell-card [data-copy]").nth(place).text_content() for place in range(5)]))
      print(errors)
      """)
    let words = Theme().words
    let graph = Self.site.graph
    let plan = try #require(graph.reports.first { $0.slug == "plan" })
    let positions = graph.comparisonsOfReport[plan.id].flatMap { graph.positionsOfComparison[$0] }
    try #require(printed.count == positions.count + 1 && positions.count == 5)
    #expect(printed.last == "[]")
    for (line, id) in zip(printed, positions) {
      let citation = Citation(graph.positions[id.index], in: graph, words: words)
      let made = try JSONDecoder().decode([String].self, from: Data(line.utf8))
      #expect(made[0] == citation.link)
      #expect(made[1] == citation.text)
      #expect(made[2] == citation.facts.bibTeX.text)
      #expect(made[3] == citation.facts.ris.text)
      let items = try JSONSerialization.jsonObject(with: Data(made[4].utf8)) as? NSArray
      let expected = CitationFormat.cslJSON.bytes([citation.facts])
      #expect(try items == JSONSerialization.jsonObject(with: Data(expected)) as? NSArray)
    }
  }

  @Test("a card says what, when, where and on what grounds, beside the cell and not over it")
  func contents() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(viewport={"width": 1280, "height": 800}), "new", REPORT + "#dam--upland", minutes=0)
      card = opened(page)
      print(" ".join(card.locator(".card-title").inner_text().split()), "|", " ".join(card.locator(".wording").inner_text().split()))
      for fact in card.locator(".facts > div").all():
          print(" ".join(fact.inner_text().split()))
      print("role", card.get_attribute("role"), page.evaluate("document.activeElement.className"))
      OVER = '''() => {
        const [a, b] = [".cell-card", "td:has(.cell-card)"].map((one) => document.querySelector(one).getBoundingClientRect());
        return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      }'''
      over = []
      for width in [1280, 900, 600, 360]:
          page.set_viewport_size({"width": width, "height": 800})
          for anchor in ["dam--lowland", "dam--upland"]:
              go(page, anchor)
              rest(page, 200)
              over += [(width, anchor)] if soon(lambda: page.evaluate(OVER), False) else []
      print("over the cell", over)
      print("a sheet", page.evaluate("(() => { const at = document.querySelector('.cell-card').getBoundingClientRect(); return [at.left, at.width, innerHeight - at.bottom] })()"))
      print("elsewhere", elsewhere, errors)
      """)
    #expect(
      printed == [
        "Upland on Dam | Supports Build “it”, see law",
        "Date 2 March 2025, the date of the report",
        "Source The letter. https://example.org/law",
        "Earlier Opposes, 5 January 2024",
        "Table Table 1", "Cell Row 1, column 2", "File reports/plan.md, line 11",
        "role dialog cell-card", "over the cell []", "a sheet [0, 360, 0]", "elsewhere set() []",
      ])
  }

  @Test("the back button, Escape and the button close a card, and the reader is where they were")
  func closing() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(viewport={"width": 1280, "height": 800}), "new", REPORT, minutes=0)
      links = page.locator("td > .cite")
      links.nth(0).focus()
      links.nth(0).press("Enter")
      opened(page)
      print("opened", page.url[len(BASE):], links.nth(0).get_attribute("aria-expanded"))
      page.go_back()
      gone(page)
      print("back", page.url[len(BASE):], page.evaluate("document.activeElement.className"))
      links.nth(0).press("Enter")
      opened(page)
      links.nth(1).focus()
      links.nth(1).press("Enter")
      page.wait_for_selector("#dam--lowland .cell-card pre")
      print("another", page.url[len(BASE):], page.locator(".cell-card").count())
      page.keyboard.press("Escape")
      gone(page)
      page.wait_for_url(BASE + REPORT)
      print("escape", page.url[len(BASE):], page.evaluate("document.activeElement.getAttribute('href')"))
      direct = visit(browser.new_context(), "new", REPORT + "#dam--lowland", minutes=0)
      opened(direct)
      direct.locator(".card-close").click()
      gone(direct)
      print("direct", direct.url[len(BASE):])
      other = visit(browser.new_context(), "new", REPORT + "#tbl-second", minutes=0)
      print("another anchor", other.locator(".cell-card").count())
      print(errors)
      """)
    #expect(
      printed == [
        "opened reports/plan/#dam--upland true", "back reports/plan/ cite",
        "another reports/plan/#dam--lowland 1", "escape reports/plan/ #dam--lowland",
        "direct reports/plan/", "another anchor 0", "[]",
      ])
  }

  @Test("the buttons copy what is shown, and say what they copied")
  func copying() async throws {
    let printed = try await Self.run(
      """
      reader = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
      page = visit(reader, "new", REPORT + "#dam--upland", minutes=0)
      card = opened(page)
      for button in card.locator("button.copy").all():
          button.click()
          page.wait_for_function("node => node.textContent.startsWith('Copied')", arg=button.element_handle())
          copied = page.evaluate("navigator.clipboard.readText()")
          shown = button.evaluate("node => node.previousElementSibling.textContent")
          print(button.get_attribute("aria-label"), "|", card.locator("[role=status]").text_content(), "|", copied == shown)
      page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('refused') } }")
      last = card.locator("button.copy").last
      last.click()
      page.wait_for_function("node => node.textContent.startsWith('Select')", arg=last.element_handle())
      print("refused", last.text_content())
      """)
    #expect(
      printed == [
        "Copy the link | Copied (Link) | True", "Copy the text | Copied (Text) | True",
        "Copy the BibTeX entry | Copied (BibTeX) | True", "Copy the RIS record | Copied (RIS) | True",
        "Copy the CSL-JSON item | Copied (CSL-JSON) | True", "refused Select the text and copy it",
      ])
  }

  @Test("a table is saved as CSV, as the page shows it; without JavaScript, the link leads to all positions")
  func tables() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(accept_downloads=True), "new", REPORT, minutes=0)
      for place in [0, 1, 0]:
          with page.expect_download() as saved:
              page.locator(".table-end a").nth(place).click()
          print(saved.value.suggested_filename, repr(pathlib.Path(saved.value.path()).read_bytes().decode()))
      print(page.locator(".table-end a").first.get_attribute("href"), page.url[len(BASE):], errors)
      """)
    let first =
      #"table-1.csv 'Issue,Upland,Upland (Stance),Lowland,Lowland (Stance)\r\nDam,"Build “it”, see law",Supports,Do not build it & go.,Opposes\r\nÖl {now},Keep <all>,,,Mixed\r\n'"#
    #expect(
      printed == [
        first,
        #"tbl-second.csv 'Issue,Upland,Upland (Stance),Lowland\r\nDam,Again.,Champions,Not covered\r\n'"#,
        first, "../../positions.csv reports/plan/ []",
      ])
  }

  @Test(
    "without JavaScript the address leads to the cell, marked; the 404 page leads on from former pages of cards"
  )
  func elsewhere() async throws {
    let printed = try await Self.run(
      """
      plain = visit(browser.new_context(java_script_enabled=False), "new", REPORT + "#dam--lowland", minutes=0, until="load")
      print(plain.locator("td:target").get_attribute("id"), plain.locator(".cell-card").count())
      page = browser.new_context().new_page()
      answer = serve("new")
      def host(route):
          name = route.request.url.split("#")[0][len(BASE):]
          if name.endswith("positions/"):
              return route.fulfill(status=404, body=(root / "new/404.html").read_bytes(), content_type="text/html")
          answer(route)
      page.route("**/*", host)
      page.goto(BASE + "reports/plan/positions/#dam--lowland")
      page.wait_for_url(BASE + "reports/plan/#dam--lowland")
      print(opened(page).locator(".card-title").text_content())
      """)
    #expect(printed == ["dam--lowland 0", "Lowland on Dam"])
  }

  @Test("cards are of their own cells, beside tables in HTML and with parties named by numbers")
  func otherCells() async throws {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.trustHTML = true
    settings.pageKinds[.exports] = false
    let table = "| Issue | 77 Group | 88 |\n|---|---|---|\n| Dam | [+] Build it | [-] Not here |\n"
    let site = WrittenSite(
      [
        "parties/77.md": "# 77\n\nA party.\n", "parties/88.md": "# 88\n\nA party.\n",
        "reports/plan.md":
          "---\ndate: 2025-03-02\n---\n\n<table><tr><td id=\"raw\">raw</td></tr></table>\n\n" + table,
        "reports/old.md": "---\ndate: 2024-03-02\n---\n\n" + table,
      ], settings: settings)
    let printed = try await BrowserProgram.run(
      """
      page = visit(browser.new_context(), "new", REPORT, minutes=0)
      for anchor in page.eval_on_selector_all(".prose td[id]:has(> .cite)", "all => all.map(one => one.id)"):
          page.evaluate("anchor => { location.hash = anchor }", anchor)
          page.wait_for_function("anchor => document.getElementById(anchor).querySelector('.cell-card pre')", arg=anchor)
          print(anchor, page.locator(".card-title").text_content(), page.locator(".cell-card [data-copy]").nth(1).text_content().split(",")[0])
          print(page.locator(".facts a[href*='old']").get_attribute("href"))
      print(errors)
      """, on: ["new": site])
    #expect(printed.contains { $0.hasPrefix("dam--77-group 77 Group on Dam ") }, "\(printed)")
    #expect(
      printed.contains { $0.hasPrefix("dam--88 88 on Dam 88 on Dam: Not here (Opposes)") }, "\(printed)")
    #expect(printed.contains("../../reports/old/#dam--88"), "\(printed)")
    #expect(printed.last == "[]" && printed.count == 5, "\(printed)")
  }
}
