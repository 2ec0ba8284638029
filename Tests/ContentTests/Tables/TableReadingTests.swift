import Diagnostics
import Testing

@testable import Content

@Suite("Kinds of tables")
struct TableReadingTests {
  private func table(_ header: String, above: String = "", settings: SiteSettings = SiteSettings())
    -> AuthoredTable?
  {
    let columns = header.split(separator: "|").count
    let line = "|" + String(repeating: "---|", count: columns)
    return Reading("\(above)|\(header)|\n\(line)\n| x |\n", settings: settings).report?.tables.first
  }

  @Test(
    "the corner decides if there is no directive and no caption",
    arguments: [
      ("Aspect | A | B", TableReading.axis),
      ("key points | A | B | Notes", .axis),
      ("Aspect | A | Notes", .undecided(axisWord: true)),
      ("Issue | Status | Owner", .undecided(axisWord: true)),
      ("Aspect | A", .undecided(axisWord: true)), ("Party | NATO", .partyCorner),
      ("Country | Notes", .partyCorner), ("Strategy | Purpose", .optionWord),
      ("Measure | A | B", .optionWord), ("Fruit | A | B", .undecided(axisWord: false)),
      (" | A | B", .emptyCorner),
      ("**Aspect** | A | B", .axis),
    ])
  func corner(header: String, reading: TableReading) {
    #expect(table(header)?.reading == reading)
  }

  @Test("the site's words are used")
  func ownWords() {
    var settings = SiteSettings()
    settings.words.axis = ["Frage"]
    settings.words.notAParty = ["A"]
    #expect(table("Frage | B | C", settings: settings)?.reading == .axis)
    #expect(table("Frage | A | B", settings: settings)?.reading == .undecided(axisWord: true))
    #expect(table("Aspect | B | C", settings: settings)?.reading == .undecided(axisWord: false))
  }

  @Test(
    "a directive takes precedence",
    arguments: [
      ("positions", TableKind.positions(transposed: false)),
      ("positions transposed", .positions(transposed: true)),
      ("options", .options), ("plain", .plain), ("positions id=x as-of=2025", .positions(transposed: false)),
    ])
  func directive(words: String, kind: TableKind) {
    #expect(table("Strategy | A", above: "<!-- standpoint: \(words) -->\n")?.reading == .declared(kind))
    #expect(table("Strategy | A", above: "<!--standpoint:\(words)-->\n\n\n\n")?.reading == .declared(kind))
    #expect(
      table("Strategy | A", above: "<!--\n  Standpoint:\n  \(words)\n-->\n")?.reading == .declared(kind))
  }

  @Test("a directive sets the identifier and the date of its table")
  func directiveKeys() throws {
    let reading = Reading(
      "Text.\n\n<!-- standpoint: id=core as-of=\"2025-02\" -->\n| Aspect | A | B |\n|--|--|--|\n| x | y | z |\n"
    )
    #expect(reading.printed == "")
    let table = try #require(reading.report?.tables.first)
    #expect(table.id == "core")
    #expect(reading.text(table.idRange) == "id=core")
    #expect(table.asOf == PartialDate(year: 2025, month: 2))
    #expect(table.reading == .axis)
    #expect(table.header.map(\.text) == ["Aspect", "A", "B"])
    #expect(table.header.map { reading.text($0.range) } == ["Aspect", "A", "B"])
  }

  @Test("directives work inside quotes and lists, and only there")
  func containers() {
    let quote = Reading("> <!-- standpoint: options -->\n>\n> | A | B |\n> |--|--|\n> | x | y |\n")
    #expect(quote.printed == "")
    #expect(quote.report?.tables.first?.reading == .declared(.options))
    let outside = Reading("- item\n\n  <!-- standpoint: options -->\n\n| A | B |\n|--|--|\n| x | y |\n")
    #expect(outside.report?.tables.first?.reading == .undecided(axisWord: false))
    #expect(outside.diagnostics.map(\.id) == [.unattachedDirective])
  }

  @Test(
    "other comments are ignored",
    arguments: ["standpoint", "note: standpoint: positions", "standpoints: x", "the standpoint of A"])
  func otherComments(comment: String) {
    let reading = Reading("<!-- \(comment) -->\n| A | B |\n|--|--|\n| x | y |\n")
    #expect(reading.report?.tables.first?.reading == .undecided(axisWord: false))
    #expect(!reading.diagnostics.contains { $0.id == .unknownDirective || $0.id == .unattachedDirective })
  }

  @Test("each table has its own directive")
  func several() {
    let table = "| A | B |\n|--|--|\n| x | y |\n"
    let reading = Reading(
      "<!-- standpoint: options -->\n\(table)\n\(table)\n<!-- standpoint: plain -->\n\(table)")
    #expect(
      reading.report?.tables.map(\.reading) == [
        .declared(.options), .undecided(axisWord: false), .declared(.plain),
      ])
  }
}
