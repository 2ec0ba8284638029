import FileSystem
import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite("Pages of reports that a commit dates")
struct FirstCommitPagesTests {
  @Test("say where the date comes from", .enabled(if: DatedRepository.hasGit))
  func pages() async throws {
    let repository = try await DatedRepository()
    try await repository.addDatedReports()
    let scratch = repository.scratch
    _ = try await SiteBuild(SitePipeline(try scratch.folders(site: "site", output: "out"))).run()
    let issue = try #require(scratch.text("out/issues/tolls/index.html"))
    #expect(issue.contains("<time datetime=\"2024-02-03\">3 February 2024</time> (first recorded)"))
    #expect(issue.contains("<time datetime=\"2023-01-02\">2 January 2023</time> (from the file name)"))
    let report = try #require(scratch.text("out/reports/new/index.html"))
    #expect(report.contains("First recorded <time datetime=\"2025-06-07\">7 June 2025</time>"))
  }
}
