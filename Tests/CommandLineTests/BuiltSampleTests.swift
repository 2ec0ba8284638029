import Foundation
import Testing

/// The sample site in Content/, built by the real program.
@Suite struct BuiltSampleTests {
  static let sample = packageRoot.appendingPathComponent("Content")

  @Test("the same content gives the same bytes, wherever it lies and whoever calls")
  func sameBytes() throws {
    let folder = try TestFolder()
    let copy = try TestFolder("somewhere else")
    try FileManager.default.copyItem(at: Self.sample, to: copy.url.appendingPathComponent("Content"))
    let day = ["--now", "2026-01-01"]
    #expect(
      try Tool(folder: folder).start(["build", packageRoot.path, "-o", "a"] + day).finish().exitCode == 0)
    #expect(try Tool(folder: copy).start(["build"] + day).finish().exitCode == 0)
    #expect(try Tool(folder: folder).start(["build", copy.path, "-o", "b"] + day).finish().exitCode == 0)
    let first = try folder.tree("a")
    #expect(first.count > 10)
    #expect(try folder.tree("b") == first)
    #expect(try copy.tree("Public") == first)
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
