import Content
import Diagnostics
import Graph
import SampleArchives
import TestSupport
import Testing

@Suite("Random tables")
struct TablePropertyTests {
  private static let languages = ["en", "de", "fr", "uk", "es", "it", "pl", "ar", "zh"]
  private static let corners = [
    "en": "Issue", "de": "Thema", "fr": "Enjeu", "uk": "Питання", "es": "Tema", "it": "Tema", "pl": "Kwestia",
    "ar": "القضية", "zh": "议题",
  ]

  private static func site(_ rows: [[String]], language: String) -> SampleSite {
    var settings = SampleSite.settings
    settings.language = language
    settings.words = TableWords(language: language)
    let rule = Array(repeating: "---", count: rows[0].count)
    let lines = ([rows[0], rule] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |" }
    return SampleSite([("reports/a.md", lines.joined(separator: "\n") + "\n")], settings: settings)
  }

  private static func number(_ random: inout SeededGenerator) -> String {
    let value = Int(random.next() % 9_000)
    return random.pick([
      "\(value)", "\(value).5", "€\(value)", "\(value) %", "\(value) million", "2025-03-0\(value % 9 + 1)",
      "\(1900 + value % 130)", "$1,\(100 + value % 900)", "March 2025", "–", "",
    ])
  }

  @Test("of facts below other corners give no position", arguments: 1...30)
  func facts(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let heads = [
      "Population", "Capital", "Price", "Joined", "GDP", "Member", "Area", "Turnout", "Colour", "Mayor",
    ]
    let corner = random.pick(["Country", "City", "Party", "Candidate", "Year", "Product", "River", "Region"])
    let columns = 1 + Int(random.next() % 4)
    var rows = [[corner] + heads.shuffled(using: &random).prefix(columns)]
    for row in 0..<(2 + Int(random.next() % 5)) {
      rows.append(
        ["Row \(row)"]
          + (0..<columns).map { _ in
            random.pick([Self.number(&random), random.pick(["Yes", "No", "Vienna", "Kyiv", "✓", "n/a"])])
          })
    }
    let graph = Self.site(rows, language: "en").graph
    #expect(graph.positions.isEmpty && graph.parties.isEmpty && graph.issues.isEmpty, "\(rows)")
  }

  @Test("of prose below a corner word give a position for each cell that says something", arguments: 1...30)
  func prose(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let language = random.pick(Self.languages)
    let columns = 2 + Int(random.next() % 3)
    var rows = [[try #require(Self.corners[language])] + (0..<columns).map { "Ash\($0) Union" }]
    var said = 0
    for row in 0..<(1 + Int(random.next() % 5)) {
      var cells = ["Water \(row) matter"]
      for _ in 0..<columns {
        let cell = random.pick([
          "opens the dam in spring", "wants 30 % of the flow by 2030", "[+] agrees with it", "[--] never",
          "calls it *late*",
          "", "–", "n/a",
        ])
        if !["", "–", "n/a"].contains(cell) { said += 1 }
        cells.append(cell)
      }
      rows.append(cells)
    }
    // A table with numbers and nothing else is one of facts; prose in the first row makes it one of positions.
    rows.insert(["Gas"] + (0..<columns).map { "party \($0) is for more of it" }, at: 1)
    #expect(
      Self.site(rows, language: language).graph.positions.count == said + columns, "\(language) \(rows)")
  }

  @Test("of numbers, prices and dates stay plain with a note, whatever their corner", arguments: 1...30)
  func numbers(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let columns = 2 + Int(random.next() % 3)
    var rows = [
      [random.pick(["Issue", "Topic", "Aspect", "River", "Thing"])] + (0..<columns).map { "Ash\($0) Union" }
    ]
    for row in 0..<(2 + Int(random.next() % 4)) {
      rows.append(["Row \(row)", "\(random.next() % 900)"] + (1..<columns).map { _ in Self.number(&random) })
    }
    let site = Self.site(rows, language: "en")
    #expect(site.graph.positions.isEmpty && site.graph.parties.isEmpty, "\(rows)")
    #expect(site.messages.contains("[plain-table]"), "\(rows)\n\(site.messages)")
  }
}
