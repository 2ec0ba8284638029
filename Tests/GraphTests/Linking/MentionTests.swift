import Content
import Graph
import SampleArchives
import Testing

@Suite("Names in prose")
struct MentionTests {
  static let names = [
    ("issues/fish.md", "---\ntitle: Arctic Fisheries\n---\n"),
    ("issues/quota.md", "---\ntitle: Arctic Fisheries Quotas\naliases: [catch limits]\n---\n"),
    (
      "parties/usa.md",
      "---\ntitle: United States\naliases: [US, Washington]\n---\n\nThe United States and China.\n"
    ),
    ("parties/ivory.md", "---\ntitle: Côte d’Ivoire\n---\n"),
    ("parties/china.md", "---\ntitle: China\naliases: [ΚΊΝΑ-Land]\n---\n"),
  ]

  /// The linked names in a report's text, in order, with their targets.
  private func found(_ text: String, head: String = "", settings: SiteSettings = SampleSite.settings)
    -> [String]
  {
    let graph = SampleSite([("reports/a.md", head + text + "\n")] + Self.names, settings: settings).graph
    let report = graph.reports[0]
    return report.links.mentions.map { name in
      let bytes = report.report.header.document.text
      let shown = String(decoding: bytes[Int(name.start)..<Int(name.end)], as: UTF8.self)
      return shown + " → " + Self.slug(name.subject, graph)
    }
  }

  @Test("the wikilinks on a tension’s line are not mentions; its text has mentions") func tension() {
    let table = "| Issue | China | United States |\n|--|--|--|\n| Arctic Fisheries | For | Against |\n\n"
    let callout = "> [!tension] [[Arctic Fisheries#China]]\n> What of [[Arctic Fisheries#China]]?\n"
    let graph = SampleSite([("reports/a.md", table + callout)] + Self.names).graph
    #expect(graph.tensions.count == 1)
    #expect(graph.mentions.filter { $0.report.index == 0 }.count == 2)
  }

  private static func slug(_ subject: MentionSubject, _ graph: IssueGraph) -> String {
    switch subject {
    case .issue(let id): graph.issues[id.index].slug
    case .party(let id): graph.parties[id.index].slug
    }
  }

  @Test("the longest name wins, regardless of case")
  func longest() {
    #expect(
      found("On arctic fisheries quotas and Arctic fisheries.") == [
        "arctic fisheries quotas → quota", "Arctic fisheries → fish",
      ])
  }

  @Test("names are whole words")
  func wholeWords() {
    #expect(found("Chinas Indochina China_1 Chinaé xChina") == [])
    #expect(found("(China’s) view") == ["China → china"])
    #expect(found("pro-China") == ["China → china"])
    #expect(found("在China的") == ["China → china"])
  }

  @Test("names in capitals match only capitals, with or without full stops")
  func capitals() {
    #expect(found("They told us. The US did.") == ["US → usa"])
    #expect(found("The U.S. did.") == ["U.S. → usa"])
  }

  @Test("curly and straight apostrophes are equal, and other alphabets are folded, too")
  func folding() {
    #expect(found("côte d'ivoire") == ["côte d'ivoire → ivory"])
    #expect(found("CÔTE D’IVOIRE") == ["CÔTE D’IVOIRE → ivory"])
    #expect(found("κίνα-land") == ["κίνα-land → china"])
  }

  @Test("a name can continue across a soft break")
  func softBreak() {
    let graph = SampleSite([("reports/a.md", "The United\nStates went.\n")] + Self.names).graph
    let name = graph.reports[0].links.mentions[0]
    let text = graph.reports[0].report.header.document
    #expect(name.endNode == name.node + 2)
    #expect(text.string(text.nodes[Int(name.node)].text).hasSuffix("United"))
    #expect(String(decoding: text.text[Int(name.end) - 6..<Int(name.end)], as: UTF8.self) == "States")
    #expect(graph.mentions.map(\.node) == [Int(name.node)])
  }

  @Test("names in links, code, headings, tables, images and callout titles are not linked")
  func notThere() {
    #expect(
      found(
        """
        # China

        [China](https://example.org) `China` ![China](https://example.org/x.png) [the China](#china)

        | Field | China |
        |---|---|
        | China | China |

        > [!note] China

        ```
        China
        ```
        """) == [])
  }

  @Test("the first mention in each section is linked")
  func sections() {
    #expect(
      found("China, *China*.\n\nChina again.\n\n## One\n\nNow China.\n\n> ## Two\n>\n> China, China") == [
        "China → china", "China → china", "China → china",
      ])
  }

  @Test("a wikilink counts as the first mention")
  func wikilinkFirst() {
    let graph = SampleSite([("reports/a.md", "[[China]] and China and [[China|Peking]].\n")] + Self.names)
      .graph
    #expect(graph.reports[0].links.mentions.isEmpty)
    #expect(graph.mentions.count == 2)
    #expect(graph.mentionsOfParty[graph.mentions[0].subject == .party(ID(0)) ? ID(0) : ID(1)].count == 2)
  }

  @Test("mentions are recorded even if links are switched off")
  func linksOff() {
    let off = "---\nautomatic-links: false\n---\n\n"
    #expect(found("China", head: off) == [])
    let graph = SampleSite([("reports/a.md", off + "China, and China.\n")] + Self.names).graph
    #expect(graph.mentions.count == 1)
    var settings = SampleSite.settings
    settings.automaticLinks = false
    #expect(found("China", settings: settings) == [])
    #expect(
      found("China", head: "---\nautomatic-links: true\n---\n\n", settings: settings) == ["China → china"])
  }

  @Test("a page does not link to its own subject")
  func ownPage() {
    let graph = SampleSite(Self.names).graph
    let usa = graph.parties.first { $0.slug == "usa" }
    #expect(usa?.links?.mentions.map(\.subject) == [.party(ID(0))])
    #expect(graph.mentions.isEmpty)
  }

  @Test("a name of both an issue and a party is linked to neither; a name takes precedence over an alias")
  func shared() {
    let graph = SampleSite([
      ("reports/a.md", "On Gas and Oil.\n"),
      ("issues/gas.md", "---\ntitle: Gas\naliases: [Oil]\n---\n"),
      ("parties/gas.md", "---\ntitle: Gas\n---\n"),
      ("parties/oil.md", "---\ntitle: Oil\n---\n"),
    ]).graph
    #expect(graph.mentions.map(\.subject) == [.party(ID(1))])
  }

  @Test("the shortened form of a header is not recognised in prose")
  func shortenedForms() {
    let graph = SampleSite([
      (
        "reports/a.md",
        "Russian gas.\n\n" + NameTests.table("Aspect", ["Russian Position", "China"], ["Gas price"])
      ),
      ("reports/b.md", NameTests.table("Aspect", ["Russian Government", "China"], ["Gas price"])),
    ]).graph
    #expect(graph.mentions.isEmpty)
  }
}
