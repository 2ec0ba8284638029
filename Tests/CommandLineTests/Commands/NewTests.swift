import Foundation
import Testing

/// `standpoint new` from the user's point of view.
@Suite struct NewTests {
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    let made = try Tool(folder: folder).run("init", ".", "--domain", "b.example.org", "--now", "2025-03-01")
    #expect(made.exitCode == 0, "\(made.errors)")
    return folder
  }

  @Test("new files build without diagnostics, and their paths are printed")
  func builds() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    let report = try tool.run("new", "report", "The plan: a first look", "--now", "2025-03-02")
    #expect(
      report.exitCode == 0 && report.output == "Content/reports/the-plan-a-first-look.md\n",
      "\(report.errors)")
    #expect(
      try folder.text("Content/reports/the-plan-a-first-look.md")
        .hasPrefix("---\ntitle: \"The plan: a first look\"\ndate: 2025-03-02\n"))
    #expect(try tool.run("new", "issue", "Summer water").output == "Content/issues/summer-water.md\n")
    #expect(
      try tool.run("new", "party", "Upper Valley Council").output
        == "Content/parties/upper-valley-council.md\n")
    let reminder = try tool.run("build", "--now", "2025-03-02")
    #expect(reminder.errors.contains("the home page still has its placeholder text [starter-text]"))
    try folder.write("Content/index.md", "---\ntitle: Rivers\n---\n\nWho wants which dam.\n")
    let build = try tool.run("build", "--strict", "--now", "2025-03-02")
    #expect(build.exitCode == 0 && build.complaints == "", "\(build.errors)")
    #expect(build.output.hasPrefix("Built 2 reports, 3 issues, 2 parties, 6 positions"))
  }

  @Test(
    "a new report has a table of the known issues and parties, and a new issue a row for itself in a comment")
  func tables() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("new", "report", "Plan", "--now", "2025-03-02").errors == "")
    #expect(
      try folder.text("Content/reports/plan.md").hasSuffix(
        """
        ---

        | Aspect           | Lower Valley Council | Upper Valley Council |
        |------------------|----------------------|----------------------|
        | Joint monitoring |                      |                      |
        | Summer water     |                      |                      |
        | The new dam      |                      |                      |

        """))
    #expect(try tool.run("new", "issue", "Fish | fowl").exitCode == 0)
    let issue = try folder.text("Content/issues/fish-fowl.md")
    #expect(issue.contains("\n| Fish \\| fowl |"), "\(issue)")
    #expect(try tool.run("build", "--quiet").exitCode == 0)
    let page = try folder.text("Public/issues/fish-fowl/index.html")
    #expect(!page.contains("To record positions"))
  }

  @Test(
    "in a large site, the table has the issues and parties with the most positions, and a message counts the others"
  )
  func largeTable() throws {
    let folder = try TestFolder()
    let parties = (1...9).map { "Party \($0)" }
    var text = "| Issue | \(parties.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 10))\n"
    for row in 1...20 {
      let cells = (1...9).map { $0 + row > 15 ? "Yes" : "" }
      text += "| Issue \(row + 10) | \(cells.joined(separator: " | ")) |\n"
    }
    try folder.write("Content/reports/a.md", text)
    let run = try Tool(folder: folder).run("new", "report", "Next")
    #expect(run.exitCode == 0 && run.errors.contains("you can add 11 others from this site"), "\(run.errors)")
    let lines = try folder.text("Content/reports/next.md").split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 14 && lines[0].contains("Party 9") && !lines[0].contains("Party 3"))
    #expect(lines.last?.hasPrefix("| Issue 30") == true)
  }

  @Test("a new page has an address of its own, which no other page has")
  func pages() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("new", "page", "About us").output == "Content/pages/about-us.md\n")
    #expect(try tool.run("build", "--quiet").exitCode == 0)
    #expect(folder.exists("Public/about-us/index.html"))
    #expect(try tool.run("new", "page", "About US").exitCode == 2)
    let reserved = try tool.run("new", "page", "Issues")
    #expect(
      reserved.exitCode == 2
        && reserved.errors.contains("Standpoint itself writes a page with the address /issues/"),
      "\(reserved.errors)")
  }

  @Test("the title of another file, in any case, is rejected, including titles of drafts")
  func titles() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("new", "report", "The plan", "--draft").exitCode == 0)
    let again = try tool.run("new", "report", "THE plan")
    #expect(again.exitCode == 2)
    #expect(again.errors.hasPrefix("error: “Content/reports/the-plan.md” already has the title “The plan”\n"))
    let other = try tool.run("new", "issue", "The plan")
    #expect(other.exitCode == 2 && !folder.exists("Content/issues"))
  }

  @Test("an alias is a name too")
  func aliases() throws {
    let folder = try Self.site()
    try folder.write("Content/parties/uvc.md", "---\ntitle: Upper Valley Council\naliases: [UVC]\n---\n")
    let run = try Tool(folder: folder).run("new", "party", "uvc")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.hasPrefix(
        "error: “UVC” is already an alias of “Upper Valley Council” in “Content/parties/uvc.md”\n"))
    let suffix = try Tool(folder: folder).run("new", "party", "Upper Valley Council Position")
    #expect(suffix.exitCode == 2 && suffix.errors.contains("already has the title “Upper Valley Council”"))
  }

  @Test("a name in tables may get a file of its own kind, but not of another kind")
  func namesInTables() throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).run("new", "party", "Joint monitoring")
    #expect(run.exitCode == 2 && run.errors.hasPrefix("error: “Joint monitoring” is an issue on this site\n"))
    #expect(try Tool(folder: folder).run("new", "issue", "Joint monitoring").exitCode == 0)
  }

  @Test("an existing file is not changed, and an address is not used twice")
  func addresses() throws {
    let folder = try Self.site()
    try folder.write("Content/reports/plan.md", "# Something else\n")
    let file = try Tool(folder: folder).run("new", "report", "Plan!")
    #expect(file.exitCode == 2 && file.errors.contains("/reports/plan/"), "\(file.errors)")
    try folder.write("Content/reports/x.md", "---\nslug: march\n---\n# Else\n")
    let slug = try Tool(folder: folder).run("new", "report", "March")
    #expect(
      slug.exitCode == 2
        && slug.errors.contains("“Content/reports/x.md” already has the address /reports/march/"))
    #expect(try folder.text("Content/reports/plan.md") == "# Something else\n")
  }

  @Test("errors elsewhere in the content do not prevent adding a file")
  func errors() throws {
    let folder = try Self.site()
    try folder.write("Content/reports/bad.md", "[[Nothing of that name]]\n")
    #expect(try Tool(folder: folder).run("new", "report", "Next").exitCode == 0)
  }

  @Test("titles that have no letters, have two lines or are empty are rejected, and so is a single-file site")
  func refused() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("new", "report", "!!!").exitCode == 2)
    #expect(try tool.run("new", "report", "a\nb").exitCode == 64)
    #expect(try tool.run("new", "report", " ").exitCode == 64)
    #expect(try tool.run("new", "essay", "a").exitCode == 64)
    #expect(try tool.run("new", "report", "a", "--site", "Content/reports/first.md").exitCode == 2)
    #expect(try folder.names("Content/reports") == ["first.md"])
  }
}
