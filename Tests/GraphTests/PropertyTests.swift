import Graph
import SampleArchives
import TestSupport
import Testing

/// Properties of every archive, tested on random ones from fixed seeds.
@Suite("Every archive")
struct PropertyTests {
  private static let seeds = 1...UInt64(40)

  @Test("the order of files changes neither the graph nor the diagnostics", arguments: seeds)
  func order(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let site = SampleSite(archive.files(reports: 8))
    var random = SeededGenerator(seed: seed)
    let other = site.with { $0.shuffle(using: &random) }
    #expect(!site.graph.positions.isEmpty)
    #expect(GraphText.of(site.graph) == GraphText.of(other.graph))
    #expect(site.messages == other.messages)
  }
}
