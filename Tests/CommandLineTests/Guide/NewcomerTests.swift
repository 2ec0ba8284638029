import Foundation
import Testing

/// The steps of a new user to a published site, as in the guide.
@Suite(.enabled(if: OtherProgram.isThere("git") && OtherProgram.isThere("curl"), "requires git and curl"))
struct NewcomerTests {
  @Test("init, new report, serve, edit, check, build, publish")
  func way() throws {
    let folder = try TestFolder()
    let git = Git(folder: folder)
    var tool = Tool(folder: folder)
    try git("init", "--quiet", "--bare", "remote.git")
    #expect(try tool.run("init", "briefing", "--title", "Rivers", "--domain", "rivers.example").exitCode == 0)
    tool.folder = try TestFolder(in: folder, "briefing")
    let made = try tool.run("new", "report", "The spring flood", "--now", "2025-03-02")
    #expect(made.exitCode == 0, "\(made.errors)")
    try folder.write("briefing/Content/index.md", "---\ntitle: Rivers\n---\n\nWho wants which dam.\n")
    let file = "briefing/Content/reports/the-spring-flood.md"
    #expect(folder.exists(file))

    let preview = try tool.start(["serve", "--port", "18231"])
    defer { preview.kill() }
    let address = try waitFor(preview) {
      $0.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.0) }
    }
    let page = address + "reports/the-spring-flood/"
    #expect(try waitForPage(page, in: folder) { $0.contains("The spring flood") })
    let table =
      "\n| Issue | Upper Valley Council | Mountain Union |\n|---|---|---|\n| The new dam | [-] Too late | [+] At last |\n"
    try folder.write(file, try folder.text(file) + table)
    #expect(try waitForPage(page, in: folder) { $0.contains("Mountain Union") && $0.contains("At last") })
    #expect(!folder.exists("briefing/Public"))
    preview.process.terminate()
    preview.process.waitUntilExit()

    let broken = table + "\nSee [[Mountain Onion]].\n"
    try folder.write(file, try folder.text(file).replacingOccurrences(of: table, with: broken))
    let refused = try tool.run("check")
    #expect(refused.exitCode == 1 && refused.errors.contains("did you mean “Mountain Union”?"))
    try folder.write(file, try folder.text(file).replacingOccurrences(of: "Onion", with: "Union"))
    #expect(try tool.run("check", "--strict").exitCode == 0)

    try git("init", "--quiet", "--initial-branch=main", "briefing")
    try git("-C", "briefing", "add", ".")
    try git("-C", "briefing", "commit", "--quiet", "-m", "Begin")
    try git("-C", "briefing", "remote", "add", "origin", "../remote.git")
    #expect(try tool.run("build").output.hasPrefix("Built 2 reports, 3 issues, 3 parties, 8 positions"))
    let published = try tool.run("publish", "--branch", "gh-pages", environment: Git.environment)
    #expect(published.exitCode == 0, "\(published.errors)")
    #expect(try git("-C", "briefing", "status", "--porcelain") == "")
    let files = try git("--git-dir=remote.git", "ls-tree", "-r", "--name-only", "gh-pages")
    #expect(files.contains("reports/the-spring-flood/index.html") && !files.contains("Content/"))
    let text = try git("--git-dir=remote.git", "show", "gh-pages:parties/mountain-union/index.html")
    #expect(text.contains("At last"))
  }

  private func waitFor<Result>(
    _ running: Tool.Running, _ found: (String) -> Result?
  ) throws -> Result {
    for _ in 0..<400 {
      if let result = found(running.output + running.errors) { return result }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return try #require(found(running.output + running.errors), "\(running.errors)")
  }

  private func waitForPage(_ address: String, in folder: TestFolder, _ holds: (String) -> Bool) throws -> Bool
  {
    guard let curl = OtherProgram("curl") else { return false }
    for _ in 0..<200 {
      let run = try curl.run(["-s", "--max-time", "5", address], in: folder)
      if holds(run.output) { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }
}
