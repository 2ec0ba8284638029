import Content
import Diagnostics
import Editions
import Foundation
import Graph
import Testing

@testable import Site

@Suite("Pages of editions")
struct EditionPagesTests {
  private static let made = Edition.Origin(
    made: PartialDate(year: 2025, month: 4, day: 2), includesDrafts: false)

  private static func graph() -> IssueGraph {
    ExportedSite.graph(settings: SiteSettings(switches: PageRegistry.switches))
  }

  /// An edition of the example, with changed words.
  private static func edition(
    _ name: String = "spring", day: Int = 1, origin: Edition.Origin? = made, of graph: IssueGraph,
    changing change: (inout Edition.Records) -> Void = { _ in }
  ) -> Edition {
    let date = PartialDate(year: 2025, month: 4, day: day)
    var records = Edition(freezing: graph, name: name, date: date).records
    change(&records)
    return Edition(name: name, date: date, origin: origin, records: records)
  }

  private static func plan(_ graph: IssueGraph, _ editions: [Edition]) -> SitePlan {
    SitePlan(
      graph: graph, theme: Theme(),
      archive: EditionArchive(editions) {
        [files = Dictionary(uniqueKeysWithValues: editions.map { ($0.name, $0.json) })] in
        files[$0]
      })
  }

  private static func text(_ plan: SitePlan, _ path: String) throws -> String {
    String(decoding: plan.render(try #require(plan.pages.first { $0.path == path })).bytes, as: UTF8.self)
  }

  @Test("an edition has its matrix, its positions in their own words, its reports and a citation")
  func page() throws {
    let graph = Self.graph()
    let html = try Self.text(Self.plan(graph, [Self.edition(of: graph)]), "editions/spring/index.html")
    #expect(html.contains("<h1>Edition “spring”</h1>"))
    #expect(html.contains("<table class=\"matrix\">"))
    #expect(html.contains("Cite this edition"))
    #expect(html.contains("../../editions/spring.json"))
    #expect(html.contains(##"<a href="../../reports/2025-03-02-plan/#gas--united-states">"##))
  }

  @Test("a position has its kind of evidence beside its report, as it was then")
  func evidence() throws {
    func graph(_ evidence: String) -> IssueGraph {
      WrittenSite([
        "reports/a.md":
          "---\ndate: 2025-03-02\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes\(evidence) | No |\n"
      ]).graph
    }
    let edition = Self.edition(of: graph(" {evidence=vote}"))
    let html = try Self.text(Self.plan(graph(" {evidence=act}"), [edition]), "editions/spring/index.html")
    #expect(html.contains("2 March 2025, vote</small>"), "\(html)")
    #expect(html.components(separatedBy: "vote</small>").count == 2)
  }

  @Test("a position that says something else now has its old words and no link")
  func changed() throws {
    let graph = Self.graph()
    let edition = Self.edition(of: graph) { records in
      records.positions = records.positions.map { old in
        FrozenPosition(
          issue: old.issue, party: old.party, report: old.report, ordinal: old.ordinal,
          text: "then <said> so", stance: old.stance, dating: old.dating, anchor: old.anchor)
      }
    }
    let html = try Self.text(Self.plan(graph, [edition]), "editions/spring/index.html")
    #expect(html.contains("then &lt;said&gt; so"))
    #expect(!html.contains("../../reports/2025-03-02-plan/#gas--united-states"))
  }

  @Test("editions lead to the one before and after; the list has all, the newest first")
  func neighbours() throws {
    let graph = Self.graph()
    let plan = Self.plan(graph, [Self.edition("one", of: graph), Self.edition("two", day: 2, of: graph)])
    #expect(
      try Self.text(plan, "editions/two/index.html").contains(#"rel="prev" href="../../editions/one/""#))
    #expect(
      try Self.text(plan, "editions/one/index.html").contains(#"rel="next" href="../../editions/two/""#))
    let list = try Self.text(plan, "editions/index.html")
    let places = try [#"editions/two/""#, #"editions/one/""#].map {
      try #require(list.range(of: $0)).lowerBound
    }
    #expect(places[0] < places[1])
  }

  @Test("editions with drafts, or of a day to come, are not published")
  func privateEditions() {
    let graph = Self.graph()
    let drafts = Edition.Origin(made: PartialDate(year: 2025, month: 4, day: 1), includesDrafts: true)
    let early = Edition.Origin(made: PartialDate(year: 2025, month: 3, day: 1), includesDrafts: false)
    let plan = Self.plan(
      graph, [Self.edition("one", origin: drafts, of: graph), Self.edition("two", origin: early, of: graph)])
    #expect(!plan.pages.contains { $0.path.hasPrefix("editions/") })
  }

  @Test("of an edition of version 1, reports that the site does not have now are left out of pages and data")
  func firstVersion() throws {
    let graph = Self.graph()
    let edition = Self.edition(origin: nil, of: graph) { records in
      records.reports.append(
        FrozenReport(slug: "secret", path: "reports/secret.md", title: "A secret draft", date: nil))
      records.positions.append(
        FrozenPosition(
          issue: records.issues[0].slug, party: records.parties[0].slug, report: "secret", ordinal: 1,
          text: "a secret that is longer than thirty-two characters", stance: nil,
          dating: FrozenDate(nil, origin: .none), anchor: "secret"))
    }
    let plan = Self.plan(graph, [edition])
    #expect(try !Self.text(plan, "editions/spring/index.html").contains("secret"))
    #expect(try !Self.text(plan, "editions/spring.json").contains("secret"))
  }

  @Test("other content later changes neither the data file nor the words")
  func lasting() throws {
    let graph = Self.graph()
    let edition = Self.edition(of: graph)
    let now = Self.plan(graph, [edition])
    let (emptied, _) = GraphBuilder.build([], settings: graph.settings)
    let later = Self.plan(emptied, [edition])
    #expect(try Self.text(later, "editions/spring.json") == Self.text(now, "editions/spring.json"))
    #expect(try Self.text(later, "editions/spring.json") == String(decoding: edition.json, as: UTF8.self))
    #expect(
      try Self.words(Self.text(later, "editions/spring/index.html"))
        == Self.words(Self.text(now, "editions/spring/index.html")))
  }

  @Test("what is withdrawn is in no edition; the edition says so")
  func withdrawn() throws {
    let graph = Self.graph()
    let address = graph.cellAddress(of: ID(0))
    let words = graph.text(of: ID(0))
    let one = Self.edition("one", of: graph)
    let two = Self.edition("two", day: 2, of: graph) { records in
      records.withdrawals = [
        Withdrawal(
          .position(address), date: PartialDate(year: 2025, month: 5, day: 2), reason: "It was <invented>.")
      ]
    }
    let plan = Self.plan(graph, [one, two])
    for name in ["one", "two"] {
      let html = try Self.text(plan, "editions/\(name)/index.html")
      #expect(!html.contains(words))
      #expect(html.contains("It was &lt;invented&gt;."))
      let data = try Self.text(plan, "editions/\(name).json")
      #expect(!data.contains(words))
      let (read, problems) = EditionReader.read(SourceText(path: "a.json", bytes: Array(data.utf8)))
      #expect(problems.isEmpty && read?.positions.count == one.positions.count - 1)
    }
  }

  /// The page's text without links and header.
  private static func words(_ html: String) -> String {
    let main = html.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first ?? ""
    var text = ""
    var isTag = false
    for character in main {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }
}
