import Content
import Editions
import Graph
import SampleArchives
import Testing

@Suite("The positions before and after") struct RecordNeighboursTests {
  @Test("are the nearest with an earlier and a later date, in random archives", arguments: 1...UInt64(40))
  func random(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let graph = SampleSite(archive.files(reports: 10)).graph
    let neighbours = RecordNeighbours(RecordHistory(graph))
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
      let before = present(neighbours.of(position.id).earlier, in: graph)
      #expect(earlier.isEmpty == (before == nil))
      if let before {
        #expect(earlier.contains { $0.id == before.id })
        // None of the others lies between the two.
        let end = before.interval?.last ?? .max
        #expect(!earlier.contains { ($0.interval?.first ?? .min) > end })
      }
      let after = present(neighbours.of(position.id).later, in: graph)
      #expect(later.isEmpty == (after == nil))
      if let after { #expect(later.contains { $0.id == after.id }) }
    }
  }

  @Test("are the same for a pair with very many positions, whatever their dates")
  func many() {
    let days = ["2023", "2024", "2024-02", "2024-02-10", "2024-03", "2025"]
    let files = (0..<150).map { number in
      let date = days[number * 7 % days.count]
      let head = "---\ntitle: R\(number)\ndate: \(date)\n---\n\n"
      return (
        "reports/r\(number).md",
        head + "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Says \(number) | — |\n"
      )
    }
    let graph = SampleSite(files).graph
    let neighbours = RecordNeighbours(RecordHistory(graph))
    let dated = graph.positions.filter { $0.interval != nil }
    #expect(dated.count == 150)
    for position in dated {
      guard let own = position.interval else { continue }
      let ends = dated.compactMap { $0.interval?.last }.filter { $0 < own.first }
      let starts = dated.compactMap { $0.interval?.first }.filter { $0 > own.last }
      let earlier = present(neighbours.of(position.id).earlier, in: graph)?.interval
      let later = present(neighbours.of(position.id).later, in: graph)?.interval
      #expect(ends.isEmpty == (earlier == nil) && earlier.map { $0.last < own.first } ?? true)
      #expect(starts.isEmpty == (later == nil) && later.map { $0.first > own.last } ?? true)
    }
  }

  private func present(_ recorded: RecordedPosition?, in graph: IssueGraph) -> Position? {
    if case .present(let id)? = recorded { graph.positions[id.index] } else { nil }
  }
}
