import Content
import Graph
import SampleArchives
import Testing

@Suite("The positions before and after") struct PositionNeighboursTests {
  @Test("are the nearest with an earlier and a later date, in random archives", arguments: 1...UInt64(40))
  func random(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let graph = SampleSite(archive.files(reports: 10)).graph
    let neighbours = PositionNeighbours(graph)
    for position in graph.positions {
      let others = graph.positions.filter {
        $0.issue == position.issue && $0.party == position.party && $0.interval != nil
      }
      let interval = position.interval
      let earlier = others.filter { other in
        interval.map { (other.interval?.last ?? .max) < $0.first } ?? false
      }
      let later = others.filter { other in
        interval.map { (other.interval?.first ?? .min) > $0.last } ?? false
      }
      let before = neighbours.earlier(than: position.id).map { graph.positions[$0.index] }
      #expect(earlier.isEmpty == (before == nil))
      if let before {
        #expect(earlier.contains { $0.id == before.id })
        // None of the others lies between the two.
        let end = before.interval?.last ?? .max
        #expect(!earlier.contains { ($0.interval?.first ?? .min) > end })
      }
      let after = neighbours.later(than: position.id).map { graph.positions[$0.index] }
      #expect(later.isEmpty == (after == nil))
      if let after { #expect(later.contains { $0.id == after.id }) }
    }
  }
}
