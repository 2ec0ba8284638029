import Content
import Graph
import SampleArchives
import Testing

@Suite("Comparisons above the limit") struct LargeComparisonTests {
  @Test("are shown as tables, and an error says that their positions are not read") func tooLarge() {
    var settings = SiteSettings()
    settings.limits[.comparisonCells] = 8
    let tables = "| Aspect | North | South |\n|--|--|--|\n| Gas | a | b |\n| Oil | c | d |\n"
    let site = SampleSite([("reports/a.md", tables + "| Coal | e | f |\n\n" + tables)], settings: settings)
    #expect(
      site.messages == """
        Content/reports/a.md:1:3: error: the comparison has 3 columns and 3 rows, more than 8 cells; its positions are not read [table-too-large]
           1 | | Aspect | North | South |
             |   ^~~~~~
             = help: split it, or raise the limit with “limits: {comparison-cells: …}” in site.yml

        """)
    #expect(site.graph.positions.count == 4)
  }

  @Test("with a row for each position are divided if most of their cells would be empty") func sparse() {
    let rows = (0..<500).map { "| Issue \($0) | Party \($0) | yes |\n" }.joined()
    let site = SampleSite([("reports/a.md", "| Issue | Party | Position |\n|--|--|--|\n" + rows)])
    #expect(site.messages == "")
    let graph = site.graph
    #expect(graph.positions.count == 500)
    #expect(Set(graph.positions.map { graph.issues[$0.issue.index].name }).count == 500)
    let cells = graph.comparisons.map { $0.columns.count * $0.rows.count }
    #expect(cells.reduce(0, +) < 20_000)
  }

  @Test("with a row for each position stay one table if most of their cells are filled") func filled() {
    let rows = (0..<600).map { "| Issue \($0 / 20) | Party \($0 % 20) | yes |\n" }.joined()
    let site = SampleSite([("reports/a.md", "| Issue | Party | Position |\n|--|--|--|\n" + rows)])
    #expect(site.graph.comparisons.map(\.columns.count) == [21])
    #expect(site.graph.positions.count == 600)
  }
}
