import Content
import Editions
import Graph
import Testing

/// What `diff` and the pages of changes tell of each edit and of each new report.
@Suite("What happened to the record, and what is new")
struct RecordDifferenceTests {
  private typealias States = RecordedStates

  @Test("an edit of an old record is a correction, and a newer report that says otherwise is a move")
  func editAndMove() {
    let january = States.report(
      "january", "2025-01-10", rows: "Fish | [+] yes | [+] sure", "Water | [--] no way | [+] fine")
    let edited = States.report(
      "january", "2025-01-10", rows: "Fish | [--] never | [+] sure", "Water | [--] no way | [+] fine")
    let may = States.report("may", "2025-05-02", rows: "Water | [+] agreed | [+] fine")
    #expect(
      States.lines([january], [edited, may]) == [
        "North Fish corrected: [+] yes → [--] never",
        "North Water reversed: [--] no way → [+] agreed",
        "South Water confirmed: [+] fine → [+] fine",
      ])
    #expect(
      States.difference([january], [edited, may]).counts.map(\.word) == [
        "corrected", "reversed", "confirmed",
      ])
  }

  @Test("a cell that is edited together with its date is a move, and the old position is remembered")
  func keptTable() {
    let before = States.report(
      "table", "2025-01-10", matter: "updated: 2025-09-01\n", rows: "Fish | [+] yes {as-of=2025-01} | [+] a")
    let after = States.report(
      "table", "2025-01-10", matter: "updated: 2025-09-01\n", rows: "Fish | [-] no {as-of=2025-05} | [+] b")
    let difference = States.difference([before], [after])
    #expect(
      States.lines(difference) == [
        "North Fish reversed: [+] yes → [-] no", "South Fish corrected: [+] a → [+] b",
      ])
    #expect(difference.memory.map(\.position.text) == ["yes"])
    #expect(difference.memory.map(\.edition) == ["one"])
  }

  @Test(
    "a date of the table that moves makes newer cells; one that does not move past the old one makes corrections"
  )
  func tableDate() {
    func table(_ date: String, _ cell: String) -> (String, String) {
      States.report("table", "2025-12-01", directive: "as-of=\(date)", rows: "Fish | \(cell) | —")
    }
    #expect(
      States.lines([table("2025-03", "[+] yes")], [table("2025-04", "[-] no")]) == [
        "North Fish reversed: [+] yes → [-] no"
      ])
    #expect(
      States.lines([table("2025-03", "[+] yes")], [table("2025-03-31", "[-] no")]) == [
        "North Fish corrected: [+] yes → [-] no"
      ])
    #expect(
      States.lines([table("2025-03", "[+] yes")], [table("2025-02", "[-] no")]) == [
        "North Fish corrected: [+] yes → [-] no"
      ])
  }

  @Test(
    "a newer position moves on the scale",
    arguments: [
      ("[+] a", "[++] b", "hardened"), ("[-] a", "[--] b", "hardened"), ("[0] a", "[-] b", "hardened"),
      ("[++] a", "[+] b", "softened"), ("[--] a", "[0] b", "softened"), ("[++] a", "[--] b", "reversed"),
      ("[-] a", "[+] b", "reversed"), ("[~] a", "[+] b", "changed"), ("[--] a", "[~] b", "changed"),
      ("[+] a", "[+] b", "confirmed"), ("a", "a", "confirmed"), ("[~] a", "[~] a", "confirmed"),
      ("a", "b", "restated"), ("[~] a", "[~] b", "restated"), ("a", "[+] b", "rating changed"),
      ("[+] a", "a", "rating changed"), ("a", "[~] a", "rating changed"),
    ])
  func outcomes(old: String, new: String, word: String) {
    let before = [States.report("january", "2025-01-10", rows: "Fish | \(old) | —")]
    let after = before + [States.report("may", "2025-05-02", rows: "Fish | \(new) | —")]
    #expect(States.difference(before, after).told.map(\.word) == [word])
  }

  @Test("the next rated position is compared with the last rated one")
  func unratedBetween() {
    let before = [
      States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] yes"),
      States.report("march", "2025-03-10", rows: "Fish | said nothing new | wavers"),
    ]
    let after = before + [States.report("may", "2025-05-02", rows: "Fish | [+] still yes | [-] no")]
    #expect(
      States.lines(before, after) == [
        "North Fish confirmed: [+] yes → [+] still yes", "South Fish reversed: [+] yes → [-] no",
      ])
  }

  @Test("several newer positions are one move with its steps, also one that returned")
  func steps() throws {
    let before = [States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] yes")]
    let after =
      before + [
        States.report("march", "2025-03-10", rows: "Fish | [-] no | [-] no"),
        States.report("may", "2025-05-02", rows: "Fish | [+] yes again | [--] never"),
      ]
    let changes = States.difference(before, after).told
    #expect(changes.map(\.word) == ["returned", "reversed"])
    let first = try #require(changes.first)
    #expect(first.steps.map { $0.map(\.position.text) } == [["no"], ["yes again"]])
    #expect(first.added.map(\.position.report) == ["march", "may"])
  }

  @Test("the first position is new, and so is one more beside a concurrent one")
  func new() {
    let before = [States.report("january", "2025-01-10", rows: "Fish | [+] yes | —")]
    let after = before + [States.report("other", "2025-01-10", rows: "Fish | [--] never | [+] yes")]
    #expect(
      States.lines(before, after) == [
        "North Fish new:  → [--] never", "South Fish new:  → [+] yes",
      ])
  }

  @Test("a new report of an older day adds to the past")
  func past() {
    let before = [States.report("may", "2025-05-02", rows: "Fish | [+] yes | —")]
    let after = before + [States.report("january", "2025-01-10", rows: "Fish | [-] no | —")]
    #expect(States.lines(before, after) == ["North Fish added to the past:  → [-] no"])
  }

  @Test("a row added to an old report is new, added to the past or a correction, but never a move")
  func addedRow() {
    let empty = States.report("march", "2025-03-10", rows: "Gas | [+] a | [+] a")
    let full = States.report("march", "2025-03-10", rows: "Gas | [+] a | [+] a", "Fish | [-] no | [-] no")
    let january = States.report("january", "2025-01-10", rows: "Fish | [+] yes | —")
    let may = States.report("may", "2025-05-02", rows: "Fish | [+] yes | —")
    #expect(States.lines([empty], [full]).first == "North Fish new:  → [-] no")
    #expect(States.lines([empty, may], [full, may]).first == "North Fish added to the past:  → [-] no")
    #expect(
      States.lines([empty, january], [full, january]).first == "North Fish corrected: [+] yes → [-] no")
  }

  @Test("what is removed is withdrawn, and what is a draft now is withheld")
  func removed() {
    let january = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] yes")
    let emptied = States.report("january", "2025-01-10", rows: "Fish | [+] yes | ")
    #expect(States.lines([january], [emptied]) == ["South Fish withdrawn: [+] yes → "])
    let gone = RecordDifference(from: States.edition([january]), to: States.edition([]))
    #expect(gone.told.map(\.word) == ["withdrawn", "withdrawn"])
    let withheld = States.edition(
      [], withheld: [FrozenWithheldReport(path: "reports/january.md", slug: "january", reason: "a draft")])
    #expect(
      RecordDifference(from: States.edition([january]), to: withheld).told.map(\.word) == [
        "withheld", "withheld",
      ])
  }

  @Test("a name that is split gives each of the names its own positions, in every run")
  func splitName() {
    let plan = States.report(
      "plan", "2025-01-10", parties: "Washington | Russia", rows: "Fish | [--] never | [-] no")
    let may = States.report("may", "2025-05-10", parties: "U.S. | Russia", rows: "Fish | [-] turned | [-] no")
    let alias = ("parties/us.md", "---\ntitle: U.S.\naliases: [Washington]\n---\n")
    let whole = ("parties/us.md", "---\ntitle: U.S.\n---\n")
    let lines = States.lines([plan, may, alias], [plan, may, whole])
    #expect(lines.contains("Washington Fish corrected:  → [--] never"), "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("U.S. ") && $0.contains("never") })
    for _ in 0..<10 { #expect(States.lines([plan, may, alias], [plan, may, whole]) == lines) }
  }

  @Test("a move is shown by the position that made it, not by one that confirms it")
  func dateOfMove() {
    let january = States.report("january", "2025-01-10", rows: "Fish | [--] never | —")
    let may = States.report("may", "2025-05-10", rows: "Fish | [-] no | —")
    let june = States.report("june", "2025-06-10", rows: "Fish | [-] still no | —")
    let moves = States.difference([january], [january, may, june]).told
    #expect(moves.map(\.word) == ["softened"] && moves.first?.shown?.position.report == "may")
  }

  @Test("the same mixed words in other case and punctuation confirm")
  func mixedWords() {
    let january = States.report("january", "2025-01-10", rows: "Fish | [~] mix | —")
    let may = States.report("may", "2025-05-10", rows: "Fish | [~] MIX. | —")
    #expect(States.difference([january], [january, may]).told.map(\.word) == ["confirmed"])
  }

  @Test("a report that is renamed with a redirect and becomes a draft in one step is withheld")
  func renamedAndWithheld() {
    let january = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] yes")
    let withheld = FrozenWithheldReport(
      path: "reports/winter.md", slug: "winter", reason: "a draft", redirects: ["reports/january"])
    let difference = RecordDifference(
      from: States.edition([january]), to: States.edition([], withheld: [withheld]))
    #expect(difference.told.map(\.word) == ["withheld", "withheld"])
  }

  @Test("the same words and date in another report are relocated, and never confirm anything")
  func relocated() {
    let old = States.report(
      "january", "2025-01-10", directive: "as-of=2025-01", rows: "Fish | [+] yes | [+] a",
      "Gas | [+] b | [+] c")
    let rest = States.report("january", "2025-01-10", directive: "as-of=2025-01", rows: "Gas | [+] b | [+] c")
    let moved = States.report(
      "archive", "2025-06-10", directive: "as-of=2025-01", rows: "Fish | [+] yes | [+] a")
    #expect(States.difference([old], [rest, moved]).told.map(\.word) == ["relocated", "relocated"])
  }

  @Test("a report renamed with a redirect is one that was there")
  func renamedReport() {
    let old = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [-] no")
    let new = States.report(
      "winter", "2025-01-11", matter: "redirects: [/reports/january/]\n", rows: "Fish | [+] yes | [--] never")
    #expect(
      States.lines([old], [new]) == [
        "North Fish relocated: [+] yes → [+] yes", "South Fish corrected: [-] no → [--] never",
      ])
  }

  @Test("a row that is filed under another issue is corrected")
  func otherIssue() {
    let old = States.report("january", "2025-01-10", rows: "Fish | [+] yes | —")
    let new = States.report("january", "2025-01-10", rows: "Water | [+] yes | —")
    #expect(States.lines([old], [new]) == ["North Water corrected: [+] yes → [+] yes"])
  }

  @Test("a newer report that is silent leaves the position standing; a cell edited into silence is corrected")
  func silence() {
    let january = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] yes")
    let edited = States.report("january", "2025-01-10", rows: "Fish | [+] yes | not discussed")
    let may = States.report("may", "2025-05-02", rows: "Fish | not discussed | [+] a")
    #expect(
      States.lines([january], [january, may]) == [
        "North Fish silent: [+] yes → ", "South Fish confirmed: [+] yes → [+] a",
      ])
    #expect(States.lines([january], [edited]) == ["South Fish corrected: [+] yes → "])
  }

  @Test("newer silence in the same cell is remembered and stands, and what follows confirms it")
  func silenceInPlace() {
    func table(_ cell: String) -> [(String, String)] {
      [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | —")]
    }
    let one = States.edition(table("[+] yes"), named: "one", on: PartialDate(year: 2025, month: 2))
    let two = States.edition(table("— {as-of=2025-05}"), named: "two", on: PartialDate(year: 2025, month: 6))
    let now = States.edition(table("[+] yes, still {as-of=2025-09}"))
    let archive = EditionArchive([one, two])
    #expect(States.lines(RecordDifference(from: one, to: two)) == ["North Fish silent: [+] yes → "])
    let memory = archive.memory(before: two)
    #expect(memory.map(\.position.text) == ["yes"])
    #expect(
      States.lines(RecordDifference(from: two, to: now, remembering: memory)) == [
        "North Fish confirmed: [+] yes → [+] yes, still"
      ])
  }

  @Test("a report's other date is a correction of a standing, and never makes anything newer")
  func redatedReport() {
    let march = States.report("march", "2025-03-10", rows: "Fish | [+] yes | [+] a")
    let may = States.report("may", "2025-05-02", rows: "Fish | [-] no | —")
    let redated = States.report("march", "2025-06-10", rows: "Fish | [+] yes | [+] a")
    let difference = States.difference([march, may], [redated, may])
    #expect(States.lines(difference) == ["North Fish corrected: [-] no → [+] yes"])
    #expect(difference.told.map(\.cause) == [.reportDate])
  }

  @Test("merged names that change a standing are a correction of it")
  func mergedNames() {
    let march = States.report("march", "2025-03-10", rows: "Fish | [+] yes | —")
    let may = States.report("may", "2025-05-02", rows: "Fisheries | [-] no | —")
    let alias = ("issues/fish.md", "---\naliases: [Fisheries]\n---\n")
    let difference = States.difference([march, may], [march, may, alias])
    #expect(difference.told.map(\.word) == ["corrected"])
    #expect(difference.told.map(\.cause) == [.names])
    #expect(difference.subjects.contains { $0.before.count == 2 })
  }

  @Test(
    "an author's note stands with the correction that it names, and one without a name with all of its report"
  )
  func notes() {
    let old = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [+] a")
    func new(_ entry: String) -> (String, String) {
      States.report(
        "january", "2025-01-10",
        matter: "corrections:\n  - date: 2025-02-01\n    note: We misread.\n\(entry)",
        rows: "Fish | [-] no | [-] b")
    }
    #expect(
      States.difference([old], [new("    position: \"[[Fish#North]]\"\n")]).told.map(\.notes) == [
        ["We misread."], [],
      ])
    #expect(States.difference([old], [new("")]).told.map(\.notes) == [["We misread."], ["We misread."]])
  }

  @Test(
    "white space, case, quotation marks and punctuation alone are recorded and not told",
    arguments: [
      ("yes, it is", "Yes it is.", true), ("“yes”", "\"yes\"", true), ("1.5 %", "15 %", false),
      ("-5", "5", false), ("5 %", "5", false), ("yes", "yes!", true),
    ])
  func minor(old: String, new: String, isMinor: Bool) {
    let before = States.report("january", "2025-01-10", rows: "Fish | [+] it: \(old) | —")
    let after = States.report("january", "2025-01-10", rows: "Fish | [+] it: \(new) | —")
    let difference = States.difference([before], [after])
    #expect(difference.changes.map(\.isMinor) == [isMinor])
    #expect(difference.told.isEmpty == isMinor)
  }

  @Test(
    "a newer position under another proposition is new and names the earlier one, unless both mean the same")
  func otherProposition() {
    func issue(_ proposition: String, _ history: String = "") -> (String, String) {
      ("issues/water.md", "---\nproposition: \(proposition)\nproposition-history: [\(history)]\n---\n")
    }
    let january = States.report("january", "2025-01-10", rows: "Water | [--] no way | —")
    let may = States.report("may", "2025-05-02", rows: "Water | [+] agreed | —")
    let before = [january, issue("Build it.")]
    let entry = "{until: 2025-03, text: Build it."
    let other = States.difference(before, [january, may, issue("Do not build it.", entry + "}")])
    #expect(States.lines(other) == ["North Water new:  → [+] agreed"])
    #expect(other.changes.map(\.earlierProposition) == ["Build it."])
    let same = States.difference(
      before, [january, may, issue("It should be built.", entry + ", same-meaning: true}")])
    #expect(States.lines(same) == ["North Water reversed: [--] no way → [+] agreed"])
    #expect(same.changes.map(\.earlierProposition) == [nil])
    // The history of the later state also says what remembered positions answered.
    let table = { (cell: String) in
      States.report("january", "2025-01-10", matter: "updated: 2025-09-01\n", rows: "Water | \(cell) | —")
    }
    let kept = States.difference(
      [table("[--] no way"), issue("Build it.")],
      [table("[+] agreed {as-of=2025-05}"), issue("Do not build it.", entry + "}")])
    #expect(States.lines(kept) == ["North Water new:  → [+] agreed"])
    #expect(kept.memory.map(\.position.text) == ["no way"])
  }

  @Test("a source that is exchanged is a correction")
  func source() {
    let before = States.report("january", "2025-01-10", rows: "Fish | [+] [yes](https://example.org/a) | —")
    let after = States.report("january", "2025-01-10", rows: "Fish | [+] [yes](https://example.org/b) | —")
    #expect(States.lines([before], [after]) == ["North Fish corrected: [+] yes → [+] yes"])
  }

  @Test("an edition of version 1 does not know sources and silent cells, and nothing is told of them")
  func firstVersion() {
    let file = """
      {"standpoint":"edition","version":1,"name":"old","date":"2025-02-01",
      "reports":[{"slug":"january","path":"reports/january.md","title":"January","date":"2025-01-10"}],
      "issues":[{"slug":"fish","name":"Fish","aliases":[],"proposition":null}],
      "parties":[{"slug":"north","name":"North","aliases":[],"acts-for":null},{"slug":"south","name":"South","aliases":[],"acts-for":null}],
      "positions":[{"issue":"fish","party":"north","report":"january","ordinal":1,"stance":"+","date":"2025-01-10","origin":"front-matter","anchor":"fish--north","quote":"yes"}]}
      """
    let old = EditionReader.read(.init(path: "old.json", text: file)).edition
    let now = States.edition([
      States.report("january", "2025-01-10", rows: "Fish | [+] [yes](https://example.org/a) | —")
    ])
    #expect(old.map { States.lines(RecordDifference(from: $0, to: now)) } == [])
  }

  @Test("one table edited over five editions tells the history that a reader would write down")
  func fiveEditions() {
    let cells = [
      "[+] yes {as-of=2025-01}", "[+] yes, surely {as-of=2025-01}", "[-] no {as-of=2025-03}",
      "[-] not at all {as-of=2025-05}", "[+] yes after all {as-of=2025-07}",
    ]
    let editions = cells.enumerated().map { index, cell in
      States.edition(
        [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | —")],
        named: "e\(index)", on: PartialDate(year: 2025, month: 2 * index + 2))
    }
    let archive = EditionArchive(editions)
    let told = zip(editions, editions.dropFirst()).flatMap {
      States.lines(RecordDifference(from: $0, to: $1, remembering: archive.memory(before: $0)))
    }
    #expect(
      told == [
        "North Fish corrected: [+] yes → [+] yes, surely", "North Fish reversed: [+] yes, surely → [-] no",
        "North Fish confirmed: [-] no → [-] not at all",
        "North Fish reversed: [-] not at all → [+] yes after all",
      ])
    #expect(archive.memory(before: editions[4]).map(\.position.text) == ["yes, surely", "no", "not at all"])
    #expect(archive.memory(before: editions[4]).map(\.edition) == ["e1", "e2", "e3"])
  }

  /// Files of parties or issues, by file name and title.
  private static func named(_ folder: String, _ titles: (String, String)...) -> [(String, String)] {
    titles.map { ("\(folder)/\($0.0).md", "---\ntitle: \($0.1)\n---\n") }
  }

  @Test("names that are swapped between two files stay with their positions: nothing is corrected")
  func swappedNames() {
    let report = States.report(
      "plan", "2025-01-10", rows: "Fish | [+] yes | [-] no", "Water | [--] never | [+] fine")
    let before = Self.named("parties", ("a", "North"), ("b", "South"))
    let after = Self.named("parties", ("a", "South"), ("b", "North"))
    let difference = States.difference([report] + before, [report] + after)
    #expect(States.lines(difference) == [])
    #expect(
      difference.subjects.map {
        "\($0.before.map(\.slug)) \($0.before.map(\.name)) → \($0.after.map(\.slug))"
      } == [
        "[\"a\"] [\"North\"] → [\"b\"]", "[\"b\"] [\"South\"] → [\"a\"]",
      ])
    let issues = Self.named("issues", ("a", "Fish"), ("b", "Water"), ("c", "Dams"))
    let turned = Self.named("issues", ("a", "Water"), ("b", "Dams"), ("c", "Fish"))
    #expect(States.lines([report] + issues, [report] + turned) == [])
    let may = States.report("may", "2025-05-02", rows: "Fish | [-] not now | [-] no")
    #expect(
      States.lines([report] + before, [report, may] + after) == [
        "North Fish reversed: [+] yes → [-] not now", "South Fish confirmed: [-] no → [-] no",
      ])
  }

  @Test("names that move on from file to file are told by the words of their cells")
  func shiftedNames() {
    let report = States.report("plan", "2025-01-10", rows: "Fish | [+] yes | [-] no")
    let lines = States.lines(
      [report] + Self.named("parties", ("a", "North"), ("b", "South")),
      [States.report("plan", "2025-01-10", parties: "South | East", rows: "Fish | [-] no | [+] indeed")]
        + Self.named("parties", ("a", "South"), ("b", "East")))
    #expect(lines.allSatisfy { !$0.contains("[-] no →") && !$0.contains("→ [-] no") }, "\(lines)")
  }

  @Test("what editions remember stays with a party whose file changes names with another")
  func swappedMemory() {
    func table(_ cell: String) -> (String, String) {
      States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | [-] no")
    }
    let before = Self.named("parties", ("a", "North"), ("b", "South"))
    let after = Self.named("parties", ("a", "South"), ("b", "North"))
    let now = "[-] not now {as-of=2025-05}"
    let first = States.edition(
      [table("[+] yes")] + before, named: "one", on: PartialDate(year: 2025, month: 2, day: 1))
    let second = States.edition(
      [table(now)] + before, named: "two", on: PartialDate(year: 2025, month: 6, day: 1))
    let third = States.edition([table(now)] + after)
    let memory = EditionArchive.differences(through: [first, second, third]).last?.memory ?? []
    #expect(memory.map(\.position.text) == ["yes"])
    #expect(memory.map(\.position.party) == ["b"])
  }

  @Test("a row that moved to a report on record keeps its newer date, and is relocated")
  func relocatedAfterMove() {
    func table(_ name: String, _ rows: String...) -> (String, String) {
      let lines = rows.map { "| \($0) |\n" }.joined()
      return (
        "reports/\(name).md",
        "---\ndate: 2025-01-10\nupdated: 2025-12-01\n---\n\n<!-- standpoint: positions -->\n| Issue | North |\n|---|---|\n\(lines)"
      )
    }
    let moved = "Fish | [-] no {as-of=2025-05}"
    #expect(
      States.lines(
        [table("a", moved, "Water | [+] yes"), table("b", "Dams | [+] yes")],
        [table("a", "Water | [+] yes"), table("b", "Dams | [+] yes", moved)]) == [
          "North Fish relocated: [-] no → [-] no"
        ])
    #expect(
      States.lines(
        [table("a", moved, "Water | [+] yes"), table("b", "Fish | n/a")],
        [table("a", "Water | [+] yes"), table("b", moved)]) == ["North Fish relocated: [-] no → [-] no"])
  }
}
