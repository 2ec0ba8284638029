import Content
import Diagnostics
import Foundation
import Graph
import TestSites
import TestSupport
import Testing

@testable import Publishing

@Suite("Writing accepted suggestions")
struct ContentEditsTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let table = { (party: String) in "| Aspect | \(party) | China |\n|--|--|--|\n| Gas | Yes | No |\n" }
    try scratch.write("Content/reports/a.md", table("Russia"))
    try scratch.write("Content/reports/b.md", table("Russian Federation"))
  }

  private func write() async throws -> (outcome: ContentEdits.Outcome, graph: IssueGraph) {
    let folders = try scratch.folders()
    let graph = try await SitePipeline(folders).graph().graph
    let outcome = try ContentEdits(folders).write(SuggestionEdits(graph.suggestions(), in: graph))
    return (outcome, try await SitePipeline(folders).graph().graph)
  }

  @Test("a file is created at the party's address, and the next build has one party fewer")
  func newFile() async throws {
    let (outcome, graph) = try await write()
    #expect(outcome.refusals == [])
    #expect(
      scratch.text("Content/parties/russian-federation.md")
        == "---\ntitle: Russian Federation\naliases:\n  - Russia\n---\n")
    #expect(graph.parties.map(\.slug) == ["china", "russian-federation"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.disk("Content/parties").text).count == 1)
  }

  @Test("comments, order, quotation marks and slug of a file are kept")
  func knownFile() async throws {
    try scratch.write(
      "Content/parties/ru.md",
      "---\n# who\ntitle: \"Russia\"\nslug: moscow # old\naliases: ['RF'] # short\n---\nText\n")
    let (outcome, graph) = try await write()
    #expect(outcome.written.map(\.edit.path) == ["parties/ru.md"])
    #expect(
      scratch.text("Content/parties/ru.md")
        == "---\n# who\ntitle: \"Russia\"\nslug: moscow # old\naliases: ['RF', 'Russian Federation'] # short\n---\nText\n"
    )
    #expect(graph.parties.map(\.slug) == ["china", "moscow"])
    #expect(graph.positions.count == 4)
  }

  @Test("a draft at the path of a new file is not changed")
  func draft() async throws {
    try scratch.write("Content/parties/russian-federation.md", "---\ntitle: Else\ndraft: true\n---\n")
    let (outcome, _) = try await write()
    #expect(outcome.written == [])
    #expect(outcome.refusals.count == 1)
    #expect(scratch.text("Content/parties/russian-federation.md") == "---\ntitle: Else\ndraft: true\n---\n")
  }

  @Test("an accepted suggestion is not made again")
  func again() async throws {
    let (_, graph) = try await write()
    #expect(graph.suggestions().isEmpty)
  }
}
