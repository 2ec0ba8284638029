import Foundation
import Testing

/// Documents and sheets as people have them, imported and built, and names and texts in many scripts.
@Suite("Documents, sheets and scripts as people have them")
struct ImportedCasesTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/intake")

  private static func importing(_ path: String, _ options: String...) throws -> Tool.Run {
    try Tool().start(
      ["import", fixtures.appending(path: path).path, "--output", "-"] + options
    ).finish()
  }

  private static func importing(_ name: String, text: String, _ options: String...) throws -> Tool.Run {
    let folder = try TestFolder()
    try folder.write(name, text)
    return try Tool(folder: folder).start(["import", name, "--output", "-"] + options).finish()
  }

  /// Builds a site with a report; the site is in `out`.
  private static func build(_ report: String) throws -> (run: Tool.Run, folder: TestFolder) {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: T\nsearch: off\n")
    try folder.write("Content/reports/a.md", report)
    return (try Tool(folder: folder).run("build", "--output", "out"), folder)
  }

  /// Builds a copy of a case; the site is in `out`.
  private static func build(case name: String) throws -> (run: Tool.Run, folder: TestFolder) {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: fixtures.appending(path: name), to: folder.url.appending(path: "case"))
    return (try Tool(folder: folder).run("build", "case", "--content", "case", "--output", "out"), folder)
  }

  @Test("a workbook with a title above the header and a note below the last row")
  func titleRows() throws {
    let run = try Self.importing("excel-title-rows/positions.xlsx")
    #expect(run.output.contains("date: 2025-03\n") && run.output.contains(": Positions as of March 2025"))
    #expect(run.output.contains("\nSource: own research\n"), "\(run.output)")
    let (built, _) = try Self.build(run.output)
    #expect(built.output.contains("2 issues, 2 parties, 4 positions"), "\(built.output)\(built.errors)")
  }

  @Test("a title above a header of merged cells in a CSV file, and rules between rows")
  func titlesOfSheets() throws {
    let run = try Self.importing(
      "a.csv",
      text:
        "\"Positions, all parties\";;\nStand: 12. März 2025;;\n;;\nThema;Nord;Süd\n---;---;---\nWasser;dafür;Bleibt zu\n===;===;===\nFisch;Quoten;Netze\nQuelle: eigene;;\n"
    )
    #expect(run.output.contains("date: 2025-03-12"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("\nQuelle: eigene\n") && run.errors.contains("rule: a row"))
    #expect(run.output.contains("[+] dafür"), "\(run.output)")
    let (built, _) = try Self.build(run.output)
    #expect(built.output.contains("2 issues, 2 parties, 4 positions"), "\(built.output)\(built.errors)")
  }

  @Test("merged cells of a web page")
  func mergedCells() throws {
    let run = try Self.importing("merged-cells-html/span.html")
    for text in ["“Water” spans 2 rows", "“Closed, both years” spans 2 rows", "“North” and “South”"] {
      #expect(run.errors.contains(text), "\(text) in \(run.errors)")
    }
    let (_, folder) = try Self.build(run.output)
    let table = try folder.text("out/positions.csv")
    #expect(table.contains("Water,water,North,north") && table.contains("Share data"), "\(table)")
    #expect(table.split(whereSeparator: \.isNewline).count { $0.contains("Closed, both years") } == 1)
    #expect(table.split(whereSeparator: \.isNewline).count { $0.contains("Both want a commission") } == 2)
  }

  @Test("a list in a cell keeps its words apart beside a cell of several paragraphs")
  func listBesideParagraphs() throws {
    let run = try Self.importing(
      "a.html",
      text:
        "<table><tr><th>Issue</th><th>North</th><th>South</th></tr><tr><td>Tax<br>policy</td><td><p>Lower it.</p><p>Soon.</p></td><td><ul><li>Raise it</li><li>For all</li></ul></td></tr></table>"
    )
    #expect(run.output.contains("  - South:\n\n    - Raise it\n    - For all\n"), "\(run.output)")
    let (built, folder) = try Self.build(run.output)
    #expect(built.output.contains("1 issue, 2 parties, 2 positions"), "\(built.output)\(built.errors)")
    #expect(!built.errors.contains("[raw-html]"), "\(built.errors)")
    let table = try folder.text("out/positions.csv")
    #expect(table.contains("Raise it For all") && table.contains("Lower it. Soon."), "\(table)")
    #expect(try !folder.text("out/reports/a/index.html").contains("<p></p>"))
  }

  @Test("a row that is one cell across the table is a heading and no position")
  func sectionRows() throws {
    let run = try Self.importing(
      "a.html",
      text:
        "<table><tr><th>Issue</th><th>North</th><th>South</th></tr><tr><td colspan=3>Economy</td></tr><tr><td>Tax</td><td>Lower it</td><td>Raise it</td></tr></table>"
    )
    #expect(run.output.contains("### Economy\n"), "\(run.output)")
    let (built, _) = try Self.build(run.output)
    #expect(built.output.contains("1 issue, 2 parties, 2 positions"), "\(built.output)\(built.errors)")
  }

  @Test("a page of Google Docs")
  func googleDocs() throws {
    let run = try Self.importing("google-docs-html/plan.html")
    for text in [
      "title: The river plan", "date: 2025-03-12", "**Bold** normal *italic*",
      "](https://example.org/paper?a=1)", "[^1]: A note.",
    ] {
      #expect(run.output.contains(text), "\(text) in \(run.output)")
    }
    #expect(!run.output.contains("google.com") && !run.output.contains("Check this!"))
    #expect(run.errors.contains("warning: the comment “Check this!” is left out"), "\(run.errors)")
  }

  @Test("columns without a word, and one without a head")
  func spacerColumns() throws {
    let run = try Self.importing("web-page-table-spacer-columns/page.html")
    #expect(!run.output.contains("Untitled") && run.output.contains("Taxes<br>Cut the rate"), "\(run.output)")
    #expect(run.errors.contains("column 3 has text") && run.errors.contains("no header"), "\(run.errors)")
    #expect(run.output.contains("| Bea Birch |\n"), "\(run.output)")
  }

  @Test("a sheet whose header says nothing stays plain, and the message shows the columns to name")
  func columns() throws {
    let sheet = "Fach;Wer;Was;Wann\nWasser;Nord;offen;1.3.2025\nWasser;Süd;zu;2.3.2025\n"
    let plain = try Self.importing("a.csv", text: sheet)
    #expect(plain.errors.contains("--columns \"issue=Fach,party=Wer,position=Was"), "\(plain.errors)")
    #expect(!plain.output.contains("standpoint: positions"), "\(plain.output)")
    let named = try Self.importing(
      "a.csv", text: sheet, "--columns", "issue=Fach,party=Wer,position=Was,date=Wann")
    #expect(named.output.contains("offen {as-of=2025-03-01}"), "\(named.output)\(named.errors)")
    let wrong = try Self.importing("a.csv", text: sheet, "--columns", "issue=Fach,party=Werr,position=Was")
    #expect(wrong.errors.contains("did you mean “Wer”?"), "\(wrong.errors)")
    #expect(try Self.importing("a.csv", text: sheet, "--columns", "isue=Fach").exitCode == 64)
  }

  @Test("answers to statements, as voting advice applications have them")
  func questionnaires() throws {
    let run = try Self.importing(
      "a.csv",
      text:
        "party,statement,answer,justification,source\nNorth,Open the dam,Completely agree,It helps,https://example.org/a\nSouth,Open the dam,Tend to disagree,,\nEast,Open the dam,No opinion,,\n"
    )
    #expect(run.output.contains("[++] It helps[^1]") && run.output.contains("[-] Tend to disagree"))
    #expect(run.output.contains("| —"), "\(run.output)")
  }

  @Test("facts in a sheet give no positions")
  func facts() throws {
    let run = try Self.importing("a.csv", text: "Country,Capital,Population\nNorth,Nam,1\nSouth,Sam,2\n")
    let (built, _) = try Self.build(run.output)
    #expect(built.output.contains("0 issues, 0 parties, 0 positions"), "\(built.output)\(run.output)")
  }

  @Test("emphasis in Chinese that Markdown reads as text is warned of")
  func emphasis() throws {
    let (run, _) = try Self.build(case: "cjk-emphasis")
    #expect(run.errors.contains("[literal-emphasis]"), "\(run.errors)")
  }

  @Test("parties whose names are flags")
  func symbols() throws {
    let (run, folder) = try Self.build(case: "symbol-only-names")
    #expect(run.exitCode == 0 && run.output.contains("1 issue, 3 parties, 3 positions"), "\(run.errors)")
    #expect(folder.exists("out/parties/us/index.html") && folder.exists("out/parties/ru/index.html"))
  }

  @Test("links and anchors in both normal forms")
  func normalForms() throws {
    let (run, _) = try Self.build(case: "nfc-nfd-names")
    #expect(
      run.exitCode == 0 && !run.errors.contains("warning") && !run.errors.contains("error"), "\(run.errors)")
  }

  @Test("footnotes are numbered in the order of reading")
  func footnotes() throws {
    let (run, folder) = try Self.build(case: "footnotes-in-table")
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try folder.text("out/reports/a/index.html")
    let notes = ["zero", "head", "north", "water", "one", "two, see", "three", "last"]
    let list = page.range(of: "class=\"footnotes").map { page[$0.lowerBound...] } ?? page[...]
    let places = notes.map { list.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }
}
