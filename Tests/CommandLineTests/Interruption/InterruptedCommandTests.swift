import FileSystem
import Foundation
import TestSupport
import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Commands after one that was killed.
@Suite("Interrupted commands") struct InterruptedCommandTests {
  private let folder: TestFolder
  private let tool: Tool

  init() throws {
    folder = try TestFolder()
    tool = Tool(folder: folder)
    try folder.write("Content/site.yml", "search: off\n")
    for name in ["a", "b"] {
      try folder.write(
        "Content/reports/\(name).md", "| Issue | North | South |\n|---|---|---|\n| Tolls | Yes | No |\n")
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Leaves a change of two files of which one is made.
  private func interrupt() throws {
    let root = DiskPath(folder.path)
    var change = SiteChange(by: "standpoint rename", in: root)
    for name in ["a", "b"] {
      let text = try folder.text("Content/reports/\(name).md")
      change.replace(
        root.appending("Content/reports/\(name).md"), bytes(text),
        by: bytes(text.replacing("Tolls", with: "Bridge charges")))
    }
    try FileWriter.makeFolders(root.appending(".standpoint"))
    _ = try change.stage().apply(atMost: 1)
  }

  private func states() throws -> [Bool] {
    try ["a", "b"].map { try folder.text("Content/reports/\($0).md").contains("Bridge charges") }
  }

  private let note = "note: “standpoint rename” was interrupted earlier"

  @Test(
    "a check tells of a half-made change and changes nothing, and the next build completes it and says so once"
  )
  func completed() throws {
    try interrupt()
    #expect(try states() == [true, false])
    for _ in 0..<2 {
      let check = try tool.run("check")
      #expect(check.exitCode == 0)
      #expect(
        check.errors.contains("\(note) and may have changed only some of its 2 files"), "\(check.errors)")
    }
    #expect(try states() == [true, false])
    let build = try tool.run("build")
    #expect(build.exitCode == 0)
    #expect(build.errors.contains("\(note); its change to 2 files is now complete\n"), "\(build.errors)")
    #expect(try states() == [true, true])
    #expect(try !tool.run("build").errors.contains("interrupted"))
    #expect(!folder.exists(".standpoint"))
    #expect(folder.exists("Public/issues/bridge-charges/index.html"))
    #expect(!folder.exists("Public/issues/tolls/index.html"))
  }

  @Test(
    "a check of a read-only site works, and a build elsewhere says why the change is not completed",
    .enabled(if: ReadOnlyFolder.isPossible, "requires root to mount a folder read-only"))
  func readOnly() throws {
    try interrupt()
    let elsewhere = try TestFolder()
    for command in ["check", "build --output \(elsewhere.path)/site"] {
      let run = try ReadOnlyFolder.run(command, in: folder)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.errors.contains(note), "\(run.errors)")
    }
    #expect(try states() == [true, false])
  }

  @Test(
    "an abandoned file in the content is removed by the next command, and one that is being written is not")
  func abandoned() throws {
    let name = "Content/reports/\(UnfinishedFile.prefix)1"
    try folder.write(name, "half of a fi")
    var living = try UnfinishedFile(for: DiskPath(folder.path + "/Content/reports/c.md"), isNamed: true)
    try living.fill(bytes("# C\n"))
    #expect(try tool.run("build").exitCode == 0)
    #expect(try folder.names("Content/reports").count == 3)
    #expect(!folder.exists(name))
    #expect(try living.place())
    #expect(try folder.text("Content/reports/c.md") == "# C\n")
  }

  @Test("an interrupted init is completed by the next one, which then lists what was there")
  func initialized() throws {
    let run = try tool.run("init", "whole", "--now", "2026-01-01")
    #expect(run.exitCode == 0)
    let whole = try folder.tree("whole")
    let root = DiskPath(folder.path).appending("half")
    var change = SiteChange(by: SiteStarter.command, in: root)
    for (path, data) in whole.sorted(by: { $0.key < $1.key }) {
      let isExecutable = FileManager.default.isExecutableFile(atPath: folder.path + "/whole/" + path)
      change.create(root.appending(path), Array(data), isExecutable: isExecutable)
    }
    try FileWriter.makeFolders(root.appending(".standpoint"))
    _ = try change.stage().apply(atMost: 3)
    let again = try tool.run("init", "half", "--now", "2026-01-01")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.errors.contains("“standpoint init” was interrupted earlier"), "\(again.errors)")
    #expect(try folder.tree("half") == whole)
    let third = try tool.run("init", "half")
    #expect(third.exitCode == 2 && third.errors.contains("is not empty"), "\(third.errors)")
  }

  @Test("of commands that change the same files at once, each changes all of its files or none")
  func together() throws {
    let issues = ["Tolls", "Water", "Fish", "Dams", "Night flights"]
    let rows = issues.map { "| \($0) | Yes | No |\n" }.joined()
    for number in 0..<12 {
      try folder.write("Content/reports/r\(number).md", "| Issue | North | South |\n|---|---|---|\n\(rows)")
    }
    let running = try issues.map { try tool.start(["rename", $0, "New \($0.lowercased())"]) }
    var made = 0
    for (issue, one) in zip(issues, running) {
      let run = try one.finish()
      let isMade = run.exitCode == 0
      #expect(isMade || run.errors.contains("by another program at the same time"), "\(run.errors)")
      made += isMade ? 1 : 0
      for number in 0..<12 {
        let text = try folder.text("Content/reports/r\(number).md")
        #expect(text.contains("New \(issue.lowercased())") == isMade, "\(number)")
      }
    }
    #expect(made > 0)
    #expect(!folder.exists(".standpoint"))
    #expect(try tool.run("check").exitCode == 0)
  }

  @Test("an export to a pipe is written to it")
  func pipe() throws {
    let shell = Tool(program: URL(fileURLWithPath: "/bin/sh"), folder: folder)
    let run = try shell.run(
      "-c", "mkfifo p; cat p >read & \"$0\" export --output p; wait", Tool.location.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try folder.text("read").contains("Tolls"))
  }

  @Test("a full disk leaves all files as they were", arguments: ["rename Tolls Charges", "edition first"])
  func fullDisk(command: String) throws {
    // The files are larger than what may be written.
    for name in ["a", "b"] {
      let text = try folder.text("Content/reports/\(name).md")
      try folder.write("Content/reports/\(name).md", text + "\n" + String(repeating: "Words. ", count: 2_000))
    }
    let before = try folder.tree("Content")
    let shell = Tool(program: URL(fileURLWithPath: "/bin/sh"), folder: folder)
    let script = "ulimit -f 1; trap '' XFSZ; \"$0\" \(command) 2>&1 | cat"
    let run = try shell.run("-c", script, Tool.location.path)
    #expect(run.output.contains("error: cannot write"), "\(run.output)\(run.errors)")
    #expect(try folder.tree("Content") == before)
    #expect(!folder.exists(".standpoint"))
  }

  @Test(
    "when the tool is killed, Pagefind ends with what it has started, and the next build waits for it and works"
  )
  func programs() async throws {
    try folder.write("Content/site.yml", "title: A site\n")
    try folder.write(
      "bin/pagefind",
      """
      #!/bin/sh
      while [ $# -gt 0 ]; do [ "$1" = --output-path ] && out=$2; shift; done
      mkdir -p "$out"
      sh -c 'echo $$ > inner; while :; do mkdir -p "$0/x"; echo y > "$0/x/$$"; done' "$out" &
      echo $$ > outer
      wait
      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/pagefind")
    let path = folder.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let running = try tool.start(["build"], environment: ["PATH": path])
    let inner = folder.path + "/.Public.standpoint-staging/.standpoint-index/site/inner"
    try await Self.until { FileManager.default.fileExists(atPath: inner) }
    let pids = try await Self.numbers(in: folder, "inner", "outer")
    running.kill()
    _ = try running.finish()
    try folder.write("Content/site.yml", "search: off\n")
    let next = try tool.run("build")
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(!folder.exists(".Public.standpoint-staging"))
    #expect(folder.exists("Public/index.html"))
    for pid in pids { try await Self.until { !Self.isRunning(pid) } }
  }

  private static func numbers(in folder: TestFolder, _ names: String...) async throws -> [pid_t] {
    var pids: [pid_t] = []
    for name in names {
      var pid: pid_t?
      try await until {
        let text = (try? folder.text(".Public.standpoint-staging/.standpoint-index/site/\(name)")) ?? ""
        pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
        return pid != nil
      }
      pids.append(try #require(pid))
    }
    return pids
  }

  /// Whether the process exists and is more than the entry of one that has ended.
  private static func isRunning(_ pid: pid_t) -> Bool {
    guard kill(pid, 0) == 0 else { return false }
    let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return !status.contains(") Z ")
  }

  /// Waits for a condition, for a minute at most.
  private static func until(_ condition: () -> Bool) async throws {
    for _ in 0..<3_000 {
      if condition() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("it did not happen within a minute")
  }
}

/// A folder that is mounted read-only for one program.
enum ReadOnlyFolder {
  static var isPossible: Bool {
    guard getuid() == 0, let folder = try? TestFolder(), (try? folder.write("x", "")) != nil else {
      return false
    }
    let run = try? Tool(program: URL(fileURLWithPath: "/bin/sh"), folder: folder).run(
      "-c",
      "unshare -m sh -c \(quoted("mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" && ! touch y"))"
    )
    return run?.exitCode == 0
  }

  private static func quoted(_ text: String) -> String { "'" + text + "'" }

  /// Runs a command of the tool in a folder that it cannot write to.
  static func run(_ command: String, in folder: TestFolder) throws -> Tool.Run {
    try Tool(program: URL(fileURLWithPath: "/bin/sh"), folder: folder).run(
      "-c",
      "unshare -m sh -c 'mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" && exec \"$0\" \(command)' \"$0\"",
      Tool.location.path)
  }
}
