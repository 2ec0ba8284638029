import Content
import Graph
import SampleArchives
import Testing

@Suite("Edges and orders")
struct EdgeTests {
  private static let reports = [
    (
      "reports/c.md",
      "---\ndate: 2025-03-01\n---\n\nGas and X1.\n\n"
        + NameTests.table("Aspect", ["X1", "Y1"], ["Gas", "Oil"])
    ),
    (
      "reports/a.md",
      "---\ndate: 2025-01-01\n---\n\nGas.\n\n" + NameTests.table("Aspect", ["X1", "Z1"], ["Gas"])
    ),
    (
      "reports/b.md",
      "---\ndate: 2025-02-01\ncore-issues: [Oil]\n---\n\n| Strategy | Purpose |\n|---|---|\n| Talk | Calm about oil |\n\n"
        + NameTests.table("Aspect", ["X1", "Z1"], ["Gas"])
    ),
    ("reports/undated.md", NameTests.table("Aspect", ["Z1", "X1"], ["Gas"])),
  ]

  private let graph = SampleSite(reports).graph

  private func slug(_ position: ID<Position>) -> String {
    graph.reports[graph.positions[position.index].report.index].slug
  }

  @Test("reports are sorted by date, undated ones first")
  func reportOrder() {
    #expect(graph.reports.map(\.slug) == ["undated", "a", "b", "c"])
    #expect(graph.reports.map(\.id.index) == [0, 1, 2, 3])
  }

  @Test("positions of an issue and of a party are newest first, undated last")
  func newestFirst() {
    #expect(graph.positionsOfIssue[ID(0)].map(slug) == ["c", "c", "b", "b", "a", "a", "undated", "undated"])
    #expect(graph.positionsOfParty[ID(0)].map(slug) == ["c", "c", "b", "a", "undated"])
  }

  @Test("standings come by party, and count the positions of each pair")
  func standings() {
    #expect(graph.standings[ID(0)].map { graph.parties[$0.party.index].name } == ["X1", "Y1", "Z1"])
    #expect(graph.standings[ID(0)].map(\.count) == [4, 1, 3])
    #expect(graph.standings[ID(0)].map(\.newest).map(slug) == ["c", "c", "b"])
    #expect(graph.standings[ID(0)].map(\.positions.count) == [1, 1, 1])
    #expect(graph.standings[ID(1)].map(\.party.index) == [0, 1])
    #expect(graph.standings[ID(1), ID(2)] == nil)
  }

  @Test("reports, issues, parties, options and mentions can be reached in both directions")
  func bothEnds() {
    #expect(graph.issuesOfReport[ID(3)].map(\.index) == [0, 1])
    #expect(graph.partiesOfReport[ID(0)].map { graph.parties[$0.index].name } == ["Z1", "X1"])
    #expect(graph.reportsOfIssue[ID(0)].map(\.index) == [3, 2, 1, 0])
    #expect(graph.reportsOfIssue[ID(1)].map(\.index) == [3])
    #expect(graph.reportsOfParty[ID(1)].map(\.index) == [3])
    #expect(graph.optionsOfIssue[ID(0)].isEmpty)
    #expect(graph.optionsOfIssue[ID(1)].map(\.index) == [0])
    #expect(graph.mentionsOfIssue[ID(0)].map { graph.mentions[$0.index].report.index } == [3, 1])
    #expect(graph.mentionsOfParty[ID(0)].count == 1)
    #expect(graph.mentionsOfReport[ID(3)].count == 2)
    #expect(
      graph.comparisonsOfReport[ID(2)].map { graph.comparisons[$0.index].kind } == [
        .options, .positions(transposed: false),
      ])
    #expect(graph.positionsOfComparison[graph.comparisons[0].id].map(\.index) == [0, 1])
    #expect(graph.optionsOfComparison[graph.comparisons[2].id].map(\.index) == [0])
  }

  @Test("a position takes at most 60 bytes")
  func size() {
    #expect(MemoryLayout<Position>.stride <= 60)
  }
}
