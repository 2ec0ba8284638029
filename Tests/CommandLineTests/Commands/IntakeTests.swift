import Foundation
import Testing

/// Files as people have them, each in a folder of `Fixtures/intake/`.
@Suite("Files as people have them")
struct IntakeTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/intake")

  /// Builds a copy of a case; the site is in `out`.
  private static func build(_ name: String) throws -> (run: Tool.Run, folder: TestFolder) {
    let folder = try TestFolder()
    let content = folder.url.appending(path: "case")
    try FileManager.default.copyItem(at: fixtures.appending(path: name), to: content)
    let run = try Tool(folder: folder).run("build", "case", "--content", "case", "--output", "out")
    return (run, folder)
  }

  private static func importing(_ path: String) throws -> Tool.Run {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: fixtures.appending(path: path), to: folder.url.appending(path: "input.csv"))
    return try Tool(folder: folder).run("import", "input.csv", "--output", "-")
  }

  @Test("corners in the site’s language", arguments: ["de-Thema", "en-Dimension", "uk-Питання"])
  func axisWords(name: String) throws {
    let (run, _) = try Self.build("axis-words-by-language/" + name)
    #expect(run.exitCode == 0 && run.output.contains("2 issues, 2 parties, 4 positions"), "\(run.errors)")
  }

  @Test("an empty corner without known parties")
  func emptyCorner() throws {
    let (run, _) = try Self.build("axis-words-by-language/en-")
    #expect(run.errors.contains("[no-positions]") && run.errors.contains("[plain-table]"), "\(run.errors)")
    #expect(run.errors.contains("write <!-- standpoint: positions -->"))
  }

  @Test("line breaks in cells")
  func lineBreaks() throws {
    let (run, folder) = try Self.build("br-in-cells")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("2 issues, 2 parties"), "\(run.output)")
    let table = try folder.text("out/positions.csv")
    #expect(table.contains("Opens the dam. Shares data") && !table.contains("dam.Shares"), "\(table)")
    #expect(try folder.text("out/graph.json").contains("Water policy"))
    #expect(!(try folder.text("out/graph.json").contains("Waterpolicy")))
  }

  @Test("facts about countries")
  func countryProfiles() throws {
    let (run, _) = try Self.build("country-profile-table")
    #expect(run.output.contains("0 issues, 0 parties, 0 positions"), "\(run.output)")
    #expect(run.errors.contains("[plain-table]"))
  }

  @Test("spreadsheets from Europe", arguments: ["a-sep-line", "b-semicolon", "c-windows-1252", "d-utf16"])
  func sheets(name: String) throws {
    let run = try Self.importing("european-csv/\(name).csv")
    #expect(run.exitCode == 0, "\(run.errors)")
    for text in [
      "Staudamm öffnen", "as-of=2025-02-12", "as-of=2025-03-01", "[--]", "| Zölle", "Süd",
    ] {
      #expect(run.output.contains(text), "\(text) in \(run.output) \(run.errors)")
    }
    #expect(!run.errors.contains("is not a date"))
  }

  @Test("footnotes in all cells of a table")
  func footnotes() throws {
    let (run, folder) = try Self.build("footnotes-in-table")
    #expect(run.exitCode == 0 && run.output.contains("2 issues, 2 parties, 4 positions"), "\(run.errors)")
    #expect(try folder.text("out/positions.csv").contains("https://example.org/only"))
  }

  @Test("lists, paragraphs and bold in cells")
  func lists() throws {
    let (run, folder) = try Self.build("lists-in-cells")
    #expect(run.exitCode == 0 && !run.errors.contains("[raw-html]"), "\(run.errors)")
    let report = try folder.text("out/reports/a/index.html")
    #expect(report.contains("<li>Open the dam</li>") && !report.contains("&lt;ul"))
    let issue = try folder.text("out/issues/water/index.html")
    #expect(issue.contains("• Open the dam<br />• Share data"), "\(issue)")
    #expect(!issue.contains("<p><ul") && !issue.contains("&lt;"))
    #expect(try folder.text("out/positions.csv").contains("Open the dam Share data"))
  }

  @Test("names in both normal forms")
  func normalForms() throws {
    let (run, _) = try Self.build("nfc-nfd-names")
    #expect(run.exitCode == 0 && run.output.contains("1 issue, 2 parties"), "\(run.errors)\(run.output)")
  }

  @Test("a row for each party below a heading for each issue")
  func partiesUnderHeadings() throws {
    let (run, folder) = try Self.build("party-position-under-headings")
    #expect(run.output.contains("2 issues, 2 parties, 4 positions"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("[plain-table]"))
    #expect(try folder.text("out/positions.csv").contains("Quotas"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/issues/position/index.html"))
  }

  @Test("a voter guide")
  func voterGuide() throws {
    let (run, _) = try Self.build("voter-guide-heading-per-issue")
    #expect(run.output.contains("2 issues, 3 parties, 10 positions"), "\(run.output)\(run.errors)")
  }

  @Test("tables with rules between rows")
  func rules() throws {
    let (run, _) = try Self.build("jekyll-tables")
    #expect(
      !run.errors.contains("[duplicate-address]") && !run.errors.contains("[ragged-row]"), "\(run.errors)")
  }

  @Test("the text of a new site on the home page is warned of when there are other reports")
  func starterText() throws {
    let folder = try TestFolder()
    _ = try Tool(folder: folder).run("init", ".")
    #expect(!(try Tool(folder: folder).run("build").errors.contains("[starter-text]")))
    try folder.write("Content/reports/own.md", "---\ntitle: Own\ndate: 2025-03-02\n---\n\nWords.\n")
    let run = try Tool(folder: folder).run("build")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.contains(
        "Content/index.md:5:1: warning: the home page still has its placeholder text [starter-text]"),
      "\(run.errors)")
  }

  @Test(
    "--columns and --sheet are refused for a folder", arguments: ["--columns=issue=A,party=B", "--sheet=One"])
  func sheetOptions(option: String) throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: S\n")
    try folder.write("notes/a.md", "# A\n")
    let run = try Tool(folder: folder).run("import", "notes", option)
    #expect(
      run.exitCode != 0 && run.errors.contains("--columns and --sheet work only with spreadsheets"),
      "\(run.errors)")
  }

  @Test("every table is explained")
  func explained() throws {
    let folder = try TestFolder()
    let content = folder.url.appending(path: "case")
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "voter-guide-heading-per-issue"), to: content)
    let run = try Tool(folder: folder).run("check", "case", "--content", "case", "--explain-tables")
    #expect(
      run.output == """
        reports/guide.md:9: positions, a row for each party
          because it has a row for each party and a column of positions, and a heading names the issue
          to keep it plain, write <!-- standpoint: plain --> above it
        reports/guide.md:17: positions, a row for each party
          because it has a row for each party and a column of positions, and a heading names the issue
          to keep it plain, write <!-- standpoint: plain --> above it
        reports/guide.md:26: plain
          because all its cells are numbers, prices or dates
          to compare positions, write <!-- standpoint: positions --> above it
        reports/guide.md:33: plain
          because “Candidate” stands for parties, but its columns are not known issues
          to compare positions, write <!-- standpoint: positions transposed --> above it
        reports/guide.md:41: positions
          because “Issue” stands for issues, and at least two columns can be parties
          to keep it plain, write <!-- standpoint: plain --> above it

        """, "\(run.errors)")
  }

  @Test("a file in another encoding is an error that names it and the command")
  func encodings() throws {
    let folder = try TestFolder()
    let content = folder.url.appending(path: "Content/reports")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    let text = "---\ntitle: Wässer\n---\n\nÖffnen.\n"
    for (name, encoding) in [("a.md", String.Encoding.windowsCP1252), ("b.md", .utf16)] {
      try text.data(using: encoding)?.write(to: content.appending(path: name))
    }
    let run = try Tool(folder: folder).run("check")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("its encoding is probably Windows-1252 [invalid-utf8]"), "\(run.errors)")
    #expect(run.errors.contains("its encoding is probably UTF-16 [invalid-utf8]"), "\(run.errors)")
    #expect(run.errors.contains("iconv -f UTF-16 -t UTF-8 Content/reports/b.md > "), "\(run.errors)")
  }
}
