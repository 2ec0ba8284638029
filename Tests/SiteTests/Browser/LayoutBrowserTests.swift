import Content
import Foundation
import Testing

@testable import Site

/// The layout on paper, on phones and in forced colours, in a real browser.
@Suite(
  "The layout in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct LayoutBrowserTests {
  /// Twelve parties on eighty issues, so that the matrix is dense and takes several sheets of paper.
  private static let site: WrittenSite = {
    let parties = (1...12).map { "Party \($0) of the north" }
    let head =
      "| Issue | \(parties.joined(separator: " | ")) |\n|---|\(parties.map { _ in "---|" }.joined())\n"
    let rows = (1...80).map { issue in
      "| Issue \(issue) | " + parties.map { _ in issue % 7 == 0 ? "" : "[+] Yes" }.joined(separator: " | ")
        + " |\n"
    }
    return WrittenSite(
      [
        "reports/a.md": "---\ndate: 2025-03-02\n---\n\n" + head + rows.joined(),
        "pages/about.md": "# About\n",
      ],
      today: PartialDate("2025-06-01"))
  }()

  private static func run(_ steps: String) async throws -> [String] {
    try await BrowserProgram.run(steps, on: ["site": site])
  }

  @Test(
    "a dense matrix on paper names its parties on every sheet",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"), "it needs pdftotext"))
  func paper() async throws {
    let printed = try await Self.run(
      """
      import subprocess
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      file = str(root / "matrix.pdf")
      page.pdf(path=file, prefer_css_page_size=True)
      sheets = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout.split("\\f")[:-1]
      print(len(sheets) > 2, [place for place, text in enumerate(sheets) if "Issue" in text and text.count("Party") < 12])
      """)
    #expect(printed == ["True []"])
  }

  @Test("on a phone, a focused cell is not below the first column, the menu opens, and nothing overflows")
  func phone() async throws {
    let printed = try await Self.run(
      """
      # Without scripts, the table scrolls beside its first column; with them, it is a list.
      below = "cell => { const box = cell.getBoundingClientRect(), name = cell.closest('tr').cells[0].getBoundingClientRect(); return box.left + box.width / 2 < name.right && box.top < name.bottom }"
      for scripts in [False, True]:
          phone = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True, java_script_enabled=scripts)
          page = visit(phone, "site", "matrix/", minutes=0)
          cells = page.locator(".matrix td a").filter(visible=True)
          hidden = 0
          for place in range(40):
              cells.nth(place).focus()
              if scripts: rest(page, 20)
              hidden += cells.nth(place).evaluate(below)
          print("hidden", hidden)
      print("closed", page.locator(".site-menu").is_visible())
      page.locator(".menu-open").click()
      page.locator(".site-menu summary").click()
      print("menu", page.locator(".site-menu a").filter(visible=True).count() == page.locator(".site-menu a").count())
      narrow = browser.new_context(viewport={"width": 320, "height": 700})
      for address in ["", "matrix/", "issues/issue-1/", "reports/a/"]:
          print(address, visit(narrow, "site", address, minutes=0).evaluate("document.documentElement.scrollWidth <= 320"))
      """)
    #expect(
      printed == [
        "hidden 0", "hidden 0", "closed False", "menu True", " True", "matrix/ True", "issues/issue-1/ True",
        "reports/a/ True",
      ])
  }

  @Test("the header, the menu and the beginning of the text stand in the same place on pages of any width")
  func header() async throws {
    let printed = try await Self.run(
      """
      left = "one => Math.round(one.getBoundingClientRect().left)"
      for width in [1000, 1280, 1920]:
          context = browser.new_context(viewport={"width": width, "height": 800})
          places = set()
          for address in ["", "matrix/", "issues/", "reports/a/"]:
              page = visit(context, "site", address, minutes=0)
              places.add(tuple(page.locator(name).first.evaluate(left) for name in [".site-title", ".site-menu", ".scheme", "h1"]))
          found = list(places)[0]
          print(width, len(places), found[0] == found[3])
      wide = visit(browser.new_context(viewport={"width": 1920, "height": 800}), "site", "matrix/", minutes=0)
      print(wide.evaluate("document.querySelector('.matrix').getBoundingClientRect().width > 1200"))
      """)
    #expect(printed == ["1000 1 True", "1280 1 True", "1920 1 True", "True"])
  }

  @Test(
    "on a phone, entries of the table of positions are as far from the line below them as from that above")
  func gaps() async throws {
    let printed = try await Self.run(
      """
      phone = browser.new_context(viewport={"width": 390, "height": 800})
      page = visit(phone, "site", "issues/issue-1/", minutes=0)
      gaps = page.evaluate(
          "[...document.querySelectorAll('.standings > tbody')].slice(1, -1).flatMap((entry) => {" +
          "const texts = [...entry.querySelectorAll('a:not(.permalink), p, time')].map((one) => one.getBoundingClientRect()).filter((box) => box.height);" +
          "const next = entry.nextElementSibling.getBoundingClientRect().top;" +
          "return [Math.min(...texts.map((box) => box.top)) - entry.getBoundingClientRect().top, next - Math.max(...texts.map((box) => box.bottom))];" +
          "})")
      print(len(gaps), max(gaps) < 24, min(gaps) > 8)
      """)
    #expect(printed == ["20 True True"])
  }

  @Test("in forced colours, the current menu entry differs from the others") func forcedColours() async throws
  {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(forced_colors="active"), "site", "issues/", minutes=0)
      colour = "entry => getComputedStyle(entry).borderBottomColor"
      current = page.locator(".site-menu > ul > li > a[aria-current]")
      others = page.locator(".site-menu > ul > li > a:not([aria-current])")
      print(current.count(), current.first.evaluate(colour) != others.first.evaluate(colour))
      """)
    #expect(printed == ["1 True"])
  }
}
