import Foundation
import TestSupport
import Testing

/// Hostile text in every field of every input, judged by parsers of others; see `Browser/hostile.py`.
@Suite(
  "Hostile text in all fields",
  .enabled(
    if: Checkers.hasHTML5 && OtherProgram.isThere("pandoc"),
    "it needs html5lib and pandoc; Scripts/setup test"))
struct HostileTextTests {
  @Test("adds no element, attribute, script, address, rule or record to any output")
  func harmless() async throws {
    let run = try await Checkers.run("hostile.py", Tool.location.path, "4")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains(" 0 faults"))
  }
}
