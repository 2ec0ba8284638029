import Foundation
import Testing

@Suite("Importing bibliographies") struct SourceImportTests {
  private static let items = """
    [{"id": "law", "type": "legislation", "title": "The law", "URL": "https://example.org/law"},
     {"id": "http://zotero.org/users/1/items/AB12", "type": "book", "title": "A book"},
     {"id": 7, "type": "book", "title": "Seven"}, {"type": "book", "title": "Nameless"}]
    """

  @Test("adds items to sources.json, and leaves what is described as it is")
  func merging() throws {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/a.md", "# A\n\nSee [@law] and [@AB12, p. 3], [@7] and [@own].\n")
    try folder.write("site/Content/sources/own.md", "---\ntitle: My own words\n---\n")
    try folder.write("refs.json", Self.items)
    let tool = Tool(folder: folder)
    let run = try tool.run("import", "refs.json", "--site", "site")
    #expect(run.exitCode == 0 && run.output == "site/Content/sources.json\n", "\(run.errors)")
    #expect(run.errors.contains("3 sources added") && run.errors.contains("1 source left out"))
    #expect(try tool.run("check", "site").exitCode == 0)
    try folder.write(
      "refs.ris",
      "TY  - BOOK\nID  - own\nTI  - Other words\nER  - \nTY  - BOOK\nID  - law\nTI  - New law\nER  - \n")
    let again = try tool.run("import", "refs.ris", "--site", "site")
    #expect(again.errors.contains("2 sources left unchanged") && again.errors.contains("own, law"))
    #expect(try folder.text("site/Content/sources.json").contains("The law"))
    #expect(try tool.run("import", "refs.ris", "--site", "site", "--force").errors.contains("1 source added"))
    #expect(try folder.text("site/Content/sources.json").contains("New law"))
    #expect(try tool.run("import", "refs.ris", "--output", "-").output.contains(#""title" : "Other words""#))
  }

  @Test("of BibTeX needs pandoc, and says so")
  func bibTeX() throws {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/a.md", "# A\n\nSee [@doe2024].\n")
    try folder.write(
      "refs.bib",
      "@online{doe2024, author={Doe, Jane}, title={A {Speech} über alles}, date={2024-05-01}, url={https://example.org/x_y}}\n"
    )
    let tool = Tool(folder: folder)
    let without = try tool.run("import", "refs.bib", "--site", "site", environment: ["PATH": "/nowhere"])
    #expect(
      without.exitCode == 2 && without.errors.contains("pandoc, which reads BibTeX files, is not installed"))
    guard OtherProgram.isThere("pandoc") else { return }
    #expect(try tool.run("import", "refs.bib", "--site", "site").exitCode == 0)
    #expect(try tool.run("check", "site").exitCode == 0)
    #expect(try folder.text("site/Content/sources.json").contains("https://example.org/x_y"))
  }

  @Test("that are none is an error, and a broken sources.json is not replaced")
  func broken() throws {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/a.md", "# A\n")
    try folder.write("refs.json", "{}")
    let tool = Tool(folder: folder)
    let run = try tool.run("import", "refs.json", "--site", "site")
    #expect(run.exitCode == 2 && run.errors.contains("“refs.json” is not a bibliography in CSL-JSON"))
    try folder.write("refs.json", Self.items)
    try folder.write("site/Content/sources.json", "[{")
    #expect(try tool.run("import", "refs.json", "--site", "site").exitCode == 2)
    #expect(try folder.text("site/Content/sources.json") == "[{")
  }
}

@Suite("Exporting citations") struct CitationExportTests {
  @Test("writes entries for all reports and positions, or for a part")
  func parts() throws {
    let folder = try TestFolder()
    for name in ["a", "b"] {
      try folder.write(
        "site/Content/reports/\(name).md",
        "---\ntitle: Report \(name)\ndate: 2025-03-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes | No |\n"
      )
    }
    let tool = Tool(folder: folder)
    func count(_ arguments: String...) throws -> Int {
      let run = try tool.start(["export", "site", "--format", "bibtex"] + arguments).finish()
      #expect(run.exitCode == 0, "\(run.errors)")
      return run.output.components(separatedBy: "@misc{").count - 1
    }
    #expect(try count() == 6)
    #expect(try count("--report", "Report a") == 3 && count("--report", "b", "--party", "Red") == 2)
    #expect(try count("--party", "red", "--party", "Blue", "--issue", "Tolls") == 6)
    let wrong = try tool.run("export", "site", "--format", "ris", "--report", "Report c")
    #expect(
      wrong.exitCode == 64 && wrong.errors.contains("unknown report “Report c”; did you mean “Report"))
    #expect(try tool.run("export", "site", "--report", "a").exitCode == 64)
    #expect(try tool.run("export", "site", "--format", "json").exitCode == 64)
    let party = try tool.run("export", "site", "--format", "json", "--party", "Red").output
    #expect(party.hasPrefix(#"{"schema":"standpoint-party","version":4,"#), "\(party)")
    _ = try tool.run("build", "site")
    #expect(
      try tool.run("export", "site", "--format", "json", "--issue", "tolls").output
        == folder.text("site/Public/issues/tolls/index.json"))
    let json = try tool.run("export", "site", "--format", "csl-json").output
    let items = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(items?.count == 6 && items?.first?["type"] as? String == "report")
    #expect(try tool.run("export", "site", "--format", "ris").output.hasPrefix("TY  - RPRT\nID  - a\n"))
  }
}

@Suite("Suggesting entries for sources") struct SourceSuggestionTests {
  @Test("names addresses on which three positions rest, with the file that would describe them")
  func addresses() throws {
    let folder = try TestFolder()
    let rows = (1...3).map {
      "| Issue \($0) | Yes [x](https://example.org/a_b?utm_source=\($0)) | No [y](https://b.example) |"
    }
    try folder.write(
      "site/Content/reports/a.md",
      "# A\n\n| Issue | Red | Blue |\n|---|---|---|\n" + rows.joined(separator: "\n"))
    let tool = Tool(folder: folder)
    let text = try tool.run("suggest", "site").output
    #expect(
      text.contains("3 positions rest on “https://example.org/a_b?utm_source=1”, which has no description"),
      "\(text)")
    #expect(text.contains("sources/example-org-a-b.md:") && text.contains("url: \"https://b.example\""))
    let json = try tool.run("suggest", "site", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["sources"] as? [[String: Any]])?.count == 2)
    try folder.write("site/Content/sources/b.md", "---\nurl: http://b.example/\n---\n")
    #expect(try !tool.run("suggest", "site").output.contains("b.example”"))
  }
}
