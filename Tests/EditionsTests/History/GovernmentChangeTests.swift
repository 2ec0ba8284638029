import Content
import Editions
import Graph
import SampleArchives
import Testing

@Suite("A change of government") struct GovernmentChangeTests {
  private static let parties = [
    ("parties/state.md", "---\ntitle: State\n---\n"),
    ("parties/old.md", "---\ntitle: Old\nacts-for: State\nto: 2024-06\n---\n"),
    ("parties/mid.md", "---\ntitle: Mid\nacts-for: State\nsucceeds: Old\nfrom: 2024-07\nto: 2024-12\n---\n"),
    ("parties/new.md", "---\ntitle: New\nacts-for: State\nsucceeds: Mid\nfrom: 2025\n---\n"),
  ]

  private static func report(_ date: String, _ party: String, _ cell: String) -> (String, String) {
    (
      "reports/\(date)-\(party).md",
      "---\ndate: \(date)\n---\n\n| Issue | \(party) | Rival |\n|---|---|---|\n| Tolls | \(cell) | |\n"
    )
  }

  private static func changes(_ reports: (String, String)...) -> [String] {
    let graph = SampleSite(parties + reports, today: PartialDate("2025-06-01")).graph
    let record = RecordHistory(graph)
    return record.governmentChanges(on: graph.issues[0].id).map { change in
      let names = [change.succession.predecessor, change.succession.successor].map {
        graph.parties[$0.index].name
      }
      let words = [change.before, change.after].map { $0.map(record.words).joined(separator: "/") }
      return "\(names[0]): \(words[0]) → \(names[1]): \(words[1]), \(change.difference)"
    }
  }

  @Test("compares the standing of the one at its end with the first positions of the other") func ends() {
    #expect(
      Self.changes(
        Self.report("2024-01-01", "Old", "[+] a"), Self.report("2024-05-01", "Old", "[++] b"),
        Self.report("2024-08-01", "Mid", "[-] c"), Self.report("2024-10-01", "Mid", "[--] d"),
        Self.report("2025-02-01", "New", "[--] e"))
        == ["Old: b → Mid: c, otherStance", "Mid: d → New: e, sameStance"])
  }

  @Test("passes over one without a position on the issue") func gap() {
    #expect(
      Self.changes(Self.report("2024-05-01", "Old", "[+] b"), Self.report("2025-02-01", "New", "[-] e"))
        == ["Old: b → New: e, otherStance"])
    #expect(Self.changes(Self.report("2025-02-01", "New", "[-] e")) == [])
  }

  @Test("is not told where stances cannot be compared") func unknown() {
    #expect(
      Self.changes(Self.report("2024-05-01", "Old", "[+] b"), Self.report("2025-02-01", "New", "words"))
        == ["Old: b → New: words, unknown"])
    #expect(
      Self.changes(Self.report("2024-05-01", "Old", "[~] b"), Self.report("2025-02-01", "New", "[~] e"))
        == ["Old: b → New: e, unknown"])
    #expect(
      Self.changes(Self.report("2024-05-01", "Old", "same"), Self.report("2025-02-01", "New", "same"))
        == ["Old: same → New: same, sameStance"])
  }

  @Test("is not told where the two answer different propositions") func otherProposition() {
    let question = (
      "issues/tolls.md",
      "---\nproposition: Tolls should rise.\nproposition-history:\n  - {until: 2024-12-31, text: Tolls should fall.}\n---\n"
    )
    #expect(
      Self.changes(
        question, Self.report("2024-05-01", "Old", "[+] b"), Self.report("2025-02-01", "New", "[+] e"))
        == ["Old: b → New: e, unknown"])
  }

  @Test("keeps concurrent positions together") func concurrent() {
    #expect(
      Self.changes(
        Self.report("2024-05-01", "Old", "[+] a"), Self.report("2025", "New", "[-] b"),
        Self.report("2025-02", "New", "[--] c"))
        == ["Old: a → New: c/b, otherStance"])
  }

  @Test("is found past thousands without a position on the issue") func chain() {
    let count = 5_000
    var files = [("parties/state.md", "---\ntitle: State\n---\n")]
    files += (1...count).map { number in
      let succeeds = number > 1 ? "succeeds: Cabinet \(number - 1)\n" : ""
      return (
        "parties/c\(number).md", "---\ntitle: Cabinet \(number)\nacts-for: State\n\(succeeds)---\n"
      )
    }
    let table = "| Issue | Cabinet 1 | Cabinet \(count) |\n|---|---|---|\n| Tolls | [+] Yes | [-] No |\n"
    files.append(("reports/a.md", table))
    let record = RecordHistory(SampleSite(files).graph)
    let changes = record.governmentChanges(on: record.graph.issues[0].id)
    #expect(changes.map { record.graph.parties[$0.succession.predecessor.index].name } == ["Cabinet 1"])
  }

  @Test("is a step of neither party") func steps() {
    let graph = SampleSite(
      Self.parties + [Self.report("2024-05-01", "Old", "[+] a"), Self.report("2024-08-01", "Mid", "[-] b")],
      today: PartialDate("2025-06-01")
    ).graph
    for party in graph.parties {
      #expect(graph.steps(of: graph.positionsOfParty[party.id]).allSatisfy { $0 == nil })
    }
  }
}
