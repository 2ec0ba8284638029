import Foundation
import TestSupport
import Testing

/// The language server with clients that others wrote.
@Suite("Editors", .serialized, .timeLimit(.minutes(60))) struct EditorTests {
  private static let folder = packageRoot.appendingPathComponent("Tests/CommandLineTests/Editor").path + "/"
  private static let python = packageRoot.appendingPathComponent(".build/lsp/bin/python3").path
  static let hasClient = FileManager.default.isExecutableFile(atPath: python)
  static let hasNeovim = OtherProgram.isThere("nvim")

  /// The same site as in the tests of the server.
  private func sample() throws -> TestFolder {
    let scratch = try TestFolder()
    let files = [
      "reports/march.md": """
      ---
      title: The March plan
      date: 2025-03-02
      core-issues: [Tolls]
      ---

      Red and Blue speak of Tolls. See [[Tolls#Blue]] and [the issue](../issues/tolls.md).

      | Aspect | Red | Blue |
      |---|---|---|
      | Tolls | [+] Yes, soon | [--] Never |
      | Ports | — | [-] No |

      ## Costs

      The costs are high.

      """,
      "reports/april.md":
        "---\ntitle: The April reply\ndate: 2025-04-05\n---\n\n| Aspect | Red | Blue |\n|---|---|---|\n| Tolls | [~] Perhaps | [--] Never ever |\n",
      "issues/tolls.md":
        "---\ntitle: Tolls\naliases: [Road charges]\nproposition: Drivers should pay for roads.\n---\n\nWhat [[Red]] asks for.\n",
      "parties/red.md": "---\ntitle: Red\n---\n\nSee [[Tolls#Red]].\n",
      "pages/about.md": "---\ntitle: About\n---\n\n## Method\n\nHow we work on [[Tolls]].\n",
      "sources/talks.md": "---\ntitle: Talks in February\nurl: https://example.org/talks\n---\n",
      "site.yml": "title: Site\nbase-url: https://example.org/x/\nfeeds: [Tolls]\n",
    ]
    for (path, text) in files { try scratch.write("Content/" + path, text) }
    return scratch
  }

  @Test("pytest-lsp finds every feature", .enabled(if: hasClient))
  func features() throws {
    let scratch = try sample()
    let run = try Tool(program: URL(fileURLWithPath: Self.python), folder: scratch).start(
      ["-m", "pytest", "-q", "-p", "no:cacheprovider", Self.folder + "language_client.py"],
      environment: ["STANDPOINT": Tool.location.path, "SITE": scratch.path]
    ).finish()
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("11 passed"), "\(run.output)")
  }

  @Test("in Neovim, a wrong name is reported, completed, and renamed across files", .enabled(if: hasNeovim))
  func neovim() throws {
    let scratch = try sample()
    let neovim = try #require(OtherProgram("nvim"))
    let run = try neovim.run(
      ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", Self.folder + "neovim.lua"], in: scratch,
      environment: ["STANDPOINT": Tool.location.path, "SITE": scratch.path])
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    func text(_ path: String) throws -> String {
      try String(contentsOf: scratch.url.appendingPathComponent("Content/" + path), encoding: .utf8)
    }
    #expect(try text("reports/march.md").contains("| Fees | [+] Yes, soon"))
    #expect(try text("reports/april.md").contains("| Fees | [~] Perhaps"))
    #expect(try text("parties/red.md").contains("[[Fees#Red]]"))
    // This version does not say that it renames files, so the file keeps its name and its address.
    #expect(try text("issues/tolls.md").hasPrefix("---\ntitle: Fees\naliases: [Road charges, Tolls]\n"))
  }

  @Test("standpoint rename changes all files, and with --dry-run none")
  func renameCommand() throws {
    let scratch = try sample()
    func text(_ path: String) throws -> String {
      try String(contentsOf: scratch.url.appendingPathComponent("Content/" + path), encoding: .utf8)
    }
    let before = try text("reports/march.md")
    let tool = Tool(folder: scratch)
    let dry = try tool.run("rename", "Blue", "Azure", "--dry-run")
    #expect(dry.exitCode == 0, "\(dry.errors)")
    #expect(
      dry.output.hasSuffix("Content/reports/march.md: 2 changes\nWould change 3 files\n"), "\(dry.output)")
    #expect(try text("reports/march.md") == before)
    #expect(try tool.run("rename", "Road charges", "Fees").exitCode == 0)
    #expect(try text("reports/march.md").contains("[the issue](../issues/fees.md)"))
    #expect(try text("issues/fees.md").contains("redirects:\n  - \"/issues/tolls/\"\n"))
    let check = try tool.run("check")
    #expect(check.output.hasSuffix("no problems found\n"), "\(check.output)\(check.errors)")
    let unknown = try tool.run("rename", "Nobody", "Somebody")
    #expect(unknown.exitCode == 2 && unknown.errors.contains("unknown name “Nobody”"))
    let taken = try tool.run("rename", "Fees", "Ports")
    #expect(taken.exitCode == 2 && taken.errors.contains("“Ports” is already a name of “Ports”"))
  }

  @Test("standpoint rename finds the home page, and reports and pages by an old name")
  func renameOfPages() throws {
    let scratch = try sample()
    try scratch.write("Content/index.md", "---\ntitle: Welcome\n---\n\nText\n")
    try scratch.write("Content/reports/links.md", "---\ndate: 2025-05-01\n---\n\n[[Welcome]], [[The plan]]\n")
    let march = try scratch.text("Content/reports/march.md")
    try scratch.write(
      "Content/reports/march.md",
      march.replacing("title: The March plan", with: "title: The March plan\naliases: [The plan]"))
    let tool = Tool(folder: scratch)
    let home = try tool.run("rename", "Welcome", "Start")
    #expect(home.output.hasSuffix("Changed 2 files\n"), "\(home.errors)")
    #expect(
      try scratch.text("Content/index.md") == "---\ntitle: Start\naliases:\n  - Welcome\n---\n\nText\n")
    let again = try tool.run("rename", "Welcome", "Home", "--kind", "page")
    #expect(again.exitCode == 0, "\(again.errors)")
    let report = try tool.run("rename", "The plan", "Plan B")
    #expect(report.exitCode == 0, "\(report.errors)")
    #expect(try scratch.text("Content/reports/links.md").hasSuffix("\n[[Home]], [[The plan]]\n"))
    #expect(
      try scratch.text("Content/reports/march.md").contains(
        "title: Plan B\naliases: [The plan, The March plan]"))
    let check = try tool.run("check")
    #expect(check.output.hasSuffix("no problems found\n"), "\(check.output)\(check.errors)")
  }

  @Test("a renamed issue in the settings keeps the prefix that tells its kind")
  func settings() throws {
    let scratch = try sample()
    try scratch.write(
      "Content/site.yml", "title: Site\norder: [\"issue:Tolls\", party:Red]\nfeeds: [issue:Tolls]\n")
    #expect(try Tool(folder: scratch).run("rename", "Tolls", "Road fees").exitCode == 0)
    let text = try String(contentsOf: scratch.url.appendingPathComponent("Content/site.yml"), encoding: .utf8)
    #expect(
      text == "title: Site\norder: [\"issue:Road fees\", party:Red]\nfeeds: [\"issue:Road fees\"]\n",
      "\(text)")
  }
}
