import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The output and behaviour of `standpoint serve` on the terminal.
@Suite struct ServeTests {
  private static let report = "# Plan\n\n| Aspect | Red | Blue |\n|---|---|---|\n| Tolls | No | Yes |\n"

  /// A preview that has printed its address.
  private func served(
    _ folder: TestFolder, _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> (Tool.Running, address: String) {
    let running = try Tool(folder: folder).start(["serve"] + arguments, environment: environment)
    var words = ""
    for _ in 0..<1_500 where !words.hasSuffix("\n") {
      try await Task.sleep(for: .milliseconds(20))
      words = running.output
    }
    return (running, words)
  }

  private func site() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("Content/reports/plan.md", Self.report)
    return folder
  }

  private func port(in words: String) -> Int? {
    words.firstMatch(of: /127\.0\.0\.1:(\d+)\//).flatMap { Int($0.1) }
  }

  /// A port that was just free.
  private static var freePort: Int { Int.random(in: 20_000..<50_000) }

  @Test("Ctrl-C stops it, and nothing is written")
  func interrupted() async throws {
    let folder = try site()
    let (running, words) = try await served(folder, "--port", "\(Self.freePort)")
    #expect(words.hasPrefix("Preview at http://127.0.0.1:"))
    kill(running.process.processIdentifier, SIGINT)
    let run = try running.finish()
    #expect(run.signal == SIGINT || run.exitCode == 0 || run.exitCode == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["Content"])
    #expect(run.errors.contains("1 report, 1 issue, 2 parties, 2 positions") && run.errors.contains("Ctrl-C"))
  }

  @Test("if the port is in use, the next free one is used, and a message says so")
  func takenPort() async throws {
    let folder = try site()
    let (first, words) = try await served(folder, "--port", "\(Self.freePort)")
    let taken = try #require(port(in: words))
    let (second, others) = try await served(folder, "--port", "\(taken)")
    let next = try #require(port(in: others))
    #expect(next > taken && others.contains("(port \(taken) is in use)"))
    first.kill()
    second.kill()
  }

  @Test("it warns when other machines can read the site")
  func otherMachines() async throws {
    let (running, words) = try await served(try site(), "--host", "0.0.0.0", "--port", "\(Self.freePort)")
    #expect(port(in: words) != nil)
    for _ in 0..<500 where !running.errors.contains("drafts included") {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(running.errors.contains("warning: every machine that can reach this one can read the site"))
    running.kill()
  }

  @Test(
    "an address of another machine is rejected with a message",
    arguments: ["256.1.1.1", "192.0.2.77", "no.invalid"])
  func foreignAddress(_ host: String) throws {
    let run = try Tool(folder: try site()).run("serve", "--host", host)
    #expect(
      run.exitCode == 2 && run.errors.contains("“\(host)” is not an address of this machine"), "\(run.errors)"
    )
  }

  @Test("--open opens the address in the browser")
  func open() async throws {
    let folder = try site()
    let opener = "#!/bin/sh\necho \"$1\" > \"\(folder.url.path)/opened.tmp\"\nmv opened.tmp opened\n"
    try folder.write("bin/xdg-open", opener)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.path + "/bin/xdg-open")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let (running, words) = try await served(
      folder, "--open", "--port", "\(Self.freePort)",
      environment: ["PATH": folder.url.path + "/bin:" + path])
    for _ in 0..<500 where (try? folder.text("opened")) == nil {
      try await Task.sleep(for: .milliseconds(20))
    }
    let opened = try folder.text("opened").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(!opened.isEmpty && words.contains(opened))
    running.kill()
  }

  @Test("after a change of the base URL, the new address is printed")
  func movedBase() async throws {
    let folder = try site()
    let (running, words) = try await served(folder, "--port", "\(Self.freePort)")
    let number = try #require(port(in: words))
    try folder.write("Content/site.yml", "base-url: https://example.org/briefing/\n")
    let line = "The base URL has changed: the preview is now at http://127.0.0.1:\(number)/briefing/\n"
    for _ in 0..<1_500 where !running.errors.contains(line) { try await Task.sleep(for: .milliseconds(20)) }
    #expect(running.errors.contains(line), "\(running.errors)")
    running.kill()
  }

  @Test(
    "--allow-host takes host names only", arguments: ["https://a.example", "a.example:80", "*", "*.com", ""])
  func allowedHosts(_ name: String) throws {
    #expect(try Tool(folder: try site()).run("serve", "--allow-host", name).exitCode == 64)
  }

  @Test("diagnostics are printed once, and again if they recur")
  func complaints() async throws {
    let folder = try site()
    try folder.write("Content/site.yml", "base-url: https://example.org/\n")
    let (running, _) = try await served(folder, "--port", "\(Self.freePort)")
    func wait(for words: String, times: Int) async throws -> Bool {
      for _ in 0..<1_500 {
        if running.errors.components(separatedBy: words).count > times { return true }
        try await Task.sleep(for: .milliseconds(20))
      }
      return false
    }
    let broken = Self.report + "\n[[Nobody]]\n"
    try folder.write("Content/reports/plan.md", broken)
    #expect(try await wait(for: "unknown name “Nobody”", times: 1))
    try folder.write("Content/reports/plan.md", broken + "\nMore.\n")
    #expect(try await wait(for: "Read 1 report", times: 3))
    #expect(running.errors.components(separatedBy: "unknown name “Nobody”").count == 2)
    try folder.write("Content/reports/plan.md", Self.report)
    #expect(try await wait(for: "no problems found", times: 2))
    try folder.write("Content/reports/plan.md", broken)
    #expect(try await wait(for: "unknown name “Nobody”", times: 2))
    running.kill()
  }
}
