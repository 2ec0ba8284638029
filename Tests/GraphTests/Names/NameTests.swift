import Content
import Graph
import SampleArchives
import Testing

@Suite("Names of issues and parties")
struct NameTests {
  static func table(_ corner: String, _ columns: [String], _ rows: [String]) -> String {
    let header = ([corner] + columns).joined(separator: " | ")
    let rule = Array(repeating: "---", count: columns.count + 1).joined(separator: " | ")
    let body = rows.map { row in
      ([row] + columns.map { "What \($0) holds on \(row)" }).joined(separator: " | ")
    }
    return ([header, rule] + body).map { "| \($0) |" }.joined(separator: "\n") + "\n"
  }

  @Test("generic last words do not make a second party; it is shown under its longest name")
  func genericWords() {
    let graph = SampleSite([
      ("reports/a.md", Self.table("Aspect", ["Russian Position", "U.S. position"], ["Gas"])),
      ("reports/b.md", Self.table("Issue", ["Russian Government", "US"], ["Gas"])),
    ]).graph
    #expect(graph.parties.map(\.name) == ["Russian Government", "U.S."])
    #expect(graph.parties.map(\.aliases) == [["Russian Position"], []])
    #expect(graph.parties.map(\.slug) == ["russian", "us"])
  }

  @Test("a heading without its last word is not an additional name if the remaining word is one")
  func shortenedAliases() {
    let graph = SampleSite([
      ("reports/a.md", Self.table("Aspect", ["Russian Position", "Chinese View"], ["Gas"])),
      ("reports/b.md", Self.table("Issue", ["Russian Government", "Chinese"], ["Gas"])),
      ("reports/c.md", Self.table("Issue", ["Russian", "Chinese Position"], ["Gas"])),
    ]).graph
    #expect(graph.parties.map(\.name) == ["Chinese", "Russian Government"])
    #expect(graph.parties.map(\.aliases) == [[], ["Russian"]])
  }

  @Test("a longer name that is found later never changes the slug")
  func slugIsStable() {
    let first = ("reports/a.md", Self.table("Aspect", ["Russian Position", "China"], ["Gas"]))
    let second = ("reports/b.md", Self.table("Aspect", ["Russian Government", "China"], ["Gas"]))
    #expect(SampleSite([first]).graph.parties.map(\.slug) == ["china", "russian"])
    #expect(SampleSite([first, second]).graph.parties.map(\.slug) == ["china", "russian"])
  }

  @Test("aliases in a party file merge headers, and the file gives the name and the slug")
  func partyFile() {
    let graph = SampleSite([
      ("reports/a.md", Self.table("Aspect", ["Trump Administration", "Moscow"], ["Gas"])),
      ("parties/usa.md", "---\ntitle: United States\naliases: [Trump Administration, US]\n---\n"),
    ]).graph
    #expect(graph.parties.map(\.name) == ["Moscow", "United States"])
    #expect(graph.parties.map(\.slug) == ["moscow", "usa"])
    #expect(graph.parties[1].aliases == ["Trump Administration", "US"])
    #expect(graph.standings[graph.issues[0].id, graph.parties[1].id]?.count == 1)
  }

  @Test(
    "issues are the same regardless of case, quotation marks and spaces; of equally long forms, the first by bytes is shown"
  )
  func issueForms() {
    let graph = SampleSite([
      ("reports/a.md", Self.table("Aspect", ["A1", "B1"], ["NATO expansion"])),
      ("reports/b.md", Self.table("Aspect", ["A1", "B1"], ["NATO  Expansion"])),
    ]).graph
    #expect(graph.issues.map(\.name) == ["NATO Expansion"])
    #expect(graph.issues.map(\.slug) == ["nato-expansion"])
    #expect(graph.issues[0].aliases == [])
  }

  @Test("a table with any corner holds positions if two of its columns are parties of other reports")
  func knownParties() {
    let axis = ("reports/b.md", Self.table("Aspect", ["United States", "Russia"], ["Gas"]))
    let other = ("reports/a.md", Self.table("Field", ["Russia position", "United States"], ["Grain"]))
    let strategies = ("reports/c.md", Self.table("Strategy", ["Russia", "United States"], ["Talks"]))
    #expect(SampleSite([other]).graph.positions.isEmpty)
    #expect(SampleSite([other, axis]).graph.positions.count == 4)
    #expect(SampleSite([strategies]).graph.options.count == 1)
    #expect(SampleSite([strategies, axis]).graph.options.isEmpty)
  }

  @Test("a table whose kind depends on other reports does not add known parties")
  func undecidedTablesDoNotChain() {
    let graph = SampleSite([
      ("reports/a.md", Self.table("Aspect", ["X1", "Y1"], ["One"])),
      ("reports/b.md", Self.table("Field", ["X1", "Y1", "Z1"], ["Two"])),
      ("reports/c.md", Self.table("Field", ["X1", "Z1"], ["Three"])),
    ]).graph
    #expect(graph.issues.map(\.name) == ["One", "Two"])
  }

  @Test("two files that claim the same name are an error")
  func duplicateName() {
    let site = SampleSite([
      ("parties/a.md", "---\ntitle: Moscow\n---\n"),
      ("parties/b.md", "---\ntitle: Russia\naliases: [moscow]\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/parties/b.md:3:11: error: two party files claim the name “moscow” [duplicate-name]
           3 | aliases: [moscow]
             |           ^~~~~~
        Content/parties/a.md:2:8: note: also claimed here
           2 | title: Moscow
             |        ^~~~~~

        """)
  }

  @Test("two party files whose names differ only in a generic word are reported")
  func looseDuplicate() {
    let site = SampleSite([
      ("parties/a.md", "---\ntitle: Russian Government\n---\n"),
      ("parties/b.md", "---\ntitle: Russian Position\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/parties/b.md:2:8: error: “Russian Position” and “Russian Government” are names of the same party [duplicate-name]
           2 | title: Russian Position
             |        ^~~~~~~~~~~~~~~~
        Content/parties/a.md:2:8: note: also claimed here
           2 | title: Russian Government
             |        ^~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("a file that has a name itself is a different party than a file with “Government”")
  func governmentWithOwnFile() {
    let site = SampleSite([
      ("parties/a.md", "---\ntitle: Libya\n---\n"),
      ("parties/b.md", "---\ntitle: Libyan Authority\naliases: [Libya Government]\n---\n"),
      ("reports/r.md", Self.table("Aspect", ["Libya", "Libya Government"], ["Oil"])),
    ])
    #expect(site.messages == "")
    #expect(site.graph.parties.map { site.graph.positionsOfParty[$0.id].count } == [1, 1])
  }

  @Test("a withheld file contributes neither names nor positions")
  func withheld() {
    let graph = SampleSite([
      ("reports/a.md", "---\ndraft: true\n---\n" + Self.table("Aspect", ["X1", "Y1"], ["One"])),
      ("reports/b.md", Self.table("Field", ["X1", "Y1"], ["Two"])),
      ("parties/x.md", "---\ntitle: Xenia\ndraft: true\n---\n"),
    ]).graph
    #expect(graph.reports.count == 1)
    #expect(graph.parties.isEmpty && graph.issues.isEmpty && graph.positions.isEmpty)
  }

  @Test("an axis word without two columns for parties leaves the table plain, with a note")
  func axisWordAlone() {
    let site = SampleSite([("reports/a.md", Self.table("Aspect", ["Russia", "Status"], ["Gas"]))])
    #expect(site.graph.comparisons.isEmpty)
    #expect(
      site.messages == """
        Content/reports/a.md:1:3: note: “Aspect” starts a positions table only if two more columns can be parties, so this is a plain table [axis-word-without-parties]
           1 | | Aspect | Russia | Status |
             |   ^~~~~~
             = help: write <!-- standpoint: positions --> above it, or <!-- standpoint: plain -->

        """)
  }
}
