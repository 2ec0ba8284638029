import Content
import Diagnostics
import Editions
import FileSystem
import Foundation
import Graph
import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite("A site in memory")
struct IncrementalSiteTests {
  private static let options: BuildOptions = {
    var options = BuildOptions()
    options.includesDrafts = true
    options.today = PartialDate(year: 2026, month: 6, day: 1)
    return options
  }()

  @Test(
    "after random edits, every page is the same as in a full build",
    arguments: [(1, false), (2, false), (3, false), (4, true)])
  func sameAsBuilt(_ seed: UInt64, _ hasEdition: Bool) async throws {
    var site = try EditedSite(seed: seed)
    let folders = try site.scratch.folders()
    let pipeline = SitePipeline(folders, options: Self.options)
    if hasEdition {
      let graph = try await pipeline.graph().graph
      let edition = Edition(freezing: graph, name: "first", date: PartialDate(year: 2026, month: 5, day: 1))
      _ = try EditionFolder(folders).write(edition, replaces: false)
    }
    var memory = try await IncrementalSite.read(pipeline)
    var readings = (kept: 0, others: 0, errors: 0)
    for _ in 0..<80 {
      let (words, changes) = try site.edit()
      memory = try await memory.refreshed(pipeline, after: changes)
      let built = try await pipeline.plan()
      Self.expectSame(memory.site, built, words)
      if memory.keepsAddresses { readings.kept += 1 } else { readings.others += 1 }
      if built.diagnostics.hasErrors { readings.errors += 1 }
    }
    let (kept, others, errors) = readings
    #expect(kept >= 10 && others >= 10 && (1..<80).contains(errors), "\(readings)")
  }

  @Test(
    "after random edits of cells, every page is the same as in a full build, on a site with more parties than hues",
    arguments: 1...UInt64(3))
  func sameCells(_ seed: UInt64) async throws {
    var site = try EditedTables(seed: seed)
    let pipeline = SitePipeline(try site.scratch.folders(), options: Self.options)
    var memory = try await IncrementalSite.read(pipeline)
    var kept = 0
    for _ in 0..<40 {
      let (words, changes) = try site.edit()
      let before = memory
      memory = try await memory.refreshed(pipeline, after: changes)
      Self.expectSame(memory.site, try await pipeline.plan(), words)
      if memory.site.counts != before.site.counts, memory.keepsAddresses { kept += 1 }
    }
    #expect(kept >= 5, "positions come and go \(kept) times while all pages keep their addresses")
  }

  static func expectSame(_ memory: PlannedSite, _ built: PlannedSite, _ words: String) {
    #expect(memory.diagnostics == built.diagnostics, "\(words)")
    #expect(memory.plan.pages.map(\.path) == built.plan.pages.map(\.path), "\(words)")
    #expect(memory.counts == built.counts && memory.assets == built.assets, "\(words)")
    #expect(memory.withheld.map(\.sourcePath) == built.withheld.map(\.sourcePath), "\(words)")
    #expect(memory.plan.redirects.map(\.old) == built.plan.redirects.map(\.old), "\(words)")
    for (shown, page) in zip(memory.plan.pages, built.plan.pages) {
      let isSame = memory.plan.render(shown).bytes == built.plan.render(page).bytes
      #expect(isSame, "\(page.path) after \(words)")
      #expect(memory.plan.isDraft(shown) == built.plan.isDraft(page), "\(page.path) after \(words)")
    }
  }

  @Test("a report without a date takes it from git, even if it is committed later")
  func firstCommits() async throws {
    guard DatedRepository.hasGit else { return }
    let scratch = try ScratchFolder()
    try scratch.write("Content/reports/a.md", "# A\n\nText.\n")
    let git = { (arguments: String...) async throws in
      let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
      let program = ExternalProgram(
        name: "git", package: "git", purpose: "is tested",
        environment: [
          "GIT_COMMITTER_DATE": "2024-02-03T12:00:00Z", "GIT_AUTHOR_DATE": "2024-02-03T12:00:00Z",
        ])
      _ = try await program.run(identity + arguments, in: scratch.path)
    }
    try await git("init", "-q")
    let pipeline = SitePipeline(try scratch.folders(), options: Self.options)
    let before = try await IncrementalSite.read(pipeline)
    #expect(before.site.graph.reports.map(\.report.date) == [nil])
    try await git("add", ".")
    try await git("commit", "-qm", "First")
    try scratch.write("Content/reports/a.md", "# A\n\nMore text.\n")
    var changes = FileChanges()
    changes.paths = [scratch.disk("Content/reports/a.md").text]
    let after = try await before.refreshed(pipeline, after: changes)
    #expect(after.site.graph.reports.map(\.report.date) == [PartialDate(year: 2024, month: 2, day: 3)])
  }
}
