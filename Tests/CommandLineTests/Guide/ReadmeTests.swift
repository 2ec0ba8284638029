import Foundation
import TestSupport
import Testing

@Suite("The readme")
struct ReadmeTests {
  private static func text() throws -> String {
    try String(contentsOf: packageRoot.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test(
    "the commands that start and publish a site work as printed, with another remote",
    .enabled(if: OtherProgram.isThere("git"), "requires git"))
  func commands() throws {
    let text = try Self.text()
    let start = try #require(text.range(of: "standpoint init my-briefing"))
    let block = text[start.lowerBound...].prefix(while: { $0 != "`" })
    let folder = try TestFolder()
    try Git(folder: folder)("init", "--quiet", "--bare", "remote.git")
    let lines = block.split(separator: "\n").filter { !$0.contains("standpoint serve") }.map {
      $0.replacing("git@github.com:you/my-briefing.git", with: "'\(folder.path)/remote.git'")
    }
    #expect(lines.count > 6 && lines.contains { $0.contains("remote.git") })
    let path = Tool.location.deletingLastPathComponent().path + ":/usr/bin:/bin"
    let script = "set -e\n" + lines.joined(separator: "\n") + "\n"
    let run = try Tool(program: URL(filePath: "/bin/sh"), folder: folder).run(
      "-c", script, environment: Git.environment.merging(["PATH": path]) { $1 })
    #expect(run.exitCode == 0, "\(run.errors)")
    let files = try Git(folder: folder)("--git-dir=remote.git", "ls-tree", "-r", "--name-only", "gh-pages")
    #expect(files.contains("reports/the-march-plan/index.html"))
  }

  @Test("it names every package that make test installs")
  func packages() throws {
    let setup = try String(contentsOf: packageRoot.appendingPathComponent("Scripts/setup"), encoding: .utf8)
    let needed = setup.matches(of: /\n +need ([a-z0-9-]+) '/).map { String($0.1) }
    let start = try #require(setup.range(of: "\n  test)\n")?.upperBound)
    let part = setup[start...].prefix(upTo: try #require(setup[start...].range(of: ";;")?.lowerBound))
    let tests = part.matches(of: /need ([a-z0-9-]+) '/).map { String($0.1) }
    #expect(tests.count > 8 && needed.count > tests.count)
    let text = try Self.text()
    for package in tests where package != "python3-venv" {
      #expect(text.contains("`\(package)`"), "\(package)")
    }
  }
}
