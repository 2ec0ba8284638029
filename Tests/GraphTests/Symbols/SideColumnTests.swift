import Content
import SampleArchives
import Testing

@testable import Graph

@Suite("Columns beside those of the parties") struct SideColumnTests {
  /// The positions of a table as “Party: words (sources)”, in its order.
  private static func positions(_ header: String, _ row: String, language: String = "en") -> [String] {
    var settings = SampleSite.settings
    settings.language = language
    settings.words = TableWords(language: language)
    let rule = String(repeating: "|---", count: header.split(separator: "|").count) + "|"
    let graph = SampleSite(
      [("reports/a.md", "| \(header) |\n\(rule)\n| \(row) |\n")], settings: settings
    ).build().graph
    var allSources = PositionSources()
    return graph.positions.map { position in
      let sources = allSources.texts(of: position, in: graph).joined(separator: ", ")
      return "\(graph.parties[position.party.index].name): \(graph.text(of: position.id)) (\(sources))"
    }
  }

  @Test(
    "a source column gives the sources of the party before it",
    arguments: [
      ("Issue | Ash | Source | Birch | Source", "Dam | yes | Letter | no | Speech"),
      ("Issue | Ash | Ash source | Birch | Birch source", "Dam | yes | Letter | no | Speech"),
      ("Issue | Ash | Birch | Source (Ash) | Source: Birch", "Dam | yes | no | Letter | Speech"),
      (
        "Issue | Ash source | Ash position | Birch source | Birch position",
        "Dam | Letter | yes | Speech | no"
      ),
      ("Issue | Ash | Birch | Ash – Sources | Birch – Sources", "Dam | yes | no | Letter | Speech"),
    ])
  func pairs(header: String, row: String) {
    #expect(Self.positions(header, row) == ["Ash: yes (Letter)", "Birch: no (Speech)"])
  }

  @Test(
    "in other languages too",
    arguments: [
      ("de", "Thema | Esche | Quelle | Birke | Quelle", "Damm | ja | Brief | nein | Rede"),
      ("de", "Thema | Esche | Esche Quelle | Birke | Quelle (Birke)", "Damm | ja | Brief | nein | Rede"),
      ("fr", "Thème | Esche | Source Esche | Birke | Source : Birke", "Damm | ja | Brief | nein | Rede"),
    ])
  func languages(language: String, header: String, row: String) {
    #expect(Self.positions(header, row, language: language) == ["Esche: ja (Brief)", "Birke: nein (Rede)"])
  }

  @Test("one source column behind all parties gives the sources of its rows")
  func rows() {
    #expect(
      Self.positions("Issue | Ash | Birch | Source", "Dam | yes | no | Letter")
        == ["Ash: yes (Letter)", "Birch: no (Letter)"])
    #expect(
      Self.positions("Issue | Ash | Birch | Source", "Dam | yes | no |") == ["Ash: yes ()", "Birch: no ()"])
  }

  @Test("of several source columns of a party, the first counts")
  func several() {
    #expect(
      Self.positions("Issue | Ash | Birch | Source (Ash) | Ash source", "Dam | yes | no | Letter | Speech")
        == ["Ash: yes (Letter)", "Birch: no ()"])
  }

  @Test("a source column without a party before it gives none")
  func elsewhere() {
    #expect(
      Self.positions("Issue | Source | Ash | Birch", "Dam | Letter | yes | no")
        == ["Ash: yes ()", "Birch: no ()"])
    #expect(
      Self.positions("Issue | Ash | Source | Birch", "Dam | yes | Letter | no")
        == ["Ash: yes (Letter)", "Birch: no ()"])
  }

  @Test(
    "a header with the name of a party and a word for something else is not another party",
    arguments: ["Ash date", "Notes (Ash)", "Ash: comments", "Ash reasons", "Ash quote"])
  func notes(header: String) {
    #expect(
      Self.positions("Issue | Ash | \(header) | Birch", "Dam | yes | since May | no")
        == ["Ash: yes ()", "Birch: no ()"])
    #expect(Self.positions("Issue | Ash | \(header)", "Dam | yes | since May").isEmpty)
  }

  @Test("a name that ends with such a word is a party if nothing else has the rest of its name")
  func names() {
    #expect(
      Self.positions("Issue | Open Source | Ash", "Dam | yes | no") == ["Open Source: yes ()", "Ash: no ()"])
  }
}
