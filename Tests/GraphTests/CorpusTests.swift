import Content
import Diagnostics
import Foundation
import Graph
import SampleArchives
import TestSupport
import Testing

/// A generated archive with its true counts, written by the generator of the benchmark.
struct Corpus: Sendable {
  let site: SampleSite
  let counts: [String: Int]

  static let generator = packageRoot.appending(path: "../shared/bench/make_corpus.py").standardizedFileURL

  /// Whether the generator is available; otherwise, the tests of this suite are skipped.
  static var isAvailable: Bool { FileManager.default.fileExists(atPath: generator.path) }

  init(reports: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "graph-corpus-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.generator.path, "--reports", "\(reports)", "--out", folder.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the generator failed")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".md")
    }
    site = SampleSite(
      try paths.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
    let json = try Data(contentsOf: folder.appending(path: "corpus.json"))
    counts = try JSONDecoder().decode([String: Int].self, from: json)
  }
}

@Suite(
  "A whole archive",
  .enabled(if: Corpus.isAvailable, "the generator ../shared/bench/make_corpus.py is not there"))
struct CorpusTests {
  /// Created once for all tests.
  private static let made = Result { try Corpus(reports: 100) }
  private let corpus: Corpus

  init() throws { corpus = try Self.made.get() }

  @Test(
    "of a thousand reports, positions, issues and parties are as many as the archive holds, aliases gathered")
  func counts() throws {
    let corpus = try Corpus(reports: 1_000)
    let graph = corpus.site.graph
    #expect(graph.reports.count == corpus.counts["reports"])
    #expect(graph.issues.count == corpus.counts["issues"])
    #expect(graph.positions.count == corpus.counts["positions"])
    #expect(graph.parties.count == corpus.counts["parties"])
    let inTables = graph.issues.count { !graph.reportsOfIssue[$0.id].isEmpty }
    #expect(inTables == corpus.counts["issues_in_tables"])
    #expect(corpus.site.messages == "")
    // Some tables name both by their aliases, so the counts would be different without them.
    let headings = Set(
      graph.comparisons.flatMap { comparison in
        let node = graph.reports[comparison.report.index].report.header.document
        return node.nodes.indices.filter { node.nodes[$0].kind == .tableCell }.map { node.plainText(of: $0) }
      })
    #expect(graph.issues.count { !headings.isDisjoint(with: $0.aliases) } > 30)
    #expect(graph.parties.count { !headings.isDisjoint(with: $0.aliases) } > 10)
  }

  @Test("the order of files does not matter", arguments: [1, 2, 3])
  func order(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    #expect(
      GraphText.of(corpus.site.graph) == GraphText.of(corpus.site.with { $0.shuffle(using: &random) }.graph))
  }

  @Test("adding a report never changes the anchor of a position", arguments: [7, 8])
  func stableAnchors(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let fewer = corpus.site.with { files in
      let reports = files.filter { $0.role == .report }.shuffled(using: &random).prefix(30).map(\.path)
      files.removeAll { reports.contains($0.path) }
    }
    let before = GraphText.anchors(of: fewer.graph)
    let after = GraphText.anchors(of: corpus.site.graph)
    #expect(!before.isEmpty)
    #expect(before.isSubset(of: after))
  }
}
