import FileSystem
import Foundation
import TestSites
import TestSupport
import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Watching a site's files")
struct SourceWatchTests {
  /// The changes within 30 seconds; nil if there are none.
  private func take(_ watch: SourceWatch) async throws -> FileChanges? {
    for _ in 0..<1_500 {
      if let changes = watch.take() { return changes }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }

  @Test("if the system does not report changes, files are compared", arguments: [true, false])
  func polling(_ polls: Bool) async throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/reports/a.md", "# A\n")
    let watch = SourceWatch(SitePipeline(try scratch.folders()), polls: polls)
    #expect(watch.isPolling == polls)
    try scratch.write("Content/reports/a.md", "# Another\n")
    let written = try #require(try await take(watch))
    #expect(written.paths == [scratch.disk("Content/reports/a.md").text])
    try FileManager.default.removeItem(atPath: scratch.disk("Content/reports/a.md").text)
    let removed = try #require(try await take(watch))
    #expect(removed.isVague || removed.paths == [scratch.disk("Content/reports/a.md").text])
    watch.stop()
  }

  @Test(
    "a template folder that is created or removed, editions and settings are noticed, with and without polling",
    arguments: [true, false])
  func otherFiles(_ polls: Bool) async throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/reports/a.md", "# A\n")
    try scratch.write("Content/editions/x.json", "{}")
    let watch = SourceWatch(SitePipeline(try scratch.folders()), polls: polls)
    for path in ["Content/editions/x.json", "Content/site.yml", "Content/reports/a.png"] {
      try scratch.write(path, "a: b \(path)\n")
      #expect(try await take(watch) != nil, "\(path)")
    }
    try scratch.write("Templates/assets/site.css", "a")
    #expect(try await take(watch) != nil)
    watch.stop()
    let second = SourceWatch(SitePipeline(try scratch.folders()), polls: polls)
    try FileManager.default.removeItem(atPath: scratch.disk("Templates").text)
    #expect(try await take(second) != nil)
    // Take any other changes that this caused.
    while second.take() != nil {}
    try scratch.write("Content/reports/a.md", "# Another\n")
    #expect(try await take(second) != nil)
    try FileManager.default.moveItem(atPath: scratch.disk("Content").text, toPath: scratch.disk("Away").text)
    #expect(try await take(second) != nil)
    try FileManager.default.moveItem(atPath: scratch.disk("Away").text, toPath: scratch.disk("Content").text)
    #expect(try await take(second) != nil)
    second.stop()
  }

  @Test("a closed file is due immediately")
  func atOnce() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/reports/a.md", "# A\n")
    let watch = SourceWatch(SitePipeline(try scratch.folders()))
    guard !watch.isPolling else { return }
    let path = scratch.disk("Content/reports/a.md").text
    for number in 0..<20 {
      // Rename into place: a program started in the meantime cannot have the file open.
      try scratch.write("Content/reports/.a", "# \(number)\n")
      try #require(rename(scratch.disk("Content/reports/.a").text, path) == 0)
      #expect(watch.take()?.paths == [path])
    }
    watch.stop()
  }

  @Test("a partly written file waits for a pause, up to a maximum time")
  func gathered() {
    let start = ContinuousClock.now
    var pending = PendingChanges()
    #expect(pending.wait(at: start) == nil)
    for step in 0..<5 {
      pending.add("/a", isSettled: false, at: start + .milliseconds(50 * step))
      #expect(pending.take(at: start + .milliseconds(50 * step)) == nil)
    }
    #expect(pending.take(at: start + .milliseconds(261))?.paths == ["/a"])
    for step in 0..<9 { pending.add("/a", isSettled: false, at: start + .milliseconds(50 * step)) }
    #expect(pending.wait(at: start + .milliseconds(400)) == .zero)
    pending.add("/b", isSettled: true, at: start + .milliseconds(401))
    #expect(pending.take(at: start + .milliseconds(401))?.paths == ["/a", "/b"])
  }
}
