import Content
import Diagnostics
import Editions
import Graph
import SampleArchives
import Testing

@Suite("Published addresses after names have changed") struct RenamedPageTests {
  private typealias States = RecordedStates

  private static let report = States.report("january", "2025-01-10", rows: "Fish | [+] yes | [-] no")
  private static let alias = ("parties/people.md", "---\ntitle: People\naliases: [North]\n---\n")

  private static func pages(_ after: (String, String)...) -> [String] {
    RenamedPage.all(from: [States.edition([report])], to: States.edition(after)).map {
      "\($0.address) → \($0.target) “\($0.name)”"
    }
  }

  @Test("name the pages of issues and parties that have another address now") func pages() {
    #expect(Self.pages(Self.report, Self.alias) == ["parties/north → parties/people “People”"])
    // Nobody knows the old name any more, but the cell still says the same.
    let renamed = States.report("january", "2025-01-10", rows: "Fishing | [+] yes | [-] no")
    #expect(Self.pages(renamed) == ["issues/fish → issues/fishing “Fishing”"])
  }

  @Test("name no page of what was withdrawn") func withdrawn() {
    #expect(Self.pages(States.report("january", "2025-01-10", rows: "Water | [+] other | [-] words")) == [])
    #expect(Self.pages(Self.report) == [])
  }

  @Test("ask for a redirect in the file of the new name") func message() {
    let pages = RenamedPage.all(
      from: [States.edition([Self.report])], to: States.edition([Self.report, Self.alias]))
    let graph = SampleSite([Self.report, Self.alias]).graph
    let found = CitationQuestions([], gone: pages, graph: graph).diagnostics
    #expect(found.map(\.id) == [.publishedPageGone])
    #expect(
      found.first?.message
        == "“/parties/north/” was a page on the published site but no longer exists; its positions now belong to “People”"
    )
    #expect(
      found.first?.suggestion?.message == "add “redirects: [/parties/north/]” to Content/parties/people.md")
  }

  @Test("still lead to what a newer position replaced in its cell, if its party has another name now")
  func replaced() {
    func files(_ cell: String) -> [(String, String)] {
      [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | —")]
    }
    let before = States.edition(files("[+] yes {as-of=2025-01}"), named: "one")
    let norden = ("parties/north.md", "---\ntitle: Norden\naliases: [North]\n---\n")
    var site = SampleSite(files("[-] no {as-of=2025-05}") + [norden])
    site.published = [before.published]
    let now = site.graph
    let state = Edition(
      freezing: now, name: "now", date: PartialDate(year: 2026),
      origin: Edition.Origin(made: PartialDate(year: 2026), includesDrafts: false))
    let kept: Set<String> = ["reports/table/#fish--north"]
    #expect(PublishedAnchors(of: state, kept: kept).broken(from: [before]).isEmpty)
  }

  @Test("a comparison has the words of several positions that restate one") func restated() {
    let january = States.report("january", "2025-01-10", rows: "Fish | plain words | ")
    let may = States.report("may", "2025-05-02", rows: "Fish | other words | ")
    let also = States.report("also", "2025-05-02", rows: "Fish | third words | ")
    let text = DifferenceText.text(States.difference([january], [january, may, also]))
    #expect(text.contains("North restated: Unrated: plain words, in “January”"), "\(text)")
    #expect(text.contains("other words") && text.contains("third words"))
  }

  @Test("a comparison in Markdown links to the report that is silent") func silence() {
    let may = States.report("may", "2025-05-02", rows: "Fish | n/a | ")
    let markdown = DifferenceMarkdown(States.difference([Self.report], [Self.report, may])) {
      "https://x.example/\($0.address)"
    }
    #expect(markdown.text.contains("not addressed in [*May*](https://x.example/reports/may/)"))
  }
}
