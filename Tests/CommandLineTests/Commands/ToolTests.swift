import Foundation
import Testing

/// The program as a process: exit codes, output streams and messages.
@Suite struct ToolTests {
  static let report = """
    # The plan

    | Aspect | United States | Russia |
    |---|---|---|
    | NATO expansion | [+] Open to it | [--] Opposes it |
    | Sanctions | Tightens them | Calls them unfair |
    """

  @Test("--version prints the version")
  func version() throws {
    let run = try Tool().run("--version")
    #expect(run.exitCode == 0 && run.output == "0.1.0\n" && run.errors == "")
  }

  @Test(
    "the help of every command has a description, the usage and a text for each option",
    arguments: [
      "build", "check", "render", "serve", "edition", "diff", "digest", "fix", "export", "publish", "new",
    ])
  func help(_ command: String) throws {
    let run = try Tool().run(command, "--help")
    #expect(run.exitCode == 0 && run.errors == "")
    for word in ["OVERVIEW: ", "Examples:", "USAGE: standpoint \(command)", "ARGUMENTS:", "OPTIONS:"] {
      #expect(run.output.contains(word), "\(word) is missing")
    }
    let lines = run.output.split(separator: "\n")
    for (index, line) in lines.enumerated() where line.hasPrefix("  -") {
      let hasWords = line.dropFirst(2).contains("  ") || lines[index + 1].hasPrefix("         ")
      #expect(hasWords, "no text for \(line)")
    }
  }

  @Test(
    "invalid usage exits with 64 and a message about valid values",
    arguments: [
      ["build", "--now", "March"], ["build", "--now", "2025-02-30"], ["build", "--base-url", "example.org"],
      ["build", "--base-url", "https://"], ["build", "--base-url", "https://me@example.org"],
      ["build", "--base-url", "https://example.org/../b"], ["serve", "--port", "70000"],
      ["build", "--format", "xml"],
      ["build", "--nonsense"], ["frobnicate"], ["render"], ["build", "--output", ""],
    ])
  func usage(_ arguments: [String]) throws {
    let run = try Tool().start(arguments).finish()
    #expect(run.exitCode == 64 && run.output == "")
    #expect(run.errors.hasPrefix("Error: ") && run.errors.contains("Usage: standpoint"))
  }

  @Test("--base-url is read by the rules of site.yml, with the same messages")
  func baseURL() throws {
    let run = try Tool().start(["build", "--base-url", "https://me@example.org"]).finish()
    #expect(
      run.errors.contains(
        "“https://me@example.org” has no host name; write the whole address of the home page, such as "
          + "https://example.org/briefing/"), "\(run.errors)")
  }

  @Test("environment errors exit with 2")
  func environment() throws {
    let folder = try TestFolder()
    let missing = try Tool(folder: folder).run("build", "none")
    #expect(missing.exitCode == 2 && missing.errors == "error: “none” does not exist\n")
    let empty = try Tool(folder: folder).run("build")
    #expect(empty.exitCode == 2)
    #expect(
      empty.errors == """
        error: “.” contains neither a Content folder nor a Markdown file
             = help: give the folder that contains the reports, or start a site: standpoint init my-briefing

        """)
    #expect(try folder.names().isEmpty)
  }

  @Test("a content folder without Markdown files is reported")
  func emptyContent() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "base-url: https://briefing.example/\n")
    let run = try Tool(folder: folder).run("check")
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        warning: nothing to build: “Content” contains no Markdown files [empty-site]
             = help: add a report, such as “first.md”, to “Content/reports”

        """)
  }

  @Test("files of others in the output folder are safe")
  func foreign() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.report)
    try folder.write("Public/mine.txt", "mine")
    let run = try Tool(folder: folder).run("build")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.hasPrefix(
        "error: the output folder “Public” contains files that Standpoint did not write: “mine.txt”\n"))
    #expect(try folder.tree("Public").keys.sorted() == ["mine.txt"])
  }

  @Test("content with errors exits with 1, reports the places, and leaves the site unchanged")
  func contentErrors() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.report)
    try folder.write("Content/site.yml", "search: off\n")
    let broken = Self.report + "\n\nSee [[NATO expnsion]].\n"
    try folder.write("Content/reports/a.md", broken)
    let first = try Tool(folder: folder).run("build")
    #expect(first.errors.hasSuffix("Not built: 1 error, 1 note. “Public” was not written.\n"))
    try folder.write("Content/reports/a.md", Self.report)
    #expect(try Tool(folder: folder).run("build").exitCode == 0)
    let before = try folder.tree("Public")
    try folder.write("Content/reports/a.md", broken)
    let run = try Tool(folder: folder).run("build")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.contains("\nContent/reports/a.md:8:"))
    #expect(run.errors.contains("did you mean “NATO expansion”?"))
    #expect(run.errors.hasSuffix("Not built: 1 error, 1 note. “Public” is unchanged.\n"))
    #expect(try folder.tree("Public") == before)
    let check = try Tool(folder: folder).run("check")
    #expect(check.exitCode == 1)
    #expect(check.output == "Checked 1 report, 2 issues, 2 parties, 4 positions: 1 error, 1 note\n")
  }

  @Test("check writes nothing")
  func check() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.report)
    let run = try Tool(folder: folder).run("check")
    #expect(run.exitCode == 0)
    #expect(try folder.names() == ["Content"])
  }

  @Test("a folder with a single report builds a complete site")
  func oneReport() throws {
    let folder = try TestFolder("a folder – with spaces")
    try folder.write("plan.md", Self.report)
    let run = try Tool(folder: folder).run("build")
    #expect(run.exitCode == 0)
    let line =
      #/Built 1 report, 2 issues, 2 parties, 4 positions: [0-9]+ pages(, [0-9]+ other files?)? \([0-9]+ written, 0 unchanged, 0 removed\) in [0-9]+\.[0-9][0-9] s → Public/\n/#
    #expect(run.output.wholeMatch(of: line) != nil, "\(run.output)")
    for page in [
      "index.html", "reports/plan/index.html", "issues/nato-expansion/index.html",
      "parties/russia/index.html",
    ] {
      #expect(folder.exists("Public/" + page), "\(page) is missing")
    }
    #expect(try folder.names() == [".Public.standpoint-manifest", "Public", "plan.md"])
    #expect(try LinkWalk(folder.url.appendingPathComponent("Public")).problems == [])
  }

  @Test("a single file is a site, with the pictures that it shows")
  func singleFile() throws {
    let folder = try TestFolder()
    try folder.write("notes/plan.md", Self.report + "\n\n![Map](pictures/map.svg)\n")
    try folder.write("notes/pictures/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try folder.write("notes/private.md", "# Not this")
    try folder.write("notes/diary.pdf", "not this")
    let run = try Tool(folder: folder).run("build", "notes/plan.md", "--output", "site")
    #expect(run.exitCode == 0, "\(run.errors)")
    let files = try folder.tree("site").keys
    #expect(files.contains("pictures/map.svg") && files.contains("reports/plan/index.html"))
    #expect(!files.contains("diary.pdf") && !files.contains { $0.contains("private") })
  }

  @Test("paths in messages are relative to the current folder")
  func paths() throws {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/ä b.md", "[broken](nowhere.md)\n")
    try folder.write("other/x", "")
    let from = { (site: String) in try Tool(folder: folder).run("check", site).errors }
    #expect(try from("site").contains("site/Content/reports/ä b.md:1:"))
    #expect(
      try from(folder.path + "/site").contains("\nsite/Content/reports/ä b.md:1:")
        || from(folder.path + "/site").hasPrefix("site/"))
    #expect(try from("other/../site").contains("site/Content/reports/ä b.md:1:"))
  }

  @Test("withheld pages are listed with the reason")
  func withheld() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.report)
    try folder.write("Content/reports/draft.md", "---\ndraft: true\n---\n\n# Draft\n")
    try folder.write("Content/reports/future.md", "---\ndate: 2025-04-01\n---\n\n# Future\n")
    try folder.write("Content/reports/expired.md", "---\nexpires: 2025-01-01\n---\n\n# Expired\n")
    let run = try Tool(folder: folder).run("build", "--now", "2025-03-01")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output.hasSuffix(
        """
        Withheld 3 pages:
          Content/reports/draft.md: a draft (--drafts shows it)
          Content/reports/expired.md: expired on 2025-01-01
          Content/reports/future.md: dated 2025-04-01, which is in the future

        """), "\(run.output)")
    let all = try Tool(folder: folder).run("build", "--now", "2025-04-01", "--drafts")
    #expect(all.output.hasPrefix("Built 3 reports, "))
  }

  @Test("--strict turns warnings into errors")
  func strict() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", "---\ntitel: x\n---\n" + Self.report)
    #expect(try Tool(folder: folder).run("check").exitCode == 0)
    let run = try Tool(folder: folder).run("check", "--strict")
    #expect(run.exitCode == 1 && run.errors.contains("error: "))
  }

  @Test("--format json prints one JSON document on standard output and messages on standard error")
  func json() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", Self.report + "\n\nSee [[NATO expnsion]].\n")
    for command in ["build", "check"] {
      let run = try Tool(folder: folder).run(command, "--format", "json")
      #expect(run.exitCode == 1)
      let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(document?["errors"] as? Int == 1)
      let first = (document?["diagnostics"] as? [[String: Any]])?.first {
        $0["severity"] as? String == "error"
      }
      #expect(first?["file"] as? String == "Content/reports/a.md")
      #expect(!run.errors.isEmpty)
    }
  }

  @Test("piped output contains no colours or progress")
  func plainText() throws {
    let folder = try TestFolder()
    try folder.write("Content/reports/a.md", "[broken](nowhere.md)\n")
    let run = try Tool(folder: folder).run("build", environment: ["TERM": "xterm-256color"])
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\r"))
  }

  @Test("a quiet build prints nothing")
  func quiet() throws {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "base-url: https://example.org/\n")
    try folder.write("Content/reports/a.md", Self.report)
    let run = try Tool(folder: folder).run("build", "--quiet")
    #expect(run.exitCode == 0 && run.output == "" && run.complaints == "")
  }

  @Test("the program works after it is copied elsewhere")
  func copied() throws {
    let folder = try TestFolder("far away")
    try folder.write("site/a.md", Self.report)
    let copy = folder.url.appendingPathComponent("stand point")
    try FileManager.default.copyItem(at: Tool.location, to: copy)
    let run = try Tool(program: copy, folder: folder).run("build", "site")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(folder.exists("site/Public/index.html"))
  }
}
