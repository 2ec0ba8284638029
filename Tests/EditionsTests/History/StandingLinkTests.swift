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

  /// A site whose edition of February held “yes” in the cell of North.
  private static func record(
    _ cell: String, _ others: [(String, String)]
  ) -> (record: RecordHistory, messages: [String]) {
    let winter = States.edition(
      files("[+] yes", others), named: "winter", on: PartialDate(year: 2025, month: 2, day: 1))
    let now = files(cell, others)
    var site = SampleSite(now, today: PartialDate("2025-07-01"))
    site.published = [winter.published]
    let (graph, diagnostics) = site.build()
    let memory = EditionArchive([winter]).memory(before: States.edition(now))
    let record = RecordHistory(graph, memory: memory)
    return (record, record.withoutAnswered(diagnostics).map(\.message))
  }

  /// The diagnostics that are left.
  private static func messages(_ cell: String, _ others: (String, String)...) -> [String] {
    record(cell, others).messages
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

  private static func tension(_ links: String, date: String = "2025-06-20") -> (String, String) {
    ("reports/late.md", "---\ndate: \(date)\n---\n\n> [!tension] \(links)\n> It is not so.\n")
  }

  /// The words of the positions of the only tension.
  private static func sides(_ cell: String, _ others: (String, String)...) -> [String] {
    let record = record(cell, others).record
    return record.tensions.flatMap { tension in
      tension.sides.compactMap { record.position(of: $0, in: tension.report).map(record.words) }
    }
  }

  @Test("of a tension is answered by what was held at its date, though a newer cell has replaced it")
  func tension() {
    for cell in ["n/a {as-of=2025-05}", "[-] no {as-of=2025-05}"] {
      for link in ["[[Fish#North]]", "[[table#fish--north]]"] {
        let tension = Self.tension(link, date: "2025-03-01")
        #expect(Self.messages(cell, tension) == [], "\(cell) \(link)")
        #expect(Self.sides(cell, tension) == ["yes"], "\(cell) \(link)")
      }
    }
    #expect(Self.sides("[-] no {as-of=2025-05}", Self.tension("[[Fish#North]]")) == ["no"])
    #expect(Self.sides("[-] no", Self.tension("[[Fish#North]]", date: "2025-03-01")) == ["no"])
  }

  @Test("of a tension does not fall back to an older position that a remembered one had superseded")
  func olderPosition() {
    let older = States.report("older", "2024-06-01", rows: "Fish | [--] never | —")
    let tension = Self.tension("[[Fish#North]]", date: "2025-03-01")
    #expect(Self.sides("[-] no {as-of=2025-05}", older, tension) == ["yes"])
  }

  @Test("of a tension is reported if nobody remembers it") func unknownTension() {
    let tension = Self.tension("[[Fish#North]]")
    #expect(Self.messages("", tension) == ["“North” holds no position on “Fish” in any report"])
    #expect(Self.sides("", tension) == [])
    #expect(Self.messages("n/a", Self.tension("[[table#fish--south]]")).count == 1)
  }

  @Test("names the party and the issue, so that renaming finds it") func occurrences() {
    let graph = SampleSite(Self.files("n/a", [Self.page])).graph
    let roles = graph.occurrences(of: .party(graph.parties[0].id)).filter { $0.role == .wikilink }
    #expect(roles.count == 1)
  }
}
