import Content
import Graph
import SampleArchives
import Testing

@Suite("Comparisons as lists and by headings")
struct ListComparisonTests {
  private static let table = """
    | | United States | Russian Government |
    |---|---|---|
    | NATO expansion | [+] Open to Ukraine joining.[^1] | [--] Opposes any enlargement. {as-of=2025-02} |
    | Sanctions | [+] Tightens them | — |

    [^1]: https://example.org/briefing

    """

  private static let list = """
    - NATO expansion
      - United States: [+] Open to Ukraine joining.[^1]
      - Russian Government: [--] Opposes any enlargement. {as-of=2025-02}
    - Sanctions
      - **United States:** [+] Tightens them
      - Russian Government: —

    [^1]: https://example.org/briefing

    """

  private static let headings = """
    ### NATO expansion

    - United States: [+] Open to Ukraine joining.[^1]
    - Russian Government: [--] Opposes any enlargement. {as-of=2025-02}

    ### Sanctions

    #### United States

    [+] Tightens them

    #### Russian Government

    —

    ## After

    Text.

    [^1]: https://example.org/briefing

    """

  private static func described(_ text: String, _ directive: String) -> [String] {
    let site = SampleSite([
      (
        "reports/a.md",
        "---\ndate: 2025-03-01\n---\n\n## Positions\n\n<!-- standpoint: \(directive) -->\n" + text
      )
    ])
    #expect(site.messages == "")
    let graph = site.graph
    var sources = PositionSources()
    return graph.positions.map { position in
      [
        graph.issues[position.issue.index].name, graph.parties[position.party.index].name,
        position.stance?.rawValue ?? "", graph.text(of: position.id), position.date?.description ?? "",
        sources.sources(of: position, in: graph).joined(separator: " "),
      ].joined(separator: " | ")
    } + graph.silentCells.map { "silent: \(graph.parties[$0.party.index].name)" }
  }

  @Test("give the same positions as a table")
  func same() {
    let expected = Self.described(Self.table, "positions")
    #expect(expected.count == 4)
    #expect(Self.described(Self.list, "positions list") == expected)
    #expect(Self.described(Self.headings, "positions by heading") == expected)
  }

  @Test("may hold several paragraphs, lists and quotations, and know their lines")
  func blocks() {
    let text = """
      <!-- standpoint: positions list -->
      - NATO expansion
        - United States: [+] Open.

          A second paragraph.

          - a point

          > In their words.
        - Russia: Opposes it.

      Text.

      """
    let site = SampleSite([("reports/a.md", text)])
    let graph = site.graph
    #expect(site.messages == "")
    #expect(
      graph.positions.map { graph.text(of: $0.id) } == [
        "Open. A second paragraph. a point In their words.", "Opposes it.",
      ])
    #expect(graph.positions.map { graph.line(of: $0.id) } == [3, 10])
    #expect(graph.positions.map(\.stance) == [.supports, nil])
  }

  @Test(
    "of another form give no positions, and a warning",
    arguments: [
      ("list", "- Water\n"), ("list", "- Water\n  - no colon here\n"), ("list", "Text.\n"),
      ("list", "- Water\n\n  Text\n"), ("by heading", "## Water\n"), ("by heading", "## Water\n\n## Fish\n"),
      ("by heading", "## Water\n\nText.\n"), ("by heading", "### Red\n\n- no colon here\n"),
      ("by heading", "- Red: yes\n"),
    ])
  func otherForms(form: String, text: String) {
    let text = "<!-- standpoint: positions \(form) -->\n\n" + text
    let site = SampleSite([("reports/a.md", text)])
    #expect(site.graph.positions.isEmpty)
    #expect(site.graph.reports[0].report.tables.isEmpty)
    let reader = ContentReader(
      settings: SampleSite.settings, today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    #expect(reader.read(site.files[0]).diagnostics.map(\.id) == [.unattachedDirective])
  }
}
