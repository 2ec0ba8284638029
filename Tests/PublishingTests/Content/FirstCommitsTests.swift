import Content
import Diagnostics
import FileSystem
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("The date of a file’s first commit")
struct FirstCommitsTests {
  /// Whether git is installed; without it, tests that need a repository are skipped.
  static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  private static let table = "| Aspect | Red | Blue |\n|---|---|---|\n| Tolls | None | Some |\n"

  /// Runs git in a folder as a test author on a given date.
  private func git(_ folder: DiskPath, day: String = "2024-01-01", _ arguments: String...) async throws {
    let environment: [String: String?] = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": day + "T12:00:00Z",
      "GIT_COMMITTER_DATE": day + "T12:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_CONFIG_SYSTEM": "/dev/null",
    ]
    let git = ExternalProgram(name: "git", package: "git", purpose: "is tested", environment: environment)
    _ = try await git.run(arguments, in: folder)
  }

  /// A repository with a site below `site/`: one report from 2024, renamed in 2025, and one from 2025.
  private func repository() async throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try await git(scratch.path, "init", "--quiet")
    try scratch.write("site/Content/reports/öld.md", Self.table)
    try scratch.write("README.md", "elsewhere")
    try await git(scratch.path, "add", ".")
    try await git(scratch.path, day: "2024-02-03", "commit", "--quiet", "-m", "one")
    try await git(scratch.path, "mv", "site/Content/reports/öld.md", "site/Content/reports/a renamed.md")
    try scratch.write("site/Content/reports/new.md", "# New\n\n" + Self.table)
    try await git(scratch.path, "add", ".")
    try await git(scratch.path, day: "2025-06-07", "commit", "--quiet", "-m", "two")
    try scratch.write("site/Content/reports/new.md", "# New, and changed\n\n" + Self.table)
    try await git(scratch.path, day: "2025-08-09", "commit", "--quiet", "--all", "-m", "three")
    try scratch.write("site/Content/reports/uncommitted.md", Self.table)
    return scratch
  }

  @Test("is that of its first name, and does not change with later commits", .enabled(if: hasGit))
  func days() async throws {
    let scratch = try await repository()
    let days = await FirstCommits(below: scratch.disk("site/Content")).days
    #expect(days["reports/a renamed.md"]?.description == "2024-02-03")
    #expect(days["reports/new.md"]?.description == "2025-06-07")
    #expect(days["reports/uncommitted.md"] == nil)
    #expect(days["README.md"] == nil)
  }

  @Test("dates a report and its positions only if they have no other date", .enabled(if: hasGit))
  func pipeline() async throws {
    let scratch = try await repository()
    try scratch.write("site/Content/reports/2023-01-02-named.md", Self.table)
    try scratch.write("site/Content/reports/dated.md", "---\ndate: 2022-02-02\n---\n\n" + Self.table)
    try await git(scratch.path, "add", ".")
    try await git(scratch.path, day: "2025-10-10", "commit", "--quiet", "-m", "four")
    let pipeline = SitePipeline(try scratch.folders(site: "site"))
    let read = try await pipeline.read(pipeline.load())
    let dates = read.files.map { file in
      guard case .report(let report) = file else { return "" }
      return "\(report.header.path) \(report.date?.description ?? "-") \(report.dateOrigin)"
    }
    #expect(
      dates == [
        "reports/2023-01-02-named.md 2023-01-02 fileName", "reports/a renamed.md 2024-02-03 firstCommit",
        "reports/dated.md 2022-02-02 frontMatter", "reports/new.md 2025-06-07 firstCommit",
        "reports/uncommitted.md 2025-10-10 firstCommit",
      ])
    let page = scratch.disk("out")
    let folders = try scratch.folders(site: "site", output: "out")
    _ = try await SiteBuild(SitePipeline(folders)).run()
    let html = try String(contentsOfFile: page.text + "/issues/tolls/index.html", encoding: .utf8)
    #expect(html.contains("<time datetime=\"2024-02-03\">3 February 2024</time> (first recorded)"))
    #expect(html.contains("<time datetime=\"2023-01-02\">2 January 2023</time> (from the file name)"))
    let report = try String(contentsOfFile: page.text + "/reports/new/index.html", encoding: .utf8)
    #expect(report.contains("First recorded <time datetime=\"2025-06-07\">7 June 2025</time>"))
  }

  @Test("is unknown without a repository or in a shallow clone", .enabled(if: hasGit))
  func unknown() async throws {
    let scratch = try await repository()
    try await git(
      scratch.path, "clone", "--quiet", "--depth", "1", "file://" + scratch.path.text,
      scratch.disk("copy").text)
    #expect(await FirstCommits(below: scratch.disk("copy/site/Content")).days.isEmpty)
    let bare = try ScratchFolder()
    try bare.write("reports/a.md", Self.table)
    #expect(await FirstCommits(below: bare.path).days.isEmpty)
  }

  @Test("is parsed from the log field by field; incomplete entries give nothing")
  func log() {
    let log =
      "\u{2}2024-01-01\u{2}\0\nA\0one\0A\0\u{2}two\0\u{2}2025-01-01\u{2}tag: x, main\0\nR100\0one\0three\0A\0"
    #expect(
      FirstCommits(log: Array(log.utf8)).days.mapValues(\.description) == [
        "one": "2024-01-01", "\u{2}two": "2024-01-01", "three": "2024-01-01",
      ])
    #expect(FirstCommits(log: []).days.isEmpty)
    #expect(FirstCommits(log: Array("\u{2}no date\u{2}\0\nA\0one".utf8)).days.isEmpty)
  }
}
