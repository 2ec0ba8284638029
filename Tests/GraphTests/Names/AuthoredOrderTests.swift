import Content
import Diagnostics
import Graph
import SampleArchives
import Testing

@Suite("The order of issues and parties")
struct AuthoredOrderTests {
  private static let files = [
    (
      "reports/a.md", NameTests.table("Aspect", ["Red", "Blue", "Green", "Amber"], ["Tolls", "Dam", "Fish"])
    ),
    ("issues/tolls.md", "---\ntitle: Tolls\norder: 2\n---\n"),
    ("issues/fish.md", "---\ntitle: Fish\norder: -1\n---\n"),
    ("parties/red.md", "---\ntitle: Red\naliases: [Rouge]\norder: 1\n---\n"),
    ("parties/green.md", "---\ntitle: Green\norder: 1\n---\n"),
  ]

  private static func graph(_ order: [String]) -> IssueGraph {
    var settings = SampleSite.settings
    settings.order = order.map { NamedSubject($0, at: Place(path: "Content/site.yml")) }
    return SampleSite(files, settings: settings).graph
  }

  @Test("is that of the numbers in files, then of names") func numbers() {
    let graph = Self.graph([])
    #expect(graph.issues.map(\.name) == ["Fish", "Tolls", "Dam"])
    #expect(graph.issues.map(\.isPlaced) == [true, true, false])
    #expect(graph.parties.map(\.name) == ["Green", "Red", "Amber", "Blue"])
  }

  @Test("is first that of the list in site.yml, which takes aliases and names of both kinds") func list() {
    let graph = Self.graph(["Blue", "Dam", "party:Rouge", "Nobody"])
    #expect(graph.issues.map(\.name) == ["Dam", "Fish", "Tolls"])
    #expect(graph.parties.map(\.name) == ["Blue", "Red", "Green", "Amber"])
    #expect(graph.parties.allSatisfy { graph.positionsOfParty[$0.id].count == 3 })
  }

  @Test("a name in the list that nothing has is reported, with what was probably meant") func unknown() {
    var settings = SampleSite.settings
    settings.order = ["Greenn", "issue:Red"].map { NamedSubject($0, at: Place(path: "Content/site.yml")) }
    let messages = SampleSite(Self.files, settings: settings).build().diagnostics.filter {
      $0.id == .unknownName
    }
    #expect(
      messages.map(\.message) == [
        "“order” lists “Greenn”, but no issue or party has this name",
        "“order” lists “Red”, but no issue has this name",
      ])
    #expect(messages.first?.suggestion?.message == "did you mean “Green”?")
  }
}
