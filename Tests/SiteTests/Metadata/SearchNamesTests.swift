import Foundation
import Testing

@testable import Site

@Suite("The names that the search answers with") struct SearchNamesTests {
  @Test("all issues and parties stand with anchor, address and all names, in the words of the language")
  func names() throws {
    let site = WrittenSite([
      "reports/a.md": "| Issue | North | South |\n|---|---|---|\n| Fish | [+] Yes | No |\n",
      "parties/north.md": "---\ntitle: North\naliases: [The north]\n---\n",
    ])
    let settings = site.graph.settings
    let theme = Theme(language: settings.language, stanceNames: settings.stanceNames)
    let bytes = SearchNames(graph: site.graph, words: theme.words).bytes
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["issues"] as? [[String]] == [["fish", "issues/fish/", "Fish"]])
    #expect(
      object["parties"] as? [[String]] == [
        ["north", "parties/north/", "North", "The north"], ["south", "parties/south/", "South"],
      ])
    #expect(object["all"] as? [String] == ["issues/", "parties/"])
    let words = try #require(object["words"] as? [String: String])
    #expect(words["answer"] == "{party} on {issue}" && words["earlier"] == "Earlier")
    #expect(words["no-position-reported"] == "No position reported" && words.count == 5)
    #expect(!site.plan.pages.contains { $0.path == "assets/search.json" })
  }
}
