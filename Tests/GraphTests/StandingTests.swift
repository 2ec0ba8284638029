import Content
import Foundation
import Graph
import SampleArchives
import Testing

@Suite("Dates of parties, embeds, live views and tensions")
struct StandingTests {
  private static let march = (
    "reports/march.md",
    """
    ---
    date: 2025-03-02
    ---

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] None {as-of=2025-01} | [-] Some |

    > | Issue | Red | Blue |
    > |---|---|---|
    > | Gas | [~] Cheap | n/a |
    > | Sea | [+] Ours | [--] Not theirs |
    """
  )
  private static let may = (
    "reports/may.md",
    "---\ndate: 2025-05-01\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [--] Never none | [-] Some |\n"
  )

  @Test("a position knows its line in the file")
  func lines() {
    let site = SampleSite([Self.march])
    let graph = site.graph
    let lines = Self.march.1.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(graph.positions.count == 5)
    for position in graph.positions {
      #expect(lines[graph.line(of: position.id) - 1].contains(graph.text(of: position.id)))
    }
  }

  @Test("a position outside its party’s dates gives a warning at its place")
  func tenure() {
    let site = SampleSite([
      Self.march, ("parties/red.md", "---\ntitle: Red\nfrom: 2025-02-10\nto: 2025\n---\n"),
      ("parties/blue.md", "---\ntitle: Blue\nto: 2025-02\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/march.md:7:11: warning: this position is dated 2025-01, but “Red” does not start until 2025-02-10 [position-outside-party-dates]
           7 | | Tolls | [+] None {as-of=2025-01} | [-] Some |
             |           ^~~~~~~~~~~~~~~~~~~~~~~~
        Content/parties/red.md:2:8: note: the dates are set in the party’s file
           2 | title: Red
             |        ^~~
        Content/reports/march.md:7:38: warning: this position is dated 2025-03-02, but “Blue” ended on 2025-02 [position-outside-party-dates]
           7 | | Tolls | [+] None {as-of=2025-01} | [-] Some |
             |                                      ^~~~~~~~
        Content/parties/blue.md:2:8: note: the dates are set in the party’s file
           2 | title: Blue
             |        ^~~~
             = help: if it was held at a different time, add {as-of=…} at the end of the cell
        Content/reports/march.md:12:22: warning: this position is dated 2025-03-02, but “Blue” ended on 2025-02 [position-outside-party-dates]
          12 | > | Sea | [+] Ours | [--] Not theirs |
             |                      ^~~~~~~~~~~~~~~
        Content/parties/blue.md:2:8: note: the dates are set in the party’s file
           2 | title: Blue
             |        ^~~~
             = help: if it was held at a different time, add {as-of=…} at the end of the cell

        """)
  }

  @Test(
    "a date with an unknown month or day is outside the period only if all its days are",
    arguments: [
      ("2024", true), ("2025", false), ("2025-01", true), ("2025-02", false), ("2026-12-31", false),
      ("2027", true),
    ])
  func partialTenure(date: String, isOutside: Bool) {
    let site = SampleSite([
      (
        "reports/a.md",
        "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | None {as-of=\(date)} | Some |\n"
      ), ("parties/red.md", "---\ntitle: Red\nfrom: 2025-02-10\nto: 2026\n---\n"),
    ])
    #expect(site.messages.contains("[position-outside-party-dates]") == isOutside)
  }

  @Test("a note that embeds itself stays a link there")
  func nestedEmbed() {
    let site = SampleSite([("reports/a.md", "# A\n\n![[a]]\n")])
    #expect(
      site.messages.hasPrefix(
        "Content/reports/a.md:3:1: warning: the text of “a” embeds itself again; it is shown as a link there [nested-embed]"
      ), "\(site.messages)")
  }

  @Test("a report is read with the words of its language")
  func language() {
    let table = "| Streitpunkt | Die Grünen | FDP |\n|---|---|---|\n| Maut | [+] Ja | keine Angabe |\n"
    #expect(SampleSite([("reports/a.md", "# A\n\n" + table)]).graph.positions.isEmpty)
    let german = SampleSite([
      ("reports/a.md", "---\nlanguage: de\n---\n# A\n\n" + table),
      ("reports/b.md", "# B\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [+] Yes | not covered |\n"),
    ])
    #expect(german.graph.positions.count == 2, "\(german.messages)")
    #expect(german.graph.silentCells.count == 2)
  }

  @Test("within a line, only positions and images can be embedded")
  func embeds() {
    let site = SampleSite(
      [
        Self.march,
        (
          "reports/t.md",
          """
          ---
          title: T
          date: 2025-06-01
          ---

          ![[Tolls#Red]] ![[march#tolls--blue]] ![[map.png]] ![[Tolls]] ![[march#Words]] ![[plan.pdf]]

          ## Words
          """
        ), ("reports/u.md", "# Words\n\n![[t#Words]]\n"),
      ], assets: ["map.png", "plan.pdf"])
    #expect(
      site.messages == """
        Content/reports/t.md:6:52: warning: “Tolls” is an issue; inside a line or a table, only positions and images can be embedded with “!” [no-position-to-embed]
           6 | ![[Tolls#Red]] ![[march#tolls--blue]] ![[map.png]] ![[Tolls]] ![[march#Words]] ![[plan.pdf]]
             |                                                    ^~~~~~~~~~
             = help: give the embed a paragraph of its own, or remove the “!” to make it a link
        Content/reports/t.md:6:63: error: “March” has no anchor “#Words” [broken-anchor]
           6 | ![[Tolls#Red]] ![[march#tolls--blue]] ![[map.png]] ![[Tolls]] ![[march#Words]] ![[plan.pdf]]
             |                                                               ^~~~~~~~~~~~~~~~
        Content/reports/t.md:6:80: warning: “plan.pdf” is not an image; only notes, positions and images can be embedded with “!” [no-position-to-embed]
           6 | …] ![[Tolls]] ![[march#Words]] ![[plan.pdf]]
             |                                ^~~~~~~~~~~~~
             = help: remove the “!” to make it a link

        """)
  }

  @Test("names in a live block are resolved; unknown and ambiguous names are errors in the block")
  func views() throws {
    let block = "Text.\n\n```standpoint\nview: positions\nissues: [tolls, Tols]\nparties: [red, Green]\n```\n"
    let site = SampleSite([
      Self.march, ("pages/p.md", block), ("parties/a/green.md", "---\ntitle: X\nslug: x\n---\n"),
      ("parties/b/green.md", "---\ntitle: Y\nslug: y\n---\n"),
    ])
    let messages = site.messages
    #expect(messages.contains("Content/pages/p.md:5:17: error: unknown issue “Tols” [unknown-name]"))
    #expect(messages.contains("help: did you mean “Tolls”?"))
    #expect(messages.contains("Content/pages/p.md:6:16: error: “Green” could mean any of 2 pages"))
    #expect(messages.contains("a party: “X”, /parties/x/") && messages.contains("a party: “Y”, /parties/y/"))
    let graph = site.graph
    let view = try #require(graph.pages[0].links.views.first)
    #expect(view.issues?.map { graph.issues[$0.index].name } == ["Tolls"])
    #expect(view.parties?.map { graph.parties[$0.index].name } == ["Red"])
  }

  @Test("candidates are unmarked changes of side within the window")
  func candidates() {
    let site = SampleSite([Self.march, Self.may])
    let graph = site.graph
    let found = graph.tensionCandidates(window: 365)
    #expect(found.map { graph.text(of: $0.first) } == ["None"])
    #expect(found.map { graph.text(of: $0.second) } == ["Never none"])
    #expect(found.map(\.days) == [120])
    #expect(graph.tensionCandidates(window: 119) == [])
    let marked = (
      "reports/t.md",
      "---\ndate: 2025-06-01\n---\n\n> [!tension] [[may#tolls--red]] [[march#tolls--red]]\n> Text.\n"
    )
    #expect(SampleSite([Self.march, Self.may, marked]).graph.tensionCandidates(window: 365) == [])
  }

  @Test("the anchors of tensions do not depend on their order")
  func anchors() {
    let graph = SampleSite([
      Self.march,
      (
        "reports/t.md",
        "---\ndate: 2025-06-01\n---\n\n> [!tension] [[Tolls#Red]]\n> One.\n\n> [!tension] [[Gas#Red]]\n> Two.\n\n> [!tension] [[Tolls#Red]] [[Tolls#Blue]]\n> Three.\n"
      ),
    ]).graph
    #expect(
      graph.tensions.map { graph.anchor(of: $0.id) } == [
        "tension:tolls--red", "tension:gas--red", "tension:tolls--red--2",
      ])
  }

  @Test("file names and aliases that differ only in case are the same name, and the error names both files")
  func caseAlone() {
    let site = SampleSite([
      ("issues/a.md", "---\ntitle: Arms\naliases: [Weapons]\n---\n"),
      ("issues/b.md", "---\ntitle: Boats\naliases: [WEAPONS]\n---\n"),
      ("pages/About.md", "---\ntitle: One\n---\n"), ("pages/about.md", "---\ntitle: Two\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/issues/b.md:3:11: error: two issue files claim the name “WEAPONS” [duplicate-name]
           3 | aliases: [WEAPONS]
             |           ^~~~~~~
        Content/issues/a.md:3:11: note: also claimed here
           3 | aliases: [Weapons]
             |           ^~~~~~~
        Content/pages/about.md:2:8: error: two pages have the address “/about/” [duplicate-address]
           2 | title: Two
             |        ^~~
        Content/pages/About.md:2:8: note: the other page
           2 | title: One
             |        ^~~

        """)
  }

  @Test("an ambiguous relation lists both issues")
  func ambiguousRelation() {
    let site = SampleSite([
      ("issues/a/x.md", "---\ntitle: Arms\nslug: arms\n---\n"),
      ("issues/b/x.md", "---\ntitle: Boats\nslug: boats\n---\n"),
      ("issues/c.md", "---\ntitle: Coal\nbroader: [x]\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/issues/c.md:3:11: error: “x” could mean any of 2 pages [ambiguous-name]
           3 | broader: [x]
             |           ^
        Content/issues/a/x.md:2:8: note: an issue: “Arms”, /issues/arms/
           2 | title: Arms
             |        ^~~~
        Content/issues/b/x.md:2:8: note: an issue: “Boats”, /issues/boats/
           2 | title: Boats
             |        ^~~~~
             = help: use the full title of the page you mean

        """)
  }

  @Test("renaming an issue or a party through an alias loses no position and changes no other address")
  func renaming() {
    let before = SampleSite([Self.march, Self.may]).graph
    let after = SampleSite([
      Self.march, Self.may, ("parties/crimson.md", "---\ntitle: Crimson\naliases: [Red]\n---\n"),
      ("issues/charges.md", "---\ntitle: Charges\naliases: [Tolls]\n---\n"),
    ]).graph
    #expect(after.positions.count == before.positions.count)
    let anchors = { (graph: IssueGraph) in graph.positions.map { graph.anchor(of: $0.id) } }
    let renamed = anchors(before).map {
      $0.replacingOccurrences(of: "tolls--", with: "charges--").replacingOccurrences(
        of: "--red", with: "--crimson")
    }
    #expect(anchors(after) == renamed)
    #expect(after.parties.map(\.aliases) == [[], ["Red"]])
  }
}
