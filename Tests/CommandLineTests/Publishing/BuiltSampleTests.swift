import Foundation
import TestSupport
import Testing

/// The sample site in Content/, built with the real program.
@Suite struct BuiltSampleTests {
  static let sample = packageRoot.appendingPathComponent("Content")

  @Test("the same content gives the same bytes, independent of its location and the environment")
  func sameBytes() throws {
    let folder = try TestFolder()
    let copy = try TestFolder("somewhere else")
    try FileManager.default.copyItem(at: Self.sample, to: copy.url.appendingPathComponent("Content"))
    let day = ["--now", "2026-01-01"]
    #expect(
      try Tool(folder: folder).start(["build", packageRoot.path, "-o", "a"] + day).finish().exitCode == 0)
    #expect(try Tool(folder: copy).start(["build"] + day).finish().exitCode == 0)
    #expect(try Tool(folder: folder).start(["build", copy.path, "-o", "b"] + day).finish().exitCode == 0)
    // The search index is created by another program, and differs from run to run.
    func tree(_ folder: TestFolder, _ path: String) throws -> [String: Data] {
      try folder.tree(path).filter { !$0.key.hasPrefix("assets/pagefind/") }
    }
    let first = try tree(folder, "a")
    #expect(first.count > 10)
    #expect(try tree(folder, "b") == first)
    #expect(try tree(copy, "Public") == first)
  }

  @Test("building again writes nothing")
  func again() throws {
    let folder = try TestFolder()
    #expect(try Tool(folder: folder).run("build", packageRoot.path, "-o", "Public").exitCode == 0)
    let run = try Tool(folder: folder).run("build", packageRoot.path, "-o", "Public")
    #expect(
      run.output.contains("(0 written, ") && run.output.contains(" unchanged, 0 removed)"), "\(run.output)")
  }
}
