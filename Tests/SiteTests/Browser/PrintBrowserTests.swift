import Content
import Foundation
import Testing

@testable import Site

/// What stands on paper, read back from the PDF files that a real browser prints.
@Suite(
  "Pages on paper", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"),
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"), "they need pdftotext"))
struct PrintBrowserTests {
  /// A report for each number of parties, with words that occur once: at the start and the end of each cell, and in each source.
  private static let site: WrittenSite = {
    var files: [String: String] = [:]
    for parties in [3, 5, 6, 14] {
      let names = (1...parties).map { "Party \($0)" }.joined(separator: " | ")
      let rows = (1...12).map { row in
        let cells = (1...parties).map { party in
          "[+] start\(row)x\(party) words about the matter, in several sentences. More of them. end\(row)x\(party) [^\(party)]"
        }
        return "| Issue \(row) | \(cells.joined(separator: " | ")) |\n"
      }
      let notes = (1...parties).map {
        "[^\($0)]: source\(parties)x\($0) of the ministry for foreign affairs, https://example.org/a/long/address/of/a/page.html\n"
      }
      files["reports/of\(parties).md"] =
        "---\ndate: 2025-03-02\n---\n\n| Issue | \(names) |\n|---|\(String(repeating: "---|", count: parties))\n\(rows.joined())\n\(notes.joined())"
    }
    let columns = (1...14).map { "averylongheading\($0)" }.joined(separator: " | ")
    let values = (1...14).map { "averylongunbrokenvalue\($0)" }.joined(separator: " | ")
    files["reports/wide.md"] =
      "<!-- standpoint: plain -->\n| \(columns) |\n|\(String(repeating: "---|", count: 14))\n| \(values) |\n"
    let many = (1...30).map { "Group \($0)" }
    let cells = many.map { _ in "[-] No" }.joined(separator: " | ")
    files["reports/many.md"] =
      "| Issue | \(many.joined(separator: " | ")) |\n|---|\(String(repeating: "---|", count: 30))\n"
      + (1...40).map { "| Issue \($0) | \(cells) |\n" }.joined()
    return WrittenSite(files, today: PartialDate("2025-06-01"))
  }()

  private static func run(_ steps: String) async throws -> [String] {
    let start = """
      import subprocess
      def sheets(page):
          file = str(root / "page.pdf")
          page.pdf(path=file, format="A4", prefer_css_page_size=True, margin={side: "15mm" for side in ["top", "right", "bottom", "left"]})
          return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout.split("\\f")[:-1]

      """
    return try await BrowserProgram.run(start + steps, on: ["site": site])
  }

  @Test(
    "every cell and every source of a comparison is there from start to end, and each sheet names the parties"
  )
  func comparisons() async throws {
    let printed = try await Self.run(
      """
      for parties in [3, 5, 6, 14]:
          texts = sheets(visit(browser.new_context(), "site", f"reports/of{parties}/", minutes=0))
          words = set(" ".join(texts).split())
          cells = [f"{edge}{row}x{party}" for edge in ["start", "end"] for row in range(1, 13) for party in range(1, parties + 1)]
          sources = [f"source{parties}x{party}" for party in range(1, parties + 1)]
          nameless = [place for place, text in enumerate(texts) if "start" in text and any(f"Party {party}" not in " ".join(text.split()) for party in [1, parties])]
          print(parties, len(texts) > 1, [one for one in cells + sources if one not in words], nameless)
      """)
    #expect(printed == ["3 True [] []", "5 True [] []", "6 True [] []", "14 True [] []"])
  }

  @Test("a plain table that is too wide wraps its words instead of losing columns")
  func plain() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "reports/wide/", minutes=0)
      page.emulate_media(media="print")
      page.set_viewport_size({"width": 680, "height": 900})
      print(page.locator(".plain td").count(), page.evaluate("Math.max(...[...document.querySelectorAll('.plain td')].map(cell => cell.getBoundingClientRect().right)) <= 680"))
      """)
    #expect(printed == ["14 True"])
  }

  @Test(
    "a matrix of many parties is divided, each part has the issues and its parties on every sheet, and all is as before afterwards"
  )
  func matrix() async throws {
    let printed = try await Self.run(
      """
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      before = page.locator(".matrix tr").count()
      texts = [" ".join(text.split()) for text in sheets(page)]
      names = [f"Group {party}" for party in range(1, 31)] + [f"Party {party}" for party in range(1, 15)]
      found = [[name for name in names if f"{name} " in text + " "] for text in texts]
      body = [place for place, text in enumerate(texts) if "Issue 7" in text or "Issue 20" in text or "Issue 39" in text]
      print(sorted({name for place in body for name in found[place]}) == sorted(names))
      print([place for place in body if not 20 <= len(found[place]) <= 24])
      print(all(sum(f"Issue {issue} " in text + " " for text in texts) >= 2 for issue in range(1, 41)))
      page.wait_for_function("!document.querySelector('.division')")
      print(page.locator(".matrix tr").count() == before, page.locator(".undivided").count(), errors)
      """)
    #expect(printed == ["True", "[]", "True", "True 0 []"])
  }
}
