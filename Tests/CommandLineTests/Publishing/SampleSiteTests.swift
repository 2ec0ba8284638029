import Content
import Foundation
import Publishing
import TestSupport
import Testing
import Workspace

@Suite("Sites that come with the project")
struct SampleSiteTests {
  @Test("the sample builds without diagnostics, and has no broken links")
  func sample() async throws {
    try await Self.building(packageRoot, content: packageRoot.appending(path: "Content")) { outcome, output in
      #expect(Self.complaints(outcome) == [])
      #expect(outcome.site.counts.reports == 5)
      #expect(outcome.site.counts.positions == 23)
      let walk = try LinkWalk(output, baseURL: "https://briefing.example/")
      #expect(walk.problems == [])
      #expect(walk.followed > 300)
    }
  }

  @Test(
    "the sample shows a move, a confirmation, a correction, concurrent positions and a change of government")
  func record() async throws {
    try await Self.building(packageRoot, content: packageRoot.appending(path: "Content")) { _, output in
      func text(_ path: String) throws -> String {
        try String(contentsOf: output.appending(path: path + "/index.html"), encoding: .utf8)
          .replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
      }
      #expect(try text("moves").contains("Hungary on United Nations on the war reversed Supports → Opposes"))
      let votes = try text("issues/united-nations-on-the-war")
      #expect(votes.contains("23 February 2023 , confirmed 24 February 2025"))
      #expect(votes.contains("2 positions from 24 February 2025"))
      #expect(try text("corrections").contains("Trump Administration on NATO expansion"))
      #expect(try text("reports/plan-and-reply").contains("Corrected 5 March 2025 1 min read"))
      #expect(
        try text("issues/nato-expansion")
          .contains("Change of government ; previously, Biden Administration : Supports"))
    }
  }

  @Test("the guide's example of a single report builds a complete site")
  func example() async throws {
    try await Self.building(packageRoot.appending(path: "Guide/example")) { outcome, output in
      #expect(Self.complaints(outcome).filter { !$0.hasPrefix("note") } == [])
      #expect(outcome.site.counts.positions == 6)
      let walk = try LinkWalk(output)
      #expect(walk.problems == [])
      #expect(walk.followed > 50)
    }
  }

  @Test("a single file with a table and no front matter builds a complete site")
  func oneTable() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "one table \(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "| Issue | North | South |\n|--|--|--|\n| Water | Wants more | Has enough |\n"
    try Data(text.utf8).write(to: folder.appending(path: "a report.md"))
    try await Self.building(folder) { outcome, output in
      #expect(Self.complaints(outcome).filter { !$0.hasPrefix("note") } == [])
      #expect(outcome.site.counts.positions == 2)
      #expect(try LinkWalk(output).problems == [])
      let issue = try String(contentsOf: output.appending(path: "issues/water/index.html"), encoding: .utf8)
      #expect(issue.contains("Wants more") && issue.contains("Has enough"))
    }
  }

  @Test("the README shows the guide's example unchanged")
  func readme() throws {
    let readme = try String(contentsOf: packageRoot.appending(path: "README.md"), encoding: .utf8)
    let example = try String(
      contentsOf: packageRoot.appending(path: "Guide/example/talks.md"), encoding: .utf8)
    #expect(readme.contains("```markdown\n\(example)```"))
  }

  private static func building(
    _ site: URL, content: URL? = nil, _ check: (SiteBuild.Outcome, URL) throws -> Void
  ) async throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "sample site \(UUID())")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let output = place.appending(path: "Public")
    let folders = try SiteFolders(
      SiteFolders.Arguments(
        site: site.path(percentEncoded: false), content: content?.path(percentEncoded: false),
        output: output.path(percentEncoded: false)))
    var options = BuildOptions()
    options.today = PartialDate(year: 2025, month: 6, day: 1)
    let outcome = try await SiteBuild(SitePipeline(folders, options: options, progress: { _ in })).run()
    try check(outcome, output)
  }

  /// Each diagnostic as `severity: message [id]`.
  private static func complaints(_ outcome: SiteBuild.Outcome) -> [String] {
    // Missing programs on this machine do not count.
    outcome.site.diagnostics.entries.filter { $0.diagnostic.id != .withoutSearch }.map {
      "\($0.severity.rawValue): \($0.diagnostic.message) [\($0.diagnostic.id.rawValue)]"
    }
  }
}
