import Foundation
import Testing

/// `standpoint suggest` and `check --fail-on` from the user's point of view.
@Suite struct SuggestToolTests {
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    for (name, party) in [("2025-01-05-a", "Russia"), ("2025-02-05-b", "Russian Federation")] {
      try folder.write(
        "Content/reports/\(name).md",
        "| Aspect | \(party) | China |\n|--|--|--|\n| Gas | Sells it | Buys it |\n")
    }
    return folder
  }

  @Test("suggestions are shown, and written only with --write")
  func suggest() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    let shown = try tool.run("suggest")
    #expect(shown.exitCode == 0)
    #expect(
      shown.output == """
        0.96  “Russia” is another name for “Russian Federation” (parties)
              + both are names for Russia
              “Russia”: 1 position in 1 table: Content/reports/2025-01-05-a.md:1:12
              “Russian Federation”: 1 position in 1 table: Content/reports/2025-02-05-b.md:1:12

        """)
    #expect(
      shown.errors
        == "1 suggestion. To accept the first one: standpoint suggest --write --only \"Russia=Russian Federation\"\n"
    )
    let written = try tool.run("suggest", "--write", "--only", "russia=Russian Federation")
    #expect(written.exitCode == 0)
    #expect(
      written.output.hasSuffix("created Content/parties/russian-federation.md: aliases + “Russia”\n"))
    #expect(
      try folder.text("Content/parties/russian-federation.md")
        == "---\ntitle: Russian Federation\naliases:\n  - Russia\n---\n")
    let rest = try tool.run("suggest")
    #expect(rest.output == "" && rest.errors == "Nothing to suggest with a score of 0.7 or more.\n")
  }

  @Test("sources without an entry are written once, with what the reports agree on; no file is changed")
  func sources() throws {
    let folder = try TestFolder()
    let row = { (number: String) in
      "| Issue \(number) | Yes[^1] {evidence=vote} | No [x](https://b.example/x?a=1&b=2) |\n"
    }
    let note = "\n[^1]: [Law: “tolls”](https://a.example/Law_1/?utm_source=y), 2 March 2024\n"
    for name in ["a", "b"] {
      try folder.write(
        "Content/reports/\(name).md",
        "| Issue | Red | Blue |\n|--|--|--|\n\(row(name + "1"))\(row(name + "2"))"
          + (name == "a" ? note : "\n[^1]: [Law on “tolls”](http://a.example/Law_1), 2024-03-02\n"))
    }
    let tool = Tool(folder: folder)
    let shown = try tool.run("suggest")
    #expect(
      shown.errors
        == "2 suggestions. To accept the first one: standpoint suggest --write --only \"https://a.example/Law_1/?utm_source=y\"\n",
      "\(shown.errors)")
    #expect(shown.output.contains("4 positions rest on “") && shown.output.contains("evidence: vote"))
    try folder.write("Content/sources/b-example-x-a-1-b-2.md", "---\ntitle: Something else\n---\nNotes\n")
    let first = try tool.run("suggest", "--write", "--only", "http://A.example/Law_1#x")
    #expect(first.exitCode == 0)
    #expect(first.output.hasSuffix("created Content/sources/a-example-law-1.md\n"), "\(first.output)")
    let law = try folder.text("Content/sources/a-example-law-1.md")
    #expect(
      law == """
        ---
        title: Law on “tolls”
        date: 2024-03-02
        url: "https://a.example/Law_1/?utm_source=y"
        evidence: vote
        ---

        """, "\(law)")
    let rest = try tool.run("suggest", "--write")
    #expect(rest.exitCode == 0 && rest.output.hasSuffix(".md\n"), "\(rest.output) \(rest.errors)")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Content/sources").path)
    #expect(names.count == 3 && names.contains("a-example-law-1.md"), "\(names)")
    #expect(
      try folder.text("Content/sources/b-example-x-a-1-b-2.md") == "---\ntitle: Something else\n---\nNotes\n")
    #expect(try folder.text("Content/sources/a-example-law-1.md") == law)
    #expect(try tool.run("check", "--strict").errors.contains("invalid-value") == false)
    #expect(try tool.run("suggest").errors.hasPrefix("Nothing to suggest"))
    #expect(try tool.run("suggest", "--only", "https://a.example/Law_1").exitCode == 64)
    #expect(try tool.run("query", "source", "a-example-law-1").output.contains("a1"))
  }

  @Test("a file that is left out of the site is not overwritten")
  func leftOutSource() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "ignore: [sources/a-example-b.md]\n")
    try folder.write("Content/sources/a-example-b.md", "mine\n")
    try folder.write(
      "Content/reports/a.md",
      "| Issue | Red | Blue |\n|--|--|--|\n| X | [x](https://a.example/b) | [x](https://a.example/b) |\n| Y | [x](https://a.example/b) | No |\n"
    )
    let run = try Tool(folder: folder).run("suggest", "--write")
    #expect(
      run.exitCode == 1 && run.errors.contains("already exists but is not part of the site"), "\(run.errors)")
    #expect(try folder.text("Content/sources/a-example-b.md") == "mine\n")
  }

  @Test("any two names can be accepted, also one that only prose uses")
  func anyPair() throws {
    let folder = try TestFolder()
    try folder.write(
      "Content/reports/a.md",
      "The dam keeper agrees.\n\n| Aspect | River Trust | China |\n|--|--|--|\n| Gas | A | B |\n")
    try folder.write(
      "Content/reports/b.md", "| Aspect | Waterfolk | China |\n|--|--|--|\n| Gas | A | B |\n| Oil | A | B |\n"
    )
    let tool = Tool(folder: folder)
    let pairs = ["--only", "River Trust=Waterfolk", "--only", "Dam keeper=Waterfolk"]
    #expect(
      try tool.run("suggest", "--only", "dam keeper=Waterfolk").output == """
        1.00  “dam keeper” in prose is another name for “Waterfolk”
              + you chose both names
              “dam keeper”: 1 place in prose: Content/reports/a.md:1:1
              “Waterfolk”: 2 positions in 1 table: Content/reports/b.md:1:12

        """)
    #expect(try tool.run("suggest", "--write", pairs[0], pairs[1], pairs[2], pairs[3]).exitCode == 0)
    #expect(
      try folder.text("Content/parties/waterfolk.md")
        == "---\ntitle: Waterfolk\naliases:\n  - River Trust\n  - Dam keeper\n---\n")
    #expect(try tool.run("suggest", "--only", "China=Gas").exitCode == 64)
  }

  @Test(
    "invalid options are rejected",
    arguments: [
      ["--only", "Russia"], ["--only", "Russia=Mars"], ["--minimum-score", "2"],
      ["--write", "--minimum-score", "0.1"],
    ])
  func misuse(_ arguments: [String]) throws {
    let folder = try Self.site()
    // Keep the folder until the program has ended.
    let run = try withExtendedLifetime(folder) {
      try Tool(folder: folder).start(["suggest"] + arguments).finish()
    }
    #expect(run.exitCode == 64 && run.errors.hasPrefix("Error: "))
  }

  @Test("a check fails on stale positions only with --fail-on")
  func failOn() throws {
    let folder = try Self.site()
    try folder.write("Content/site.yml", "review-after: 6 months\n")
    let tool = Tool(folder: folder)
    #expect(try tool.run("check", "--now", "2025-07-05").exitCode == 0)
    #expect(try tool.run("check", "--now", "2025-07-04", "--fail-on", "gaps,stale").exitCode == 0)
    let stale = try tool.run("check", "--now", "2025-07-05", "--fail-on", "stale")
    #expect(stale.exitCode == 1 && stale.errors.contains("due for review on 2025-07-05"))
    #expect(try tool.run("check", "--fail-on", "gabs").exitCode == 64)
  }
}
