import Foundation
import Testing

/// `standpoint diff` between git revisions, from the user's point of view.
@Suite(.enabled(if: OtherProgram.isThere("git"), "requires git"))
struct RevisionDiffTests {
  private static let plan = "Content/reports/2025-03-02-plan.md"

  /// A repository whose branch `main` has one report, and `change` an edit, a new report and a renamed one.
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    try git("init", "--quiet", "--initial-branch=main", ".")
    try folder.write(plan, ToolTests.report)
    try folder.write(
      "Content/reports/2025-01-05-old.md",
      "# Old\n\n| Aspect | Russia | China |\n|---|---|---|\n| Fish | [+] Yes | [-] No |\n")
    try folder.write("Content/site.yml", "title: Talks\nsearch: off\nbase-url: https://talks.example/\n")
    try git("add", ".")
    try git("commit", "--quiet", "-m", "One")
    try git("tag", "v1")
    try git("checkout", "--quiet", "-b", "change")
    try folder.write(plan, ToolTests.report.replacing("[--] Opposes it", with: "[-] Dislikes it"))
    try git("mv", "Content/reports/2025-01-05-old.md", "Content/reports/2025-01-05-fish.md")
    try folder.write(
      "Content/reports/2025-04-01-next.md",
      "# Next\n\n| Aspect | United States | Russia |\n|---|---|---|\n| Sanctions | [--] Lifts them | Calls them unfair |\n"
    )
    try git("add", ".")
    try git("commit", "--quiet", "-m", "Two")
    try git("tag", "v2")
    return folder
  }

  private static func diff(_ folder: TestFolder, _ arguments: String...) throws -> Tool.Run {
    try Tool(folder: folder).start(["diff"] + arguments, environment: Git.environment).finish()
  }

  @Test("A..B, A...B and two names give the same where B began at A, and touch nothing")
  func ranges() throws {
    let folder = try Self.site()
    let git = Git(folder: folder)
    let before = (
      try git("status", "--porcelain"), try git("count-objects", "-v"), try folder.tree(".git").count
    )
    let text = try Self.diff(folder, "main", "change").output
    #expect(text.hasPrefix("main → change: "))
    #expect(text.contains("Russia corrected: Red line → Opposes, in “The plan”"))
    #expect(text.contains("  path: reports/2025-01-05-old.md → reports/2025-01-05-fish.md\n"))
    #expect(text.contains("report “Next” was added"))
    #expect(try Self.diff(folder, "main..change").output == text)
    #expect(try Self.diff(folder, "main...change").output == text)
    #expect(
      try Self.diff(folder, "git:main", "git:change", ".").output
        == text.replacing("main → change", with: "main → change"))
    #expect(try Self.diff(folder, "v1..v2").output == text.replacing("main → change", with: "v1 → v2"))
    #expect(try Self.diff(folder, "change..change", "--exit-code").exitCode == 0)
    #expect(try Self.diff(folder, "v1..v2", "--exit-code").exitCode == 1)
    let after = (
      try git("status", "--porcelain"), try git("count-objects", "-v"), try folder.tree(".git").count
    )
    #expect(before == after)
  }

  @Test("three dots leave out what the other branch did meanwhile")
  func mergeBase() throws {
    let folder = try Self.site()
    let git = Git(folder: folder)
    try git("checkout", "--quiet", "main")
    try folder.write(
      "Content/reports/2025-05-05-main.md",
      "# On main\n\n| Aspect | Russia | China |\n|---|---|---|\n| Ice | Yes | No |\n")
    try git("add", ".")
    try git("commit", "--quiet", "-m", "Three")
    try git("checkout", "--quiet", "change")
    #expect(try Self.diff(folder, "main..HEAD").output.contains("report “On main” was removed"))
    let own = try Self.diff(folder, "main...HEAD")
    #expect(
      !own.output.contains("On main") && own.output.contains(", where HEAD branched off from main → HEAD: "),
      "\(own.output)")
  }

  @Test(
    "one revision is compared with the working tree, where renames of files that git does not know are followed"
  )
  func workingTree() throws {
    let folder = try Self.site()
    #expect(try Self.diff(folder, "HEAD", "--exit-code").output == "HEAD → now: nothing has changed\n")
    let old = folder.url.appending(path: "Content/reports/2025-01-05-fish.md")
    try FileManager.default.moveItem(
      at: old, to: folder.url.appending(path: "Content/reports/2025-01-05-shoals.md"))
    try folder.write(
      "Content/reports/2025-01-05-shoals.md",
      try folder.text("Content/reports/2025-01-05-shoals.md").replacing("# Old", with: "# Shoals"))
    let run = try Self.diff(folder, "HEAD")
    #expect(run.output.contains("report “Old” is now called “Shoals”"), "\(run.output) \(run.errors)")
    #expect(
      try Git(folder: folder)("status", "--porcelain").contains("?? Content/reports/2025-01-05-shoals.md"))
  }

  @Test("a site in a subfolder, and one that is itself the content, are found in the commits")
  func places() throws {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    try git("init", "--quiet", "--initial-branch=main", ".")
    try folder.write("a/b/Content/x.md", ToolTests.report)
    try folder.write("notes/x.md", ToolTests.report)
    try git("add", ".")
    try git("commit", "--quiet", "-m", "One")
    for (site, file) in [("a/b", "a/b/Content/x.md"), ("notes", "notes/x.md"), ("notes/x.md", "notes/x.md")] {
      try folder.write(file, ToolTests.report.replacing("Opposes it", with: "Rejects it"))
      let run = try Self.diff(folder, "HEAD", "now", site)
      #expect(run.output.hasPrefix("HEAD → now: 1 corrected"), "\(site): \(run.output)\(run.errors)")
      try folder.write(file, ToolTests.report)
    }
  }

  @Test("a commit without the site is an empty record")
  func empty() throws {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    try git("init", "--quiet", "--initial-branch=main", ".")
    try git("commit", "--quiet", "--allow-empty", "-m", "Nothing")
    try folder.write("Content/a.md", ToolTests.report)
    let run = try Self.diff(folder, "HEAD")
    #expect(
      run.exitCode == 0 && run.output.hasPrefix("HEAD → now: 4 new, 1 report added"),
      "\(run.output)\(run.errors)")
  }

  @Test("a name that is both an edition and a revision is an error, which edition: and git: decide")
  func ambiguous() throws {
    let folder = try Self.site()
    #expect(try Tool(folder: folder).run("edition", "v1").exitCode == 0)
    let both = try Self.diff(folder, "v1", "now")
    #expect(both.exitCode == 2)
    #expect(
      both.errors == "error: “v1” is both an edition and a git revision\n"
        + "     = help: say which one: edition:v1 or git:v1\n")
    #expect(try Self.diff(folder, "edition:v1", "now").output == "v1 → now: nothing has changed\n")
    #expect(try Self.diff(folder, "git:v1", "now").output.contains("report “Next” was added"))
    #expect(try Self.diff(folder, "v1..v2").exitCode == 0)
  }

  @Test("unknown names, and errors in a commit, are reported with exit codes as for editions")
  func faults() throws {
    let folder = try Self.site()
    let git = Git(folder: folder)
    let unknown = try Self.diff(folder, "nothing")
    #expect(unknown.exitCode == 2 && unknown.errors.contains("unknown edition or git revision “nothing”"))
    #expect(try Self.diff(folder, "git:nothing").errors.contains("unknown git revision “nothing”"))
    #expect(try Self.diff(folder, "maim...HEAD").errors.contains("did you mean “main”?"))
    #expect(try Self.diff(folder, "chnage").errors.contains("did you mean “change”?"))
    #expect(
      try Self.diff(folder, "git:v1..git:v2").output == Self.diff(folder, "v1..v2").output,
      "each end may say that it is a revision")
    #expect(try Self.diff(folder, "edition:v1..v2").errors.contains("a range needs git revisions"))
    #expect(try Self.diff(folder, "edition:nothing").errors.contains("unknown edition “nothing”"))
    #expect(try Self.diff(folder, "main..nothing").exitCode == 2)
    #expect(try Self.diff(folder, "--output=x", "now").exitCode == 64)
    try folder.write(Self.plan, "---\ntitle: [\n---\n")
    try git("commit", "--quiet", "-am", "Broken")
    let broken = try Self.diff(folder, "v1..HEAD")
    let commit = try git("rev-parse", "--short=10", "HEAD")
    #expect(
      broken.exitCode == 1 && broken.errors.hasPrefix("\(commit):\(Self.plan): error: "), "\(broken.errors)")
    #expect(try Self.diff(folder, "v1..HEAD", "--exit-code").exitCode == 2)
  }

  @Test("the comment of a pull request has before and after of each change, and is empty if nothing changed")
  func comment() throws {
    let folder = try Self.site()
    let words = ["--format", "markdown", "--for", "comment"]
    func comment(_ more: String...) throws -> String {
      try Tool(folder: folder).start(["diff"] + more + words, environment: Git.environment).finish().output
    }
    #expect(try comment("change..change") == "")
    let text = try comment("v1..v2", "--preview", "https://previews.example/12/")
    #expect(text.hasPrefix("### What this changes: 1 corrected, "), "\(text)")
    #expect(
      text.contains(
        """
        - **Russia** on **NATO expansion**: corrected
          - before: Red line: Opposes it, in [*The plan*](https://talks.example/reports/2025-03-02-plan/#nato-expansion--russia), 2025-03-02
          - after: Opposes: Dislikes it, in [*The plan*](https://talks.example/reports/2025-03-02-plan/#nato-expansion--russia), 2025-03-02

        """), "\(text)")
    #expect(text.contains("#### Addresses at risk (2)\n\n- `/reports/2025-01-05-old/#fish--china`\n"))
    #expect(text.hasSuffix("\n[Preview of the site](https://previews.example/12/)\n"))
    let elsewhere = try comment("v1..v2", "--base-url", "https://p.example/")
    #expect(elsewhere.contains("(https://p.example/reports/2025-03-02-plan/#nato-expansion--russia)"))
    #expect(try Self.diff(folder, "v1..v2", "--for", "comment").exitCode == 64)
  }

  @Test("a long comment is collapsed, stays below the limit of GitHub, and counts what it leaves out")
  func longComment() throws {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    try git("init", "--quiet", "--initial-branch=main", ".")
    try git("commit", "--quiet", "--allow-empty", "-m", "Nothing")
    var text = "| Aspect | United States | Russia |\n|---|---|---|\n"
    for row in 1...600 {
      text +=
        "| Issue number \(row) | [+] Says 5 & 6 #1 to @anna in x_y | [-] Says no, at some length, as parties do |\n"
    }
    try folder.write("Content/a.md", text)
    let run = try Self.diff(folder, "HEAD", "--format", "markdown", "--for", "comment")
    #expect(run.exitCode == 0 && run.output.count < 65_536 && run.output.utf8.count > 40_000, "\(run.errors)")
    #expect(run.output.contains("<details><summary>New (1200)</summary>"))
    #expect(run.output.contains(/\n- and \d+ more; “standpoint diff” shows all\n/))
    #expect(
      run.output.contains("5 \\& 6 #<!-- -->1 to @<!-- -->anna in x\\_y"),
      "nobody is notified, and no issue is linked")
    #expect(
      run.output.contains("<summary>Reports, issues and parties (603)</summary>\n\n- Report “A” was added\n"))
    #expect(
      run.output.components(separatedBy: "<details>").count
        == run.output.components(separatedBy: "</details>").count)
  }
}
