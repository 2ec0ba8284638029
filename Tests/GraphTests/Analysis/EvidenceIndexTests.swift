import Content
import Graph
import SampleArchives
import Testing

@Suite("Sources and kinds of evidence") struct EvidenceIndexTests {
  @Test(
    "addresses of the same source are equal",
    arguments: [
      ("https://Example.org/speech", "http://example.org/speech/", true),
      ("https://example.org:443/speech#end", "https://example.org/speech", true),
      ("http://example.org:80", "https://example.org/", true),
      ("https://example.org/a?utm_source=x&id=7&fbclid=1", "https://example.org/a?id=7", true),
      ("https://example.org/a?id=7", "https://example.org/a?id=8", false),
      ("https://example.org/Speech", "https://example.org/speech", false),
      ("https://www.example.org/", "https://example.org/", false),
      ("https://example.org:8080/", "https://example.org/", false),
      ("http://example.org:443/", "https://example.org/", false),
      ("https://example.org:80/a", "http://example.org/a", false),
      ("http://example.org:/a", "http://example.org/a", true),
      ("HTTPS://EXAMPLE.ORG:443/a", "http://example.org/a", true),
      ("https://example.org/%7Eann/%61%c3%a9", "https://example.org/~ann/aé", true),
      ("https://uk.example.org/wiki/%D0%9A%D0%B8%D1%97%D0%B2", "http://uk.example.org/wiki/Київ", true),
      ("https://example.org/a%2fb", "https://example.org/a%2Fb", true),
      ("https://example.org/a%2Fb", "https://example.org/a/b", false),
      ("https://example.org/?q=a%26b", "https://example.org/?q=a&b", false),
      ("https://example.org/%E2%80%AEa", "https://example.org/\u{202E}a", false),
      ("https://example.org/100%", "https://example.org/100%25", false),
      ("https://example.org/%C3", "https://example.org/%c3", true),
      ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a", true),
      ("https://MÜNCHEN.example:8443/a", "https://xn--mnchen-3ya.example:8443/a", true),
      ("https://MÜNCHEN.example:8443/a", "https://xn--mnchen-3ya.example/a", false),
      ("https://пример.example/", "http://XN--E1AFMKFD.example", true),
      ("https://a.example/x?ref_src=y&mtm_source=z", "https://a.example/x", true),
    ])
  func identity(first: String, second: String, areEqual: Bool) {
    #expect((SourceAddress.compared(first) == SourceAddress.compared(second)) == areEqual)
  }

  private static let plan = """
    ---
    date: 2025-01-10
    ---

    | Issue | Red | Blue | Green |
    |---|---|---|---|
    | Tolls | [+] Yes [law](https://example.org/law) {evidence=vote} | [-] No[^a] | Silent on it |
    | Dams | Yes[^a][^b] | No [a](https://example.org/law/) [b](http://example.org/law#x) | [x](https://b.example) {evidence=own-statement} |

    [^a]: A letter.
    [^b]: A speech, https://example.org/law?utm_medium=mail
    """
  private static let reply = """
    ---
    date: 2025-02-10
    ---

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [++] Still | [-] No[^a] |

    [^a]: A letter.
    """

  private static func lines(_ ids: [ID<Position>], _ graph: IssueGraph) -> [String] {
    ids.map { id in
      let position = graph.positions[id.index]
      return "\(graph.issues[position.issue.index].name) \(graph.parties[position.party.index].name)"
    }
  }

  @Test("positions are found by their sources, over all reports")
  func index() {
    let (graph, diagnostics) = SampleSite([("reports/a.md", Self.plan), ("reports/b.md", Self.reply)]).build()
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let index = EvidenceIndex(graph)
    let counts = EvidenceIndex.counts(of: graph)
    #expect(counts.unsourced == 2 && counts.singleSourced == 3)
    #expect(Self.lines(index.unsourced, graph) == ["Tolls Green", "Tolls Red"])
    #expect(Self.lines(index.singleSourced, graph) == ["Dams Blue", "Dams Green", "Tolls Blue"])
    #expect(
      Set(
        Self.lines(
          index.positions(on: SourceIdentity(address: "HTTPS://example.org/law", in: SourceLibrary())), graph)
      )
        == ["Tolls Red", "Dams Red", "Dams Blue"])
    #expect(index.positions(on: SourceIdentity(address: "https://example.org", in: SourceLibrary())).isEmpty)
    #expect(Self.lines(index.current(on: .ownStatement), graph) == ["Dams Green"])
    #expect(index.current(on: .vote).isEmpty)
    #expect(index.addresses == ["example.org/law", "b.example"])
  }

  @Test("a source column gives sources, as links and as words")
  func sourceColumn() {
    let text = """
      ## Tolls

      | Party | Position | Source |
      |---|---|---|
      | Red | Yes | [law](https://example.org/law) |
      | Blue | No | Letter of 1 March |
      | Green | No [x](https://b.example) | [law](http://example.org/law/), [y](https://b.example) |
      | Grey | Perhaps | |
      """
    let graph = SampleSite([("reports/a.md", text)]).build().graph
    let index = EvidenceIndex(graph)
    #expect(Self.lines(index.unsourced, graph) == ["Tolls Grey"])
    #expect(Self.lines(index.singleSourced, graph) == ["Tolls Blue", "Tolls Red"])
    let counts = EvidenceIndex.counts(of: graph)
    #expect(counts.unsourced == 1 && counts.singleSourced == 2)
    let law = SourceIdentity(address: "https://example.org/law", in: SourceLibrary())
    #expect(Set(Self.lines(index.positions(on: law), graph)) == ["Tolls Red", "Tolls Green"])
  }

  @Test("a column of evidence below a heading gives kinds, also where its name may mean sources")
  func evidenceColumn() {
    func text(_ header: String, _ cells: [String]) -> String {
      let rows = zip(["Red", "Blue", "Green"], cells).map { "| \($0) | Yes indeed, they do | \($1) |" }
      return "## Tolls\n\n| Party | Position | \(header) |\n|---|---|---|\n" + rows.joined(separator: "\n")
    }
    func kinds(_ text: String) -> [String] {
      let graph = SampleSite([("reports/a.md", text)]).build().graph
      let index = EvidenceIndex(graph)
      return graph.positions.map { "\($0.evidence.text ?? "—") \(index.sources(of: $0.id).count)" }
    }
    #expect(
      kinds(text("Kind of evidence", ["vote", "—", "own statement, act"])) == [
        "vote 0", "— 0", "own-statement | act 0",
      ])
    #expect(kinds(text("Evidence", ["vote", "", "document"])) == ["vote 0", "— 0", "document 0"])
    #expect(kinds(text("Evidence", ["vote", "", "Letter of 1 March"])) == ["— 1", "— 0", "— 1"])
    let site = SampleSite([("reports/a.md", text("Kind of evidence", ["vote", "", "gossip"]))])
    #expect(site.build().diagnostics.contains { $0.id == .unreadEvidence }, "\(site.build().diagnostics)")
  }

  @Test("what a party held until its end is not current")
  func ended() {
    let graph = SampleSite(
      [
        (
          "reports/a.md",
          "---\ndate: 2024-01-10\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes {evidence=vote} | No |\n"
        ),
        ("parties/red.md", "---\nto: 2024-06-01\n---\n"),
      ], today: PartialDate(year: 2026, month: 1, day: 1)
    ).build().graph
    #expect(Self.lines(EvidenceIndex(graph).unsourced, graph) == ["Tolls Blue"])
    #expect(EvidenceIndex.counts(of: graph).unsourced == 1 && EvidenceIndex.kinds(of: graph) == [nil: 1])
  }

  @Test("a footnote keeps its text beside its link")
  func texts() {
    let graph = SampleSite([("reports/a.md", Self.plan)]).build().graph
    var sources = PositionSources()
    let texts = graph.positions.map { sources.texts(of: $0, in: graph) }
    #expect(
      texts == [
        ["https://example.org/law"], ["A letter."], [],
        ["A letter.", "A speech, https://example.org/law?utm_medium=mail"],
        ["https://example.org/law/", "http://example.org/law#x"], ["https://b.example"],
      ])
    #expect(
      sources.sources(of: graph.positions[3], in: graph) == [
        "A letter.", "https://example.org/law?utm_medium=mail",
      ])
  }
}
