import Foundation
import Testing

/// `standpoint publish --folder` and `--rsync`.
@Suite struct PublishFolderTests {
  static let ways = OtherProgram.isThere("rsync") ? ["--folder", "--rsync"] : ["--folder"]

  private func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("site/Content/reports/plan.md", ToolTests.report)
    try folder.write("site/Content/reports/old.md", "# Old\n")
    try build(folder)
    return folder
  }

  private func build(_ folder: TestFolder) throws {
    #expect(try Tool(folder: folder).run("build", "site", "--quiet").exitCode == 0)
  }

  private func publish(_ folder: TestFolder, _ way: String, _ more: String...) throws -> Tool.Run {
    try Tool(folder: folder).start(["publish", "site", way, "target"] + more).finish()
  }

  /// The target's files, without the list of published files.
  private func target(_ folder: TestFolder) throws -> [String: Data] {
    try folder.tree("target").filter { $0.key != ".standpoint-published" }
  }

  @Test("rsync is installed, so that it is tested", .enabled(if: ways.count > 1, "rsync is not installed"))
  func hasRsync() { #expect(Self.ways.contains("--rsync")) }

  @Test(
    "the target has the same files as the site after each run; empty folders are removed", arguments: ways)
  func mirrors(_ way: String) throws {
    let folder = try site()
    let run = try publish(folder, way)
    #expect(run.exitCode == 0 && run.output.hasPrefix("Published "), "\(run.errors)")
    #expect(try target(folder) == folder.tree("site/Public"))
    #expect(try publish(folder, way).output.hasPrefix("Nothing to publish"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/old.md"))
    try folder.write("site/Content/reports/new.md", "# New\n")
    try build(folder)
    let again = try publish(folder, way)
    #expect(again.exitCode == 0 && again.errors.contains("  reports/old/index.html\n"), "\(again.errors)")
    #expect(try target(folder) == folder.tree("site/Public"))
    #expect(!folder.exists("target/reports/old"))
  }

  @Test(
    "files of others are refused with the way to replace them, and counted apart when they are",
    arguments: ways)
  func takeOver(_ way: String) throws {
    let folder = try site()
    try folder.write("target/index.html", "theirs")
    try folder.write("target/their.html", "theirs")
    let refused = try publish(folder, way)
    #expect(refused.exitCode == 2 && refused.errors.contains("--take-over"), "\(refused.errors)")
    let rehearsed = try publish(folder, way, "--take-over", "--dry-run")
    #expect(rehearsed.output.contains("change index.html (not published by Standpoint)\n"))
    let run = try publish(folder, way, "--take-over")
    #expect(run.exitCode == 0 && !run.errors.contains("without a redirect"), "\(run.errors)")
    // rsync leaves files alone whose names the site does not use.
    let removed = way == "--folder" ? 1 : 0
    #expect(
      run.output.contains(
        " 0 changed, 0 removed; of the files that Standpoint did not publish, 1 replaced, \(removed) removed\n"
      ),
      "\(run.output)")
    #expect(folder.exists("target/their.html") == (removed == 0))
  }

  @Test("--dry-run prints what the run would do, and changes nothing", arguments: ways)
  func rehearsal(_ way: String) throws {
    let folder = try site()
    let first = try publish(folder, way, "--dry-run")
    #expect(first.exitCode == 0 && !folder.exists("target"), "\(first.errors)")
    #expect(try first.output.split(separator: "\n").count == folder.tree("site/Public").count)
    #expect(try publish(folder, way).exitCode == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/old.md"))
    try folder.write("site/Content/new.txt", "x")
    try build(folder)
    let before = try folder.tree("target")
    let told = try publish(folder, way, "--dry-run")
    #expect(told.output.contains("add new.txt\n") && told.output.contains("remove reports/old/index.html\n"))
    #expect(told.output.contains("change reports/index.html\n"))
    #expect(try folder.tree("target") == before)
    let summary = told.errors.split(separator: "\n").last?.split(separator: ":").last
    let done = try publish(folder, way).output
    #expect(done.contains(try #require(summary)))
  }

  @Test("files of others in the target are never changed", arguments: ways)
  func foreign(_ way: String) throws {
    let folder = try site()
    try folder.write("target/index.html", "mine")
    let refused = try publish(folder, way)
    #expect(refused.exitCode == 2 && refused.errors.contains("“index.html”"), "\(refused.errors)")
    #expect(try folder.tree("target") == ["index.html": Data("mine".utf8)])
    let taken = try publish(folder, way, "--take-over")
    #expect(taken.exitCode == 0, "\(taken.errors)")
    #expect(try target(folder) == folder.tree("site/Public"))
  }

  @Test(
    "rsync keeps files that others add later, even in folders that become empty", .enabled(if: ways.count > 1)
  )
  func later() throws {
    let folder = try site()
    #expect(try publish(folder, "--rsync").exitCode == 0)
    try folder.write("target/stats/log.txt", "theirs")
    try folder.write("target/reports/old/notes.txt", "theirs")
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Content/reports/old.md"))
    try build(folder)
    #expect(try publish(folder, "--rsync").exitCode == 0)
    #expect(folder.exists("target/stats/log.txt") && folder.exists("target/reports/old/notes.txt"))
    #expect(!folder.exists("target/reports/old/index.html"))
  }

  @Test("a target that cannot be reached is an error, and nothing is recorded as published", arguments: ways)
  func unreachable(_ way: String) throws {
    let folder = try site()
    try folder.write("target", "a file")
    let run = try publish(folder, way)
    #expect(run.exitCode == 2 && run.errors.hasPrefix("error: "), "\(run.errors)")
    #expect(try folder.text("target") == "a file" && !folder.exists("site/.standpoint"))
  }

  @Test("changes that are not built yet are reported until they are built")
  func notBuilt() throws {
    let folder = try site()
    #expect(try publish(folder, "--folder").errors == "")
    try folder.write("site/Content/reports/old.md", "# Old\n\nMore.\n")
    let one = try publish(folder, "--folder")
    #expect(one.exitCode == 0 && one.output.hasPrefix("Nothing to publish"))
    #expect(
      one.errors.contains("“site/Content/reports/old.md” changed after the site was built"), "\(one.errors)")
    try folder.write("site/Content/reports/new.md", "# New\n")
    try folder.write("site/Templates/footer.mustache", "x")
    #expect(try publish(folder, "--folder", "--dry-run").errors.contains(" and 2 other files changed after"))
    try build(folder)
    #expect(try publish(folder, "--folder").errors == "")
    // Written again with the same bytes: the next build changes nothing, but updates the manifest's time.
    try folder.write("site/Content/reports/new.md", "# New\n")
    try build(folder)
    #expect(try publish(folder, "--folder").errors == "")
  }

  @Test("an incomplete site is not published")
  func damaged() throws {
    let folder = try site()
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Public/reports/plan/index.html"))
    let damaged = try publish(folder, "--folder")
    #expect(damaged.exitCode == 2 && damaged.errors.contains("“reports/plan/index.html” is missing"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "site/Public"))
    let none = try publish(folder, "--folder")
    #expect(none.exitCode == 2 && none.errors.contains("does not contain a site") && !folder.exists("target"))
  }

  @Test(
    "a target inside the site is rejected",
    arguments: ["site/Public", "site/Public/x", "site/Content", "site", "site/Content/x"])
  func within(_ target: String) throws {
    let folder = try site()
    let before = try folder.tree("site")
    let run = try Tool(folder: folder).run("publish", "site", "--folder", target)
    #expect(run.exitCode == 2, "\(run.output)")
    #expect(try folder.tree("site") == before)
  }

  @Test(
    "invalid usage is reported",
    arguments: [
      ["publish"], ["publish", "--folder", "a", "--rsync", "b"],
      ["publish", "--remote", "x", "--folder", "a"],
      ["publish", "--branch", ""],
    ])
  func usage(_ arguments: [String]) throws {
    let run = try Tool().start(arguments).finish()
    #expect(run.exitCode == 64 && run.errors.hasPrefix("Error: "))
  }

  @Test(
    "a site that was built for another day, or with drafts, is not published unless that is allowed",
    arguments: [["--drafts"], ["--as-of", "2025-03-01"], ["--now", "2025-03-01"]])
  func preview(_ options: [String]) throws {
    let folder = try site()
    #expect(try Tool(folder: folder).start(["build", "site", "--quiet"] + options).finish().exitCode == 0)
    let name = options.joined(separator: " ")
    for more in [[], ["--dry-run"]] {
      let refused = try Tool(folder: folder).start(["publish", "site", "--folder", "target"] + more).finish()
      #expect(
        refused.exitCode == 2 && refused.errors.contains("was built with “\(name)”"), "\(refused.errors)")
      #expect(!folder.exists("target") && !folder.exists("site/.standpoint/published"))
    }
    let allowed = try publish(folder, "--folder", "--allow-preview")
    #expect(allowed.exitCode == 0 && allowed.output.hasPrefix("Published "), "\(allowed.errors)")
    try build(folder)
    let usual = try publish(folder, "--folder")
    #expect(usual.exitCode == 0, "\(usual.errors)")
  }
}
