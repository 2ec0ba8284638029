import Content
import Diagnostics
import Graph
import SampleArchives
import Testing

@Suite("Pairs of parties")
struct PartyPairsTests {
  private static func names(_ graph: IssueGraph) -> [String] {
    PartyPairs(graph).pairs.map {
      graph.parties[$0.first.index].name + "/" + graph.parties[$0.second.index].name
    }
  }

  /// The pairs for `pairs:` in `site.yml`, and the messages as printed.
  private static func site(_ yaml: String, _ files: [(String, String)]) -> (graph: IssueGraph, text: String) {
    let source = SourceText(path: "Content/site.yml", text: yaml)
    let settings = ContentReader.readSettings(
      InputFile(path: "site.yml", role: .settings, source: source), switches: []
    ).settings
    let graph = SampleSite(files, settings: settings).graph
    let list = DiagnosticPolicy().apply(to: PartyPairs(graph).diagnostics)
    return (graph, DiagnosticPrinter { $0 == source.path ? source.bytes : nil }.text(list))
  }

  private static let tables = [
    ("reports/a.md", NameTests.table("Aspect", ["Russia", "United States"], ["Gas"])),
    ("reports/b.md", NameTests.table("Aspect", ["China", "Russian Government"], ["Oil"])),
    ("parties/russia.md", "---\ntitle: Russian Government\naliases: [Russia, Moscow]\n---\n"),
    ("parties/iran.md", "---\ntitle: Iran\n---\n"),
  ]

  @Test("without `pairs:`, all parties that share a table are compared")
  func usual() {
    let graph = SampleSite(Self.tables).graph
    #expect(Self.names(graph) == ["China/Russian Government", "Russian Government/United States"])
  }

  @Test("above twelve parties with positions, only named pairs are compared")
  func many() {
    let parties = (1...13).map { "P\($0)" }
    let twelve = SampleSite([
      ("reports/a.md", NameTests.table("Aspect", Array(parties.dropLast()), ["Gas"])),
      ("parties/more.md", "---\ntitle: Holds nothing\n---\n"),
    ])
    #expect(PartyPairs(twelve.graph).pairs.count == 66)
    let table = ("reports/a.md", NameTests.table("Aspect", parties, ["Gas"]))
    #expect(PartyPairs(SampleSite([table]).graph).pairs.isEmpty)
    #expect(Self.names(Self.site("pairs: [[P13, P2]]\n", [table]).graph) == ["P13/P2"])
  }

  @Test("pairs above the limit are not compared, which is an error at the first of them")
  func tooMany() {
    let table = ("reports/a.md", NameTests.table("Aspect", ["P1", "P2", "P3"], ["Gas"]))
    let (graph, text) = Self.site(
      "limits: {compared-pairs: 2}\npairs:\n  - [P1, P2]\n  - [P1, P3]\n  - [P2, P3]\n", [table])
    #expect(Self.names(graph) == ["P1/P2", "P1/P3"])
    #expect(
      text == """
        Content/site.yml:5:6: error: “pairs:” names 3 pairs; those after the first 2 are not compared [too-many-pairs]
           5 |   - [P2, P3]
             |      ^~
             = help: leave some out, or raise the limit with “limits: {compared-pairs: …}” in site.yml

        """)
  }

  @Test("named pairs keep the author's order, can use any name, and are not repeated")
  func named() {
    let yaml = "pairs:\n  - [u.s., Moscow]\n  - [Iran, russia]\n  - [Russian Position, US]\n"
    let files =
      Self.tables + [("parties/united-states.md", "---\ntitle: United States\naliases: [U.S.]\n---\n")]
    let (graph, text) = Self.site(yaml, files)
    #expect(text == "")
    #expect(Self.names(graph) == ["United States/Russian Government", "Iran/Russian Government"])
  }

  @Test("an unknown name is an error that suggests the nearest name")
  func unknown() {
    let (graph, text) = Self.site("title: T\npairs:\n  - [Chnia, Iran]\n  - [Iran, Nowhere]\n", Self.tables)
    #expect(PartyPairs(graph).pairs.isEmpty)
    #expect(
      text == """
        Content/site.yml:3:6: error: unknown party “Chnia” [unknown-name]
           3 |   - [Chnia, Iran]
             |      ^~~~~
             = help: did you mean “China”?
        Content/site.yml:4:12: error: unknown party “Nowhere” [unknown-name]
           4 |   - [Iran, Nowhere]
             |            ^~~~~~~

        """)
  }

  @Test("a party is not compared with itself")
  func itself() {
    let (graph, text) = Self.site("pairs: [[Russia, Moscow]]\n", Self.tables)
    #expect(PartyPairs(graph).pairs.isEmpty)
    #expect(
      text == """
        Content/site.yml:1:18: error: “Russia” and “Moscow” are the same party; a party cannot be compared with itself [invalid-value]
           1 | pairs: [[Russia, Moscow]]
             |                  ^~~~~~

        """)
  }

  @Test("an empty list means no pairs")
  func off() {
    #expect(PartyPairs(Self.site("pairs: []\n", Self.tables).graph).pairs.isEmpty)
  }

  @Test("names that contain “and” do not share an address, and swapping a pair does not move its page")
  func addresses() {
    let names = ["X", "Y and Z", "X and Y", "Z", "And", "Y"]
    let graph = SampleSite([("reports/a.md", NameTests.table("Aspect", names, ["Gas"]))]).graph
    let pairs = PartyPairs(graph).pairs
    #expect(pairs.count == 15)
    #expect(Set(pairs.map { graph.slug(of: $0) }).count == 15)
    for pair in pairs {
      #expect(graph.slug(of: pair) == graph.slug(of: PartyPair(pair.second, pair.first)))
    }
    #expect(pairs.contains { graph.slug(of: $0) == "x--y-and-z" })
  }
}
