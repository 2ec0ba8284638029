import Content
import Diagnostics
import Testing

@testable import Site

@Suite("The coverage page") struct CoveragePageTests {
  private static let table =
    "\n| Issue | Upland | Lowland |\n|---|---|---|\n| Dam | [+] Yes | |\n| Tolls | [+] Yes | [-] No |\n"

  private static func page(_ files: [String: String], settings: (inout SiteSettings) -> Void = { _ in })
    -> String
  {
    var all = SiteSettings(switches: PageRegistry.switches)
    settings(&all)
    return WrittenSite(files, settings: all, today: PartialDate(year: 2026, month: 1, day: 1))
      .page("coverage/index.html")
  }

  @Test("assures nothing of a site in which nothing is declared") func nothingDeclared() {
    let page = Self.page(["reports/a.md": "# A\n" + Self.table, "reports/b.md": "# B\n"])
    #expect(page.contains("No report names core issues or affected parties"))
    #expect(!page.contains("has an entry for all of it"))
    #expect(page.contains("Reports with an entry for everything they declare</th><td>0 of 2</td>"))
    #expect(page.contains("Reports that declare nothing</a></th><td>2 of 2</td>"))
    #expect(page.contains("<th scope=\"row\"><a href=\"../reports/b/\">B</a></th><td>undated</td><td>0</td>"))
    #expect(page.contains("so none can become due") && !page.contains("No position with a date"))
  }

  @Test("links what is missing to the table in which it is missing") func missing() {
    let page = Self.page([
      "reports/a.md": "---\ntitle: A\ncore-issues: [Dam, Weir]\naffects: [Upland, Lowland]\n---\n"
        + Self.table,
      "reports/b.md": "---\ntitle: B\ncore-issues: [Tolls]\n---\n" + Self.table,
      "issues/weir.md": "---\ntitle: Weir\n---\n",
    ])
    #expect(page.contains("<caption>Reports with something missing</caption>"))
    #expect(page.contains("<td>1 of 2</td><td>2 of 2</td><td>1 of 4</td>"))
    #expect(
      page.contains(
        "<li><a href=\"../reports/a/#table-1\">No row for Weir; no other report has one either</a></li>"))
    #expect(page.contains("<li><a href=\"../reports/a/#table-1\">No entry for Lowland on Dam</a></li>"))
    #expect(page.contains("everything they declare</th><td>1 of 2</td>"))
    #expect(!page.contains("page:undeclared"))
  }

  @Test("says that all is there only of the reports that declare something") func complete() {
    let page = Self.page([
      "reports/a.md": "---\ncore-issues: [Tolls]\n---\n\n# A\n" + Self.table, "reports/b.md": "# B\n",
    ])
    #expect(page.contains("Every report has an entry for everything it declares."))
    #expect(page.contains("everything they declare</th><td>1 of 2</td>"))
    #expect(page.contains("Reports that declare nothing</a></th><td>1 of 2</td>"))
  }

  @Test("counts kinds of evidence, marks cells for the filter, and lists sources that are gone")
  func evidence() {
    let page = Self.page([
      "reports/a.md":
        "# A\n\n| Issue | Upland | Lowland |\n|---|---|---|\n| Dam | Yes[@law] | No {evidence=vote} |\n| Tolls | Yes [x](https://gone.example/x) | No |\n"
    ]) { settings in
      var law = SourceEntry(key: "law", place: Place(path: "Content/sources/law.md"))
      (law.title, law.url, law.archive) = (
        "The law", "https://example.org/law", "https://archive.example/law"
      )
      law.evidence = .document
      var diagnostics: [Diagnostic] = []
      settings.sources = SourceLibrary([law], diagnostics: &diagnostics)
      settings.sources.gone = ["example.org/law", "gone.example/x", "unused.example/y"]
    }
    #expect(page.contains("<h2>Evidence</h2>"))
    #expect(page.contains("<th scope=\"row\">document</th><td>1 of 4</td>"))
    #expect(page.contains("<th scope=\"row\">not given</th><td>2 of 4</td>"))
    #expect(page.contains("Current positions on a source that is gone</a></th><td>2 of 4</td>"))
    #expect(
      page.contains(
        "<a href=\"../sources/law/\">The law</a></th><td><a href=\"https://archive.example/law\">"))
    #expect(page.contains("<th scope=\"row\">gone.example/x</th><td></td><td>1</td>"))
    #expect(page.contains("data-evidence=\"document\"") && page.contains("value=\"vote\"> vote</label>"))
    #expect(!page.contains("data-evidence=\"none\""))
    let plain = Self.page(["reports/a.md": "# A\n" + Self.table])
    #expect(!plain.contains("data-evidence") && !plain.contains("<form class=\"filters\""))
  }

  @Test("a cell with a source whose kind is not given rests on other kinds, too") func otherSources() {
    let page = Self.page([
      "reports/a.md": "# A\n\n| Issue | Upland | Lowland |\n|---|---|---|\n"
        + "| Dam | Yes[@law] [x](https://gone.example/x) | No {evidence=vote} |\n"
    ]) { settings in
      var law = SourceEntry(key: "law", place: Place(path: "Content/sources/law.md"))
      law.evidence = .document
      var diagnostics: [Diagnostic] = []
      settings.sources = SourceLibrary([law], diagnostics: &diagnostics)
    }
    #expect(page.contains("data-evidence=\"document none\"") && page.contains("data-evidence=\"vote\""))
  }

  @Test("lists the issues with stances on one side only") func oneSided() {
    let page = Self.page(["reports/a.md": "# A\n" + Self.table])
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"../issues/dam/\">Dam</a></th><td><span class=\"stance s-supports\">Supports</span></td>"
          + "<td><a href=\"../issues/dam/#upland\">Upland</a></td><td>0</td>"))
    #expect(page.contains("only one side recorded</a></th><td>1 of 2</td>"))
    let none = Self.page([
      "reports/a.md": "# A\n" + Self.table.replacing("[+] ", with: "").replacing("[-] ", with: "")
    ])
    #expect(none.contains("No current stance takes a side."))
    #expect(!none.contains("Wherever a stance"))
  }

  @Test("is in the menu, and each of its tables has a caption and headings with a scope") func tables() {
    let page = Self.page(["reports/a.md": "# A\n" + Self.table]) { $0.reviewAfter = ReviewPeriod("1 day") }
    #expect(page.contains("<a href=\"../coverage/\" aria-current=\"true\">Coverage</a>"))
    let tables = page.components(separatedBy: "<table").dropFirst()
    #expect(tables.count == 4)
    #expect(
      tables.allSatisfy {
        $0.contains("<caption>") && $0.contains("scope=\"col\"") && $0.contains("scope=\"row\"")
      })
  }

  @Test("lists at most 100 reports, and counts the rest") func many() {
    let files = Dictionary(
      uniqueKeysWithValues: (1...230).map { ("reports/r\($0).md", "# Report \($0)\n" + Self.table) })
    let page = Self.page(files)
    #expect(page.contains("And 130 more; run <code>standpoint query coverage</code> to list them all."))
    #expect(page.utf8.count < 40_000)
  }
}
