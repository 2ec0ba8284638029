import Graph
import SampleArchives
import TestSupport
import Testing

/// What holds of every archive, tried on random ones from fixed seeds.
@Suite("Of every archive")
struct PropertyTests {
  private static let seeds = 1...UInt64(40)

  @Test("the order of files changes neither the graph nor what is complained about", arguments: seeds)
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
