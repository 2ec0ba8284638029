import Content
import Diagnostics
import FileSystem
import TestSites
import TestSupport
import Testing

@testable import Workspace

@Suite("The day of a file’s first commit")
struct FirstCommitsTests {
  @Test(
    "is that of its first name, and does not move with later commits", .enabled(if: DatedRepository.hasGit))
  func days() async throws {
    let scratch = try await DatedRepository().scratch
    let days = await FirstCommits(below: scratch.disk("site/Content")).days
    #expect(days["reports/a renamed.md"]?.description == "2024-02-03")
    #expect(days["reports/new.md"]?.description == "2025-06-07")
    #expect(days["reports/uncommitted.md"] == nil)
    #expect(days["README.md"] == nil)
  }

  @Test("dates a report only when nothing else does", .enabled(if: DatedRepository.hasGit))
  func dating() async throws {
    let repository = try await DatedRepository()
    try await repository.addDatedReports()
    let folders = try repository.scratch.folders(site: "site")
    let files = ContentFiles(onDisk: folders)
    let inputs = try WorkspaceInputs.read(folders, from: files, switches: [])
    let dates = try await ParsedContent.read(inputs, from: files).authored.map { file in
      guard case .report(let report) = file else { return "" }
      return "\(report.header.path) \(report.date?.description ?? "-") \(report.dateOrigin)"
    }
    #expect(
      dates == [
        "reports/2023-01-02-named.md 2023-01-02 fileName", "reports/a renamed.md 2024-02-03 firstCommit",
        "reports/dated.md 2022-02-02 frontMatter", "reports/new.md 2025-06-07 firstCommit",
        "reports/uncommitted.md 2025-10-10 firstCommit",
      ])
  }

  @Test(
    "is unknown without a repository, or where the history was cut off",
    .enabled(if: DatedRepository.hasGit))
  func unknown() async throws {
    let scratch = try await DatedRepository().scratch
    try await DatedRepository.git(
      scratch.path, "clone", "--quiet", "--depth", "1", "file://" + scratch.path.text,
      scratch.disk("copy").text)
    let commits = await FirstCommits(below: scratch.disk("copy/site/Content"))
    #expect(commits.days.isEmpty && commits.cutOff == ["reports/a renamed.md", "reports/new.md"])
    let bare = try ScratchFolder()
    try bare.write("reports/a.md", DatedRepository.table)
    #expect(await FirstCommits(below: bare.path).days.isEmpty)
  }

  @Test("is read from the log field by field; a truncated field gives nothing")
  func log() {
    let log =
      "\u{2}2024-01-01\u{2}\0\nA\0one\0A\0\u{2}two\0\u{2}2025-01-01\u{2}tag: x, main\0\nR100\0one\0three\0A\0"
    #expect(
      FirstCommits(log: Array(log.utf8)).days.mapValues(\.description) == [
        "one": "2024-01-01", "\u{2}two": "2024-01-01", "three": "2024-01-01",
      ])
    #expect(FirstCommits(log: []).days.isEmpty)
    let shallow =
      "\u{2}2024-01-01\u{2}grafted\0\nA\0one\0A\0two\0\u{2}2025-01-01\u{2}\0\nR100\0one\0three\0A\0four"
    let commits = FirstCommits(log: Array(shallow.utf8))
    #expect(commits.days.mapValues(\.description) == ["four": "2025-01-01"])
    #expect(commits.cutOff == ["one", "two", "three"])
    #expect(FirstCommits(log: Array("\u{2}no date\u{2}\0\nA\0one".utf8)).days.isEmpty)
  }

  @Test(
    "is missed in a shallow clone by the reports that nothing else dates, which are counted in one warning")
  func shallow() {
    let reader = ContentReader(
      settings: SiteSettings(), today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    let files = ["reports/a.md", "reports/b.md", "reports/2025-01-01-c.md"].map { path in
      reader.read(
        InputFile(path: path, role: .report, source: SourceText(path: path, text: DatedRepository.table))
      ).authored
    }
    func messages(_ cutOff: Set<String>) -> String {
      DiagnosticPrinter { _ in nil }.text(
        DiagnosticPolicy().apply(to: CommitDays(days: [:], cutOff: cutOff).diagnostics(for: files)))
    }
    #expect(messages([]) == "")
    #expect(messages(["reports/2025-01-01-c.md", "reports/elsewhere.md"]) == "")
    #expect(
      messages(["reports/a.md", "reports/b.md", "reports/2025-01-01-c.md"]) == """
        warning: 2 reports have no date, because this clone of the repository is shallow and lacks their first commits [shallow-history]
             = help: run “git fetch --unshallow”; in a workflow, set “fetch-depth: 0”

        """)
  }
}
