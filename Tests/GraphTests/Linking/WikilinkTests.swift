import Content
import Graph
import SampleArchives
import Testing

@Suite("Wikilinks")
struct WikilinkTests {
  static let march = (
    "reports/march.md",
    "---\ntitle: The March plan\ndate: 2025-03-02\n---\n\n## Core issues\n\n"
      + "<!-- standpoint: positions id=core -->\n"
      + NameTests.table("Aspect", ["United States", "Russian Government"], ["NATO expansion", "Sanctions"])
  )
  static let april = (
    "reports/april.md",
    "---\ntitle: April\ndate: 2025-04-02\n---\n\n"
      + NameTests.table("Aspect", ["United States", "China"], ["NATO expansion"])
  )
  static let others = [
    ("issues/nato.md", "---\ntitle: NATO expansion\naliases: [Enlargement]\n---\n"),
    ("parties/china.md", "---\ntitle: China\n---\n"),
    ("pages/about.md", "---\ntitle: About this site\n---\n\n## Method\n"),
  ]

  /// The targets of the links in a report of 2025-05-01.
  private func targets(_ text: String, date: String = "2025-05-01") -> (IssueGraph, [LinkTarget]) {
    let report = ("reports/links.md", "---\ntitle: Links\ndate: \(date)\n---\n\n" + text + "\n")
    let graph = SampleSite([Self.march, Self.april, report] + Self.others).graph
    let entry = graph.reports.first { $0.slug == "links" }
    return (graph, entry?.links.targets.map(\.target) ?? [])
  }

  private func messages(_ text: String, date: String = "2025-05-01") -> String {
    let report = ("reports/links.md", "---\ntitle: Links\ndate: \(date)\n---\n\n" + text + "\n")
    return SampleSite([Self.march, Self.april, report] + Self.others).messages
  }

  @Test("a name that does not exist is listed a hundred times and searched once, and the rest is counted")
  func repeatedNames() throws {
    let text = String(repeating: "[[Sanctionss]] ", count: 250) + "\n\n[[Sanctionz]]"
    let report = ("reports/links.md", "---\ntitle: Links\ndate: 2025-05-01\n---\n\n" + text + "\n")
    let unknown = SampleSite([Self.march, report]).build().diagnostics.filter { $0.id == .unknownName }
    #expect(unknown.count == 101)
    #expect(unknown.allSatisfy { $0.suggestion?.message == "did you mean “Sanctions”?" })
    #expect(unknown.map(\.furtherCount).filter { $0 > 0 } == [150])
  }

  @Test("names, aliases and file names lead to issues, parties, reports and pages")
  func names() {
    let (_, targets) = targets(
      "[[nato expansion]] [[Enlargement|growth]] [[nato]] [[Russian Position]] [[The March plan]] [[about]]")
    #expect(
      targets == [
        .issue(ID(0)), .issue(ID(0)), .issue(ID(0)), .party(ID(1)), .report(ID(0), anchor: nil),
        .page(address: "about", anchor: nil),
      ])
  }

  @Test("a prefix selects the kind")
  func prefixes() {
    let (_, targets) = targets(
      "[[issue:Sanctions]] [[party: China]] [[report:april]] [[page:About this site]]")
    #expect(
      targets == [
        .issue(ID(1)), .party(ID(0)), .report(ID(1), anchor: nil), .page(address: "about", anchor: nil),
      ])
  }

  @Test("an issue and a party mean the position in the same report, otherwise the latest one up to its date")
  func positions() throws {
    let (graph, targets) = targets(
      "[[NATO expansion#United States]] [[NATO expansion#Russian Position]] [[march#nato--united-states]]")
    let reports = targets.map { target -> String in
      guard case .position(let id) = target else { return "none" }
      return graph.anchor(of: id) + " " + graph.reports[graph.positions[id.index].report.index].slug
    }
    #expect(reports == ["nato--united-states april", "nato--russian march", "nato--united-states march"])
    let own = SampleSite([
      Self.march,
      (
        "reports/may.md",
        "---\ndate: 2025-05-01\n---\n\n[[Sanctions#United States]]\n\n"
          + NameTests.table("Aspect", ["United States", "China"], ["Sanctions"])
      ),
    ]).graph
    #expect(own.reports[1].links.targets.map(\.target) == [.position(own.positions[4].id)])
  }

  @Test("places in reports can be named: headings by their text, tables by their identifiers")
  func places() {
    let (_, targets) = targets("# Start\n\n[[march#Core issues]] [[march#^core]] [[#Start]] [[about#Method]]")
    #expect(
      targets == [
        .report(ID(0), anchor: "core-issues"), .report(ID(0), anchor: "core"), .anchor("start"),
        .page(address: "about", anchor: "method"),
      ])
  }

  @Test("an unknown name suggests the nearest name")
  func unknown() {
    #expect(
      messages("See [[NATO expnsion]].") == """
        Content/reports/links.md:6:5: error: unknown name “NATO expnsion” [unknown-name]
           6 | See [[NATO expnsion]].
             |     ^~~~~~~~~~~~~~~~~
             = help: did you mean “NATO expansion”?

        """)
  }

  @Test("an ambiguous name is an error that lists its meanings")
  func ambiguous() {
    let site = SampleSite([
      ("reports/a.md", "---\ntitle: Sanctions\n---\n\nSee [[Sanctions]].\n"),
      ("issues/s.md", "---\ntitle: Sanctions\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:5:5: error: “Sanctions” could mean an issue or a report [ambiguous-name]
           5 | See [[Sanctions]].
             |     ^~~~~~~~~~~~~
        Content/issues/s.md:2:8: note: an issue: “Sanctions”, /issues/s/
           2 | title: Sanctions
             |        ^~~~~~~~~
        Content/reports/a.md:2:8: note: a report: “Sanctions”, /reports/a/
           2 | title: Sanctions
             |        ^~~~~~~~~
             = help: write [[issue:Sanctions]] or [[report:Sanctions]]

        """)
  }

  @Test("if a party has no position, the message lists the parties that have one")
  func unknownPosition() {
    #expect(
      messages("[[Sanctions#China]]") == """
        Content/reports/links.md:6:1: error: “China” holds no position on “Sanctions” in any report [unknown-position]
           6 | [[Sanctions#China]]
             | ^~~~~~~~~~~~~~~~~~~
             = note: positions on it are held by “Russian Government”, “United States”

        """)
  }

  @Test("a link never means a position that is newer than its report")
  func youngerPosition() {
    let text = messages("[[NATO expansion#China]]", date: "2025-03-15")
    #expect(
      text.contains(
        "“China” holds no position on “NATO expansion” at the time of this report [unknown-position]"))
    #expect(
      text.contains("Content/reports/april.md:8:65: note: its first position (2025-04-02) is newer"))
  }

  @Test("a link to a position of a party instead of an issue explains the correct form")
  func partyFirst() {
    #expect(
      messages("[[China#Sanctions]]") == """
        Content/reports/links.md:6:1: error: “China” is a party; link to a position as [[Issue#Party]] [unknown-position]
           6 | [[China#Sanctions]]
             | ^~~~~~~~~~~~~~~~~~~
             = help: write [[Sanctions#China]]

        """)
  }

  @Test("an unknown place on a page suggests the nearest one")
  func brokenAnchor() {
    #expect(
      messages("[[march#core-isues]]") == """
        Content/reports/links.md:6:1: error: “The March plan” has no anchor “#core-isues” [broken-anchor]
           6 | [[march#core-isues]]
             | ^~~~~~~~~~~~~~~~~~~~
             = help: did you mean “#core-issues”?

        """)
  }

  @Test("a link to a withheld page becomes text, with a warning")
  func withheld() {
    let site = SampleSite([
      ("reports/a.md", "[[Secret plan]] and [it](secret.md).\n"),
      ("reports/secret.md", "---\ntitle: Secret plan\ndraft: true\n---\n"),
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:1:1: warning: “Secret plan” is withheld (a draft), so the text is shown without a link [link-to-withheld]
           1 | [[Secret plan]] and [it](secret.md).
             | ^~~~~~~~~~~~~~~
        Content/reports/secret.md:2:8: note: the withheld file
           2 | title: Secret plan
             |        ^~~~~~~~~~~
        Content/reports/a.md:1:21: warning: “Secret plan” is withheld (a draft), so the text is shown without a link [link-to-withheld]
           1 | [[Secret plan]] and [it](secret.md).
             |                     ^~~~~~~~~~~~~~~
        Content/reports/secret.md:2:8: note: the withheld file
           2 | title: Secret plan
             |        ^~~~~~~~~~~

        """)
    #expect(site.graph.reports[0].links.targets.map(\.target) == [.withheld, .withheld])
  }

  @Test("a tension needs positions, and each problem is reported once")
  func tensions() {
    let good = SampleSite([
      Self.march,
      (
        "reports/t.md",
        "---\ndate: 2025-06-01\n---\n\n> [!tension] [[Sanctions#United States]] [[Sanctions#Russian Government]]\n> Text.\n"
      ),
    ])
    #expect(good.messages == "")
    #expect(good.graph.tensions.map(\.first.position?.index) == [2])
    #expect(good.graph.tensions.map(\.second?.position?.index) == [3])
    let bad = messages("> [!tension] [[Sanctions#China]]\n> Text.")
    #expect(bad.split(separator: "\n").count { $0.contains("[unknown-position]") } == 1)
    #expect(
      messages("> [!tension] [[march#core]]\n> Text.").contains(
        "is not a position; a tension must link to one"))
  }
}
