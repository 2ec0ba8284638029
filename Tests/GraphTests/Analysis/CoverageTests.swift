import Content
import Diagnostics
import Graph
import SampleArchives
import Testing

@Suite("Coverage and reviews")
struct CoverageTests {
  private static let today = PartialDate(year: 2026, month: 1, day: 1)

  private static func report(_ matter: String, _ columns: [String] = ["A1", "B1"], rows: [String] = ["Gas"])
    -> String
  {
    "---\n\(matter)\n---\n\n" + NameTests.table("Aspect", columns, rows)
  }

  private static func printed(
    _ site: SampleSite, _ concerns: Set<Coverage.Concern> = Set(Coverage.Concern.allCases)
  ) -> String {
    let graph = site.graph
    let sources = Dictionary(site.files.map { ($0.source.path, $0.source.bytes) }) { first, _ in first }
    let diagnostics = Coverage(graph, today: today).diagnostics(concerns, of: graph)
    return DiagnosticPrinter { sources[$0] }.text(DiagnosticPolicy().apply(to: diagnostics))
  }

  @Test("a core issue without a row and an affected party without a column are gaps")
  func gaps() {
    let site = SampleSite([
      ("reports/a.md", Self.report("core-issues: [Gas, Oil]\naffects: [B1, C1]")),
      ("reports/b.md", Self.report("date: 2025-01-01", ["A1", "C1"])),
      ("issues/oil.md", "---\ntitle: Oil\n---\n"),
    ])
    #expect(
      Self.printed(site) == """
        Content/reports/a.md:2:20: warning: “Oil” is a core issue, but no table in this report has a row for it, \
        and no other report has one either [coverage-gap]
           2 | core-issues: [Gas, Oil]
             |                    ^~~
             = help: add a row, or remove the name from “core-issues”
        Content/reports/a.md:3:15: warning: “C1” is listed in “affects”, but no table in this report has a column for it [coverage-gap]
           3 | affects: [B1, C1]
             |               ^~
             = help: add a column, or remove the name from “affects”

        """)
    let coverage = Coverage(site.graph, today: Self.today)
    #expect(coverage.issueHasNoRow == [false, true])
    #expect(coverage.partyHasNoColumn == [false, false, false])
    #expect(Self.printed(site, [.stale]) == "")
  }

  @Test("the latest position is stale from the day on which its period ends")
  func stale() {
    var settings = SampleSite.settings
    settings.reviewAfter = ReviewPeriod("6 months")
    let site = SampleSite(
      [
        ("reports/old.md", Self.report("date: 2025-07-01")),
        ("reports/new.md", Self.report("date: 2025-07-02", ["A1", "C1"])),
      ], settings: settings)
    #expect(
      Self.printed(site) == """
        Content/reports/old.md:7:32: warning: the latest position of “B1” on “Gas” was due for review on 2026-01-01, \
        6 months after 2025-07-01 [stale-position]
           7 | | Gas | What A1 holds on Gas | What B1 holds on Gas |
             |                                ^~~~~~~~~~~~~~~~~~~~
             = help: add the current position to a newer report, or set “reviewed:” in this one to the date of the review

        """)
  }

  @Test("the report’s period takes precedence over the issue’s, and the issue’s over the site’s")
  func precedence() {
    var settings = SampleSite.settings
    settings.reviewAfter = ReviewPeriod("1 day")
    let files = [
      ("reports/a.md", Self.report("date: 2025-01-01\nreview-after: 10 years")),
      ("reports/b.md", Self.report("date: 2025-01-01", ["C1", "D1"], rows: ["Gas", "Oil"])),
      ("issues/gas.md", "---\ntitle: Gas\nreview-after: 2 years\n---\n"),
    ]
    let graph = SampleSite(files, settings: settings).graph
    let stale = Coverage(graph, today: Self.today).stale
    #expect(stale.map { graph.anchor(of: $0.position) } == ["oil--c1", "oil--d1"])
    #expect(stale.map(\.due) == Array(repeating: PartialDate(year: 2025, month: 1, day: 2), count: 2))
  }

  @Test("a review restarts the period; undated positions, and those without a period, are never stale")
  func cleared() {
    let site = SampleSite([
      ("reports/a.md", Self.report("date: 2024-01-01\nreview-after: 1 year\nreviewed: 2025-06-01")),
      ("reports/b.md", Self.report("review-after: 1 day", ["C1", "D1"])),
      ("reports/c.md", Self.report("date: 2020-01-01", ["E1", "F1"])),
    ])
    #expect(Self.printed(site) == "")
    let later = Coverage(site.graph, today: PartialDate(year: 2026, month: 6, day: 1)).stale
    #expect(later.map(\.since) == Array(repeating: PartialDate(year: 2025, month: 6, day: 1), count: 2))
  }

  @Test("without review-after, no position is stale, however old")
  func notAsked() {
    let site = SampleSite([("reports/a.md", Self.report("date: 1990-01-01"))])
    #expect(Coverage(site.graph, today: Self.today).stale.isEmpty)
  }

  private static let sides = """
    | Aspect | A1 | B1 | C1 |
    |---|---|---|---|
    | Gas | [+] Yes | [++] Yes | [~] Perhaps |
    | Oil | [+] Yes | [--] No | No mark |
    | Coal | [-] No | [0] No matter | |
    | Wind | [~] Perhaps | No mark | |
    """

  @Test("a report that declares nothing is never among the complete ones")
  func undeclared() {
    let graph = SampleSite([
      ("reports/a.md", "# A\n\n" + Self.sides),
      ("reports/b.md", "---\ncore-issues: [Gas]\naffects: [A1]\n---\n\n# B\n\n" + Self.sides),
      ("reports/c.md", "# C\n\nNo table.\n"),
    ]).graph
    let coverage = Coverage(graph, today: Self.today)
    #expect(coverage.undeclared.map { graph.reports[$0.index].slug } == ["a", "c"])
    #expect(coverage.declared.map { graph.reports[$0.report.index].slug } == ["b"])
    #expect(coverage.declared.allSatisfy { $0.isComplete })
  }

  @Test("a declared issue and a declared party without a cell for both are missing; a silent cell is not")
  func emptyCells() throws {
    let graph = SampleSite([
      (
        "reports/a.md",
        """
        ---
        core-issues: [Gas, Oil, Sun]
        affects: [A1, B1, D1]
        ---

        | Aspect | A1 | B1 |
        |---|---|---|
        | Gas | [+] Yes | |
        | Oil | — | [-] No |
        """
      ),
      ("issues/sun.md", "---\ntitle: Sun\n---\n"),
      ("parties/d1.md", "---\ntitle: D1\n---\n"),
    ]).graph
    let declared = try #require(Coverage(graph, today: Self.today).declared.first)
    #expect(declared.gaps.map { graph.name(of: $0.subject) } == ["Sun", "D1"])
    #expect(
      declared.emptyCells.map {
        "\(graph.issues[$0.issue.index].name), \(graph.parties[$0.party.index].name)"
      }
        == ["Gas, B1"])
    #expect(declared.emptyCells.map { graph.comparisons[$0.comparison.index].anchor } == ["table-1"])
    #expect(declared.issuesWithRow == 2 && declared.partiesWithColumn == 2 && !declared.isComplete)
  }

  @Test("the name of a corrected position is not a declaration")
  func corrections() {
    let site = SampleSite([
      (
        "reports/a.md",
        "---\ncorrections:\n  - date: 2025-02-01\n    note: The row was wrong.\n    position: \"[[Oil#B1]]\"\n---\n\n# A\n"
      ),
      ("reports/b.md", Self.report("date: 2025-01-01", ["A1", "B1"], rows: ["Oil"])),
    ])
    let coverage = Coverage(site.graph, today: Self.today)
    #expect(coverage.gaps.isEmpty && coverage.declared.isEmpty)
  }

  @Test("an issue is one-sided if the stances that take a side all take the same")
  func oneSided() {
    let graph = SampleSite([("reports/a.md", "# A\n\n" + Self.sides)]).graph
    let coverage = Coverage(graph, today: Self.today)
    let lines = coverage.oneSided.map { one in
      let parties = one.parties.map { graph.parties[$0.index].name }.joined(separator: " ")
      return "\(graph.issues[one.issue.index].name): \(one.side), \(parties), \(one.others)"
    }
    #expect(lines == ["Gas: supporting, A1 B1, 1", "Coal: opposing, A1, 1"])
    #expect(coverage.bothSides == 1)
  }

  @Test("a party that once took the other side does not make an issue two-sided")
  func onlyCurrent() {
    let before = Self.sides.replacing("[++] Yes", with: "[-] No")
    let graph = SampleSite([
      ("reports/a.md", "---\ndate: 2024-01-01\n---\n\n" + before),
      ("reports/b.md", "---\ndate: 2025-01-01\n---\n\n" + Self.sides),
    ]).graph
    #expect(
      Coverage(graph, today: Self.today).oneSided.map { graph.issues[$0.issue.index].name } == [
        "Gas", "Coal",
      ])
  }

  @Test("a stance that answers an earlier proposition takes no side")
  func earlierProposition() {
    let report = { (date: String, parties: [String], mark: String) in
      let cells = parties.map { _ in "\(mark) Words |" }.joined()
      return
        "---\ndate: \(date)\n---\n\n| Aspect | \(parties.joined(separator: " | ")) |\n|---|---|---|\n| Gas | \(cells)\n"
    }
    let coverage = Coverage(
      SampleSite([
        ("reports/a.md", report("2024-01-01", ["A1", "B1"], "[+]")),
        ("reports/b.md", report("2025-01-01", ["C1", "D1"], "[-]")),
        (
          "issues/gas.md",
          "---\ntitle: Gas\nproposition: Gas should go.\nproposition-history: [{until: 2024-06-01, text: Gas should stay.}]\n---\n"
        ),
      ]).graph, today: Self.today)
    #expect(coverage.oneSided.map(\.side) == [.opposing] && coverage.oneSided.map(\.others) == [2])
  }

  @Test("positions without a date or a review period are counted as never due")
  func reviewCounts() {
    let files = [
      ("reports/a.md", Self.report("date: 2025-01-01")), ("reports/b.md", Self.report("", ["C1", "D1"])),
    ]
    let none = Coverage(SampleSite(files).graph, today: Self.today).reviews
    #expect(none.current == 4 && none.reviewed == 0)
    var settings = SampleSite.settings
    settings.reviewAfter = ReviewPeriod("10 years")
    let some = Coverage(SampleSite(files, settings: settings).graph, today: Self.today).reviews
    #expect(some.current == 4 && some.reviewed == 2)
  }
}
