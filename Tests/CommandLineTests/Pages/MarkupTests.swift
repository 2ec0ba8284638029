import Foundation
import TestSupport
import Testing

/// The markup of whole sites, checked with other tools: the Nu HTML checker, and Python's XML and JSON parsers.
@Suite("Markup", .serialized)
struct MarkupTests {
  /// A message of the Nu HTML checker.
  private struct Answer: Decodable {
    struct Message: Decodable {
      let type: String
      let subType: String?
      let url: String
      let lastLine: Int?
      let message: String

      /// Only errors and warnings count as problems.
      var isComplaint: Bool { type != "info" || subType == "warning" }
    }

    let messages: [Message]
  }

  /// Problems in all pages below `folders`, in one run; there must be at least `count` pages.
  private static func complaints(_ folders: [String], atLeast count: Int) async throws -> [Answer.Message] {
    let files = try folders.flatMap { try FileManager.default.subpathsOfDirectory(atPath: $0) }
    try #require(files.count { $0.hasSuffix(".html") } >= count)
    let java = try #require(OtherProgram("java"))
    let archive = try #require(Checkers.nuArchive)
    let run = try await Tool(program: java.location).start(
      ["-jar", archive.path, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
        + folders
    ).ended()
    try #require(run.exitCode == 0, "\(run.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    return answer.messages.filter(\.isComplaint)
  }

  /// The first problems as text.
  private static func listed(_ complaints: [Answer.Message]) -> String {
    complaints.prefix(20).map { "\($0.url):\($0.lastLine ?? 0): \($0.message)" }.joined(separator: "\n")
  }

  @Test(
    "the Nu HTML checker reports no errors or warnings on any page of the sample, the guide and the recorded sites",
    .enabled(if: Checkers.hasNu, "the Nu HTML checker or Java is missing: Scripts/setup test installs both"))
  func sample() async throws {
    let complaints = try await BuiltForChecks.look {
      try await Self.complaints([$0.sample(), $0.guide(), BuiltForChecks.recorded.path], atLeast: 100)
    }
    #expect(complaints.isEmpty, "\(Self.listed(complaints))")
  }

  @Test(
    "the Nu HTML checker reports no errors or warnings on any page of an archive of 200 reports",
    .enabled(if: Checkers.hasNu, "the Nu HTML checker or Java is missing: Scripts/setup test installs both"),
    .enabled(
      if: BuiltForChecks.canMakeArchive, "what writes the archive, ../shared/bench/make_corpus.py, is missing"
    ))
  func archive() async throws {
    let complaints = try await BuiltForChecks.look {
      try await Self.complaints([$0.archive(reports: 200)], atLeast: 400)
    }
    #expect(complaints.isEmpty, "\(Self.listed(complaints))")
  }

  @Test(
    "the checker finds an error and a warning in a bad page",
    .enabled(if: Checkers.hasNu, "the Nu HTML checker or Java is missing: Scripts/setup test installs both"))
  func control() async throws {
    let folder = try TestFolder()
    let head = "<!doctype html><html lang=\"en\"><head><title>A page</title></head>"
    try folder.write(
      "a/index.html", head + "<body><h1>A</h1><section><p>b</section><img src=\"c\"></body></html>")
    let complaints = try await Self.complaints([folder.path], atLeast: 1)
    withExtendedLifetime(folder) {}
    #expect(Set(complaints.map(\.type)) == ["error", "info"])
  }

  @Test(
    "feeds, the sitemap, JSON-LD metadata and Markdown can be parsed by other tools, and are complete",
    .enabled(if: OtherProgram.isThere("python3"), "python3 is missing: Scripts/setup test installs it"))
  func metadata() async throws {
    let script = packageRoot.appendingPathComponent("Tests/CommandLineTests/Browser/metadata.py")
    let python = try #require(OtherProgram("python3"))
    let run = try await BuiltForChecks.look { sites in
      var folders = [try sites.sample()]
      if BuiltForChecks.canMakeArchive { folders.append(try sites.archive(reports: 50)) }
      return try await Tool(program: python.location).start([script.path] + folders).ended()
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
