import Foundation
import Testing

/// `standpoint edition`, `diff` and `export` from the user's point of view.
@Suite struct EditionToolTests {
  private static func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(
      "Content/reports/2025-03-02-plan.md",
      """
      # The plan

      | Aspect    | United States | Russia                |
      |-----------|---------------|-----------------------|
      | Sanctions | [+] keeps all | [-] calls them unfair |
      """)
    return folder
  }

  private static func rewrite(_ folder: TestFolder, _ old: String, _ new: String) throws {
    let path = "Content/reports/2025-03-02-plan.md"
    try folder.write(path, try folder.text(path).replacingOccurrences(of: old, with: new))
  }

  @Test("an edition is written once, and overwritten only with --force")
  func edition() throws {
    let folder = try Self.site()
    let first = try Tool(folder: folder).run("edition", "march", "--now", "2025-04-01")
    #expect(first.exitCode == 0 && first.output == "Recorded 2 positions in Content/editions/march.json\n")
    let bytes = try folder.text("Content/editions/march.json")
    #expect(
      bytes.hasPrefix(
        "{\n\"standpoint\":\"edition\",\n\"version\":2,\n\"name\":\"march\",\n\"date\":\"2025-04-01\","))
    let again = try Tool(folder: folder).run("edition", "march")
    #expect(again.exitCode == 2)
    #expect(
      again.errors == """
        error: the edition “march” already exists
             = help: choose another name, or add --force to replace it

        """)
    #expect(try Tool(folder: folder).run("edition", "march", "--force", "--now", "2025-04-01").exitCode == 0)
    #expect(try folder.text("Content/editions/march.json") == bytes)
  }

  @Test(
    "a name that is not valid in an address is rejected", arguments: ["March 2025", "../march", "now", ""])
  func names(_ name: String) throws {
    let run = try Tool(folder: Self.site()).run("edition", name)
    #expect(run.exitCode == 64 && run.errors.hasPrefix("Error: "))
  }

  @Test("diff reports changes as text, Markdown and JSON, and in its exit code")
  func diff() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "march").exitCode == 0)
    let same = try tool.run("diff", "march", "now", "--exit-code")
    #expect(same.exitCode == 0 && same.output == "march → now: nothing has changed\n")
    try Self.rewrite(folder, "[-] calls them unfair", "[--] calls them a war")
    let changed = try tool.run("diff", "march", "now", "--exit-code")
    #expect(changed.exitCode == 1)
    #expect(
      changed.output == """
        march → now: 1 corrected

        Sanctions
          Russia corrected: Opposes → Red line, in “The plan” (reports/2025-03-02-plan/#sanctions--russia)
            wording: calls them [-unfair-]{+a war+}

        """)
    let markdown = try tool.run("diff", "now", "march", "--format", "markdown").output
    #expect(markdown.hasPrefix("# What changed from now to march\n"))
    #expect(
      markdown.contains(
        "- **Russia** corrected: Red line → Opposes, in *The plan*\n  - wording: calls them ~~a war~~**unfair**\n"
      ))
    let json = try tool.run("diff", "Content/editions/march.json", "now", "--format", "json").output
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    #expect(json.contains(#""kind":"corrected","direction":null"#))
  }

  @Test("with --exit-code, a difference and a failed comparison have different exit codes")
  func exitCodes() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "march").exitCode == 0)
    try Self.rewrite(folder, "# The plan", "---\ntitle: [\n---\n")
    #expect(try tool.run("diff", "march", "now").exitCode == 1)
    #expect(try tool.run("diff", "march", "now", "--exit-code").exitCode == 2)
    try folder.write("Content/editions/april.json", "{")
    #expect(try tool.run("diff", "march", "april").exitCode == 1)
    #expect(try tool.run("diff", "march", "april", "--exit-code").exitCode == 2)
    #expect(try tool.run("diff", "march", "marsh", "--exit-code").exitCode == 2)
  }

  @Test("a missing or incomplete edition is reported")
  func faults() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "march").exitCode == 0)
    let unknown = try tool.run("diff", "marsh", "now")
    #expect(unknown.exitCode == 2)
    #expect(
      unknown.errors.contains("unknown edition “marsh”")
        && unknown.errors.contains("did you mean “march”?"))
    let text = try folder.text("Content/editions/march.json")
    try folder.write("Content/editions/april.json", text)
    let misnamed = try tool.run("build")
    #expect(misnamed.exitCode == 0)
    #expect(
      misnamed.errors.contains(
        "Content/editions/april.json: warning: this file contains the edition “march”, but the site calls it “april”, after its file name [misnamed-edition]"
      ))
    try folder.write("Content/editions/april.json", String(text.dropLast(20)))
    let broken = try tool.run("build")
    #expect(broken.exitCode == 1)
    #expect(
      broken.errors.contains("error: invalid edition: ")
        && broken.errors.contains("[invalid-edition]"))
  }

  @Test("a site with two editions has a page with the changes")
  func pages() throws {
    let folder = try Self.site()
    let tool = Tool(folder: folder)
    #expect(try tool.run("edition", "march", "--now", "2025-04-01").exitCode == 0)
    try Self.rewrite(folder, "[+] keeps all", "[++] keeps all")
    #expect(try tool.run("edition", "april", "--now", "2025-05-01").exitCode == 0)
    #expect(try tool.run("build").exitCode == 0)
    #expect(try folder.text("Public/changes/april/index.html").contains("change-corrected"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "Public/changes/now").path))
    try Self.rewrite(folder, "calls them unfair", "accepts them")
    #expect(try tool.run("build").exitCode == 0)
    let now = try folder.text("Public/changes/now/index.html")
    #expect(now.contains("<h1>What changed since april</h1>") && now.contains("change-corrected"))
    #expect(now.contains("The current site, compared with edition “april”"))
    let list = try folder.text("Public/changes/index.html")
    #expect(list.contains("<li>Now: <a href=\"../changes/now/\">since april</a>, 1 position corrected</li>"))
  }

  @Test("export writes to standard output or to a file", arguments: ["csv", "json-graph", "graphml"])
  func export(_ format: String) throws {
    let folder = try Self.site()
    let run = try Tool(folder: folder).run("export", "--format", format)
    #expect(run.exitCode == 0 && run.output.contains("calls them unfair"))
    let toFile = try Tool(folder: folder).run("export", "--format", format, "-o", "out")
    #expect(toFile.exitCode == 0 && toFile.output == "")
    #expect(try folder.text("out") == run.output)
  }
}
