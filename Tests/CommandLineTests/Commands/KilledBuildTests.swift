import Foundation
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

  @Test("builds that are started together all succeed, and the site is complete")
  func together() throws {
    let folder = try TestFolder()
    try write(0, to: folder)
    let tool = Tool(folder: folder)
    let running = try (0..<4).map { _ in try tool.start(["build"]) }
    for one in running {
      let run = try one.finish()
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try tool.run("build", "-o", "alone").exitCode == 0)
    #expect(try folder.tree("Public") == folder.tree("alone"))
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
