import Foundation
import TestSupport
import Testing

/// Builds that are killed at any moment, and concurrent builds.
@Suite(.serialized) struct KilledBuildTests {
  /// A site in which every page differs between versions.
  private func write(_ version: Int, to folder: TestFolder) throws {
    // Pagefind's output is not reproducible.
    try folder.write("Content/site.yml", "search: off\n")
    for index in 0..<60 {
      try folder.write(
        "Content/reports/r\(index).md",
        "# Report \(index), version \(version)\n\n| Aspect | Us | Them |\n|---|---|---|\n| Thing \(index % 7) | yes | no |\n"
      )
    }
  }

  @Test("a build killed at any moment leaves the complete old or new site, and the next one cleans up")
  func killed() throws {
    let folder = try TestFolder()
    let tool = Tool(folder: folder)
    var sites: [[String: Data]] = []
    for version in 0...1 {
      try write(version, to: folder)
      #expect(try tool.run("build", "-o", "v\(version)").exitCode == 0)
      sites.append(try folder.tree("v\(version)"))
    }
    #expect(try tool.run("build").exitCode == 0)
    try folder.write("Public/.git/config", "repository")
    let start = Date()
    #expect(try tool.run("build").exitCode == 0)
    let length = max(0.02, -start.timeIntervalSinceNow)
    var moments = (0..<25).map { Double($0) / 25 }
    moments += moments.map { $0 * 1.5 }
    for (round, moment) in moments.enumerated() {
      try write(round % 2, to: folder)
      let running = try tool.start(["build"])
      Thread.sleep(forTimeInterval: length * moment)
      running.kill()
      _ = try running.finish()
      let found = try folder.tree("Public").filter { !$0.key.hasPrefix(".git") }
      #expect(sites.contains(found), "round \(round) left a site that is neither the old one nor the new one")
    }
    try write(0, to: folder)
    let last = try tool.run("build")
    #expect(last.exitCode == 0, "\(last.errors)")
    var expected = sites[0]
    expected[".git/config"] = Data("repository".utf8)
    #expect(try folder.tree("Public") == expected)
    #expect(
      try folder.names() == [
        ".Public.standpoint-manifest", ".v0.standpoint-manifest", ".v1.standpoint-manifest", "Content",
        "Public", "v0",
        "v1",
      ])
  }

  @Test("builds that are started together all succeed, and the site is complete", arguments: [2, 5])
  func together(count: Int) throws {
    let folder = try TestFolder()
    try write(0, to: folder)
    let tool = Tool(folder: folder)
    let running = try (0..<count).map { _ in try tool.start(["build"]) }
    for one in running {
      let run = try one.finish()
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try tool.run("build", "-o", "alone").exitCode == 0)
    #expect(try folder.tree("Public") == folder.tree("alone"))
  }

  @Test("files that vanish, or turn into folders or links, during a build never leave half a site")
  func unsteady() throws {
    let folder = try TestFolder()
    try write(0, to: folder)
    let tool = Tool(folder: folder)
    #expect(try tool.run("build").exitCode == 0)
    var generator = SeededGenerator(seed: 11)
    for round in 0..<12 {
      let before = try folder.tree("Public")
      let running = try tool.start(["build"])
      while running.process.isRunning { try unsettle(folder, &generator) }
      let run = try running.finish()
      #expect(run.signal == nil && (0...2).contains(run.exitCode), "\(round): \(run.errors)")
      #expect(!folder.exists(".Public.standpoint-staging"), "\(round)")
      if run.exitCode != 0 { #expect(try folder.tree("Public") == before, "\(round)") }
    }
    try FileManager.default.removeItem(atPath: folder.path + "/Content")
    try write(1, to: folder)
    #expect(try tool.run("build").exitCode == 0)
    #expect(try tool.run("build", "-o", "alone").exitCode == 0)
    #expect(try folder.tree("Public") == folder.tree("alone"))
  }

  /// Turns one report into something else.
  private func unsettle(_ folder: TestFolder, _ generator: inout SeededGenerator) throws {
    let path = folder.path + "/Content/reports/r\(Int.random(in: 0..<60, using: &generator)).md"
    let manager = FileManager.default
    try? manager.removeItem(atPath: path)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: try? manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    case 1: try? manager.createSymbolicLink(atPath: path, withDestinationPath: "nowhere.md")
    case 2: try? Data("# Another report\n".utf8).write(to: URL(fileURLWithPath: path))
    default: break
    }
    Thread.sleep(forTimeInterval: 0.001)
  }

  #if os(Linux)
    @Test("a full disk is reported, and the old site is kept")
    func fullDisk() throws {
      let folder = try TestFolder()
      try write(0, to: folder)
      let tool = Tool(folder: folder)
      #expect(try tool.run("build").exitCode == 0)
      let before = try folder.tree("Public")
      try write(1, to: folder)
      // No file may be larger than 1 kB, so writing fails as on a full disk.
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "ulimit -f 1; trap '' XFSZ; exec \"$0\" build 2>&1 | cat", Tool.location.path,
      ]
      process.currentDirectoryURL = folder.url
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(text.contains("error: cannot write “.Public.standpoint-"), "\(text)")
      #expect(try folder.tree("Public") == before)
      #expect(try folder.names() == [".Public.standpoint-manifest", "Content", "Public"])
    }
  #endif
}
