import FileSystem
import TestSites
import Testing

@testable import Publishing

@Suite struct InterruptedBuildCleanupTests {
  private let bench: SiteWriterTests.Bench

  init() throws { bench = try SiteWriterTests.Bench() }

  @Test("files left by a build that was killed while writing are removed")
  func killedWhileWriting() async throws {
    try await bench.write(["index.html": "one"])
    try bench.scratch.write(".Public.standpoint-staging/half/index.html", "half")
    let report = try await bench.write(["index.html": "one"])
    #expect(report.unchanged == 1)
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
  }

  @Test("a build that was killed right after the exchange is completed, including git's folder")
  func killedAfterExchange() async throws {
    try await bench.write(["index.html": "one", "old.html": "old"])
    try bench.scratch.write("Public/.git/config", "repository")
    // The state at that moment: a manifest of both sites, the new site in place, the old one at the staging path.
    try Manifest(["index.html", "old.html", "new.html"]).write(to: bench.output.manifest)
    try bench.scratch.write(".Public.standpoint-staging/index.html", "two")
    try bench.scratch.write(".Public.standpoint-staging/new.html", "new")
    #expect(try FolderExchange.perform(bench.output.staging, bench.output.path))
    #expect(!bench.scratch.exists("Public/.git"))
    let report = try await bench.write(["index.html": "two", "new.html": "new"])
    #expect(report == WriteReport(pages: 2, written: 0, unchanged: 2, removed: 0))
    #expect(
      try bench.scratch.tree("Public") == [
        "index.html": "two", "new.html": "new", ".git/config": "repository",
      ])
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
  }

  @Test("without a folder exchange, a build that was killed between the two renames is undone")
  func killedBetweenRenames() async throws {
    try await bench.write(["index.html": "one"])
    try bench.scratch.write(".Public.standpoint-staging/index.html", "two")
    try #require(rename(bench.output.path.text, bench.output.previous.text) == 0)
    _ = try SiteWriter(bench.output)
    #expect(try bench.scratch.tree("Public") == ["index.html": "one"])
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
    #expect(!bench.scratch.exists(".Public.standpoint-previous"))
  }

  @Test("two renames have the same result as the exchange")
  func renames() throws {
    try bench.scratch.write("Public/old", "old")
    try bench.scratch.write(".Public.standpoint-staging/new", "new")
    try SiteWriter.renameTwice(bench.output)
    #expect(try bench.scratch.tree("Public") == ["new": "new"])
    #expect(try bench.scratch.tree(".Public.standpoint-staging") == ["old": "old"])
  }

  @Test("if the second rename fails, the old site is restored immediately")
  func failedRename() throws {
    try bench.scratch.write("Public/old", "old")
    #expect(throws: EnvironmentError.self) { try SiteWriter.renameTwice(bench.output) }
    #expect(try bench.scratch.tree("Public") == ["old": "old"])
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
