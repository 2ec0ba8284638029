import Content
import Graph
import SampleArchives
import Testing

@Suite("From files to a graph")
struct BuildTests {
  static let report = """
    ---
    title: The March plan
    date: 2025-03-02
    core-issues: [Sanctions]
    ---

    NATO expansion and the U.S. position. [[NATO expansion#Russian Government]].

    | Aspect         | United States                   | Russian Government           |
    |----------------|---------------------------------|------------------------------|
    | NATO expansion | [+] Open to Ukraine joining[^1] | [--] Opposes any enlargement |
    | Sanctions      | [+] Tightens                    | —                            |

    | Strategy          | Purpose            | Expected outcome |
    |-------------------|--------------------|------------------|
    | Backchannel talks | Keep communicating | Fewer mistakes   |

    > [!tension] [[NATO expansion#United States]]
    > The closing section says the opposite.

    [^1]: A briefing.
    """

  @Test("a single report gives issues, parties, positions, options and a tension")
  func oneReport() throws {
    let site = SampleSite([("reports/march.md", Self.report)])
    #expect(site.messages == "")
    let graph = site.graph
    #expect(graph.issues.map(\.name) == ["NATO expansion", "Sanctions"])
    #expect(graph.parties.map(\.name) == ["Russian Government", "United States"])
    #expect(
      graph.positions.map { graph.anchor(of: $0.id) } == [
        "nato-expansion--united-states", "nato-expansion--russian", "sanctions--united-states",
      ])
    #expect(graph.positions.map(\.stance) == [.supports, .redLine, .supports])
    #expect(graph.options.map(\.name) == ["Backchannel talks"])
    #expect(graph.tensions.map(\.first.position?.index) == [0])
    #expect(graph.reports[0].links.targets.contains { $0.target == .position(graph.positions[1].id) })
  }
}
