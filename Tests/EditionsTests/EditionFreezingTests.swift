import Content
import Editions
import SampleArchives
import Testing

@Suite("Freezing a graph")
struct EditionFreezingTests {
  @Test("everything that a reader can cite is recorded")
  func freezing() {
    let site = SampleSite([
      (
        "reports/2025-03-02-plan.md",
        """
        # The plan

        | Aspect    | U.S.                 | Russia            |
        |-----------|----------------------|-------------------|
        | Sanctions | [+] **keeps** them[^1] | — |
        | Gas       | cuts `it` {as-of=2025-02} | [--] uses [it](https://example.org) |

        [^1]: A briefing.
        """
      ),
      ("issues/sanctions.md", "---\naliases: [Embargo]\nproposition: They stay.\n---\n"),
      ("parties/us.md", "---\ntitle: United States\naliases: [U.S.]\n---\n"),
      ("parties/russia.md", "---\nacts-for: United States\n---\n"),
    ])
    let edition = Edition(freezing: site.graph, name: "spring", date: PartialDate(year: 2025, month: 4))
    #expect(edition.reports.map(\.path) == ["reports/2025-03-02-plan.md"])
    #expect(edition.issues.map(\.slug) == ["gas", "sanctions"])
    #expect(edition.issues.last?.aliases == ["Embargo"])
    #expect(edition.issues.last?.proposition == "They stay.")
    #expect(edition.parties.map(\.actsFor) == ["us", nil])
    #expect(edition.positions.map(\.text) == ["uses it", "cuts it", "keeps them"])
    #expect(edition.positions.map(\.stance) == [.redLine, nil, .supports])
    #expect(edition.positions.map(\.origin) == [.fileName, .cell, .fileName])
    #expect(edition.positions.map(\.anchor) == ["gas--russia", "gas--us", "sanctions--us"])
    #expect(EditionReader.read(.init(path: "spring.json", bytes: edition.json)).edition == edition)
  }

  @Test("kinds of evidence are recorded, and editions without them are read")
  func evidence() {
    let text = "# A\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes {evidence=vote} | No |\n"
    let graph = SampleSite([("reports/a.md", text)]).graph
    let edition = Edition(freezing: graph, name: "spring", date: PartialDate(year: 2025, month: 4))
    #expect(edition.positions.map(\.evidence) == [[], [.vote]])
    let json = String(decoding: edition.json, as: UTF8.self)
    func read(_ json: String) -> Edition? {
      EditionReader.read(.init(path: "spring.json", text: json)).edition
    }
    #expect(read(json) == edition)
    let without = json.replacing(#","evidence":"vote""#, with: "")
    #expect(without != json && read(without)?.positions.map(\.evidence) == [[], []])
    #expect(read(json.replacing(#""vote""#, with: #""guess""#)) == nil)
  }
}
