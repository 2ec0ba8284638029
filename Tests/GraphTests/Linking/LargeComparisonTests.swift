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
}
