import Content
import Diagnostics
import Foundation
import SampleArchives
import TestSupport
import Testing

@testable import Graph

/// What a reader of the reports sees at once, although no two names are alike.
@Suite("Suggestions that a reader would make")
struct ReaderSuggestionTests {
  /// The headlines of the suggestions, without scores.
  private static func headlines(_ graph: IssueGraph) -> [String] {
    SuggestionReport(graph.suggestions(), of: graph) { "\($0.path)" }.text.split(separator: "\n")
      .filter { $0.first?.isNumber ?? false }.map { String($0.dropFirst(6)) }
  }

  private static func table(_ parties: [String], _ issues: [String] = ["Gas", "Oil"]) -> String {
    NameTests.table("Aspect", parties, issues)
  }

  private static func site(_ texts: [String]) -> IssueGraph {
    SampleSite(texts.enumerated().map { ("reports/r\($0).md", $1) }).graph
  }

  /// The reports of the sample site on its briefing, without the files in which its author answers these questions.
  private static func sample() throws -> IssueGraph {
    let folder = packageRoot.appending(path: "Content/reports")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !["before-the-plan.md", "two-votes.md"].contains($0) }
    return SampleSite(
      try names.map { ("reports/\($0)", try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    ).graph
  }

  @Test("an administration named after a person acts for the state that stands in its place elsewhere")
  func administration() throws {
    #expect(Self.headlines(try Self.sample()).contains("“Trump Administration” acts for “U.S.”"))
  }

  @Test("an administration acts for no state that it stands beside, nor for one of several")
  func noAdministration() {
    let beside = Self.site([Self.table(["Smith Administration", "Norway"])])
    #expect(Self.headlines(beside).isEmpty)
    let several = Self.site([
      Self.table(["Smith Administration", "Harbour Board"]), Self.table(["Norway", "Harbour Board"]),
      Self.table(["Sweden", "Harbour Board"]),
    ])
    #expect(Self.headlines(several).isEmpty)
  }

  @Test("two issues are related if the cells of one name the other, and they share a rare word")
  func related() throws {
    let found = Self.headlines(try Self.sample())
    #expect(
      found.contains("“Territorial integrity” is related to “Ukraine's sovereignty”")
        || found.contains("“Ukraine's sovereignty” is related to “Territorial integrity”"), "\(found)")
  }

  @Test("a seat of government in prose is another name for the party of that state")
  func proseNames() {
    let text = "Both Washington and Moscow agree. The Kremlin’s spokesman called it unhelpful.\n\n"
    let graph = Self.site([text + Self.table(["Russian Government", "U.S."])])
    #expect(
      Set(Self.headlines(graph)) == [
        "“Washington” in prose is another name for “U.S.”",
        "“Moscow” in prose is another name for “Russian Government”",
        "“Kremlin” in prose is another name for “Russian Government”",
      ])
  }

  @Test(
    "a place in prose is no name for a party",
    arguments: [
      "The talks in Moscow went on.", "They flew from Moscow to London.", "The Moscow Treaty of 1970 holds.",
      "The moscow mule is a drink.", "`Moscow` is code.",
    ])
  func places(text: String) {
    let graph = Self.site([text + "\n\n" + Self.table(["Russian Government", "U.K."])])
    #expect(Self.headlines(graph).isEmpty)
  }

  @Test("a name in prose that an author has declared is not suggested")
  func declaredProseName() {
    let graph = SampleSite([
      ("reports/a.md", "Moscow agrees.\n\n" + Self.table(["Russia", "China"])),
      ("parties/russia.md", "---\ntitle: Russia\naliases: [Moscow]\n---\n"),
    ]).graph
    #expect(Self.headlines(graph).isEmpty)
  }

  @Test("the names of a group of states with a number are the same", arguments: ["G-77", "G77 and China"])
  func groups(name: String) {
    let graph = Self.site([Self.table(["G77", "U.S."]), Self.table([name, "U.S."])])
    #expect(Self.headlines(graph).count == 1, "\(Self.headlines(graph))")
  }

  @Test("different numbers are never the same")
  func numbers() {
    let graph = Self.site([Self.table(["G7", "U.S."]), Self.table(["G-77", "U.S."])])
    #expect(Self.headlines(graph).isEmpty)
  }

  @Test("the misspelt name becomes the alias, also if it comes first")
  func direction() {
    let graph = Self.site([
      Self.table(["Upper Hill", "Harbour"], ["Fishery quotas"]),
      Self.table(["Upper Hill", "Harbour"], ["Fishery qoutas"]) + "\n\nThe quotas were cut.",
    ])
    #expect(Self.headlines(graph) == ["“Fishery qoutas” is another name for “Fishery quotas” (issues)"])
  }

  @Test("a letter that was left out, doubled or swapped is a misspelling even if both words are rare")
  func typing() {
    for name in ["Lower Vally", "Lower Valleey", "Lower Vallye"] {
      let graph = Self.site([Self.table(["Lower Valley", "Upper Hill"]), Self.table([name, "Upper Hill"])])
      #expect(Self.headlines(graph).count == 1, "\(name): \(Self.headlines(graph))")
    }
  }
}
