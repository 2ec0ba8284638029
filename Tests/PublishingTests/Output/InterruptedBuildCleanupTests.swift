import FileSystem
import TestSites
import Testing

@testable import Publishing

@Suite struct InterruptedBuildCleanupTests {
  private let bench: SiteWriterTests.Bench

  init() throws { bench = try SiteWriterTests.Bench() }

  @Test("what a build left that was killed while it wrote is cleared")
  func killedWhileWriting() async throws {
    try await bench.write(["index.html": "one"])
    try bench.scratch.write(".Public.standpoint-staging/half/index.html", "half")
    let report = try await bench.write(["index.html": "one"])
    #expect(report.unchanged == 1)
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
  }

  @Test("a build that was killed right after the exchange is taken over, git's folder too")
  func killedAfterExchange() async throws {
    try await bench.write(["index.html": "one", "old.html": "old"])
    try bench.scratch.write("Public/.git/config", "repository")
    // The state in that instant: both lists, the new site in place, the old one where staging stood.
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

  @Test("without an exchange of folders, a build killed between the two renames is undone")
  func killedBetweenRenames() async throws {
    try await bench.write(["index.html": "one"])
    try bench.scratch.write(".Public.standpoint-staging/index.html", "two")
    try #require(rename(bench.output.path.text, bench.output.previous.text) == 0)
    _ = try SiteWriter(bench.output)
    #expect(try bench.scratch.tree("Public") == ["index.html": "one"])
    #expect(!bench.scratch.exists(".Public.standpoint-staging"))
    #expect(!bench.scratch.exists(".Public.standpoint-previous"))
  }

  @Test("two renames do what the exchange does")
  func renames() throws {
    try bench.scratch.write("Public/old", "old")
    try bench.scratch.write(".Public.standpoint-staging/new", "new")
    try SiteWriter.renameTwice(bench.output)
    #expect(try bench.scratch.tree("Public") == ["new": "new"])
    #expect(try bench.scratch.tree(".Public.standpoint-staging") == ["old": "old"])
  }

  @Test("when the second rename fails, the old site is back at once")
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
