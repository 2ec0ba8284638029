import Content
import Diagnostics
import Editions
import Graph
import SampleArchives
import Testing

/// What a build asks about cells and propositions that differ from the newest edition.
@Suite("Questions about changes since the newest edition")
struct EditionQuestionsTests {
  private typealias States = RecordedStates

  private static let day = PartialDate(year: 2025, month: 3, day: 31)

  private static func printed(_ before: [(String, String)], _ after: [(String, String)]) -> String {
    let edition = States.edition(before, named: "one", on: day)
    let site = SampleSite(after)
    let graph = site.graph
    let now = Edition(freezing: graph, name: "now", date: day)
    let questions = EditionQuestions(
      since: edition, RecordDifference(from: edition, to: now), graph: graph,
      today: PartialDate(year: 2025, month: 6, day: 1))
    let sources = Dictionary(site.files.map { ($0.source.path, $0.source.bytes) }) { first, _ in first }
    return DiagnosticPrinter { sources[$0] }.text(DiagnosticPolicy().apply(to: questions.diagnostics))
  }

  private static func issue(_ proposition: String, history: String = "") -> (String, String) {
    ("issues/water.md", "---\nproposition: \(proposition)\n\(history)---\n")
  }

  private static let report = States.report(
    "january", "2025-01-10", rows: "Fish | [+] yes | [+] sure", "Water | [--] no way | [+] fine")

  @Test("another proposition asks for the stances to be reconfirmed, and proposes the entry")
  func proposition() {
    let before = Self.issue("The dam should be built.")
    #expect(
      Self.printed([Self.report, before], [Self.report, Self.issue("The dam should not be built.")]) == """
        Content/issues/water.md:2:14: warning: the edition “one” has a different proposition: “The dam should be built.”; check 2 stances against this one [proposition-changed]
           2 | proposition: The dam should not be built.
             |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
             = help: add this entry to “proposition-history:”: - {until: 2025-03-31, text: "The dam should be built."}, with “same-meaning: true” if only the wording has changed

        """)
    #expect(
      Self.printed([Self.report, before], [Self.report, Self.issue("the dam should  be built")]) == "")
    let answered = Self.issue(
      "The dam should not be built.",
      history: "proposition-history:\n  - {until: 2025-03-31, text: \"The dam should be built.\"}\n")
    #expect(Self.printed([Self.report, before], [Self.report, answered]) == "")
    #expect(Self.printed([before], [Self.issue("There should be no dam.")]) == "")
  }

  @Test("a proposition that is added or removed asks, too")
  func propositionOnOneSide() {
    let issue = Self.issue("The dam should be built.")
    #expect(
      Self.printed([Self.report], [Self.report, issue]).contains(
        "issues/water.md:2:14: warning: the edition “one” has no proposition for “Water”; check 2 stances against this one"
      ))
    let gone =
      "warning: the proposition that the edition “one” had for “Water” has been removed: “The dam should be built.”; 2 stances no longer answer a proposition"
    #expect(Self.printed([Self.report, issue], [Self.report]).contains(gone))
    let answered = (
      "issues/water.md",
      "---\nproposition-history:\n  - {until: 2025-03-31, text: \"The dam should be built.\"}\n---\n"
    )
    #expect(Self.printed([Self.report, issue], [Self.report, answered]) == "")
    #expect(Self.printed([], [issue]) == "")
  }

  @Test("a cell that was edited with its date left alone asks: a correction, or a move?")
  func cell() {
    let edited = States.report(
      "january", "2025-01-10", rows: "Fish | [--] never | [+] Sure!", "Water | [--] no way | [+] fine")
    #expect(
      Self.printed([Self.report], [edited]) == """
        Content/reports/january.md:9:10: note: “North” on “Fish” is now “[--] never” but was “[+] yes” in the edition “one”, and its date is not later [changed-since-edition]
           9 | | Fish | [--] never | [+] Sure! |
             |          ^~~~~~~~~~
             = help: for a correction, add to “corrections:” - {date: 2025-06-01, position: "[[Fish#North]]", note: "…"}; for a move, add {as-of=2025-06-01} to the cell and set “updated: 2025-06-01”

        """)
    let silent = States.report(
      "january", "2025-01-10", rows: "Fish | not discussed | [+] sure", "Water | [--] no way | [+] fine")
    #expect(Self.printed([Self.report], [silent]).contains("is now silent but was “[+] yes”"))
    let may = States.report("may", "2025-05-02", rows: "Fish | [--] never | —")
    #expect(Self.printed([Self.report], [Self.report, may]) == "")
  }

  @Test("a correction that names the cell, or none, answers it; so does a later date")
  func answers() {
    func edited(_ matter: String, _ cell: String = "[--] never") -> (String, String) {
      States.report(
        "january", "2025-01-10", matter: matter, rows: "Fish | \(cell) | [+] sure",
        "Water | [--] no way | [+] fine")
    }
    let note = "corrections: [{date: 2025-05, note: Wrong."
    #expect(Self.printed([Self.report], [edited(note + ", position: Fish#North}]\n")]) == "")
    #expect(Self.printed([Self.report], [edited(note + "}]\n")]) == "")
    #expect(
      Self.printed([Self.report], [edited(note + ", position: Water#North}]\n")]).contains(
        "[changed-since-edition]"))
    #expect(
      Self.printed([Self.report], [edited("updated: 2025-05-02\n", "[--] never {as-of=2025-05-02}")]) == "")
  }

  @Test("a report names its first twenty changed cells and counts the others")
  func many() {
    func table(_ mark: String) -> (String, String) {
      let rows = (0..<23).map { "| Issue \($0) | [\(mark)] words | — |\n" }.joined()
      return (
        "reports/a.md",
        "---\ndate: 2025-01-10\n---\n\n| Issue | North | South |\n|---|---|---|\n\(rows)"
      )
    }
    let lines = Self.printed([table("+")], [table("-")]).split(separator: "\n").filter {
      $0.contains("[changed-since-edition]")
    }
    #expect(lines.count == 21)
    #expect(
      lines.last?.contains(
        "3 more cells in this report differ from the edition “one” but are not dated later")
        == true)
  }

  @Test("another date of a report that makes another position current asks; a note of the report answers it")
  func reportDate() {
    func site(_ day: String, matter: String = "") -> [(String, String)] {
      [
        States.report("march", "2025-03-10", rows: "Fish | [--] never | [+] sure"),
        States.report("other", day, matter: matter, rows: "Fish | [+] yes | [+] sure"),
      ]
    }
    #expect(
      Self.printed(site("2025-01-10"), site("2025-05-02")) == """
        Content/reports/other.md: note: this report is now dated 2025-05-02 but was dated 2025-01-10 in the edition “one”; “North” on “Fish” is now “[+] yes” but was “[--] never” [changed-since-edition]
             = help: for a correction, add to “corrections:” - {date: 2025-06-01, note: "…"}; if parties moved, restore the date, set “updated:”, and add {as-of=…} to the newer cells

        """)
    let note = "corrections: [{date: 2025-05, note: The wrong date.}]\n"
    #expect(Self.printed(site("2025-01-10"), site("2025-05-02", matter: note)) == "")
    #expect(Self.printed(site("2025-01-10"), site("2025-02-02")) == "")
  }
}
