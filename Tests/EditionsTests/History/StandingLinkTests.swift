import Content
import Editions
import Graph
import SampleArchives
import Testing

@Suite("A link to what a party holds") struct StandingLinkTests {
  private typealias States = RecordedStates

  private static func files(_ cell: String, _ others: [(String, String)]) -> [(String, String)] {
    [States.report("table", "2025-01-10", matter: "updated: 2025-06-01\n", rows: "Fish | \(cell) | —")]
      + others
  }

  /// The diagnostics that are left of a site whose edition of February held “yes” in the cell of North.
  private static func messages(_ cell: String, _ others: (String, String)...) -> [String] {
    let winter = States.edition(
      files("[+] yes", others), named: "winter", on: PartialDate(year: 2025, month: 2, day: 1))
    let now = files(cell, others)
    let (graph, diagnostics) = SampleSite(now, today: PartialDate("2025-07-01")).build()
    let memory = EditionArchive([winter]).memory(before: States.edition(now))
    return RecordHistory(graph, memory: memory).withoutAnswered(diagnostics).map(\.message)
  }

  private static let page = ("pages/about.md", "# About\n\nSee [[Fish#North]].\n")

  @Test("is answered by what only an edition remembers") func answered() {
    #expect(Self.messages("n/a {as-of=2025-05}", Self.page) == [])
    #expect(Self.messages("n/a {as-of=2025-05}", Self.page, ("index.md", "![[Fish#North]]\n")) == [])
  }

  @Test("is reported if the party holds nothing, now or at the date of the report") func unanswered() {
    #expect(Self.messages("", Self.page) == ["“North” holds no position on “Fish” in any report"])
    let early = ("reports/early.md", "---\ndate: 2024-12-01\n---\n\nSee [[Fish#North]].\n")
    #expect(
      Self.messages("n/a {as-of=2025-05}", early) == ["“North” holds no position on “Fish” in any report"])
  }

  @Test("of a tension needs a position in a report") func tension() {
    let tension = (
      "reports/late.md", "---\ndate: 2025-06-20\n---\n\n> [!tension] [[Fish#North]]\n> It is not so.\n"
    )
    #expect(
      Self.messages("n/a {as-of=2025-05}", tension) == ["“North” holds no position on “Fish” in any report"])
  }

  @Test("names the party and the issue, so that renaming finds it") func occurrences() {
    let graph = SampleSite(Self.files("n/a", [Self.page])).graph
    let roles = graph.occurrences(of: .party(graph.parties[0].id)).filter { $0.role == .wikilink }
    #expect(roles.count == 1)
  }
}
