import Content
import SampleArchives
import Testing

@testable import Graph

@Suite("Corrections of positions")
struct CorrectionTests {
  private static func site(_ position: String, rest: String = "") -> SampleSite {
    SampleSite([
      (
        "reports/a.md",
        """
        ---
        date: 2025-03-02
        corrections:
          - {date: 2025-04-02, note: Wrong., position: \(position)}
          - {date: 2025-04-09, note: Whole.}
        ---

        | Issue | North Land | South Land |
        |---|---|---|
        | Sea fees | [+] yes | — |
        | Dams | [-] no | |

        \(rest)
        """
      ), ("issues/dams.md", "---\naliases: [Weirs]\n---\n"),
      ("reports/b.md", "| Issue | North Land | East |\n|---|---|---|\n| Tolls | a | b |\n"),
    ])
  }

  @Test("that name no cell are all reported, the first ones with the nearest cell")
  func manyUnknown() {
    let entries = (0..<80).map { "  - {date: 2025-04-02, note: n, position: \"Tols\($0)#North\"}\n" }.joined()
    let diagnostics = SampleSite([
      (
        "reports/a.md",
        "---\ndate: 2025-03-02\ncorrections:\n\(entries)---\n\n"
          + NameTests.table("Issue", ["North", "South"], (0..<80).map { "Tolls\($0)" })
      )
    ]).build().diagnostics
    #expect(diagnostics.count == 80)
    #expect(diagnostics.first?.suggestion?.message.contains("Tolls0#North") == true)
    #expect(diagnostics.last?.suggestion?.message.contains("Tolls79#North") == false)
  }

  @Test("name a cell of the report, by any name, also one without a position")
  func resolve() throws {
    for (name, cell) in [
      ("\"[[Sea fees#North Land]]\"", "Sea fees, North Land"), ("Weirs#North Land", "Dams, North Land"),
      ("[[Sea fees#South Land]]", "Sea fees, South Land"), ("issue:Dams#south land", "Dams, South Land"),
    ] {
      let site = Self.site(name)
      #expect(site.messages == "")
      let graph = site.graph
      let entry = try #require(graph.reports.first { $0.slug == "a" })
      let found = try #require(entry.corrections.first?.cell)
      #expect(graph.issues[found.issue.index].name + ", " + graph.parties[found.party.index].name == cell)
      #expect(entry.newestCorrections.map(\.note) == ["Whole.", "Wrong."])
      let corrected = graph.positions.filter { graph.newestCorrection(of: $0) != nil }
      #expect(corrected.count == (cell.hasSuffix("South Land") ? 0 : 1))
    }
  }

  @Test("must name a cell of the report itself")
  func unknown() {
    #expect(
      Self.site("\"[[Sea fee#North Land]]\"").messages == """
        Content/reports/a.md:4:48: error: unknown issue “Sea fee” [unknown-position]
           4 |   - {date: 2025-04-02, note: Wrong., position: "[[Sea fee#North Land]]"}
             |                                                ^~~~~~~~~~~~~~~~~~~~~~~~
             = help: did you mean “Sea fees#North Land”?

        """)
    #expect(
      Self.site("Tolls#North Land").messages.contains(
        "error: no table in this report has a cell for “Tolls#North Land” [unknown-position]"))
    #expect(Self.site("Dams#East").messages.contains("no table in this report has a cell for “Dams#East”"))
    #expect(Self.site("Dams#Soth Land").messages.contains("= help: did you mean “Dams#South Land”?"))
    #expect(Self.site("Dams").messages.contains("error: “Dams” is not a position [unknown-position]"))
  }

  @Test("have anchors that links can lead to")
  func anchors() {
    #expect(Self.site("Dams#North Land", rest: "[it](#correction:2025-04-09), [[b]]").messages == "")
    #expect(
      Self.site("Dams#North Land", rest: "[it](#correction:2025-04-10)").messages.contains("[broken-anchor]"))
  }

  @Test("are places where the names of an issue and a party are used")
  func occurrences() {
    let graph = Self.site("Weirs#North Land").graph
    let uses = graph.issues.filter { $0.name == "Dams" }.flatMap { graph.occurrences(of: .issue($0.id)) }
    #expect(uses.contains { $0.role == .reference(.correction) })
  }
}
