import Content
import Testing

@testable import Site

/// Sorting the matrix, its list on phones, and what its cells say in full, in a real browser.
@Suite(
  "The matrix in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct MatrixBrowserTests {
  /// Two groups of issues, nine parties, so that the matrix is dense.
  private static let site: WrittenSite = {
    let others = (1...7).map { "Cedar \($0)" }
    let rows = [
      ("Dam", "[+] Ash on the dam", "[+] Birch on the dam"),
      ("Tolls", "[--] Ash on tolls", "[++] Birch on tolls"),
      ("Ports", "[++] Ash on ports[^1]", ""), ("Fish", "[-] Ash on fish", "[~] Birch on fish"),
    ]
    let head =
      "| Issue | Ash | Birch | \(others.joined(separator: " | ")) |\n|---|\(String(repeating: "---|", count: 9))\n"
    let table = rows.map { row in
      "| \(row.0) | \(row.1) | \(row.2) | \(others.map { _ in "Nothing else" }.joined(separator: " | ")) |\n"
    }
    return WrittenSite(
      [
        "reports/a.md":
          "---\ndate: 2025-03-02\n---\n\n\(head)\(table.joined())\n[^1]: The ports act. https://example.org/ports\n",
        "issues/dam.md": "---\ntitle: Dam\ngroup: River\n---\n",
        "issues/fish.md": "---\ntitle: Fish\ngroup: Sea\n---\n",
        "issues/ports.md": "---\ntitle: Ports\ngroup: Sea\n---\n",
        "issues/tolls.md": "---\ntitle: Tolls\ngroup: River\n---\n",
      ], today: PartialDate("2025-06-01"))
  }()

  private static func run(_ steps: String) async throws -> [String] {
    try await BrowserProgram.run(steps, on: ["site": site])
  }

  @Test(
    "is sorted by dispute, by name or by the stances of a party, by a list or a head, and the address keeps it"
  )
  func sorting() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      rows = lambda: " ".join(page.locator(".matrix tbody tr:not(.group) > th").filter(visible=True).all_inner_texts())
      groups = lambda: page.locator(".matrix .group").filter(visible=True).count()
      print(rows(), groups())
      page.locator("[name=sort]").select_option("Most disputed")
      print(rows(), groups(), page.url.split("#")[1])
      ash = page.get_by_role("button", name="Sort by: Ash")
      ash.click()
      print(rows(), ash.get_attribute("aria-pressed"), page.url.split("#")[1])
      ash.click()
      print(rows(), page.url.split("#")[1])
      page.reload()
      print(rows())
      ash.click()
      print(rows(), groups(), "#" in page.url, ash.get_attribute("aria-pressed"))
      page.get_by_role("button", name="Sort by: Issue").click()
      page.get_by_label("Parties as rows").check()
      print(page.locator(".matrix thead th > a").all_inner_texts(), page.url.split("#")[1])
      page.get_by_label("Parties as rows").uncheck()
      print(rows())
      page.get_by_role("button", name="Show all").click()
      page.locator(".matrix .group").first.wait_for()
      print(rows(), groups(), errors)
      """)
    #expect(
      printed == [
        "Dam Tolls Fish Ports 2", "Tolls Dam Fish Ports 0 sort=dispute",
        "Ports Dam Fish Tolls true sort=party:ash", "Tolls Fish Dam Ports sort=-party:ash",
        "Tolls Fish Dam Ports", "Dam Tolls Fish Ports 2 False false",
        "['Dam', 'Fish', 'Ports', 'Tolls'] sort=name&swap=1", "Dam Fish Ports Tolls",
        "Dam Tolls Fish Ports 2 []",
      ])
  }

  @Test("is a list of one party or one issue on a phone, and nothing scrolls inside the page")
  func list() async throws {
    let printed = try await Self.run(
      """
      phone = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
      page = visit(phone, "site", "matrix/", minutes=0)
      texts = lambda selector: [" ".join(one.split()) for one in page.locator(selector).filter(visible=True).all_inner_texts()]
      print(texts(".matrix tbody tr:not(.group) > th"), texts(".matrix td")[1])
      page.get_by_label("Party or issue").select_option("Ports")
      print(texts(".matrix tbody tr > th"), len(texts(".matrix td")), page.url.split("#")[1])
      print(page.locator(".matrix td").filter(visible=True).nth(1).evaluate("cell => getComputedStyle(cell, '::before').content"))
      page.get_by_label("Party or issue").select_option("Birch")
      print(texts(".matrix td"), page.url.split("#")[1])
      scrolls = "() => [...document.querySelectorAll('main *')].filter(one => one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY)).length"
      for choice in ["Birch", "Ports", "All"]:
          page.get_by_label("Party or issue").select_option(choice)
          print(page.evaluate(scrolls), page.evaluate("document.documentElement.scrollWidth <= 390"))
      print(page.get_by_label("Outcome").is_visible(), errors)
      page.get_by_role("button", name="Filters").click()
      print(page.get_by_label("Outcome").is_visible())
      """)
    #expect(
      printed == [
        "['Dam', 'Tolls', 'Fish', 'Ports'] Red line Ash on tolls March 20253 months ago",
        "['Sea', 'Ports'] 9 one=issue:ports", "\"Birch\"",
        "['Supports Birch on the dam March 20253 months ago', 'Champions Birch on tolls March 20253 months ago', 'Mixed Birch on fish March 20253 months ago'] one=party:birch",
        "0 True", "0 True", "0 True", "False []", "True",
      ])
  }

  @Test("says the words, the date and the source of a cell on hover, focus and the first tap")
  func facts() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      facts = page.get_by_role("tooltip")
      source = facts.locator(".sources")
      told = lambda: " ".join(facts.inner_text().split())
      page.locator(".matrix td a[aria-label^='Ash on Ports']").hover()
      source.wait_for()
      print(told())
      print(source.locator("a").first.evaluate("link => link.href"))
      page.keyboard.press("Escape")
      facts.wait_for(state="hidden")
      page.get_by_role("button", name="Sort by: Cedar 7").focus()
      page.keyboard.press("Tab")
      page.keyboard.press("Tab")
      source.wait_for()
      print(told())
      phone = visit(browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True), "site", "matrix/", minutes=0)
      link = phone.locator(".matrix td a[aria-label^='Ash on Ports']")
      link.tap()
      phone.locator(".cell-facts .sources").wait_for()
      print(phone.url.split("/")[-2], phone.locator(".cell-facts").evaluate("box => box.getBoundingClientRect().right <= 390"))
      link.tap()
      phone.wait_for_url("**/issues/ports/#ash")
      print(errors)
      """)
    #expect(
      printed == [
        "Ash on Ports: Champions, March 2025 Champions Ash on ports 2 March 2025 A Source: The ports act. https://example.org/ports",
        "https://site.test/briefing/reports/a/#ports--ash",
        "Ash on Dam: Supports, March 2025 Supports Ash on the dam 2 March 2025 A",
        "matrix True", "[]",
      ])
  }

  @Test("keeps the label of a group below the heads while the page scrolls")
  func labels() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(viewport={"width": 1280, "height": 420}), "site", "matrix/", minutes=0)
      page.locator(".matrix tbody tr", has_text="Tolls").last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - document.querySelector('thead').offsetHeight - 60)")
      label, head = page.locator(".group th").first.bounding_box(), page.locator(".matrix thead th").nth(1).bounding_box()
      print(page.evaluate("scrollY > 300"), abs(head["y"]) < 1.5, abs(label["y"] - head["y"] - head["height"]) < 2)
      print(page.locator(".table-scroll").evaluate("box => getComputedStyle(box).overflow"))
      """)
    #expect(printed == ["True True True", "visible"])
  }
}
