import Testing

@Suite("Formats of voting advice applications")
struct AnswerFormatTests {
  private static let compass = """
    {
      "version": "1", "algorithm": "hybrid",
      "languages": [{"name": "Deutsch", "code": "de"}, {"name": "English", "code": "en"}],
      "title": {"de": "Wahl", "en": "Election"},
      "parties": [
        {"alias": "ll", "name": {"de": "Die Liste", "en": "The List"}, "short": {"de": "LL"}},
        {"alias": "owd", "name": {"de": "Onkel", "en": "Uncle"}, "logo": "data:"}
      ],
      "theses": [
        {
          "title": {"de": "Schule", "en": "School"},
          "statement": {"de": "Mehr Geld für [Schulen]<Orte des Lernens>", "en": "More money"},
          "positions": {
            "ll": {"position": "strongly-approve", "explanation": {"de": "Ja, *immer*.", "en": "Yes."}},
            "owd": {"position": "reject", "explanation": {"de": "Nein."}}
          }
        },
        {
          "statement": {"de": "Die Wache bleibt", "en": "The guard stays"},
          "positions": {"ll": {"position": "neutral", "explanation": {"de": ""}}, "owd": {"position": "skip"}}
        }
      ]
    }
    """

  @Test("a configuration of Open Election Compass imports, builds and comes back the same")
  func compass() throws {
    let folder = try TestFolder()
    try folder.write("wahl.json", Self.compass)
    try folder.write("site/Content/.keep", "")
    let tool = Tool(folder: folder)
    let run = try tool.run("import", "wahl.json", "--site", "site", "--date", "2025-03-02")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("the text in “de” is imported; the file also has en"), "\(run.errors)")
    let report = try folder.text("site/Content/reports/wahl.md")
    #expect(report.contains("[++] Ja, \\*immer\\*.") && report.contains("[-] Nein."), "\(report)")
    #expect(report.contains("- Schule: Mehr Geld für Schulen"), "\(report)")
    let export = try tool.run("export", "site", "--format", "election-compass")
    #expect(export.exitCode == 0, "\(export.errors)")
    for part in ["\"version\":\"1\"", "\"strongly-approve\"", "\"reject\"", "\"neutral\"", "Ja, *immer*."] {
      #expect(export.output.contains(part), "\(part) in \(export.output)")
    }
    try folder.write("again.json", export.output)
    try folder.write("second/Content/.keep", "")
    _ = try tool.run("import", "again.json", "--site", "second", "--date", "2025-03-02", "--title", "Wahl")
    let again = try tool.run("export", "second", "--format", "euandi")
    let first = try tool.run("export", "site", "--format", "euandi")
    #expect(again.output == first.output && first.output.contains("Completely agree"), "\(again.output)")
  }

  @Test("the answers of EUandI come back the same")
  func euandi() throws {
    let folder = try TestFolder()
    let table =
      "| Issue | North | South |\n|---|---|---|\n| Dam | [++] Build it[^1] | [--] Never, \"ever\" |\n"
      + "| Fish | [~] Some | Unrated words |\n\n[^1]: Speech of 2 March\n"
    try folder.write("one/Content/reports/a.md", "---\ndate: 2025-03-02\n---\n\n" + table)
    let tool = Tool(folder: folder)
    let export = try tool.run("export", "one", "--format", "euandi")
    #expect(
      export.output.hasPrefix("party,statement,answer,justification,source,date\r\n"), "\(export.output)")
    #expect(export.output.contains("North,Dam,Completely agree,Build it,Speech of 2 March,2025-03-02"))
    try folder.write("answers.csv", export.output)
    try folder.write("two/Content/.keep", "")
    let run = try tool.run("import", "answers.csv", "--site", "two", "--date", "2025-03-02")
    #expect(run.exitCode == 0, "\(run.errors)")
    let again = try tool.run("export", "two", "--format", "euandi")
    // “Mixed” has no answer of its own.
    #expect(again.output == export.output, "\(again.output)")
  }

  @Test("other JSON is not taken for a configuration")
  func other() throws {
    let folder = try TestFolder()
    try folder.write("x.json", "{\"theses\": 3}")
    let run = try Tool(folder: folder).run(
      "import", "x.json", "--format", "election-compass", "--output", "-")
    #expect(run.exitCode == 2 && run.errors.contains("is not a configuration of Open Election Compass"))
  }
}
