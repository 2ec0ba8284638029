import Foundation
import Testing

/// `standpoint publish --rclone`, to a WebDAV server on this machine, which rclone serves itself.
@Suite(.enabled(if: OtherProgram.isThere("rclone"), "rclone is missing: Scripts/setup test installs it"))
struct PublishRcloneTests {
  /// A server, a built site, and what is published.
  private struct Store {
    let folder: TestFolder
    let server: Tool.Running
    let port: Int

    init() async throws {
      folder = try TestFolder()
      try folder.write("store/.keep", "")
      try folder.write("site/Content/site.yml", "title: T\nsearch: off\n")
      try folder.write("site/Content/reports/plan.md", ToolTests.report)
      try folder.write("site/Content/reports/old.md", "# Old\n")
      let rclone = try #require(OtherProgram("rclone"))
      // Port 0 lets the system choose a free one, which the log names.
      server = try Tool(program: rclone.location, folder: folder).start([
        "serve", "webdav", "store", "--addr", "127.0.0.1:0", "--dir-cache-time", "0s", "--verbose",
      ])
      var found: Int?
      for _ in 0..<1_500 where found == nil {
        try await Task.sleep(for: .milliseconds(20))
        found = server.errors.firstMatch(of: /http:\/\/127\.0\.0\.1:([1-9]\d*)\//).flatMap { Int($0.1) }
      }
      port = try #require(found, "\(server.errors)")
    }

    func target(_ path: String) -> String { ":webdav,url='http://127.0.0.1:\(port)':\(path)" }

    func build() throws {
      let run = try Tool(folder: folder).run("build", "site", "--quiet")
      #expect(run.exitCode == 0, "\(run.errors)")
    }

    func publish(_ path: String, _ more: String...) throws -> Tool.Run {
      try Tool(folder: folder).start(["publish", "site", "--rclone", target(path)] + more).finish()
    }

    func published(_ path: String) throws -> [String: Data] {
      try folder.tree("store/" + path).filter { $0.key != ".standpoint-published" }
    }
  }

  @Test("the target has the same files after each run, and only what was published before is removed")
  func mirrors() async throws {
    let store = try await Store()
    defer { store.server.kill() }
    try store.build()
    let rehearsal = try store.publish("a/b", "--dry-run")
    #expect(
      rehearsal.exitCode == 0 && rehearsal.output.contains("add reports/old/index.html\n"),
      "\(rehearsal.errors)")
    #expect(!store.folder.exists("store/a"))
    let first = try store.publish("a/b")
    #expect(first.exitCode == 0 && first.output.hasPrefix("Published "), "\(first.errors)")
    #expect(try store.published("a/b") == store.folder.tree("site/Public"))
    #expect(try store.publish("a/b").output.hasPrefix("Nothing to publish"))
    try store.folder.write("store/a/b/theirs.txt", "theirs")
    try FileManager.default.removeItem(at: store.folder.url.appending(path: "site/Content/reports/old.md"))
    // The same number of bytes: sizes alone do not tell.
    try store.folder.write(
      "site/Content/reports/plan.md", ToolTests.report.replacing("Opposes it", with: "Rejects it"))
    try store.build()
    let second = try store.publish("a/b")
    #expect(second.exitCode == 0 && second.errors.contains("  reports/old/index.html\n"), "\(second.errors)")
    var expected = try store.folder.tree("site/Public")
    expected["theirs.txt"] = Data("theirs".utf8)
    #expect(try store.published("a/b") == expected)
    #expect(!store.folder.exists("store/a/b/reports/old"))
  }

  @Test("a file that was lost or cut at the target is published again")
  func repairs() async throws {
    let store = try await Store()
    defer { store.server.kill() }
    try store.build()
    #expect(try store.publish("x").exitCode == 0)
    try FileManager.default.removeItem(at: store.folder.url.appending(path: "store/x/index.html"))
    try store.folder.write("store/x/404.html", "cut")
    let run = try store.publish("x")
    #expect(run.output.contains(": 1 added, 1 changed, 0 removed"), "\(run.output)\(run.errors)")
    #expect(try store.published("x") == store.folder.tree("site/Public"))
  }

  @Test("files of others, previews and addresses that would break are refused, as by the other targets")
  func guards() async throws {
    let store = try await Store()
    defer { store.server.kill() }
    try store.build()
    try store.folder.write("store/taken/index.html", "theirs")
    let refused = try store.publish("taken")
    #expect(
      refused.exitCode == 2 && refused.errors.contains("did not publish: “index.html”"), "\(refused.errors)")
    #expect(refused.errors.contains("--take-over"))
    #expect(try store.publish("taken", "--take-over").output.contains("1 replaced, 0 removed"))
    try FileManager.default.removeItem(at: store.folder.url.appending(path: "site/Content/reports/plan.md"))
    try store.folder.write(
      "site/Content/reports/may.md",
      "# May\n\n<!-- standpoint: positions -->\n| Issue | Russia |\n|---|---|\n| NATO expansion | [--] Opposes it |\n"
    )
    try store.build()
    let broken = try store.publish("taken")
    #expect(broken.exitCode == 1 && broken.errors.contains("[published-anchor-gone]"), "\(broken.errors)")
    #expect(try Tool(folder: store.folder).run("build", "site", "--drafts", "--quiet").exitCode == 0)
    let preview = try store.publish("taken")
    #expect(preview.exitCode == 2 && preview.errors.contains("--allow-preview"))
    for target in ["/tmp/folder", "-x:y"] {
      let run = try Tool(folder: store.folder).start([
        "publish", "site", "--rclone=\(target)", "--allow-preview",
      ]).finish()
      #expect(run.exitCode == 2 && run.errors.contains("is not an rclone remote"), "\(run.errors)")
    }
    let lost = try Tool(folder: store.folder).run(
      "publish", "site", "--rclone", ":webdav,url='http://127.0.0.1:1':x", "--allow-preview",
      environment: ["RCLONE_RETRIES": "1", "RCLONE_LOW_LEVEL_RETRIES": "1"])
    #expect(lost.exitCode == 2 && lost.errors.hasPrefix("error: "), "\(lost.errors)")
  }
}
