import Content
import Foundation
import Testing

@testable import Site

/// The aids for readers, tested in a real browser under the strictest policy that the site supports.
@Suite(
  "Reading in a browser", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct ReadingBrowserTests {
  /// A long report with notes in the text and in cells, one of them with two marks, and links to issues and parties.
  private static let report = """
    ---
    title: The plan
    date: 2025-03-02
    ---

    The [[Dam]] is planned by [[Upland]].[^1] A second mark of the note.[^1] It names [[Tolls]] too.

    | Issue | Upland | Lowland |
    |---|---|---|
    | Dam | [+] Build it[^2] | [-] Do not |
    | Tolls | Keep | [~] Perhaps |

    [^1]: The letter, with [a link](https://other.test/).
    [^2]: The cell’s own source.

    """
    + (1...10).map {
      "\n## Part \($0)\n\n" + String(repeating: "Text that fills lines. ", count: $0 > 7 ? 3 : 120) + "\n"
    }.joined()

  private static func site(_ addresses: AddressStyle = .pretty) -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://site.test/briefing/")
    settings.addresses = addresses
    return WrittenSite(
      [
        "reports/plan.md": report,
        "reports/later.md": "---\ntitle: Later\ndate: 2025-04-01\n---\n\nIt follows [the plan](plan.md).\n",
        "issues/dam.md": "---\ntitle: Dam\nsummary: Whether a dam is built & where.\n---\n",
      ], settings: settings)
  }

  private static let start = """
    POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'"
    asked = []
    site = root / "site"
    answer = serve("site", {"Content-Security-Policy": POLICY}, asked)

    def read(address, width=1280, **options):
        page = browser.new_context(viewport={"width": width, "height": 800}, **options).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.route("**/*", answer)
        page.goto(BASE + address, wait_until="networkidle")
        return page

    def texts(page, selector):
        return page.eval_on_selector_all(selector, "all => all.map(one => one.textContent.replace(/\\\\s+/g, ' ').trim())")

    def current(page):
        rest(page, 80)
        return texts(page, ".contents [aria-current=location]")

    def focused(page):
        return page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName")


    """

  private static func run(_ site: WrittenSite, _ steps: String) async throws -> [String] {
    try await BrowserProgram.run(start + steps, on: ["site": site])
  }

  @Test(
    "the contents mark the current section: while scrolling, at the end, after following a link and with the keyboard"
  )
  func contents() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/")
      parts = [f"Part {number}" for number in range(1, 11)]
      print("top", current(page))
      seen = []
      for height in range(0, page.evaluate("document.documentElement.scrollHeight"), 40):
          page.evaluate(f"scrollTo(0, {height})")
          seen += [one for one in current(page) if one not in seen]
      print("all in order", seen == parts)
      followed = []
      for place in range(10):
          page.locator(".contents a").nth(place).click()
          followed += current(page)
      print("followed", followed == parts)
      page.locator(".contents a").nth(4).press("Enter")
      print("by keyboard", current(page))
      page.mouse.move(300, 400)
      page.mouse.wheel(0, -20000)
      print("back at the top", soon(lambda: current(page), []))
      print("behind a link", current(read("reports/plan/#part-9")))
      print("errors", errors)
      """)
    #expect(
      printed == [
        "top []", "all in order True", "followed True", "by keyboard ['Part 5']",
        "back at the top []", "behind a link ['Part 9']", "errors []",
      ])
  }

  @Test("long contents are folded above the text, and open beside it")
  func folding() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/", width=700)
      first = page.locator(".contents a").first
      print("narrow", first.is_visible(), page.locator(".contents summary").get_attribute("tabindex"))
      page.locator(".contents summary").press("Enter")
      print("unfolded", first.is_visible())
      page.set_viewport_size({"width": 1280, "height": 800})
      print("wide", first.is_visible(), page.locator(".contents summary").get_attribute("tabindex"))
      plain = read("reports/plan/", java_script_enabled=False)
      print("without scripts", plain.locator(".contents a").last.is_visible())
      """)
    #expect(
      printed == ["narrow False 0", "unfolded True", "wide True -1", "without scripts True"])
  }

  @Test("a footnote opens at its mark, in text and in cells, and closes again")
  func footnotes() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/")
      marks = page.locator(".footnote a")
      marks.nth(0).click()
      note = page.locator(".note:popover-open")
      note.wait_for()
      print("text", texts(page, ".note"), note.get_attribute("aria-label"), "#" in page.url)
      print("places", page.evaluate("document.querySelectorAll('.note [id], .note .back').length"))
      print("state", marks.nth(0).get_attribute("aria-expanded"), focused(page))
      marks.nth(1).click()
      print("second mark", texts(page, ".note"), soon(lambda: marks.nth(0).get_attribute("aria-expanded"), "false"))
      marks.nth(1).click()
      print("same mark", note.count())
      page.locator("td .footnote a").click()
      note.wait_for()
      mark, box = page.locator("td .footnote a").bounding_box(), note.bounding_box()
      print("cell", texts(page, ".note"), 0 < box["y"] - mark["y"] < 60)
      page.mouse.click(5, 400)
      print("elsewhere", note.count())
      marks.nth(0).focus()
      page.keyboard.press("Enter")
      note.wait_for()
      page.keyboard.press("Tab")
      print("tab", page.evaluate("document.activeElement.textContent"), note.count())
      page.keyboard.press("Escape")
      print("escape", note.count(), focused(page), marks.nth(0).get_attribute("aria-expanded"))
      page.keyboard.press("Enter")
      note.wait_for()
      page.keyboard.press("Tab")
      page.keyboard.press("Tab")
      print("left", note.count())
      print("errors", errors, sorted(elsewhere))
      """)
    #expect(
      printed == [
        "text ['The letter, with a link.'] Footnote 1 False", "places 0", "state true note",
        "second mark ['The letter, with a link.'] false", "same mark 0",
        "cell ['The cell’s own source.'] True", "elsewhere 0", "tab a link 1", "escape 0 fnref:1 false",
        "left 0", "errors [] []",
      ])
  }

  @Test(
    "a preview opens with the pointer and the keyboard, stays while the pointer is on it, and closes with Escape"
  )
  func previews() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/")
      dam, tolls = page.locator(".prose p a", has_text="Dam"), page.locator(".prose p a", has_text="Tolls")
      card = page.locator(".preview:popover-open")
      print("before", [name for name in asked if "reading" in name or name.startswith("issues/")])
      dam.hover()
      card.wait_for()
      print("card", texts(page, ".preview > p"), texts(page, ".preview li"))
      print("no links", card.locator("a").count(), card.get_attribute("role"), dam.get_attribute("aria-describedby") == card.get_attribute("id"))
      box = card.bounding_box()
      page.mouse.move(box["x"] + 40, box["y"] + 40, steps=8)
      page.wait_for_timeout(600)
      print("on the card", card.count())
      page.keyboard.press("Escape")
      print("escape", card.count(), dam.get_attribute("aria-describedby"))
      page.mouse.move(5, 5)
      dam.hover()
      card.wait_for()
      page.mouse.move(5, 5)
      print("left", soon(card.count, 0))
      print("asked once", asked.count("issues/dam/"))
      page.locator(".site-title").focus()
      for _ in range(40):
          page.keyboard.press("Tab")
          if page.evaluate("document.activeElement.closest('.prose')?.contains(document.activeElement) && document.activeElement.textContent === 'Dam'"):
              break
      card.wait_for()
      page.mouse.move(700, 500, steps=4)
      page.wait_for_timeout(600)
      print("by keyboard", card.count())
      page.keyboard.press("Tab")
      print("next link", soon(lambda: texts(page, ".preview-title"), ["Upland"]))
      tolls.hover()
      print("without a file", soon(lambda: texts(page, ".preview-title"), ["Tolls"]))
      print("errors", errors)
      """)
    #expect(
      printed == [
        "before []",
        "card ['Dam', 'Whether a dam is built & where.', '2 positions As of 2 March 2025'] ['Lowland Opposes Do not', 'Upland Supports Build it']",
        "no links 0 tooltip True", "on the card 1", "escape 0 None", "left 0", "asked once 1",
        "by keyboard 1",
        "next link ['Upland']", "without a file ['Tolls']", "errors []",
      ])
  }

  @Test("touch screens have no previews, and without scripts a mark leads to its note")
  func plain() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/", has_touch=True)
      page.evaluate("addEventListener('click', event => event.target.closest('.mention, p a') && event.preventDefault())")
      page.locator(".prose p a", has_text="Dam").tap()
      page.wait_for_timeout(900)
      print("touch", page.locator(".preview").count())
      page.locator(".footnote a").first.tap()
      page.locator(".note:popover-open").wait_for()
      print("tapped", texts(page, ".note"))
      still = read("reports/plan/", java_script_enabled=False)
      still.locator(".footnote a").first.click()
      print("jump", still.url.split("/")[-1])
      print("next", texts(still, ".neighbours a"), texts(still, ".linked-from .excerpt"))
      """)
    #expect(
      printed == [
        "touch 0", "tapped ['The letter, with a link.']", "jump #fn:1",
        "next ['Next report, 1 April 2025 Later'] ['It follows the plan.']",
      ])
  }

  @Test("on pages opened from the disk, notes open in place, and previews are silently disabled")
  func files() async throws {
    let printed = try await Self.run(
      Self.site(.plain),
      """
      page = browser.new_page()
      page.on("pageerror", lambda error: errors.append(str(error)))
      page.on("console", lambda message: errors.append(message.text))
      page.goto((site / "reports/plan.html").as_uri())
      page.locator(".footnote a").first.click()
      page.locator(".note:popover-open").wait_for()
      print("note", texts(page, ".note"))
      page.locator(".prose p a", has_text="Dam").hover()
      page.wait_for_timeout(900)
      print("preview", page.locator(".preview").count(), errors)
      """)
    #expect(printed == ["note ['The letter, with a link.']", "preview 0 []"])
  }

  @Test("a report loads three files and less than 10 KB of scripts before the reader interacts with it")
  func weight() async throws {
    let printed = try await Self.run(
      Self.site(),
      """
      page = read("reports/plan/")
      scripts = [name for name in asked if name.endswith(".js")]
      print("scripts", len(scripts), sum((site / name).stat().st_size for name in scripts) <= 10_000)
      print("others", [name.split(".")[0] for name in asked if not name.endswith((".js", "png", "svg"))])
      """)
    #expect(printed == ["scripts 1 True", "others ['reports/plan/', 'assets/site']"])
  }
}
