import Content
import Graph
import SampleArchives
import Testing

@Suite("Positions and options")
struct PositionTests {
  @Test("empty and silent cells give no position; a cell with only a mark does, with a warning")
  func cells() {
    let site = SampleSite([
      (
        "reports/a.md",
        """
        | Aspect | Russia | China | India | Iran |
        |---|---|---|---|---|
        | Gas | [++] Sells it | — | | [-] |
        | Oil | n/a | Buys it | [+++] Buys it | [~] Trades |
        """
      )
    ])
    let graph = site.graph
    #expect(
      graph.positions.map { graph.parties[$0.party.index].name } == [
        "Russia", "Iran", "China", "India", "Iran",
      ])
    #expect(graph.positions.map(\.stance) == [.champions, .opposes, nil, nil, .mixed])
    #expect(graph.positions.map(\.row) == [1, 1, 2, 2, 2])
    #expect(graph.positions.map(\.column) == [1, 4, 2, 3, 4])
    #expect(site.messages.contains("[stance-without-text]"))
    #expect(site.messages.contains("[unknown-stance]"))
  }

  @Test("a position’s date is that of its cell, otherwise of its table, its report or its file name")
  func dates() {
    let table = "| Aspect | X1 | Y1 |\n|---|---|---|\n| Gas | Text {as-of=2025-02} | Other text |\n"
    let graph = SampleSite([
      (
        "reports/a.md", "---\ndate: 2025-03-02\n---\n\n<!-- standpoint: positions as-of=2025-01 -->\n" + table
      ),
      ("reports/b.md", "---\ndate: 2025-04-02\n---\n\n" + table),
      ("reports/2024-12-01-c.md", table),
      ("reports/d.md", table),
    ]).graph
    #expect(graph.reports.map(\.report.header.path).first == "reports/d.md")
    let dates = graph.positions.map { $0.date?.description ?? "none" }
    #expect(
      dates == ["2025-02", "none", "2025-02", "2024-12-01", "2025-02", "2025-01", "2025-02", "2025-04-02"])
    #expect(
      graph.positions.map(\.dateOrigin)
        == [.cell, .none, .cell, .fileName, .cell, .comparison, .cell, .frontMatter])
  }

  @Test("a second position of the same pair in a report has a different anchor")
  func ordinals() {
    let graph = SampleSite([
      (
        "reports/a.md",
        NameTests.table("Aspect", ["X1", "Y1"], ["Gas"]) + "\n"
          + NameTests.table("Issue", ["Y1", "Z1"], ["Gas"])
      )
    ]).graph
    #expect(
      graph.positions.map { graph.anchor(of: $0.id) } == ["gas--x1", "gas--y1", "gas--y1--2", "gas--z1"])
    #expect(
      graph.positions.map { graph.anchorOnIssuePage(of: $0.id) } == ["x1--a", "y1--a", "y1--a--2", "z1--a"])
    #expect(graph.comparisons.map(\.anchor) == ["table-1", "table-2"])
  }

  @Test("columns on the not-a-party list give no positions")
  func notAParty() {
    let graph = SampleSite([
      ("reports/a.md", NameTests.table("Aspect", ["X1", "Status", "Y1"], ["Gas"]))
    ]).graph
    #expect(graph.parties.map(\.name) == ["X1", "Y1"])
    #expect(graph.positions.map(\.column) == [1, 3])
    #expect(graph.comparisons[0].columns.map { $0 == .other } == [true, false, true, false])
  }

  @Test("in a transposed table, rows are parties and columns are issues")
  func transposed() {
    let graph = SampleSite([
      (
        "reports/a.md",
        """
        <!-- standpoint: positions transposed id=core -->
        | Country | Gas | Oil | Notes |
        |---|---|---|---|
        | Russia | Sells | Sells too | x |
        | China | Buys | — | |
        """
      )
    ]).graph
    #expect(graph.issues.map(\.name) == ["Gas", "Oil"])
    #expect(graph.parties.map(\.name) == ["China", "Russia"])
    #expect(graph.positions.map { graph.anchor(of: $0.id) } == ["gas--russia", "oil--russia", "gas--china"])
    #expect(graph.comparisons.map(\.anchor) == ["core"])
  }

  @Test("empty headings, repeated columns and repeated rows are reported")
  func headings() {
    let site = SampleSite([
      (
        "reports/a.md",
        """
        | Aspect | Russia | Russian | Russian Position |   |
        |---|---|---|---|---|
        | Gas | a b | c d | e f | g h |
        |     | i j | | | |
        | gas | k l | | | |
        """
      )
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:1:31: error: two columns of this table are for the party “Russian” [duplicate-column]
           1 | | Aspect | Russia | Russian | Russian Position |   |
             |                               ^~~~~~~~~~~~~~~~
        Content/reports/a.md:1:21: note: the first one
           1 | | Aspect | Russia | Russian | Russian Position |   |
             |                     ^~~~~~~
        Content/reports/a.md:1:52: warning: this column has no header, so its cells give no positions [empty-heading]
           1 | | Aspect | Russia | Russian | Russian Position |   |
             |                                                    ^
        Content/reports/a.md:4:7: warning: this row has no header, so its cells give no positions [empty-heading]
           4 | |     | i j | | | |
             |       ^
        Content/reports/a.md:5:3: warning: two rows of this table are for the issue “Gas” [duplicate-row]
           5 | | gas | k l | | | |
             |   ^~~
        Content/reports/a.md:3:3: note: the first one
           3 | | Gas | a b | c d | e f | g h |
             |   ^~~

        """)
  }

  @Test("options have their own names and anchors; an option without a name is reported")
  func options() {
    let site = SampleSite([
      (
        "reports/a.md",
        """
        | Strategy | Purpose |
        |---|---|
        | **Talks** | x |
        | Talks | y |
        |  | z |
        """
      )
    ])
    #expect(site.graph.options.map(\.name) == ["Talks", "Talks"])
    #expect(site.graph.options.map(\.anchor) == ["option-talks", "option-talks-2"])
    #expect(
      site.messages.contains("5:4: warning: this row has no header, so it gives no option [empty-heading]"))
  }

  @Test("names in front matter are resolved; a core issue does not need a row")
  func frontMatter() {
    let site = SampleSite([
      (
        "reports/a.md",
        "---\ncore-issues: [Gas, Sanctons]\naffects: [Ukraine, Russa]\n---\n\n"
          + NameTests.table("Aspect", ["Russia", "China"], ["Oil", "Sanctions"])
      ),
      ("issues/gas.md", "---\ntitle: Gas\n---\n"),
      ("parties/ukraine.md", "---\ntitle: Ukraine\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:2:20: warning: unknown issue “Sanctons” [unknown-subject]
           2 | core-issues: [Gas, Sanctons]
             |                    ^~~~~~~~
             = help: did you mean “Sanctions”? If not, run standpoint new issue "Sanctons" to describe it
        Content/reports/a.md:3:20: warning: unknown party “Russa” [unknown-subject]
           3 | affects: [Ukraine, Russa]
             |                    ^~~~~
             = help: did you mean “Russia”? If not, run standpoint new party "Russa" to describe it

        """)
    let graph = site.graph
    #expect(graph.reports[0].coreIssues.map { graph.issues[$0.index].name } == ["Gas"])
    #expect(graph.reports[0].affects.map { graph.parties[$0.index].name } == ["Ukraine"])
  }

  @Test("the issues of a numbered comparison are those of its column, and places stay those of the report")
  func numberedRows() {
    let site = SampleSite([
      (
        "reports/a.md",
        """
        | # | Issue | North | South | Source |
        |---|:--|---|---|---|
        | 1 | Water | [+] Wants a dam[^1] | [?] None | x |
        | 2 | Fish | | *More* of it {as-of=2025-02} | y |

        [^1]: Speech.
        """
      )
    ])
    let graph = site.graph
    #expect(graph.issues.map(\.name) == ["Water", "Fish"] || graph.issues.map(\.name) == ["Fish", "Water"])
    #expect(Set(graph.parties.map(\.name)) == ["North", "South"])
    #expect(graph.positions.count == 3)
    #expect(site.messages.contains("a.md:3:37: warning: “[?]”"), "\(site.messages)")
  }

  @Test("a mark with a backslash is meant as text, without a warning") func escapedMark() {
    let site = SampleSite([
      ("reports/a.md", "| Issue | North | South |\n|---|---|---|\n| Gas | \\[+] is a sign | [x] yes |\n")
    ])
    #expect(site.messages.contains("“[x]” is not a stance mark"))
    #expect(!site.messages.contains("“[+]” is not a stance mark"), "\(site.messages)")
  }

  @Test("a line break in a list is a space in the words of a position") func breakInList() {
    let site = SampleSite([
      (
        "reports/a.md",
        "<!-- standpoint: positions list -->\n- Dam<br>policy\n  - North: [+] First<br>second\n\n    Third\n  - South: No\n"
      )
    ])
    #expect(site.graph.issues.map(\.name) == ["Dam policy"])
  }
}
